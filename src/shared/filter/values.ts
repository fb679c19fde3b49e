import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { filterField } from '../../domain/filter-fields.js';
import { avatar } from '../avatar.js';
import { checkField, fieldFrame, selectField, textField, valueOf } from '../field.js';
import { controlOf, typeOf } from './draft.js';
import type { DraftCondition } from './draft.js';
import { filterWords } from './model.js';
import type { FilterModel, FilterWords } from './model.js';
import { activityWords, conditionText, periodWords, quietWords, statusWords } from './words.js';

export interface ValueParts {
  readonly draft: DraftCondition;
  /** Ends the ids of this condition's fields. */
  readonly id: string;
  readonly model: FilterModel;
  /** Where leads or deals came from; null = still being read. */
  readonly sources: readonly string[] | null;
  readonly redraw: () => void;
}

/** What is asked for: a field, two, a period or a list of boxes, as field and operator need it. */
export function valueFields(parts: ValueParts): TemplateResult | typeof nothing {
  const { draft, id, model, redraw } = parts;
  const t = filterWords(model.lang);
  const error = draft.error || undefined;
  if (draft.kept) return html`<p class="fkept">${t.filter.kept(conditionText(draft.kept, model, t))}</p>`;
  switch (controlOf(draft.op, typeOf(draft.field, model))) {
    case 'none':
      return nothing;
    case 'choices':
      return choiceFields(parts, t);
    case 'period':
      return periodFields(parts, t);
    case 'yesNo':
      return selectField({
        id: `filter-value${id}`,
        label: t.filter.value,
        value: draft.values[0] || 'true',
        options: [
          { value: 'true', label: t.common.yes },
          { value: 'false', label: t.common.no },
        ],
        onChange: (value) => {
          draft.values[0] = value;
          redraw();
        },
      });
    case 'day':
      return both(draft, t, (at, label) =>
        fieldFrame(
          { id: ids(id, at), label, error: lastOf(draft, at) ? error : undefined },
          html`<input class="input" type="date" id=${ids(id, at)} .value=${live(draft.values[at])}
            aria-invalid=${error ? 'true' : nothing} aria-describedby=${error && lastOf(draft, at) ? `${ids(id, at)}-error` : nothing}
            @input=${(event: Event) => (draft.values[at] = valueOf(event))} />`,
        ),
      );
    case 'text':
    case 'number':
      return both(draft, t, (at, label) => typed(parts, at, label));
    case 'money':
      return html`${both(draft, t, (at, label) => typed(parts, at, label))}${selectField({
        id: `filter-currency${id}`,
        label: t.common.currency,
        value: draft.currency,
        options: [
          { value: '', label: t.filter.currencyAny },
          ...currencies(model, draft.currency).map((code) => ({ value: code, label: code })),
        ],
        onChange: (value) => {
          draft.currency = value;
          redraw();
        },
      })}`;
  }
}

function ids(id: string, at: 0 | 1): string {
  return `filter-value${at === 0 ? '' : '-2'}${id}`;
}

/** The error stands at the last field of a condition. */
function lastOf({ op }: DraftCondition, at: 0 | 1): boolean {
  return at === (op === 'between' ? 1 : 0);
}

function both(
  draft: DraftCondition,
  { filter: t }: FilterWords,
  field: (at: 0 | 1, label: string) => TemplateResult,
): TemplateResult {
  return draft.op === 'between' ? html`${field(0, t.from)}${field(1, t.to)}` : field(0, t.value);
}

function typed({ draft, id }: ValueParts, at: 0 | 1, label: string): TemplateResult {
  return textField({
    id: ids(id, at),
    label,
    value: draft.values[at],
    error: lastOf(draft, at) ? draft.error || undefined : undefined,
    onInput: (value) => (draft.values[at] = value),
  });
}

function currencies({ store }: FilterModel, own: string): readonly string[] {
  const settings = store?.settings;
  const known = [
    settings?.currency ?? '',
    own,
    ...Object.keys(settings?.rates?.rates ?? {}),
    'EUR',
    'USD',
    'GBP',
    'TRY',
  ];
  return [...new Set(known)].filter((code) => code !== '');
}

function periodFields({ draft, id, redraw }: ValueParts, { filter: t }: FilterWords): TemplateResult {
  const counted = ['last', 'next', 'before'].includes(draft.period);
  return html`${selectField({
    id: `filter-value${id}`,
    label: t.period,
    value: draft.period,
    options: [
      ...Object.entries(periodWords(t)).map(([value, label]) => ({ value, label })),
      { value: 'last', label: t.lastDays },
      { value: 'next', label: t.nextDays },
      { value: 'before', label: t.beforeDays },
    ],
    onChange: (value) => {
      draft.period = value;
      draft.error = '';
      redraw();
    },
  })}${
    counted
      ? textField({
          id: `filter-days${id}`,
          label: t.days,
          value: draft.days,
          error: draft.error || undefined,
          onInput: (value) => (draft.days = value),
        })
      : nothing
  }`;
}

interface Choice {
  /** null = none of them. */
  readonly value: string | null;
  readonly label: string | TemplateResult;
}

function choiceFields(parts: ValueParts, t: FilterWords): TemplateResult {
  const { draft, id, redraw } = parts;
  const choices = choicesOf(parts, t);
  const toggle = (value: string | null, on: boolean): void => {
    draft.chosen = on ? [...draft.chosen, value] : draft.chosen.filter((one) => one !== value);
    draft.error = '';
    redraw();
  };
  // What was deleted stands among them while it is chosen, so that it can be let go.
  const there = new Set(choices.map(({ value }) => value));
  const gone = draft.chosen
    .filter((value) => !there.has(value))
    .map((value): Choice => ({ value, label: t.filter.gone }));
  const none = choices.length === 0 && gone.length === 0;
  return html`<div class="fchoices" role="group" aria-label=${t.filter.value} aria-describedby=${draft.error ? `filter-choices${id}-error` : nothing}>
    ${[...choices, ...gone].map(({ value, label }, at) =>
      checkField({
        id: at === 0 ? `filter-value${id}` : `filter-choice${id}-${at}`,
        label,
        checked: draft.chosen.includes(value),
        onChange: (on) => toggle(value, on),
      }),
    )}
    ${none ? html`<p class="menu-none" role="status">${parts.sources === null ? t.filter.loading : t.filter.nothingFound}</p>` : nothing}
    ${draft.error ? html`<p class="field-error" id="filter-choices${id}-error">${draft.error}</p>` : nothing}
  </div>`;
}

function choicesOf({ draft, model, sources }: ValueParts, { filter, common }: FilterWords): readonly Choice[] {
  const directory = model.store?.directory;
  const known = filterField(draft.field, model.subject, directory?.fields ?? []);
  const worded = (words: Readonly<Record<string, string>>): Choice[] =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  const plain = (list: readonly { readonly id: string; readonly name: string }[] = []): Choice[] =>
    list.map(({ id, name }) => ({ value: id, label: html`<bdi>${name}</bdi>` }));
  switch (known?.type) {
    case 'labels':
      return [
        ...(directory?.labels ?? []).map(({ id, name, color }) => ({
          value: id,
          label: html`<span class="label label--dot" data-c=${color}><span dir="auto">${name}</span></span>`,
        })),
        { value: null, label: filter.noLabel },
      ];
    case 'user':
    case 'users':
      return [
        ...(directory?.users ?? []).map((user) => {
          const name = user.name || common.you;
          return {
            value: user.id,
            label: html`<span class="row"><span aria-hidden="true">${avatar(name, user.id, { small: true })}</span><bdi>${name}</bdi></span>`,
          };
        }),
        {
          value: null,
          label: known.type === 'users' ? filter.noFollower : known.custom ? filter.empty : filter.noOwner,
        },
      ];
    case 'stage':
      return (directory?.pipelines ?? []).flatMap((pipeline, _, { length }) =>
        plain(
          directory
            ?.stagesOf(pipeline.id)
            .map(({ id, name }) => ({ id, name: length > 1 ? `${pipeline.name}: ${name}` : name })),
        ),
      );
    case 'pipeline':
      return plain(directory?.pipelines);
    case 'option':
    case 'options':
      return plain(known.custom?.options);
    case 'source':
      return [
        ...(sources ?? []).map((name) => ({ value: name, label: html`<bdi>${name}</bdi>` })),
        { value: null, label: filter.noSource },
      ];
    case 'activity':
      return worded(activityWords(filter));
    case 'quiet':
      return worded(quietWords(filter));
    case 'status':
      return worded(statusWords(filter));
    default:
      return [];
  }
}
