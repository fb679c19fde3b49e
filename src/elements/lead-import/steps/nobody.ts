import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ImportModel } from '../model.js';

/** Rows that name nobody: left out, or each a person of its own, by a pattern of columns. Asked with the count. */
export function nobody(model: ImportModel): TemplateResult {
  const t = model.t.import;
  const { checked, choices, tools, sheet } = model;
  const { pattern } = choices;
  const read = pattern === null ? null : tools!.rules.readPattern(pattern, sheet!.table.headings);
  const problem =
    read === null
      ? ''
      : read.unknown.length > 0
        ? t.nobodyUnknown(model.format.list(read.unknown.map((name) => `“${name}”`)))
        : read.parts.some((part) => typeof part === 'number')
          ? ''
          : t.nobodyConstant;
  const first = sheet!.table.rows[0] ?? [];
  const example = read && problem === '' ? tools!.rules.fillPattern(read, first) : '';
  const make = (): void => model.choose({ pattern: pattern ?? model.suggested });
  return html`<fieldset class="nobody">
    <legend><b>${t.nobodyHead(checked?.nobody ?? 0)}</b></legend>
    <p class="muted">${t.nobodyText}</p>
    <label class="row"
      ><input type="radio" class="check" name="nobody" .checked=${live(pattern === null)} @change=${() => model.choose({ pattern: null })} />${t.nobodySkip}</label
    >
    <div class="row wrap">
      <label class="row"><input type="radio" class="check" name="nobody" .checked=${live(pattern !== null)} @change=${make} />${t.nobodyMake}</label>
      <input
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
      <span class="small ${problem ? 'wrong' : 'subtle'}" id="pattern-note"
        >${problem || (example ? t.nobodyExample(example) : t.nobodyPattern)}</span
      >
    </div>
  </fieldset>`;
}
