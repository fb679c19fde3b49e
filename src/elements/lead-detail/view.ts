import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Id } from '../../domain/records.js';
import type { FirstParts } from '../../shared/first-parts.js';
import { ConvertController } from '../../shared/convert-controller.js';
import { addedLine, addedRow, customRows, originRows, row } from '../../shared/detail/details.js';
import type { EventLine } from '../../shared/detail/history.js';
import { DetailView } from '../../shared/detail/detail-view.js';
import { nextStrip } from '../../shared/detail/next.js';
import { endOf } from '../../shared/detail/position.js';
import { errorState, loadingState, nobodyArt, stateBox } from '../../shared/detail/states.js';
import type { Happened } from '../../shared/detail/timeline.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { openRecord } from '../../shared/open-record.js';
import { Actions } from './actions.js';
import { Covers } from './covers.js';
import { Gone } from './gone.js';
import { bar, title, wayWords } from './head.js';
import type { HeadOptions } from './head.js';
import type { LeadDetailHost } from './host.js';

export { leadDetailStyles } from './lead-detail.styles.js';

/** What `<lead-detail>` shows, and what is done there. */
export class LeadDetailView extends DetailView<'lead', LeadDetailHost> {
  readonly #gone = new Gone(this.model);
  readonly #convert = new ConvertController(this.host, this.crm, this.commands);
  readonly #covers = new Covers(this.host);
  readonly #actions = new Actions(
    this.model,
    this.menu,
    this.dialog,
    this.values,
    this.labels,
    this.merging,
    (id) =>
      this.#convert.open({
        ids: [id],
        returnTo: () => this.host.renderRoot.querySelector<HTMLElement>('[data-open-deal], [data-state]'),
      }),
    () => void this.settle(),
  );
  protected override readonly instead = [
    '[data-open-deal], [data-open-survivor], [data-restore], [data-state]',
    '.detail-body',
  ];
  /** The lead that was marked as seen when it was opened: "Mark as not seen" holds until another is opened. */
  #seen: Id | null = null;
  /** The lead that is left for the next one, or the one before. */
  #left: Id | null = null;

  protected override readonly line: EventLine = () => ({ icon: icons.plus, line: this.#addedLine() });

  constructor(host: LeadDetailHost, parts: FirstParts) {
    super(host, parts, 'lead');
    const step = (by: 1 | -1) => () => (this.host.position === undefined ? false : this.#step(by));
    this.keys({
      c: () => void this.#actions.convert(),
      e: () => void this.#actions.archive(),
      j: step(1),
      k: step(-1),
    });
  }

  protected override get id(): Id | null {
    return this.host.leadId ?? this.crm.current.lead;
  }
  protected override get closable(): boolean {
    return this.host.position !== undefined || (!this.host.leadId && this.crm.current.lead !== null);
  }

  override render(): TemplateResult {
    const model = this.model;
    const options: HeadOptions = {
      position: this.host.position,
      covers: this.#covers.on,
      close: this.closable ? () => this.close() : null,
      step: (by: 1 | -1) => this.#step(by),
      more: this.#actions.more,
      twins: this.twins.render(),
    };
    const shown = model.record !== null;
    return html`<div class="crm lead-detail">
      ${this.banners()}
      <div class="detail-head" part="head">${bar(model, options)}${shown ? title(model, this.values, this.labels) : nothing}</div>
      <div class="detail-body" role=${shown ? 'region' : nothing} aria-label=${shown ? model.title : nothing} tabindex=${shown ? 0 : -1}>${this.#body()}</div>
      ${shown ? this.#foot() : nothing}
      ${this.#convert.render()}${this.layers()}
    </div>${this.files.layer()}`;
  }

  #body(): TemplateResult | typeof nothing {
    const model = this.model;
    const { t } = model;
    const live = this.live.value;
    if (this.crm.state === 'failed' || this.crm.state === 'mismatch') return nothing;
    if (this.id === null)
      return this.crm.store
        ? stateBox(nobodyArt, t.detail.nothingOpen, [t.detail.nothingOpenText])
        : loadingState(t.detail.loading);
    if (model.record)
      return html`${nextStrip(model, this.timeline, this.composer, this.focus.proposal)}
        <div class="side" part="side">${this.sectionsOf('side')}<slot></slot></div>
        <div class="work" part="work">${this.sectionsOf('work')}</div>`;
    if (live?.state === 'error') return errorState(model, live.error, () => live.retry());
    if (live?.state === 'ready' && !this.#gone.loading) return this.#gone.render();
    return loadingState(t.detail.loading);
  }

  protected override details(): TemplateResult {
    const { model, values } = this;
    const { expectedClose } = model.t.common;
    const close = values.date({ field: 'expectedClose', name: expectedClose }, model.record?.expectedClose ?? null);
    return html`${row(expectedClose, close)}${originRows(model, values)}${customRows(model, values)}${addedRow(model)}`;
  }

  #foot(): TemplateResult {
    const model = this.model;
    const { t, lead } = model;
    const archived = lead?.archivedAt !== null;
    const noConvert = model.why('leads-convert');
    const noArchive = model.why(archived ? 'leads-restore' : 'leads-archive');
    return html`<div class="detail-foot" part="foot">
      <button type="button" class="btn btn--primary" data-act="convert" aria-disabled=${noConvert === undefined ? 'false' : 'true'} title=${noConvert ?? nothing} @click=${() => void this.#actions.convert()}
        >${icon(icons.convert)}${t.detail.convert}</button>
      ${
        this.#actions.canArchive
          ? html`<button type="button" class="btn" data-act="archive" aria-disabled=${noArchive === undefined ? 'false' : 'true'} title=${noArchive ?? nothing} @click=${() => void this.#actions.archive()}
              >${icon(archived ? icons.undo : icons.archive)}${archived ? t.detail.restore : t.detail.archive}</button>`
          : nothing
      }
      <span class="grow"></span>
      <button type="button" class="btn btn--icon btn--quiet" aria-haspopup="menu" aria-label=${t.detail.moreActions} title=${t.detail.moreActions} @click=${this.#actions.more}>${icon(icons.more)}</button>
    </div>`;
  }

  protected override get events(): readonly Happened[] {
    const { record } = this.model;
    return record ? [{ id: 'added', at: record.createdAt, kind: 'event' }] : [];
  }

  #addedLine(): TemplateResult {
    const { record, t } = this.model;
    return addedLine(this.model, t.detail.leadAdded, record);
  }

  override updated(): void {
    this.log.check();
    this.twins.check();
    this.following.check(this.#gone.trash);
    const { lead, store } = this.model;
    if (lead && this.#left !== null && this.#left !== lead.id) {
      this.#left = null;
      // The focus stays at the button, which says nothing of where it has led to.
      this.model.say(this.model.title);
    }
    if (!lead || this.#seen === lead.id) return;
    this.#seen = lead.id;
    if (lead.seen || store?.settings.can('leads-see', lead) !== true) return;
    void this.host.updateComplete.then(() =>
      this.commands.run('leads-see', { ids: [lead.id], seen: true }, { quiet: true }),
    );
  }

  #step(by: 1 | -1): void {
    const end = endOf(this.host.position, by);
    const { first, last } = wayWords(this.model);
    if (end) return this.model.say(by > 0 ? last : first);
    this.#left = this.id;
    this.host.dispatchEvent(new Event(by > 0 ? 'lead-next' : 'lead-previous', { bubbles: true }));
  }

  protected override close(): void {
    this.host.dispatchEvent(new Event('detail-close', { bubbles: true }));
    // No list around it that has closed it: it follows what is open, so nothing is.
    if (this.host.position === undefined && openRecord(this.crm, 'lead', null)) void this.back.go();
  }
}
