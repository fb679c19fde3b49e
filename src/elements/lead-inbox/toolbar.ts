import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FilterCondition, FilterPart } from '../../domain/filter.js';
import type { Drawing } from '../../shared/first-icons.js';
import * as icons from '../../shared/first-icons.js';
import type { InboxModel } from './model.js';
import { defaultOrder } from './setup.js';
import type { InboxWords } from './words.js';

export interface ToolbarActions {
  /** A button has been pressed: what it does is known by its data (press.ts). `data-filter` is a field, `#` and a place in the filter, or '' = choose a field first. */
  readonly press: (event: Event) => void;
  /** A chip that is on: what is asked, and what takes it back; undefined = on its way. */
  readonly asked: ((part: FilterPart, key: string, model: InboxModel) => ChipOn) | undefined;
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
      ${standing.map(([field, drawing, name]) =>
        chip(
          field,
          drawing,
          name(t),
          setup.filter.find((one) => (one as Partial<FilterCondition> | null)?.field === field),
          model,
          actions,
        ),
      )}
      ${model.own?.otherChips(setup.filter, standing, model, (part, key, name) =>
        chip(key, null, name, part, model, actions),
      )}
      <button
        type="button"
        class="chip chip--add"
        aria-haspopup="dialog"
        aria-expanded="false"
        data-filter=""
        @click=${actions.press}
      >${icons.firstIcon(icons.plus, 'i--sm')}${t.filter.add}</button>
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
      @click=${actions.press}
    >${icons.firstIcon(icons.columns)}</button>
    <button
      type="button"
      class="btn btn--icon btn--quiet btn--sm"
      data-more
      aria-label=${t.inbox.more}
      title=${t.inbox.more}
      aria-haspopup="menu"
      aria-expanded="false"
      @click=${actions.press}
    >${icons.firstIcon(icons.more)}</button>
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
  condition: FilterPart | undefined,
  model: InboxModel,
  { press, asked }: ToolbarActions,
): TemplateResult {
  const on = condition && asked?.(condition, field, model);
  return html`<span class="chip${condition ? ' chip--on' : ''}"
    ><button
      type="button"
      data-filter=${field}
      aria-haspopup="dialog"
      aria-expanded="false"
      @click=${press}
    >${
      condition
        ? (on?.words ?? html`<bdi>${name}</bdi>`)
        : html`${drawing ? icons.firstIcon(drawing, 'i--sm') : nothing}${name}${icons.firstIcon(icons.down, 'i--sm')}`
    }</button
    >${on?.clear}</span
  >`;
}

function sortButton(model: InboxModel, { press }: ToolbarActions): TemplateResult {
  const { order } = model.setup;
  const name =
    model.own?.orderName(order[0]?.field ?? '', model.columns, model) ??
    (order === defaultOrder ? model.t.common.nextActivity : '');
  return html`<button
    type="button"
    class="btn btn--quiet btn--sm"
    data-order
    aria-label=${model.t.inbox.sort(name)}
    aria-haspopup="menu"
    aria-expanded="false"
    @click=${press}
  >${icons.firstIcon(icons.sort)}<span><bdi>${name}</bdi></span></button>`;
}
