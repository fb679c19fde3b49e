import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Id } from '../../domain/records.js';
import type { LiveRecord } from '../../store/api.js';
import { Commands } from '../../shared/commands.js';
import { Connection } from '../../shared/connection.js';
import { Dialog } from '../../shared/dialog.js';
import { Composer } from '../../shared/detail/composer.js';
import { addedRow, customRows, originRows } from '../../shared/detail/details.js';
import { watchDirectory } from '../../shared/detail/directory-view.js';
import { FocusList } from '../../shared/detail/focus-list.js';
import { History } from '../../shared/detail/history.js';
import { Labels } from '../../shared/detail/labels.js';
import { DetailModel, detailAreas } from '../../shared/detail/model.js';
import { NoteCards } from '../../shared/detail/notes.js';
import { OpenDeals } from '../../shared/detail/open-deals.js';
import { People } from '../../shared/detail/people.js';
import { sectionsIn } from '../../shared/detail/sections.js';
import type { Section } from '../../shared/detail/sections.js';
import { errorState, loadingState, nobodyArt, stateBox } from '../../shared/detail/states.js';
import { Timeline } from '../../shared/detail/timeline.js';
import { trashState } from '../../shared/detail/trashed.js';
import { Values } from '../../shared/detail/values.js';
import { Keys } from '../../shared/keys.js';
import { Localize } from '../../shared/localize.js';
import { Menu } from '../../shared/menu.js';
import { Popup } from '../../shared/popup.js';
import { StoreController } from '../../shared/store-controller.js';
import { View } from '../../shared/view.js';
import { Actions } from './actions.js';
import { closedBanner, crumb, head } from './head.js';
import { Past } from './past.js';
import { summary } from './summary.js';
import { dealWords } from './words.js';
import type { DealDetailHost } from './host.js';

export { dealDetailStyles } from './deal-detail.styles.js';

/** What `<deal-detail>` shows, and what is done there. */
export class DealDetailView extends View<DealDetailHost> {
  readonly #crm = new StoreController(this.host);
  readonly #words = new Localize(this.host, detailAreas);
  readonly #commands = new Commands(this.host, this.#crm);
  readonly #live = this.#crm.live<LiveRecord<'deal'>>(
    (store) => (this.#id === null ? null : store.record('deal', this.#id)),
    { deps: () => [this.#id] },
  );
  readonly #model: DetailModel = new DetailModel(
    'deal',
    this.host,
    this.#crm,
    this.#words,
    this.#commands,
    () => this.#live.value,
    () => this.#id,
  );
  /** Read only where the deal is not there: was it deleted? */
  readonly #trash = this.#crm.live<LiveRecord<'trash'>>(
    (store) => (this.#missing === null ? null : store.record('trash', this.#missing)),
    { deps: () => [this.#missing] },
  );
  readonly #menu = new Menu(this.host);
  readonly #panel = new Popup(this.host);
  readonly #dialog = new Dialog(this.host);
  readonly #values = new Values(this.#model, this.#menu);
  readonly #labels = new Labels(this.#model, this.#panel);
  readonly #timeline = new Timeline(this.#model);
  readonly #composer = new Composer(this.#model);
  readonly #people = new People(this.#model, this.#values, this.#menu, new OpenDeals(this.#model));
  readonly #notes = new NoteCards(this.#model, this.#values, this.#menu);
  readonly #focus = new FocusList(this.#model, this.#timeline, this.#composer, this.#notes, this.#menu);
  readonly #past = new Past(this.#model);
  readonly #history = new History(
    this.#model,
    this.#timeline,
    this.#notes,
    this.#menu,
    () => this.#past.events,
    (happened) => this.#past.line(happened),
  );
  readonly #actions = new Actions(
    this.#model,
    this.host,
    this.#menu,
    this.#dialog,
    this.#values,
    this.#labels,
    () => void this.#settle(),
  );
  /** Which part a narrow one shows. */
  #tab: 'work' | 'summary' = 'work';

  readonly #sections: readonly Section[] = [
    { name: 'summary', place: 'side', render: () => summary(this.#model, this.#values, this.#past.receipts) },
    { name: 'person', place: 'side', render: () => this.#people.person() },
    { name: 'organization', place: 'side', render: () => this.#people.organization() },
    { name: 'details', place: 'side', render: () => this.#details() },
    { name: 'composer', place: 'work', render: () => this.#composer.render() },
    { name: 'focus', place: 'work', render: () => this.#focus.render() },
    { name: 'history', place: 'work', render: () => this.#history.render() },
  ];

  constructor(host: DealDetailHost) {
    super(host);
    watchDirectory(this.#crm);
    new Keys(this.host, {
      m: () => {
        const anchor = this.host.renderRoot.querySelector<HTMLElement>('[data-act=more]');
        if (anchor) this.#actions.stages(anchor);
      },
      z: () => void this.#commands.undo(),
      'mod+z': () => void this.#commands.undo(),
      escape: () => (this.#closable ? this.#close() : false),
    });
    new Connection(this.host, () => {
      const timer = setInterval(() => this.host.requestUpdate(), 60_000);
      return () => clearInterval(timer);
    });
  }

  get #id(): Id | null {
    return this.host.dealId ?? this.#crm.current.deal;
  }
  get #missing(): Id | null {
    const live = this.#live.value;
    return live?.state === 'ready' && live.record === null ? this.#id : null;
  }
  get #closable(): boolean {
    return !this.host.dealId && this.#crm.current.deal !== null;
  }

  override moved(): void {
    this.#crm.moved();
  }

  override willUpdate(): void {
    this.#timeline.check();
  }

  override render(): TemplateResult {
    return html`<div class="crm deal-detail">
      <div class="banners">${this.#commands.banners()}</div>
      ${this.#content()}
      ${this.#menu.render()}${this.#panel.render()}${this.#dialog.render()}${this.#commands.render()}
    </div>`;
  }

  override updated(): void {
    this.#past.check();
  }

  #content(): TemplateResult | typeof nothing {
    const model = this.#model;
    const { t } = model;
    const own = dealWords(model);
    const live = this.#live.value;
    if (model.record) return this.#deal();
    if (this.#crm.state === 'failed' || this.#crm.state === 'mismatch') return nothing;
    const trash = this.#trash.value;
    const body =
      this.#id === null && this.#crm.store
        ? stateBox(nobodyArt, own.nothingOpen, [own.nothingOpenText])
        : live?.state === 'error'
          ? errorState(model, live.error, () => live.retry())
          : trash?.record
            ? trashState(model, trash.record)
            : trash?.state === 'ready'
              ? stateBox(nobodyArt, t.detail.goneTitle, [own.goneText])
              : loadingState(own.loading);
    const way = this.#closable
      ? html`<header class="deal-head" part="head">${crumb(model, () => this.#close())}</header>`
      : nothing;
    return html`<div class="lone">${way}${body}</div>`;
  }

  #deal(): TemplateResult {
    const model = this.#model;
    return html`${closedBanner(model, this.#past.closedBy, this.#actions)}
      ${head(model, this.#values, this.#labels, this.#actions, this.#closable ? () => this.#close() : null)} ${this.#tabs()}
      <div class="deal-cols" data-tab=${this.#tab}>
        <div class="side" part="side" id="deal-summary">${sectionsIn('side', this.#sections, model).map(({ render }) => render())}<slot></slot></div>
        <div class="work" part="work" id="deal-work">${sectionsIn('work', this.#sections, model).map(({ render }) => render())}</div>
      </div>`;
  }

  #tabs(): TemplateResult {
    const own = dealWords(this.#model);
    const tab = (
      name: 'work' | 'summary',
      label: string,
    ): TemplateResult => html`<button type="button" class="tab" role="tab" id="tab-${name}" aria-selected=${name === this.#tab ? 'true' : 'false'}
      aria-controls="deal-${name}" tabindex=${name === this.#tab ? 0 : -1} @click=${() => this.#show(name)}>${label}</button>`;
    const arrow = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      this.#show(this.#tab === 'work' ? 'summary' : 'work');
      void this.#model.focus(`#tab-${this.#tab}`);
    };
    return html`<div class="tabs narrow-tabs" role="tablist" aria-label=${own.tabs} @keydown=${arrow}>${tab('work', own.tabWork)}${tab('summary', own.tabSummary)}</div>`;
  }

  #show(tab: 'work' | 'summary'): void {
    this.#tab = tab;
    this.host.requestUpdate();
  }

  #details(): TemplateResult {
    const { t } = this.#model;
    return html`<section class="block" part="details" aria-label=${t.detail.details}>
      <header><h3>${t.detail.details}</h3></header>
      <dl class="fields">${customRows(this.#model, this.#values)}${originRows(this.#model, this.#values)}${addedRow(this.#model)}</dl>
    </section>`;
  }

  #close(): void {
    this.host.dispatchEvent(new Event('detail-close', { bubbles: true }));
    this.#crm.open('deal', null);
  }

  /** The button that had the focus is gone: the one that takes it back has it. Never taken from the page. */
  async #settle(): Promise<void> {
    await this.host.updateComplete;
    const { activeElement } = this.host.ownerDocument;
    const lost =
      activeElement === null || activeElement === this.host.ownerDocument.body || activeElement.contains(this.host);
    if (lost && this.host.isConnected && !this.host.shadowRoot?.activeElement)
      this.host.renderRoot
        .querySelector<HTMLElement>('[data-act=reopen], [data-act=win], [data-restore], [data-state]')
        ?.focus();
  }
}
