import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Condition } from '../../domain/query.js';
import type { Drawing } from '../../shared/first-icons.js';
import * as icons from '../../shared/first-icons.js';
import { icon } from '../../shared/icon.js';
import type { InboxModel } from './model.js';
import { ownSetupCode } from './own-setup-code.js';
import { defaultOrder } from './setup.js';
import type { InboxWords } from './words.js';

export interface ToolbarActions {
  /** Opens the panel of a field's filter; '' = choose a field first. */
  readonly openFilter: (anchor: HTMLElement, field: string) => void;
  readonly openSort: (anchor: HTMLElement) => void;
  readonly openColumns: (anchor: HTMLElement) => void;
  readonly openMore: (anchor: HTMLElement) => void;
  /** A chip that is on: what is asked, and what takes it back; undefined = on its way. */
  readonly asked: ((condition: Condition, name: string, model: InboxModel) => ChipOn) | undefined;
}

/** What a chip shows while something is asked of its field. */
export interface ChipOn {
  readonly words: TemplateResult;
  readonly clear: TemplateResult;
}

/** Fields that have a chip of their own even while nothing is asked of them. */
const standing: readonly (readonly [field: string, drawing: Drawing, name: (t: InboxWords) => string])[] = [
  ['labelIds', icons.label, (t) => t.filter.label],
  ['ownerId', icons.person, (t) => t.filter.owner],
  ['sourceName', icons.globe, (t) => t.filter.source],
  ['nextActivity', icons.calendar, (t) => t.filter.activity],
];

/** Filters, order, columns. */
export function toolbar(model: InboxModel, actions: ToolbarActions): TemplateResult {
  const { t, setup } = model;
  return html`<div class="toolbar" part="toolbar" role="group" aria-label=${t.inbox.filterAndOrder}>
    <div class="chips">
      ${standing.map(([field, drawing, name]) => {
        const condition = setup.filter.find((one) => one.field === field);
        return chip(field, drawing, name(t), condition, model, actions);
      })}
      ${ownSetupCode.here?.otherChips(
        setup.filter,
        standing.map(([field]) => field),
        model,
        (condition, name) => chip(condition.field, null, name, condition, model, actions),
      )}
      <button
        type="button"
        class="chip chip--add"
        aria-haspopup="dialog"
        aria-expanded="false"
        data-filter=""
        @click=${(event: Event) => actions.openFilter(event.currentTarget as HTMLElement, '')}
      >${icon(icons.plus, { size: 'sm' })}${t.filter.add}</button>
    </div>
    ${sortButton(model, actions)}
    <span class="rule"></span>
    <button
      type="button"
      class="btn btn--icon btn--quiet btn--sm"
      data-columns
      aria-label=${t.inbox.columns}
      title=${t.inbox.columns}
      aria-haspopup="dialog"
      aria-expanded="false"
      @click=${(event: Event) => actions.openColumns(event.currentTarget as HTMLElement)}
    >${icon(icons.columns)}</button>
    <button
      type="button"
      class="btn btn--icon btn--quiet btn--sm"
      data-more
      aria-label=${t.inbox.more}
      title=${t.inbox.more}
      aria-haspopup="menu"
      aria-expanded="false"
      @click=${(event: Event) => actions.openMore(event.currentTarget as HTMLElement)}
    >${icon(icons.more)}</button>
  </div>`;
}

/**
 * One element for a filter that is off or on: its panel stands at it, and several boxes are ticked while it turns.
 * @param drawing of a filter that stands there always; the others come and go with their condition
 */
function chip(
  field: string,
  drawing: Drawing | null,
  name: string,
  condition: Condition | undefined,
  model: InboxModel,
  { openFilter, asked }: ToolbarActions,
): TemplateResult {
  const on = condition && asked?.(condition, name, model);
  return html`<span class="chip${condition ? ' chip--on' : ''}"
    ><button
      type="button"
      data-filter=${field}
      aria-haspopup="dialog"
      aria-expanded="false"
      @click=${(event: Event) => openFilter(event.currentTarget as HTMLElement, field)}
    >${
      condition
        ? (on?.words ?? html`<bdi>${name}</bdi>`)
        : html`${drawing ? icon(drawing, { size: 'sm' }) : nothing}${name}${icon(icons.down, { size: 'sm' })}`
    }</button
    >${on?.clear}</span
  >`;
}

function sortButton(model: InboxModel, { openSort }: ToolbarActions): TemplateResult {
  const { order } = model.setup;
  const name =
    ownSetupCode.here?.orderName(order[0]?.field ?? '', model.columns, model) ??
    (order === defaultOrder ? model.t.common.nextActivity : '');
  return html`<button
    type="button"
    class="btn btn--quiet btn--sm"
    data-order
    aria-label=${model.t.inbox.sort(name)}
    aria-haspopup="menu"
    aria-expanded="false"
    @click=${(event: Event) => openSort(event.currentTarget as HTMLElement)}
  >${icon(icons.sort)}<span><bdi>${name}</bdi></span></button>`;
}
