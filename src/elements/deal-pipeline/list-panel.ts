import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Filter } from '../../domain/filter.js';
import type { BoardListState, DealListState } from '../../domain/view-state.js';
import type { Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import type { BoardModel } from './model.js';
import { tellView } from '../../shared/setup-keeping.js';
import { slottedList } from './view-names.js';

const tag = 'deal-list';

/**
 * What the board sets on the list that it made; on one in its slot only those of them that it has. `embedded` says that
 * pipeline, search and owner stand in the head of the board already.
 */
export interface ListElement extends HTMLElement {
  store?: CrmStore | null | undefined;
  pipelineId?: Id | null;
  /** Groups, periods and quiet deals among it: `filterWheres` makes a query of it. */
  filter?: Filter;
  search?: string;
  segment?: 'open' | 'won' | 'lost' | 'all';
  viewState?: Partial<DealListState>;
}

/** The same deals as a table: an element of its own, made by its registered name. */
export class ListPanel {
  #made: ListElement | undefined;

  constructor(readonly model: BoardModel) {
    // A tag that is registered later than the board gets its button then.
    if (!customElements.get(tag)) void customElements.whenDefined(tag).then(() => model.update());
  }

  get element(): ListElement | null {
    return slottedList(this.model.host) ?? this.#made ?? null;
  }

  render(): TemplateResult {
    const { host, t } = this.model;
    const slotted = slottedList(host);
    if (!slotted) this.#made ??= this.#make();
    this.#hand();
    return html`<div class="list-wrap" part="list" role="group" aria-label=${t.pipeline.list}>
      <slot name="list" @slotchange=${() => this.model.update()}>${slotted ? nothing : this.#made}</slot>
    </div>`;
  }

  #make(): ListElement {
    const element = document.createElement(tag) as ListElement;
    element.toggleAttribute('embedded', true);
    // It does not leave the board, which tells it as its own.
    element.addEventListener('view-changed', () => tellView(this.model.host as HTMLElement));
    return element;
  }

  /** How the list is set up, as far as it is its own; undefined = there is none yet. */
  get state(): BoardListState | undefined {
    const { segment, orders, columns, widths } = this.element?.viewState ?? {};
    return orders && { segment, orders, columns, widths };
  }

  /** Which deals. Only what differs is set. */
  #hand(): void {
    const { element, model } = this;
    if (!element) return;
    const { store, filter, list } = model.host;
    if (list) {
      model.host.list = undefined;
      if (element === this.#made || 'viewState' in element) element.viewState = list;
    }
    const asked: Partial<ListElement> = { pipelineId: model.pipeline?.id ?? null, filter, search: model.search };
    // A board that was handed its store hands it on; else the list finds the same provider by itself.
    if (element === this.#made) Object.assign(asked, { store });
    for (const [name, value] of Object.entries(asked))
      if ((element === this.#made || name in element) && !Object.is(Reflect.get(element, name), value))
        Reflect.set(element, name, value);
  }
}
