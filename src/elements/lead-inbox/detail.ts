import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Id } from '../../domain/records.js';
import type { Grid } from './grid.js';
import type { InboxModel } from './model.js';

/**
 * What the inbox sets on the detail it made, or that stands in its slot, if the properties are there:
 * `leadId`, and `position`: the lead's place in the list. In return it hears `lead-next`, `lead-previous` and
 * `detail-close`: plain events that bubble and are not composed, so that they never leave the inbox.
 */
export interface DetailElement extends HTMLElement {
  leadId?: Id | null;
  /** `index` counts from 0; null where the list does not know the place. `of` is undefined while it is counted. */
  position?: { readonly index: number; readonly of: number | undefined } | null;
}

const tag = 'lead-detail';

/** The open lead beside the list. */
export class DetailPanel {
  #made: DetailElement | undefined;
  #position = '';

  constructor(
    readonly model: InboxModel,
    readonly grid: () => Grid,
    /** false: the page shows leads in its own place. */
    readonly inside: () => boolean,
  ) {}

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
    if (element === this.#made && element.leadId !== model.open) element.leadId = model.open;
    const index = model.open === null ? -1 : (model.list?.indexOf(model.open) ?? -1);
    const key = `${index} ${model.total}`;
    if (key === this.#position && element.position !== undefined) return;
    this.#position = key;
    element.position = index < 0 ? null : { index, of: model.total };
  }

  /** The next lead of the list, or the one before: the list comes along, the focus stays in the detail. */
  step(by: number): void {
    const { model } = this;
    const at = model.open === null ? -1 : (model.list?.indexOf(model.open) ?? -1);
    const to = (at < 0 ? model.activeIndex : at) + (at < 0 ? 0 : by);
    const lead = model.lead(to);
    if (!lead) return;
    this.grid().rows.scrollTo(to);
    model.active = lead.id;
    model.activeIndex = to;
    this.open(lead.id);
  }

  open(id: Id): void {
    const { model } = this;
    if (model.segment === 'trash' || !model.stores.open('lead', id)) return;
    const index = model.list?.indexOf(id) ?? -1;
    const lead = index < 0 ? undefined : model.lead(index);
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

  /** Back to the list: the row that was open has the focus. */
  close(): void {
    const { model } = this;
    const id = model.open;
    const had = this.#hasFocus();
    if (id === null || !model.stores.open('lead', null)) return;
    const index = model.list?.indexOf(id) ?? -1;
    if (index >= 0) {
      model.active = id;
      model.activeIndex = index;
    }
    model.update();
    if (had) void this.grid().focusStop();
  }

  #hasFocus(): boolean {
    const { host } = this.model;
    const element = this.slotted ?? this.#made;
    return element?.matches(':focus-within') === true || host.shadowRoot?.activeElement != null;
  }

  #element(): DetailElement {
    return (this.#made ??= document.createElement(tag));
  }
}
