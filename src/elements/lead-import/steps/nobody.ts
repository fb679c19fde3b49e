import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Checked } from '../checking.js';
import type { ImportModel } from '../model.js';
import { segments } from './seg.js';

/** Half of the file names nobody: this is what is to be decided here, and no choice among others. */
export function isMuch({ nobody, rows }: Checked): boolean {
  return nobody.count * 2 >= rows.length;
}

/** Rows that name nobody: left out, or each a person of its own, by a pattern of columns. Asked with the count. */
export function nobody(model: ImportModel, checked: Checked): TemplateResult {
  const t = model.t.import;
  const { pattern } = model.choices;
  const { count } = checked.nobody;
  const much = isMuch(checked);
  const choose = (what: 'skip' | 'make'): void =>
    model.choose({ pattern: what === 'skip' ? null : (pattern ?? model.suggested) });
  return html`<div class="nobody choice ${much ? 'much' : 'row wrap'}" role="group" aria-labelledby="nobody-choice">
    <span class="what ${much ? 'strong' : 'muted'}" id="nobody-choice">${t.nobodyHead(count)}</span>
    ${much ? html`<p class="muted"><bdi>${t.nobodyText}</bdi></p>` : nothing}
    <span class="row wrap">
      ${segments(
        'nobody',
        pattern === null ? 'skip' : 'make',
        [
          ['skip', t.nobodySkip(count)],
          ['make', t.nobodyMake],
        ] as const,
        choose,
      )}
      ${much || pattern !== null ? patternField(pattern, model, checked) : nothing}
    </span>
  </div>`;
}

/** The pattern, and what the first of the rows is called by it, or what is wrong with it. @param pattern null = only proposed */
function patternField(pattern: string | null, model: ImportModel, checked: Checked): TemplateResult {
  const t = model.t.import;
  const { tools, sheet } = model;
  const read = tools!.rules.readPattern(pattern ?? model.suggested, sheet!.table.headings);
  const problem =
    pattern === null
      ? ''
      : read.unknown.length > 0
        ? t.nobodyUnknown(model.format.list(read.unknown.map((name) => `“${name}”`)))
        : read.parts.some((part) => typeof part === 'number')
          ? ''
          : t.nobodyConstant;
  const example = problem === '' ? tools!.rules.fillPattern(read, checked.nobody.first) : '';
  return html`<input
      class="input"
      id="pattern"
      dir="auto"
      maxlength="200"
      autocomplete="off"
      aria-label=${t.nobodyPattern}
      aria-describedby="pattern-note"
      aria-invalid=${problem ? 'true' : nothing}
      .value=${live(pattern ?? model.suggested)}
      @change=${(event: Event) => model.choose({ pattern: (event.target as HTMLInputElement).value })}
    />
    <span class="small ${problem ? 'wrong' : 'muted'}" id="pattern-note" dir="auto"
      >${problem || (example ? t.nobodyExample(example) : t.nobodyPattern)}</span
    >`;
}
