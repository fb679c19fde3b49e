import type { TemplateResult } from 'lit';
import type { ConvertDraft } from '../../domain/plan.js';
import type { AnswerFields } from '../answer-fields.js';
import { nameOfField } from './parts.js';
import type { AnswerOptions, ConvertView } from './view.js';

/** The field that answers `field` of this lead. */
export function answer(
  fields: AnswerFields,
  view: ConvertView,
  draft: ConvertDraft,
  field: string,
  options: AnswerOptions = {},
): TemplateResult {
  const { session, redraw, format, t, nameOf } = view;
  const name = nameOfField(view, field);
  const id = `${view.id}-${draft.id}-${field}`;
  return fields.render({
    id,
    field,
    label: options.row ? t.convert.answerFor(name, draft.title) : name,
    value: draft.fields[field] ?? null,
    required: options.required ?? true,
    hideLabel: options.row,
    placeholder: options.row ? name : undefined,
    error: session.unread.get(id) ?? options.error,
    format,
    words: t.common,
    currency: session.currency,
    nameOf,
    onChange: (next) => {
      session.unread.delete(id);
      session.set(draft, field, next);
      redraw();
    },
    onInput: (text) => (draft.fields = { ...draft.fields, [field]: text }),
    onCurrency: (currency) => {
      session.currency = currency;
      redraw();
    },
    onInvalid: (message) => {
      session.unread.set(id, message);
      redraw();
    },
  });
}
