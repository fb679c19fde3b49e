import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FilterOp } from '../../domain/filter.js';
import { filterFields } from '../../domain/filter-fields.js';
import { selectField } from '../field.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { emptyGroup, isDraftGroup, newCondition, setField, setOp, typeOf } from './draft.js';
import type { DraftCondition, DraftGroup, DraftPart } from './draft.js';
import { fieldsFor, isFormula } from '../formula/here.js';
import { filterWords } from './model.js';
import type { FilterModel } from './model.js';
import { fieldTitle, opName, opsOffered } from './names.js';
import { valueFields } from './values.js';
import { problemText } from './words.js';

/** What the rows of a filter are drawn with. */
export interface RowParts {
  readonly model: FilterModel;
  readonly sources: readonly string[] | null;
  readonly redraw: () => void;
  /** After something was added or taken out: the selector of what gets the focus. */
  readonly focus: (selector: string) => void;
}

/** How deep people may build: a group in a group, and no further. What a page has built deeper is shown all the same. */
const deepest = 2;

/** Field, operator, value of one condition. @param known the field is said elsewhere and stays */
export function conditionFields(draft: DraftCondition, id: string, parts: RowParts, known = false): TemplateResult {
  const { model, sources, redraw } = parts;
  const words = filterWords(model.lang);
  const custom = model.store?.directory.fields ?? [];
  const asked = model.store?.abilities.formulas === true;
  const usable = asked ? fieldsFor(model.store, model.subject) : custom.filter((one) => !isFormula(one));
  const fields = filterFields(model.subject, usable).filter(({ offered }) => offered);
  const names = fields.map(({ name }) => name);
  if (!names.includes(draft.field)) names.push(draft.field);
  const type = typeOf(draft.field, model);
  const problem = draft.kept ? problemText(draft.kept, model) : '';
  const field = selectField({
    id: `filter-field${id}`,
    label: words.filter.field,
    value: draft.field,
    options: names.map((value) => ({ value, label: fieldTitle(value, custom, words) })),
    error: problem || undefined,
    onChange: (value) => {
      setField(draft, value, model);
      redraw();
    },
  });
  return html`${known ? nothing : field}
  ${selectField({
    id: `filter-op${id}`,
    label: words.filter.condition,
    value: draft.op,
    options: opsOffered(type, draft.op).map((op) => ({ value: op, label: opName(op, type, words) })),
    onChange: (value) => {
      setOp(draft, value as FilterOp);
      redraw();
    },
  })}
  ${valueFields({ draft, id, model, sources, redraw })}`;
}

/** What a group is made of, with what adds to it. The filter itself is the outermost one. */
export function groupRows(group: DraftGroup, depth: number, parts: RowParts): TemplateResult {
  const { model } = parts;
  const { filter: t } = filterWords(model.lang);
  const add = (part: DraftPart, selector: string): void => {
    group.parts = [...group.parts, part];
    parts.redraw();
    parts.focus(selector);
  };
  return html`<div class="fparts">
      ${repeat(
        group.parts,
        ({ key }) => key,
        (part) => (isDraftGroup(part) ? groupRow(part, group, depth, parts) : conditionRow(part, group, parts)),
      )}
    </div>
    ${depth === 0 && group.parts.length === 0 ? html`<p class="fnone">${t.nothingYet}</p>` : nothing}
    <div class="row wrap">
      <button type="button" class="btn btn--sm" data-add-condition=${group.key} @click=${() => {
        const part = newCondition(model);
        add(part, `#filter-field-${part.key}`);
      }}>${icon(icons.plus, { size: 'sm' })}${t.addCondition}</button>
      ${
        depth < deepest
          ? html`<button type="button" class="btn btn--sm btn--quiet" data-add-group=${group.key} @click=${() => {
              const part = emptyGroup(model);
              add(part, `#filter-holds-${part.key}`);
            }}>${icon(icons.plus, { size: 'sm' })}${t.addGroup}</button>`
          : nothing
      }
    </div>`;
}

function conditionRow(draft: DraftCondition, group: DraftGroup, parts: RowParts): TemplateResult {
  const words = filterWords(parts.model.lang);
  const name = fieldTitle(draft.field, parts.model.store?.directory.fields ?? [], words);
  return html`<div class="fcondition" role="group" aria-label=${words.filter.conditionOn(name)} data-condition=${draft.field}>
    ${conditionFields(draft, `-${draft.key}`, parts)}
    ${cross(words.filter.removeCondition(name), draft, group, parts)}
  </div>`;
}

function groupRow(draft: DraftGroup, group: DraftGroup, depth: number, parts: RowParts): TemplateResult {
  const { filter: t } = filterWords(parts.model.lang);
  return html`<div class="fgroup" role="group" aria-label=${t.group} data-group>
    <div class="fgroup-head">${holdsField(draft, t.groupHolds, parts)}${cross(t.removeGroup, draft, group, parts)}</div>
    ${groupRows(draft, depth + 1, parts)}
  </div>`;
}

/** Whether all or any of its parts have to hold. */
export function holdsField(draft: DraftGroup, label: string, { model, redraw }: RowParts): TemplateResult {
  const { filter: t } = filterWords(model.lang);
  return selectField({
    id: `filter-holds-${draft.key}`,
    label,
    value: draft.any ? 'any' : 'all',
    options: [
      { value: 'all', label: t.all },
      { value: 'any', label: t.any },
    ],
    onChange: (value) => {
      draft.any = value === 'any';
      redraw();
    },
  });
}

function cross(label: string, draft: DraftPart, group: DraftGroup, { redraw, focus }: RowParts): TemplateResult {
  const remove = (): void => {
    const at = group.parts.indexOf(draft);
    group.parts = group.parts.filter((one) => one !== draft);
    redraw();
    // To what has taken its place, else to what stood before it, else to what adds another one.
    const next = group.parts[at] ?? group.parts[at - 1];
    focus(
      next
        ? isDraftGroup(next)
          ? `#filter-holds-${next.key}`
          : `#filter-field-${next.key}`
        : `[data-add-condition="${group.key}"]`,
    );
  };
  return html`<button type="button" class="btn btn--icon btn--quiet btn--sm fcross" aria-label=${label} title=${label} @click=${remove}
    >${icon(icons.x, { size: 'sm' })}</button
  >`;
}
