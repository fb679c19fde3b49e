import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { parseDecimal } from '../../../i18n/parse.js';
import type { Condition } from '../../../domain/query.js';
import { checkField, selectField, textField } from '../../../shared/field.js';
import type { Popup } from '../../../shared/popup.js';
import { conditionName } from '../condition-name.js';
import { customField } from '../custom-field.js';
import type { InboxModel } from '../model.js';
import { setFilter, withCondition } from '../setup-change.js';
import { kindOf, operatorsOf, plainFields } from './operators.js';
import type { Operator } from './operators.js';

/** What is typed; read when it is applied, so that half a number is no error. */
interface Draft {
  field: string;
  op: Condition['op'];
  values: [string, string];
  chosen: readonly string[];
  error: string;
}

/** A condition on any field: which, how, what. `field` is '' where it is still to be chosen. */
export function openBuilder(popup: Popup, anchor: HTMLElement, field: string, model: InboxModel): void {
  const draft = draftOf(field, model);
  popup.show(anchor, {
    label: field === '' ? model.t.filter.addLong : model.t.filter.by(conditionName(field, model)),
    focus: field === '' ? '#filter-field' : '#filter-value, #filter-op',
    content: () => content(popup, draft, field !== '', model),
  });
}

function draftOf(field: string, model: InboxModel): Draft {
  const now = model.setup.filter.find((one) => one.field === field);
  const name = field || (plainFields[3]?.[0] ?? '');
  const op = now?.op ?? operatorsOf(name, model)[0]?.op ?? 'filled';
  const list = Array.isArray(now?.value) ? now.value : now?.value === undefined ? [] : [now.value];
  const shown = list.map((value) => shownValue(name, value, model));
  return { field: name, op, values: [shown[0] ?? '', shown[1] ?? ''], chosen: list.map(String), error: '' };
}

function shownValue(field: string, value: unknown, model: InboxModel): string {
  return kindOf(field, model) === 'number' ? model.format.number(String(value)) : String(value);
}

function content(popup: Popup, draft: Draft, known: boolean, model: InboxModel): TemplateResult {
  const t = model.t.filter;
  const operators = operatorsOf(draft.field, model);
  const operator = operators.find(({ op }) => op === draft.op) ?? operators[0];
  const fields = [
    ...plainFields.map(([name]) => name),
    ...(model.store?.directory.fields ?? []).map(({ id }) => `custom.${id}`),
  ];
  const submit = (event: Event): void => {
    event.preventDefault();
    if (operator && apply(draft, operator, model)) popup.close();
    else model.update();
  };
  return html`<form class="builder" novalidate @submit=${submit}>
    ${
      known
        ? html`<div class="menu-head">${conditionName(draft.field, model)}</div>`
        : selectField({
            id: 'filter-field',
            label: t.field,
            value: draft.field,
            options: fields.map((value) => ({ value, label: conditionName(value, model) })),
            onChange: (value) => {
              Object.assign(draft, draftOf(value, model));
              model.update();
            },
          })
    }
    ${selectField({
      id: 'filter-op',
      label: t.condition,
      value: operator?.op ?? '',
      options: operators.map(({ op, name }) => ({ value: op, label: name })),
      onChange: (value) => {
        draft.op = value as Condition['op'];
        draft.error = '';
        model.update();
      },
    })}
    ${operator && operator.values > 0 ? valueFields(draft, operator, model) : nothing}
    <div class="row">
      ${
        model.setup.filter.some((one) => one.field === draft.field)
          ? html`<button type="button" class="btn btn--quiet btn--sm" data-remove @click=${() => remove(popup, draft, model)}>${t.remove}</button>`
          : nothing
      }
      <span class="grow"></span>
      <button type="button" class="btn btn--sm" @click=${() => popup.close()}>${t.cancel}</button>
      <button type="submit" class="btn btn--primary btn--sm">${t.apply}</button>
    </div>
  </form>`;
}

function valueFields(draft: Draft, { values }: Operator, model: InboxModel): TemplateResult {
  const t = model.t.filter;
  const kind = kindOf(draft.field, model);
  if (kind === 'options') return optionFields(draft, model);
  if (kind === 'yesNo')
    return selectField({
      id: 'filter-value',
      label: t.value,
      value: draft.values[0] || 'true',
      options: [
        { value: 'true', label: model.t.common.yes },
        { value: 'false', label: model.t.common.no },
      ],
      onChange: (value) => (draft.values[0] = value),
    });
  const one = (at: 0 | 1, label: string): TemplateResult => {
    const id = at === 0 ? 'filter-value' : 'filter-value-2';
    const error = at === values - 1 && draft.error ? draft.error : undefined;
    if (kind === 'day')
      return html`<div class="field" ?data-invalid=${error !== undefined}>
        <label for=${id}>${label}</label
        ><input class="input" type="date" id=${id} .value=${draft.values[at]} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing}
          @input=${(event: Event) => (draft.values[at] = (event.target as HTMLInputElement).value)} />
        ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
      </div>`;
    return textField({ id, label, value: draft.values[at], error, onInput: (value) => (draft.values[at] = value) });
  };
  return values === 2 ? html`${one(0, t.from)}${one(1, t.to)}` : one(0, t.value);
}

function optionFields(draft: Draft, model: InboxModel): TemplateResult {
  const options = customField(draft.field, model)?.options ?? [];
  const toggle = (id: string, on: boolean): void => {
    draft.chosen = on ? [...draft.chosen, id] : draft.chosen.filter((one) => one !== id);
    model.update();
  };
  return html`<div role="group" aria-label=${model.t.filter.value}>
    ${options.map(({ id, name }, at) => checkField({ id: at === 0 ? 'filter-value' : `filter-option-${id}`, label: name, checked: draft.chosen.includes(id), onChange: (on) => toggle(id, on) }))}
    ${draft.error ? html`<p class="field-error">${draft.error}</p>` : nothing}
  </div>`;
}

/** Reads what was typed; what cannot be read stays, with a sentence that says what is wrong. */
function apply(draft: Draft, { op, values }: Operator, model: InboxModel): boolean {
  const t = model.t.filter;
  const kind = kindOf(draft.field, model);
  const { field } = draft;
  const done = (value?: unknown): boolean => {
    setFilter(
      model,
      withCondition(model.setup.filter, field, value === undefined ? { field, op } : { field, op, value }),
    );
    return true;
  };
  const wrong = (text: string): boolean => {
    draft.error = text;
    return false;
  };
  if (values === 0) return done();
  if (kind === 'options') return draft.chosen.length === 0 ? wrong(t.optionMissing) : done(draft.chosen);
  if (kind === 'yesNo') return done(draft.values[0] !== 'false');
  const typed = draft.values.slice(0, values).map((text) => text.trim());
  if (typed.some((text) => text === '')) return wrong(kind === 'day' ? t.dateMissing : t.valueMissing);
  if (kind === 'number') {
    const numbers = typed.map((text) => parseDecimal(text, model.format));
    if (numbers.includes(null)) return wrong(t.numberWrong);
    if (values === 2 && Number(numbers[0]) > Number(numbers[1])) return wrong(t.orderWrong);
    return done(values === 2 ? numbers : numbers[0]);
  }
  if (kind === 'day' && values === 2 && typed[0]! > typed[1]!) return wrong(t.orderWrong);
  return done(values === 2 ? typed : typed[0]);
}

function remove(popup: Popup, { field }: Draft, model: InboxModel): void {
  popup.close();
  setFilter(model, withCondition(model.setup.filter, field, null));
}
