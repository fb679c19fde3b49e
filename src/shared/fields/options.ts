import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { mostOptions } from '../../domain/retype.js';
import { errorNote } from './error-note.js';
import { selectField } from '../field.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { optionDraft } from './draft.js';
import type { OptionDraft } from './draft.js';
import type { FormView } from './view.js';

/** What can be chosen: added, named, put in order, taken away; several lines that are pasted are several options. */
export function optionsEditor(view: FormView): TemplateResult {
  const { t, draft, errors } = view;
  const staying = draft.options.filter(({ gone }) => !gone).length;
  return html`<section class="options-edit" aria-label=${t.options}>
    <h3>${t.options} <span class="count">${view.place.words.format.number(staying)}</span></h3>
    ${errorNote('options-error', errors['options'])}
    <ol>
      ${repeat(
        draft.options,
        ({ key }) => key,
        (option, index) => row(option, index, view),
      )}
    </ol>
    <div class="row">
      <button type="button" class="btn btn--sm" data-add-option ?disabled=${staying >= mostOptions} @click=${() => add(view)}>${icon(icons.plus)}${t.addOption}</button>
      <span class="muted">${t.optionsNote}</span>
    </div>
  </section>`;
}

function row(option: OptionDraft, index: number, view: FormView): TemplateResult {
  return html`<li class="option-edit${option.gone ? ' is-gone' : ''}" data-key=${option.key} @keydown=${(event: KeyboardEvent) => keys(event, option, view)}>
    ${option.gone ? leaving(option, view) : editing(option, index, view)}
  </li>`;
}

function editing(option: OptionDraft, index: number, view: FormView): TemplateResult {
  const { t, draft, errors } = view;
  const called = option.name || t.option(index + 1);
  const error = errors[option.key];
  const step = (by: -1 | 1, name: string, end: boolean): TemplateResult => html`<button
    type="button" class="btn btn--icon btn--quiet btn--sm" aria-label=${name} title=${name} tabindex="-1"
    aria-disabled=${end ? 'true' : nothing} @click=${() => shift(option, by, view)}
  >${icon(by < 0 ? icons.up : icons.down, { size: 'sm' })}</button>`;
  return html`<span class="places"
      >${step(-1, t.upOption(called), index === 0)}${step(1, t.downOption(called), index === draft.options.length - 1)}</span
    ><span class="field" ?data-invalid=${error !== undefined}
      ><input
        class="input" dir="auto" autocomplete="off" maxlength="255" id=${option.key} aria-label=${t.option(index + 1)}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${option.key}-error` : nothing}
        .value=${live(option.name)}
        @input=${(event: InputEvent) => change(option, { name: (event.target as HTMLInputElement).value }, view)}
        @paste=${(event: ClipboardEvent) => paste(event, option, view)}
      />${errorNote(`${option.key}-error`, error)}</span
    ><button type="button" class="btn btn--icon btn--quiet" data-remove aria-label=${t.removeOption(called)} title=${t.removeOption(called)} @click=${() => remove(option, view)}
      >${icon(icons.trash)}</button>`;
}

/** It goes when the form is saved; until then it can stay. Where it was chosen another one can stand in. */
function leaving(option: OptionDraft, view: FormView): TemplateResult {
  const { t, draft } = view;
  const others = draft.options.filter((each) => !each.gone && each.was !== null);
  return html`<div class="grow">
      <p><s><bdi>${option.was?.name}</bdi></s> ${t.optionGoes}</p>
      ${selectField({
        id: `${option.key}-instead`,
        label: t.optionGoes,
        hideLabel: true,
        value: option.instead,
        placeholder: t.nothingInstead,
        options: others.map((each) => ({ value: each.was!.id, label: each.name })),
        onChange: (instead) => change(option, { instead }, view),
      })}
    </div>
    <button type="button" class="btn btn--sm" data-keep aria-label=${t.keepOption(option.was?.name ?? '')} @click=${() => keep(option, view)}>${t.keep}</button>`;
}

/** Alt with an arrow puts it before or behind its neighbour; Enter goes on with the next one, or makes one. */
function keys(event: KeyboardEvent, option: OptionDraft, view: FormView): void {
  if (event.isComposing || option.gone) return;
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  if (event.altKey && by !== 0) shift(option, by, view);
  else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey) {
    const { options } = view.draft;
    const next = options.slice(options.indexOf(option) + 1).find(({ gone }) => !gone);
    if (next) view.focus(next.key);
    else if (option.name.trim() !== '') add(view);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function put(options: OptionDraft[], view: FormView, error = 'options'): void {
  view.set({ options }, error);
}

function change(option: OptionDraft, part: Partial<OptionDraft>, view: FormView): void {
  Object.assign(option, part);
  put([...view.draft.options], view, option.key);
}

function add(view: FormView): void {
  const option = optionDraft(null);
  put([...view.draft.options, option], view);
  view.focus(option.key);
}

function shift(option: OptionDraft, by: -1 | 1, view: FormView): void {
  const { options } = view.draft;
  const at = options.indexOf(option);
  const to = at + by;
  if (to < 0 || to >= options.length) return;
  const { host } = view.place;
  const had = host.shadowRoot?.activeElement;
  put(options.with(at, options[to]!).with(to, option), view);
  // Its row has moved, and the browser takes the focus from what moves.
  if (had instanceof HTMLElement) had.focus();
  view.place.commands.announce(view.t.nowAt(option.name, to + 1, options.length));
}

function remove(option: OptionDraft, view: FormView): void {
  const { options } = view.draft;
  if (option.was !== null) {
    change(option, { gone: true }, view);
    const row = view.place.dialog.element?.querySelector<HTMLElement>(`[data-key=${option.key}] [data-keep]`);
    row?.focus();
    return;
  }
  const at = options.indexOf(option);
  const left = options.filter((each) => each !== option);
  put(left, view);
  const next = left[Math.min(at, left.length - 1)];
  if (next && !next.gone) view.focus(next.key);
  else view.place.dialog.element?.querySelector<HTMLElement>('[data-add-option]')?.focus();
}

function keep(option: OptionDraft, view: FormView): void {
  change(option, { gone: false, instead: '', name: option.was?.name ?? option.name }, view);
  view.focus(option.key);
}

/** One line goes where the cursor stands, as ever. */
function paste(event: ClipboardEvent, option: OptionDraft, view: FormView): void {
  const lines = (event.clipboardData?.getData('text/plain') ?? '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\t+/g, ' ').trim())
    .filter((line) => line !== '');
  if (lines.length < 2) return;
  event.preventDefault();
  const { options } = view.draft;
  const at = options.indexOf(option);
  const [first, ...more] = lines;
  // What was typed there stays; into an empty one the first line goes.
  if (option.name.trim() === '') option.name = first!;
  else more.unshift(first!);
  const made = more.map((name) => optionDraft(null, name.slice(0, 255)));
  put([...options.slice(0, at + 1), ...made, ...options.slice(at + 1)], view);
  view.focus((made.at(-1) ?? option).key);
  view.place.commands.announce(view.t.pasted(lines.length));
}
