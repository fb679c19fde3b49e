import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Id } from '../../domain/records.js';
import type { LiveRecord } from '../../store/api.js';
import type { FirstParts } from '../../shared/first-parts.js';
import { addedRow, customRows, originRows } from '../../shared/detail/details.js';
import { filesWords, showsFiles } from '../../shared/detail/files/shown.js';
import type { EventLine } from '../../shared/detail/history.js';
import { DetailView } from '../../shared/detail/detail-view.js';
import type { Section } from '../../shared/detail/sections.js';
import { errorState, loadingState, nobodyArt, stateBox } from '../../shared/detail/states.js';
import type { Happened } from '../../shared/detail/timeline.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { openRecord } from '../../shared/open-record.js';
import { mergedState } from '../../shared/detail/merged.js';
import { trashState } from '../../shared/detail/trashed.js';
import { Actions } from './actions.js';
import { closedBanner, crumb, head } from './head.js';
import { Products } from '../../shared/detail/products/products.js';
import { Participants } from './participants.js';
import { Projects } from './projects/projects.js';
import { Past } from './past.js';
import { quietBanner } from './quiet.js';
import { Receipts } from './receipts.js';
import { summary } from './summary.js';
import { Walk } from './walk.js';
import { dealWords } from './words.js';
import type { DealDetailHost } from './host.js';

export { dealDetailStyles } from './deal-detail.styles.js';

/** The parts of a narrow one. */
type Tab = 'work' | 'summary' | 'files';

/** What `<deal-detail>` shows, and what is done there. */
export class DealDetailView extends DetailView<'deal', DealDetailHost> {
  /** Read only where the deal is not there: was it deleted? */
  readonly #trash = this.crm.live<LiveRecord<'trash'>>(
    (store) => (this.#missing === null ? null : store.record('trash', this.#missing)),
    { deps: () => [this.#missing] },
  );
  readonly #receipts = new Receipts(this.model, () => void this.settle());
  readonly #past = new Past(this.model, this.#receipts);
  readonly #projects = new Projects(this.model, this.values, this.menu, this.dialog, () => this.#show('summary'));
  readonly #actions = new Actions(
    this.model,
    this.host,
    this.menu,
    this.dialog,
    this.values,
    this.labels,
    this.merging,
    this.#receipts,
    this.#projects,
    () => void this.settle(),
  );
  readonly #participants = new Participants(this.model, this.values, this.menu, () => void this.settle());
  readonly #walk = new Walk(this.model);
  readonly #products = new Products(this.model, this.menu, this.dialog, () => dealWords(this.model));
  protected override readonly instead = [
    '[data-act=reopen], [data-act=win], [data-open-survivor], [data-restore], [data-state]',
  ];
  /** Which part a narrow one shows. */
  #tab: Tab = 'work';

  protected override readonly line: EventLine = (happened) => this.#past.line(happened);

  constructor(host: DealDetailHost, parts: FirstParts) {
    super(host, parts, 'deal');
    this.log.beside = {
      lines: () => this.#products.known,
      participants: () => this.#participants.known,
      projects: () => this.#projects.known,
    };
    this.keys({
      m: () => {
        const anchor = this.host.renderRoot.querySelector<HTMLElement>('[data-act=more]');
        if (anchor) this.#actions.stages(anchor);
      },
      w: () => void this.#actions.wait(),
      j: () => (this.#walk.on ? this.#walk.step(1) : false),
      k: () => (this.#walk.on ? this.#walk.step(-1) : false),
    });
  }

  protected override get sections(): readonly Section[] {
    const show = (): void => {
      this.#show('work');
      void this.#products.show();
    };
    const own = (): TemplateResult => summary(this.model, this.values, this.#receipts.active, show);
    const participants: Section = {
      ...{ name: 'participants', place: 'side', needs: 'participants' },
      render: () => this.#participants.render(),
    };
    const projects: Section = {
      ...{ name: 'projects', place: 'side', needs: 'projectsAndProducts' },
      render: () => this.#projects.render(),
    };
    const products: Section = {
      ...{ name: 'products', place: 'work', needs: 'projectsAndProducts' },
      render: () => this.#products.render(),
    };
    return [
      { name: 'summary', place: 'side', render: own },
      ...super.sections.flatMap((section) =>
        section.name === 'history'
          ? [products, section]
          : section.name === 'organization'
            ? [section, participants, projects]
            : [section],
      ),
    ];
  }
  protected override get events(): readonly Happened[] {
    return this.#past.events;
  }
  protected override get id(): Id | null {
    return this.host.dealId ?? this.crm.current.deal;
  }
  get #missing(): Id | null {
    const live = this.live.value;
    return live?.state === 'ready' && live.record === null ? this.id : null;
  }
  protected override get closable(): boolean {
    return !this.host.dealId && this.crm.current.deal !== null;
  }

  override render(): TemplateResult {
    return html`<div class="crm deal-detail">
      ${this.banners()}
      ${this.#content()}
      ${this.layers()}
    </div>${this.files.layer()}`;
  }

  override updated(): void {
    this.#past.check();
    this.log.check();
    this.twins.check();
    this.#walk.check();
    this.following.check(this.#trash.value?.record);
  }

  #content(): TemplateResult | typeof nothing {
    const model = this.model;
    const own = dealWords(model);
    const live = this.live.value;
    if (model.record) return this.#deal();
    if (this.crm.state === 'failed' || this.crm.state === 'mismatch') return nothing;
    const trash = this.#trash.value;
    const body =
      this.id === null && this.crm.store
        ? stateBox(nobodyArt, own.nothingOpen, [own.nothingOpenText])
        : live?.state === 'error'
          ? errorState(model, live.error, () => live.retry())
          : trash?.record
            ? trash.record.mergedInto
              ? mergedState(model, trash.record, trash.record.mergedInto)
              : trashState(model, trash.record)
            : trash?.state === 'ready' && !this.#receipts.loading
              ? this.#gone()
              : loadingState(own.loading);
    const way = this.closable
      ? html`<div class="deal-head" part="head">${crumb(model, () => this.close(), nothing, this.#walk.render())}</div>`
      : nothing;
    return html`<div class="lone">${way}${body}</div>`;
  }

  /** Its conversion was undone, here or elsewhere: that leads on to the lead. */
  #gone(): TemplateResult {
    const { t } = this.model;
    const own = dealWords(this.model);
    const back = this.#receipts.undone;
    if (!back) return stateBox(nobodyArt, t.detail.goneTitle, [own.goneText]);
    const open = (): void => void openRecord(this.crm, 'lead', back.id);
    return stateBox(
      nobodyArt,
      own.leadAgain,
      [back.lead.title, own.leadAgainText],
      html`<button type="button" class="btn btn--primary" data-open-lead @click=${open}>${icon(icons.external)}${own.openLead}</button>`,
    );
  }

  #deal(): TemplateResult {
    const model = this.model;
    return html`${closedBanner(model, this.#past.closedBy, this.#actions)}${quietBanner(model, this.#actions, () => this.#plan())}
      ${head(model, this.values, this.labels, this.#actions, this.closable ? () => this.close() : null, this.twins.render(), this.#walk.render())} ${this.#tabs()}
      <div class="deal-cols" data-tab=${this.#shown}>
        <div class="side" part="side" id="deal-summary">${this.sectionsOf('side')}<slot></slot></div>
        <div class="work" part="work" id="deal-work">${this.sectionsOf('work')}</div>
      </div>`;
  }

  /** Where it is narrow, the activities are in another part than what is asked for. */
  #plan(): void {
    this.#show('work');
    this.composer.plan();
  }

  #tabs(): TemplateResult {
    const own = dealWords(this.model);
    const shown = this.#shown;
    const tabs = this.#narrow;
    const { count } = this.files;
    const named = { work: own.tabWork, summary: own.tabSummary, files: filesWords(this.model).files };
    const tab = (
      name: Tab,
    ): TemplateResult => html`<button type="button" class="tab" role="tab" id="tab-${name}" aria-selected=${name === shown ? 'true' : 'false'}
      aria-controls=${name === 'files' ? 'files' : `deal-${name}`} tabindex=${name === shown ? 0 : -1} @click=${() => this.#show(name)}>${named[name]}${
        name === 'files' && count ? html`<span class="count">${this.model.format.number(count)}</span>` : nothing
      }</button>`;
    const arrow = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      const rtl = getComputedStyle(event.currentTarget as HTMLElement).direction === 'rtl';
      const step = (event.key === 'ArrowRight') === rtl ? tabs.length - 1 : 1;
      const next = tabs[(tabs.indexOf(shown) + step) % tabs.length]!;
      this.#show(next);
      void this.model.focus(`#tab-${next}`);
    };
    return html`<div class="tabs narrow-tabs" role="tablist" aria-label=${own.tabs} @keydown=${arrow}>${tabs.map(tab)}</div>`;
  }

  get #narrow(): readonly Tab[] {
    return showsFiles(this.model) ? ['work', 'summary', 'files'] : ['work', 'summary'];
  }
  get #shown(): Tab {
    return this.#narrow.includes(this.#tab) ? this.#tab : 'summary';
  }

  protected override revealFiles(): void {
    this.#show('files');
  }

  #show(tab: Tab): void {
    this.#tab = tab;
    this.host.requestUpdate();
  }

  protected override details(): TemplateResult {
    const { model, values } = this;
    return html`${customRows(model, values)}${originRows(model, values)}${addedRow(model)}`;
  }

  protected override close(): void {
    this.host.dispatchEvent(new Event('detail-close', { bubbles: true }));
    if (openRecord(this.crm, 'deal', null)) void this.back.go();
  }
}
