import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Id } from '../../domain/records.js';
import type { LiveRecord } from '../../store/api.js';
import { Commands } from '../../shared/commands.js';
import { Connection } from '../../shared/connection.js';
import { ConvertController } from '../../shared/convert-controller.js';
import { Dialog } from '../../shared/dialog.js';
import { Composer } from '../../shared/detail/composer.js';
import { addedRow, customRows, originRows, row } from '../../shared/detail/details.js';
import { watchDirectory } from '../../shared/detail/directory-view.js';
import { FocusList } from '../../shared/detail/focus-list.js';
import { History } from '../../shared/detail/history.js';
import { Labels } from '../../shared/detail/labels.js';
import { DetailModel, detailAreas } from '../../shared/detail/model.js';
import { nextStrip } from '../../shared/detail/next.js';
import { NoteCards } from '../../shared/detail/notes.js';
import { OpenDeals } from '../../shared/detail/open-deals.js';
import { People } from '../../shared/detail/people.js';
import { sectionsIn } from '../../shared/detail/sections.js';
import type { Section } from '../../shared/detail/sections.js';
import { errorState, loadingState, nobodyArt, stateBox } from '../../shared/detail/states.js';
import { Timeline } from '../../shared/detail/timeline.js';
import type { Happened } from '../../shared/detail/timeline.js';
import { Values } from '../../shared/detail/values.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { hasLostFocus, KeepFocus } from '../../shared/keep-focus.js';
import { Keys } from '../../shared/keys.js';
import { Localize } from '../../shared/localize.js';
import { Menu } from '../../shared/menu.js';
import { Popup } from '../../shared/popup.js';
import { StoreController } from '../../shared/store-controller.js';
import { View } from '../../shared/view.js';
import { Actions } from './actions.js';
import { Covers } from './covers.js';
import { Gone } from './gone.js';
import { bar, title } from './head.js';
import type { LeadDetailHost } from './host.js';

export { leadDetailStyles } from './lead-detail.styles.js';

/** What `<lead-detail>` shows, and what is done there. */
export class LeadDetailView extends View<LeadDetailHost> {
  readonly #crm = new StoreController(this.host);
  readonly #words = new Localize(this.host, detailAreas);
  readonly #commands = new Commands(this.host, this.#crm);
  readonly #live = this.#crm.live<LiveRecord<'lead'>>(
    (store) => (this.#id === null ? null : store.record('lead', this.#id)),
    { deps: () => [this.#id] },
  );
  readonly #model: DetailModel = new DetailModel(
    'lead',
    this.host,
    this.#crm,
    this.#words,
    this.#commands,
    () => this.#live.value,
    () => this.#id,
  );
  readonly #gone = new Gone(this.#model);
  readonly #menu = new Menu(this.host);
  readonly #panel = new Popup(this.host);
  readonly #question = new Dialog(this.host);
  readonly #convert = new ConvertController(this.host, this.#crm, this.#commands);
  readonly #values = new Values(this.#model, this.#menu);
  readonly #labels = new Labels(this.#model, this.#panel);
  readonly #timeline = new Timeline(this.#model);
  readonly #composer = new Composer(this.#model);
  readonly #people = new People(this.#model, this.#values, this.#menu, new OpenDeals(this.#model));
  readonly #notes = new NoteCards(this.#model, this.#values, this.#menu);
  readonly #focus = new FocusList(this.#model, this.#timeline, this.#composer, this.#notes, this.#menu);
  readonly #history = new History(
    this.#model,
    this.#timeline,
    this.#notes,
    this.#menu,
    () => this.#events,
    () => ({ icon: icons.plus, line: this.#addedLine() }),
  );
  readonly #covers = new Covers(this.host);
  readonly #actions = new Actions(
    this.#model,
    this.#menu,
    this.#question,
    this.#values,
    this.#labels,
    (id) =>
      this.#convert.open({
        ids: [id],
        returnTo: () => this.host.renderRoot.querySelector<HTMLElement>('[data-open-deal], [data-state]'),
      }),
    () => void this.#settle(),
  );
  /** The lead that was marked as seen when it was opened: "Mark as not seen" holds until another is opened. */
  #seen: Id | null = null;

  readonly #sections: readonly Section[] = [
    { name: 'person', place: 'side', render: () => this.#people.person() },
    { name: 'organization', place: 'side', render: () => this.#people.organization() },
    { name: 'details', place: 'side', render: () => this.#details() },
    { name: 'composer', place: 'work', render: () => this.#composer.render() },
    { name: 'focus', place: 'work', render: () => this.#focus.render() },
    { name: 'history', place: 'work', render: () => this.#history.render() },
  ];

  constructor(host: LeadDetailHost) {
    super(host);
    watchDirectory(this.#crm);
    new KeepFocus(this.host, () => this.#focusBody());
    const step = (by: 1 | -1) => () => (this.host.position ? this.#step(by) : false);
    new Keys(this.host, {
      c: () => void this.#actions.convert(),
      e: () => void this.#actions.archive(),
      j: step(1),
      k: step(-1),
      z: () => void this.#commands.undo(),
      'mod+z': () => void this.#commands.undo(),
      escape: () => (this.#closable ? this.#close() : false),
    });
    new Connection(this.host, () => {
      const timer = setInterval(() => {
        this.#model.minute++;
        this.host.requestUpdate();
      }, 60_000);
      return () => clearInterval(timer);
    });
  }

  get #id(): Id | null {
    return this.host.leadId ?? this.#crm.current.lead;
  }
  /** It can be closed where a list made it, or where it follows what is open. */
  get #closable(): boolean {
    return this.host.position !== undefined || (!this.host.leadId && this.#crm.current.lead !== null);
  }

  override moved(): void {
    this.#crm.moved();
  }

  override willUpdate(): void {
    this.#timeline.check();
  }

  override render(): TemplateResult {
    const model = this.#model;
    const options = {
      position: this.host.position,
      covers: this.#covers.on,
      close: this.#closable ? () => this.#close() : null,
      step: (by: 1 | -1) => this.#step(by),
      more: this.#actions.more,
    };
    const shown = model.record !== null;
    return html`<div class="crm lead-detail">
      <div class="banners">${this.#commands.banners()}</div>
      <header class="detail-head" part="head">${bar(model, options)}${shown ? title(model, this.#values, this.#labels) : nothing}</header>
      <div class="detail-body" role=${shown ? 'region' : nothing} aria-label=${shown ? model.title : nothing} tabindex=${shown ? 0 : -1}>${this.#body()}</div>
      ${shown ? this.#foot() : nothing}
      ${this.#menu.render()}${this.#panel.render()}${this.#question.render()}${this.#convert.render()}${this.#commands.render()}
    </div>`;
  }

  #body(): TemplateResult | typeof nothing {
    const model = this.#model;
    const { t } = model;
    const live = this.#live.value;
    if (this.#crm.state === 'failed' || this.#crm.state === 'mismatch') return nothing;
    if (this.#id === null)
      return this.#crm.store
        ? stateBox(nobodyArt, t.detail.nothingOpen, [t.detail.nothingOpenText])
        : loadingState(t.detail.loading);
    if (model.record)
      return html`${nextStrip(model, this.#timeline, this.#composer)}
        <div class="side" part="side">${sectionsIn('side', this.#sections, model).map(({ render }) => render())}<slot></slot></div>
        <div class="work" part="work">${sectionsIn('work', this.#sections, model).map(({ render }) => render())}</div>`;
    if (live?.state === 'error') return errorState(model, live.error, () => live.retry());
    if (live?.state === 'ready' && !this.#gone.loading) return this.#gone.render();
    return loadingState(t.detail.loading);
  }

  #details(): TemplateResult {
    const { t, record } = this.#model;
    const values = this.#values;
    return html`<section class="block" part="details" aria-label=${t.detail.details}>
      <header><h3>${t.detail.details}</h3></header>
      <dl class="fields">
        ${row(t.common.expectedClose, values.date({ field: 'expectedClose', name: t.common.expectedClose }, record?.expectedClose ?? null))}
        ${originRows(this.#model, values)}${customRows(this.#model, values)}${addedRow(this.#model)}
      </dl>
    </section>`;
  }

  #foot(): TemplateResult {
    const model = this.#model;
    const { t, lead } = model;
    const archived = lead?.archivedAt !== null;
    const noConvert = model.why('leads-convert');
    const noArchive = model.why(archived ? 'leads-restore' : 'leads-archive');
    return html`<footer class="detail-foot" part="foot">
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
    </footer>`;
  }

  get #events(): readonly Happened[] {
    const { record } = this.#model;
    return record ? [{ id: 'added', at: record.createdAt, kind: 'event' }] : [];
  }

  #addedLine(): TemplateResult {
    const { record, t } = this.#model;
    return html`<b>${t.detail.leadAdded}</b> ${record?.sourceName ? html`<span class="muted"><bdi>${t.detail.addedFrom(record.sourceName)}</bdi></span>` : nothing}`;
  }

  override updated(): void {
    const { lead, store } = this.#model;
    if (!lead || this.#seen === lead.id) return;
    this.#seen = lead.id;
    if (lead.seen || store?.settings.can('leads-see', lead) !== true) return;
    void this.host.updateComplete.then(() =>
      this.#commands.run('leads-see', { ids: [lead.id], seen: true }, { quiet: true }),
    );
  }

  #step(by: 1 | -1): void {
    this.host.dispatchEvent(new Event(by > 0 ? 'lead-next' : 'lead-previous', { bubbles: true }));
  }

  #close(): void {
    this.host.dispatchEvent(new Event('detail-close', { bubbles: true }));
    // No list around it that has closed it: it follows what is open, so nothing is.
    if (this.host.position === undefined) this.#crm.open('lead', null);
  }

  async #settle(): Promise<void> {
    await this.host.updateComplete;
    if (hasLostFocus(this.host)) this.#focusBody();
  }

  /** What had the focus is gone, with its lead or with what was to do: what stands there instead has it. */
  #focusBody(): void {
    this.host.renderRoot
      .querySelector<HTMLElement>('[data-open-deal], [data-restore], .detail-body[role], [data-state]')
      ?.focus({ preventScroll: true });
  }
}
