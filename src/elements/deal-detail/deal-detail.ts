import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Id } from '../../domain/records.js';
import type { CrmStore, LiveRecord } from '../../store/api.js';
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
import { Actions } from './actions.js';
import { dealDetailStyles } from './deal-detail.styles.js';
import { closedBanner, crumb, head } from './head.js';
import { Past } from './past.js';
import { summary } from './summary.js';
import { dealWords } from './words.js';

/**
 * One deal: where it stands and for how long, what it is worth and how likely, who it is with, what comes next and what
 * was; moved along the stage bar, won, lost with a reason, reopened. It shows the deal that its provider has open
 * (`deal-open`), or its own `deal-id`. Give it a height and its columns scroll on their own; without one it is as high as
 * what it holds. Below 660 px its parts are tabs.
 *
 * Keys, while the focus is inside and nobody types: `M` move to a stage, `Z` undo, `Esc` close; arrows along the stage bar.
 *
 * @fires {CustomEvent<{ id: string | null }>} deal-open - The deal is about to be closed (null), or another one opened. Cancelable.
 * @fires {IntentEvent} deal-move - The deal is about to be moved. Cancelable; so are all intents of `events.ts`.
 * @fires {Event} detail-close - It is about to be closed; for an element around it, it does not leave the shadow root.
 * @slot - A section of the page's own, below the details.
 * @csspart head - Way back, title, value, labels, won and lost, the stage bar.
 * @csspart stages - The stage bar.
 * @csspart closed - How it ended, above a closed deal.
 * @csspart side - Summary, person, organization, details.
 * @csspart summary - Value, chance, expected close, owner.
 * @csspart person - The person.
 * @csspart organization - The organization.
 * @csspart details - The other fields.
 * @csspart work - Composer, focus, history.
 * @csspart composer - Where notes are written and activities planned.
 * @csspart focus - What is planned and pinned.
 * @csspart history - What has happened.
 * @csspart empty - What stands where no deal can be shown.
 */
export class DealDetail extends LitElement {
  static override styles = dealDetailStyles;

  /** A store of the page's own; stands before any provider. */
  @property({ attribute: false }) store?: CrmStore | null;
  /** The deal to show; left out, it follows what the provider has open. */
  @property({ attribute: 'deal-id' }) dealId?: Id | null;
  /** Colours: `light`, `dark`; empty = as the page. */
  @property({ reflect: true }) theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  @property({ reflect: true }) density = '';

  readonly #crm = new StoreController(this);
  readonly #words = new Localize(this, detailAreas);
  readonly #commands = new Commands(this, this.#crm);
  readonly #live = this.#crm.live<LiveRecord<'deal'>>(
    (store) => (this.#id === null ? null : store.record('deal', this.#id)),
    { deps: () => [this.#id] },
  );
  readonly #model: DetailModel = new DetailModel(
    'deal',
    this,
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
  readonly #menu = new Menu(this);
  readonly #panel = new Popup(this);
  readonly #dialog = new Dialog(this);
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
    this,
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

  constructor() {
    super();
    watchDirectory(this.#crm);
    new Keys(this, {
      m: () => {
        const anchor = this.renderRoot.querySelector<HTMLElement>('[data-act=more]');
        if (anchor) this.#actions.stages(anchor);
      },
      z: () => void this.#commands.undo(),
      'mod+z': () => void this.#commands.undo(),
      escape: () => (this.#closable ? this.#close() : false),
    });
    new Connection(this, () => {
      const timer = setInterval(() => this.requestUpdate(), 60_000);
      return () => clearInterval(timer);
    });
  }

  get #id(): Id | null {
    return this.dealId ?? this.#crm.current.deal;
  }
  get #missing(): Id | null {
    const live = this.#live.value;
    return live?.state === 'ready' && live.record === null ? this.#id : null;
  }
  get #closable(): boolean {
    return !this.dealId && this.#crm.current.deal !== null;
  }

  connectedMoveCallback(): void {
    this.#crm.moved();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#timeline.check();
  }

  protected override render(): TemplateResult {
    return html`<div class="crm deal-detail">
      <div class="banners">${this.#commands.banners()}</div>
      ${this.#content()}
      ${this.#menu.render()}${this.#panel.render()}${this.#dialog.render()}${this.#commands.render()}
    </div>`;
  }

  protected override updated(): void {
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
    this.requestUpdate();
  }

  #details(): TemplateResult {
    const { t } = this.#model;
    return html`<section class="block" part="details" aria-label=${t.detail.details}>
      <header><h3>${t.detail.details}</h3></header>
      <dl class="fields">${customRows(this.#model, this.#values)}${originRows(this.#model, this.#values)}${addedRow(this.#model)}</dl>
    </section>`;
  }

  #close(): void {
    this.dispatchEvent(new Event('detail-close', { bubbles: true }));
    this.#crm.open('deal', null);
  }

  /** The button that had the focus is gone: the one that takes it back has it. Never taken from the page. */
  async #settle(): Promise<void> {
    await this.updateComplete;
    const { activeElement } = this.ownerDocument;
    const lost = activeElement === null || activeElement === this.ownerDocument.body || activeElement.contains(this);
    if (lost && this.isConnected && !this.shadowRoot?.activeElement)
      this.renderRoot
        .querySelector<HTMLElement>('[data-act=reopen], [data-act=win], [data-restore], [data-state]')
        ?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deal-detail': DealDetail;
  }
}
