import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { readFilter } from '../../../domain/filter-check.js';
import { conditionOn } from '../../../domain/filter-on.js';
import { draftCondition, newCondition, readCondition } from '../../../shared/filter/draft.js';
import type { DraftCondition } from '../../../shared/filter/draft.js';
import type { FilterModel } from '../../../shared/filter/model.js';
import { conditionFields } from '../../../shared/filter/rows.js';
import type { RowParts } from '../../../shared/filter/rows.js';
import { keepChosen, SavedList } from '../../../shared/filter/saved-list.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { Popup } from '../../../shared/popup.js';
import { conditionName } from '../condition-name.js';
import { filterModel } from '../filtering.js';
import type { InboxModel } from '../model.js';
import { setFilter, withCondition } from '../setup-change.js';

/**
 * A condition on any field: which, how, what. `field` is '' where it is still to be chosen.
 * @param all opens the whole filter, with its groups
 */
export function openBuilder(
  popup: Popup,
  anchor: HTMLElement,
  field: string,
  model: InboxModel,
  all: () => void,
): void {
  const about = filterModel(model);
  const now = conditionOn(model.setup.filter, field);
  const draft = now ? draftCondition(now, about) : newCondition(about, field || 'value');
  let sources: readonly string[] | null = null;
  const parts = (): RowParts => ({
    model: about,
    sources,
    redraw: () => popup.draw(),
    focus: (selector) => popup.element?.querySelector<HTMLElement>(selector)?.focus(),
  });
  const saved = field === '' ? new SavedList(about) : null;
  const end = saved?.watch(() => popup.isOpen && popup.draw());
  popup.show(anchor, {
    onClose: end,
    label: () => (field === '' ? model.t.filter.addLong : model.t.filter.by(conditionName(field, model))),
    focus: field === '' ? '#filter-field' : '#filter-value, #filter-op',
    content: () => content(popup, draft, field, { model, about, parts: parts(), all, saved }),
  });
  void model.store?.directory
    .sources()
    .catch(() => [])
    .then((found) => {
      sources = found;
      if (popup.isOpen) popup.draw();
    });
}

interface Place {
  readonly model: InboxModel;
  readonly about: FilterModel;
  readonly parts: RowParts;
  readonly all: () => void;
  /** Filters that were saved, where no field is meant yet. */
  readonly saved: SavedList | null;
}

/** One press narrows the list by a filter that was saved. */
function savedItems(popup: Popup, { model, about, saved }: Place): TemplateResult | typeof nothing {
  const found = saved?.all ?? [];
  if (found.length === 0) return nothing;
  const t = model.t.filter;
  return html`<hr />
    <div class="menu-head" id="filter-saved-head">${t.saved}</div>
    <div class="fsaved-items" role="group" aria-labelledby="filter-saved-head">
      ${found.map(
        ({ id, name, shared, filter }) =>
          html`<button
            type="button"
            class="menu-item"
            data-saved-filter=${id}
            @click=${() => {
              popup.close();
              keepChosen(about, id);
              setFilter(model, readFilter(filter).filter);
              model.say(t.applied(filter.length));
            }}
          ><span class="cut" dir="auto">${shared ? t.savedShared(name) : name}</span></button>`,
      )}
    </div>`;
}

function content(popup: Popup, draft: DraftCondition, known: string, place: Place): TemplateResult {
  const { model, about, parts, all } = place;
  const t = model.t.filter;
  const put = (condition: Parameters<typeof withCondition>[2]): void => {
    popup.close();
    setFilter(model, withCondition(model.setup.filter, known || draft.field, condition));
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const condition = readCondition(draft, about);
    if (condition) put(condition);
    else popup.draw();
  };
  const whole = (): void => {
    popup.close();
    all();
  };
  const on = conditionOn(model.setup.filter, known || draft.field);
  return html`<form class="builder" novalidate @submit=${submit}>
    ${known ? html`<div class="menu-head">${conditionName(known, model)}</div>` : nothing}
    ${conditionFields(draft, '', parts, known !== '')}
    <div class="row">
      ${on ? html`<button type="button" class="btn btn--quiet btn--sm" data-remove @click=${() => put(null)}>${t.remove}</button>` : nothing}
      <span class="grow"></span>
      <button type="button" class="btn btn--sm" @click=${() => popup.close()}>${t.cancel}</button>
      <button type="submit" class="btn btn--primary btn--sm">${t.apply}</button>
    </div>
    ${savedItems(popup, place)}
    <hr />
    <button type="button" class="menu-item" data-all-conditions @click=${whole}>${icon(icons.filter)}${t.allConditions}</button>
  </form>`;
}
