/** The formula in the form of a field: a line with completion, its parts in colours, what is wrong at its place, and what it gives. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formulasOf } from '../../domain/formula/fields.js';
import type { Draft, Formulas } from '../../domain/formula/formulas.js';
import type { Token } from '../../domain/formula/syntax.js';
import { shown } from '../../domain/formula/written.js';
import type { Where } from '../../domain/query.js';
import type { Deal, Lead } from '../../domain/records.js';
import { decimalSign } from '../../i18n/format-more.js';
import { adopt } from '../adopt.js';
import type { FormView } from '../fields/view.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { completionsAt, type Completion, type Completions } from './completion.js';
import { editorStyles } from './editor.styles.js';
import { gives, preview } from './trial.js';
import { formulaWords, nameOf, problemText, type FormulaWords } from './words.js';

const ID = 'field-formula';
/** Records of a kind that the formula is tried on while it is typed. */
const tried = 3;

/** What is looked at of each kind: what people work on. */
const current: { readonly [K in 'deal' | 'lead']: Where } = {
  deal: { field: 'status', op: 'is', value: 'open' },
  lead: { field: 'archivedAt', op: 'empty' },
};

/** What the form does not keep: the list of completions, and the records it is tried on. */
class Editing {
  open: Completions | null = null;
  active = 0;
  /** Where the cursor stood as they were found: they hold there only. */
  caret = 0;
  readonly records = new Map<'deal' | 'lead', readonly (Deal | Lead)[]>();
  #asked = false;

  constructor(readonly view: FormView) {}

  /** The newest of each kind that has formulas, once. */
  ask(): void {
    const { store } = this.view.place.crm;
    if (this.#asked || !store) return;
    this.#asked = true;
    const { formulas } = store.settings.profile;
    const order = [{ field: 'touchedAt', descending: true }] as const;
    for (const kind of ['deal', 'lead'] as const) {
      if (!formulas[kind]) continue;
      const window = { offset: 0, limit: tried };
      store.read({ kind, where: current[kind], order, window, related: false }).then(
        ({ records }: { readonly records: readonly (Deal | Lead)[] }) => {
          this.records.set(kind, records);
          this.view.set({});
        },
        // Without them there is no preview, and nothing else is missing.
        () => undefined,
      );
    }
  }
}

const editings = new WeakMap<object, Editing>();

function editingOf(view: FormView): Editing {
  // One form is open in a dialog at a time; another field is another draft.
  const key = view.draft.was ?? view.place.dialog;
  let editing = editings.get(key);
  if (editing === undefined || editing.view !== view) editings.set(key, (editing = new Editing(view)));
  return editing;
}

interface Parts {
  readonly view: FormView;
  readonly t: FormulaWords;
  readonly editing: Editing;
  readonly formulas: Formulas;
  readonly text: string;
  readonly read: Draft;
  readonly own: string | null;
}

export function formulaForm(view: FormView): TemplateResult {
  const { place, draft, fields } = view;
  adopt(place.host, [editorStyles]);
  const t = formulaWords(place.words.lang);
  const editing = editingOf(view);
  editing.ask();
  const own = draft.was === null ? null : `custom.${draft.was.id}`;
  const formulas = formulasOf(fields, (key) => nameOf(key, fields, t));
  const mark = decimalSign(place.words.format) === ',' ? ',' : '.';
  const text = draft.formula?.text ?? shown(draft.was?.formula ?? '', formulas.names, mark);
  const parts: Parts = { view, t, editing, formulas, text, own, read: formulas.draft(text, own, mark) };
  return html`<section class="formula-edit" aria-label=${t.formula}>
    ${line(parts)} ${colours(parts)} ${gives(parts)} ${preview({ ...parts, records: editing.records })}
  </section>`;
}

function line(parts: Parts): TemplateResult {
  const { view, t, editing, text } = parts;
  const error = view.errors['formula'] ?? '';
  const open = editing.open !== null && editing.open.list.length > 0;
  return html`<div class="field" ?data-invalid=${error !== ''}>
    <label class="req" for=${ID}>${t.formula}</label>
    <div class="formula-line">
      <input
        class="input" id=${ID} dir="ltr" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="10000"
        role="combobox" aria-label=${t.formula} aria-autocomplete="list" aria-expanded=${open ? 'true' : 'false'} aria-controls="${ID}-list"
        aria-activedescendant=${open ? `${ID}-${editing.active}` : nothing}
        aria-required="true" aria-invalid=${error ? 'true' : nothing} aria-describedby="${ID}-note ${ID}-problem"
        .value=${live(text)}
        @input=${(event: Event) => typed(event.target as HTMLInputElement, parts)}
        @click=${(event: Event) => complete(event.target as HTMLInputElement, parts)}
        @keydown=${(event: KeyboardEvent) => keys(event, parts)}
        @blur=${() => close(parts)}
      />
      <ul class="menu formula-list" id="${ID}-list" role="listbox" aria-label=${t.suggestions} ?hidden=${!open}>
        ${(editing.open?.list ?? []).map((one, i) => item(one, i, parts))}
      </ul>
    </div>
    <span class="field-note" id="${ID}-note"><kbd>#</kbd> ${t.note}</span>
  </div>`;
}

function item(one: Completion, index: number, parts: Parts): TemplateResult {
  const take = (event: Event): void => {
    // The focus stays in the line.
    event.preventDefault();
    put(one, parts);
  };
  return html`<li class="menu-item" role="option" id="${ID}-${index}" aria-selected=${index === parts.editing.active ? 'true' : 'false'} @pointerdown=${take}
    >${one.kind === 'function' ? icon(icons.formula, { size: 'sm' }) : html`<span class="muted" aria-hidden="true">#</span>`}<bdi>${one.label}</bdi></li>`;
}

/** The parts of the formula in colours, and below it what is wrong, marked where it stands. */
function colours({ view, t, read, text, formulas }: Parts): TemplateResult {
  const { format } = view.place.words;
  const [problem] = read.problems;
  const wrong = text.trim() === '' ? undefined : problem;
  const said = wrong ? problemText(wrong, view.fields, t, format) : (view.errors['formula'] ?? '');
  const show = (): void => {
    const input = view.place.dialog.element?.querySelector<HTMLInputElement>(`#${ID}`);
    input?.focus();
    if (wrong) input?.setSelectionRange(wrong.from, Math.max(wrong.to, wrong.from));
  };
  return html`${
    text.trim() === ''
      ? nothing
      : html`<div class="formula-ink" dir="ltr" aria-hidden="true">${ink(text, read.tokens, wrong, formulas)}</div>`
  }
    <div class="formula-problem" id="${ID}-problem" role="status">${
      said === ''
        ? nothing
        : html`<span class="field-error">${icon(icons.warning, { size: 'sm' })}<span>${said}</span></span>${
            wrong
              ? html`<button type="button" class="btn btn--quiet btn--sm" data-place @click=${show}>${t.showPlace}</button>`
              : nothing
          }`
    }</div>`;
}

function ink(
  text: string,
  tokens: readonly Token[],
  wrong: { readonly from: number; readonly to: number } | undefined,
  formulas: Formulas,
): readonly unknown[] {
  const out: unknown[] = [];
  let at = 0;
  const isWrong = (from: number, to: number): boolean =>
    wrong !== undefined && from < Math.max(wrong.to, wrong.from + 1) && to > wrong.from;
  for (const token of tokens) {
    out.push(text.slice(at, token.from));
    at = token.to;
    const known = token.kind === 'field' && token.key !== null && formulas.names.byKey(token.key) !== undefined;
    const kind = token.kind === 'field' ? (known ? 'name' : 'unknown') : token.kind;
    out.push(
      html`<span class="ink-${kind}${isWrong(token.from, token.to) ? ' is-wrong' : ''}">${text.slice(token.from, token.to)}</span>`,
    );
  }
  // A value is missing behind the last one.
  if (wrong !== undefined && wrong.from >= text.trimEnd().length)
    out.push(html`<span class="is-wrong">&nbsp;&nbsp;</span>`);
  return out;
}

function typed(input: HTMLInputElement, parts: Parts): void {
  const { view, formulas, own, t } = parts;
  const text = input.value;
  const mark = decimalSign(view.place.words.format) === ',' ? ',' : '.';
  const read = formulas.draft(text, own, mark);
  const [problem] = read.problems;
  const error = problem ? problemText(problem, view.fields, t, view.place.words.format) : '';
  suggest(input, parts);
  view.set({ formula: { text, stored: read.stored, error } }, 'formula');
}

/** The list for where the cursor stands. */
function suggest(input: HTMLInputElement, { editing, formulas, own, t, view }: Parts): void {
  const caret = input.selectionStart ?? input.value.length;
  const before = editing.open?.list.length ?? 0;
  const found = completionsAt(input.value, caret, formulas.names, own);
  editing.open = found.list.length > 0 && input.selectionEnd === caret ? found : null;
  editing.active = 0;
  editing.caret = caret;
  if (found.list.length > 0 && found.list.length !== before) view.place.commands.announce(t.found(found.list.length));
}

function complete(input: HTMLInputElement, parts: Parts): void {
  suggest(input, parts);
  parts.view.set({});
}

function close({ editing, view }: Parts): void {
  if (editing.open === null) return;
  editing.open = null;
  view.set({});
}

function keys(event: KeyboardEvent, parts: Parts): void {
  const { editing, view } = parts;
  const input = event.target as HTMLInputElement;
  if (!event.isComposing && (leaves.has(event.key) || !holds(input, editing))) close(parts);
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === ')' && isClosed(input)) {
    event.preventDefault();
    const behind = (input.selectionStart ?? 0) + 1;
    input.setSelectionRange(behind, behind);
    return complete(input, parts);
  }
  const list = editing.open?.list ?? [];
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0) {
    event.preventDefault();
    if (list.length === 0) return complete(input, parts);
    editing.active = (editing.active + step + list.length) % list.length;
    view.set({});
    view.place.dialog.element?.querySelector(`#${ID}-${editing.active}`)?.scrollIntoView({ block: 'nearest' });
    return;
  }
  if (list.length === 0) return;
  if (event.key === 'Escape') {
    // Taken here: the dialog stays open.
    event.preventDefault();
    event.stopPropagation();
    close(parts);
  } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
    event.preventDefault();
    event.stopPropagation();
    put(list[editing.active]!, parts);
  }
}

/** Keys that take the cursor to another place. */
const leaves: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** Do the completions stand for where the cursor is? */
const holds = ({ selectionStart, selectionEnd }: HTMLInputElement, { caret }: Editing): boolean =>
  selectionStart === caret && selectionEnd === caret;

/** The bracket that came with a function stands behind the cursor: who types it as well goes over it. */
function isClosed({ value, selectionStart, selectionEnd }: HTMLInputElement): boolean {
  const count = (bracket: string): number => value.split(bracket).length;
  return selectionStart === selectionEnd && value[selectionStart ?? -1] === ')' && count('(') <= count(')');
}

/** Puts it in the place of what was begun, with the cursor behind it or within its brackets. */
function put(one: Completion, parts: Parts): void {
  const { editing, view } = parts;
  const input = view.place.dialog.element?.querySelector<HTMLInputElement>(`#${ID}`);
  if (!input || editing.open === null || !holds(input, editing)) return;
  input.setRangeText(one.text, editing.open.from, editing.open.to, 'end');
  const caret = (input.selectionStart ?? 0) - one.back;
  input.setSelectionRange(caret, caret);
  typed(input, parts);
  editing.open = null;
  view.set({});
  input.setSelectionRange(caret, caret);
}
