import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Id } from '../../domain/records.js';
import type { CrmStore, LiveList } from '../../store/api.js';
import { holdsFocus } from '../../shared/focus.js';
import { OpenPlace } from '../../shared/open-place.js';
import { openRecord } from '../../shared/open-record.js';
import { Stepping } from '../../shared/stepping.js';
import type { SteppedList } from '../../shared/stepping.js';
import type { Grid } from '../../shared/table/grid.js';
import type { InboxModel } from './model.js';

/**
 * What the inbox sets on the detail it made, or that stands in its slot, if the properties are there:
 * `leadId`, and `position`: the lead's place in the list. In return it hears `lead-next`, `lead-previous` and
 * `detail-close`: plain events that bubble and are not composed, so that they never leave the inbox.
 */
export interface DetailElement extends HTMLElement {
  store?: CrmStore | null | undefined;
  leadId?: Id | null;
  /**
   * `index` counts from 0; `of` is undefined while it is counted. `left`: the list does not hold the lead (any more), `index`
   * is the place of the one that comes after it. null = not known (yet).
   */
  position?: { readonly index: number; readonly of: number | undefined; readonly left?: boolean } | null;
}

const tag = 'lead-detail';

/** The open lead beside the list. */
export class DetailPanel {
  #made: DetailElement | undefined;
  #position = '';
  readonly #place: OpenPlace<'lead'>;
  readonly #stepping: Stepping<'lead'>;

  constructor(
    readonly model: InboxModel,
    readonly grid: () => Grid,
    /** false: the page shows leads in its own place. */
    readonly inside: () => boolean,
  ) {
    const list = this.#list();
    this.#place = new OpenPlace(list, model.stores);
    this.#stepping = new Stepping(list, this.#place);
  }

  get slotted(): DetailElement | null {
    return this.model.host.querySelector<DetailElement>(':scope > [slot="detail"]');
  }

  /** Is there anything to show a lead with? */
  get available(): boolean {
    return this.inside() && (this.slotted !== null || customElements.get(tag) !== undefined);
  }

  get shown(): boolean {
    return this.model.open !== null && this.available;
  }

  /** When the tag comes later than the inbox, a lead that is open already is shown then. */
  wait(): void {
    if (!customElements.get(tag)) void customElements.whenDefined(tag).then(() => this.model.update());
  }

  render(): TemplateResult | typeof nothing {
    if (!this.shown) return nothing;
    return html`<div
      class="side"
      part="detail"
      role="group"
      aria-label=${this.model.t.common.lead}
      tabindex="-1"
      @lead-next=${() => this.step(1)}
      @lead-previous=${() => this.step(-1)}
      @detail-close=${() => this.close()}
    >
      <slot name="detail" @slotchange=${() => this.model.update()}>${this.slotted ? nothing : this.#element()}</slot>
    </div>`;
  }

  /** After each drawing: which lead, and where it stands. Only what differs is set. */
  updated(): void {
    const element = this.slotted ?? this.#made;
    const { model } = this;
    if (!this.shown || !element) return;
    if (element === this.#made) {
      // An inbox that was handed its store hands it on; else the detail finds the same provider by itself.
      if (element.store !== model.host.store) element.store = model.host.store;
      if (element.leadId !== model.open) element.leadId = model.open;
    }
    this.#stepping.updated();
    const { total } = model;
    // Nothing to step to, wherever it may have been.
    const place = total === 0 ? { index: 0, in: false } : this.#place.get();
    const key = `${place?.index} ${place?.in} ${total}`;
    if (key === this.#position && element.position !== undefined) return;
    this.#position = key;
    element.position = place ? { index: place.index, of: total, ...(!place.in && { left: true }) } : null;
  }

  /** The next lead of the list, or the one before: the list comes along, the focus stays in the detail. */
  step(by: 1 | -1): void {
    this.#stepping.step(by);
  }

  #list(): SteppedList<'lead'> {
    const { model } = this;
    const show = (to: number): void => {
      const { rows } = this.grid();
      rows.scrollTo(to);
      // Where the lead covers the list nothing is scrolled, and nobody else asks for its rows.
      const [start, end] = rows.range;
      if (!model.at(to) && (to < start || to >= end)) model.list?.setWindow(to, to + 1);
    };
    return {
      // What lies in the trash is not opened.
      get list() {
        return model.list as LiveList<'lead'> | null;
      },
      get open() {
        return model.open;
      },
      get total() {
        return model.total;
      },
      get lastIndex() {
        return model.activeIndex;
      },
      at: (index) => model.at(index),
      update: () => model.update(),
      show,
      arrive: (lead, to) => {
        model.active = lead.id;
        model.activeIndex = to;
        this.open(lead.id);
      },
    };
  }

  open(id: Id): void {
    const { model } = this;
    if (model.segment === 'trash' || !openRecord(model.stores, 'lead', id)) return;
    this.#stepping.forget();
    const index = model.list?.indexOf(id) ?? -1;
    const lead = index < 0 ? undefined : model.at(index);
    if (lead && !lead.seen && model.store?.settings.can('leads-see', lead) === true)
      void model.commands.run('leads-see', { ids: [id], seen: true }, { quiet: true });
    const fromList = this.grid().focusedId !== null;
    model.update();
    if (fromList) void model.host.updateComplete.then(() => this.#follow());
  }

  /** Where it is narrow the lead covers the list, and the row that was pressed is gone from sight: the focus goes along. */
  #follow(): void {
    const { scroller, root } = this.grid();
    if (!this.shown || scroller?.checkVisibility()) return;
    root?.querySelector<HTMLElement>('.side')?.focus({ preventScroll: true });
  }

  /** Into the list, or, where it is narrow and a lead covers that, into the lead. */
  enter(): Promise<void> | void {
    const { scroller } = this.grid();
    if (!this.shown || scroller?.checkVisibility()) return this.grid().focusStop();
    (this.slotted ?? this.#made)?.focus();
  }

  /** Back to the list: the row that was open has the focus. */
  close(): void {
    const { model } = this;
    const id = model.open;
    const had = this.#hasFocus();
    const place = this.#place.get();
    if (id === null || !openRecord(model.stores, 'lead', null)) return;
    this.#stepping.forget();
    if (place) {
      model.active = place.in ? id : null;
      model.activeIndex = place.index;
    }
    model.update();
    if (had) void this.grid().focusStop();
  }

  #hasFocus(): boolean {
    const { host } = this.model;
    const element = this.slotted ?? this.#made;
    return (element !== undefined && holdsFocus(element)) || host.shadowRoot?.activeElement != null;
  }

  #element(): DetailElement {
    return (this.#made ??= document.createElement(tag));
  }
}
