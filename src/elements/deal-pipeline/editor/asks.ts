import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { checkField } from '../../../shared/field.js';
import type { EditorView } from './view.js';

/** The fields that can be asked for, beside those of one's own. */
const askable = ['value', 'expectedClose', 'ownerId', 'personId', 'organizationId'] as const;

export interface Asks {
  /** Unique within the form. */
  readonly key: string;
  /** How much is asked for, in words. */
  readonly said: string;
  /** What the fields are needed for. */
  readonly text: string;
  readonly chosen: readonly string[];
  /** More that can be asked for here. */
  readonly more?: readonly string[];
  readonly view: Pick<EditorView, 'model'>;
  readonly onChange: (fields: readonly string[]) => void;
}

/** What a deal needs to come to a stage, to be won, or to be lost. Folded up: most ask for nothing. */
export function asks({ key, said, text, chosen, more = [], view: { model }, onChange }: Asks): TemplateResult {
  const on = new Set(chosen);
  // Nobody can fill in what is worked out.
  const own = (model.store?.directory.fields ?? [])
    .filter(({ type }) => type !== 'formula')
    .map(({ id, name }) => ({ field: `custom.${id}`, name }));
  const fields = [...more, ...askable].map((field) => ({ field, name: model.commands.fieldName(field) }));
  const all = [...fields, ...own];
  return html`<details class="asks">
    <summary>${said}</summary>
    <div role="group" aria-label=${text}>
      <p class="muted" aria-hidden="true">${text}</p>
      ${all.map(({ field, name }) =>
        checkField({
          id: `${key}-${field}`,
          label: html`<bdi>${name}</bdi>`,
          checked: on.has(field),
          onChange: (checked) =>
            onChange(all.map((each) => each.field).filter((each) => (each === field ? checked : on.has(each)))),
        }),
      )}
    </div>
  </details>`;
}
