import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Id } from '../../domain/records.js';
import { contact } from '../../i18n/en/contact.js';
import { wordsOf } from '../../i18n/words.js';
import { Commands } from '../../shared/commands.js';
import { Connection } from '../../shared/connection.js';
import { errorState, loadingState, nobodyArt, stateBox } from '../../shared/detail/states.js';
import { mergedState } from '../../shared/detail/merged.js';
import { trashState } from '../../shared/detail/trashed.js';
import { WayBack } from '../../shared/detail/way-back.js';
import { goIn, hasWayIn } from '../../shared/detail/way-in.js';
import { Dialog } from '../../shared/dialog.js';
import type { FirstParts } from '../../shared/first-parts.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { hasLostFocus, KeepFocus } from '../../shared/keep-focus.js';
import { Keys } from '../../shared/keys.js';
import type { Localize } from '../../shared/localize.js';
import { Menu } from '../../shared/menu.js';
import { banner } from '../../shared/notice.js';
import { openContact } from '../../shared/open-contact.js';
import { Popup } from '../../shared/popup.js';
import type { StoreController } from '../../shared/store-controller.js';
import * as told from '../../shared/told.js';
import { View } from '../../shared/view.js';
import type { LiveRecord } from '../../store/api.js';
import { identity } from './about.js';
import { Actions, contactAreas } from './actions.js';
import type { ContactWords } from './actions.js';
import type { ContactDetailHost } from './host.js';
import { Part } from './part.js';
import type { ContactKind, PartParts } from './part.js';

export { contactDetailStyles } from './contact-detail.styles.js';

/** What `<contact-detail>` shows, and what is done there. */
export class ContactDetailView extends View<ContactDetailHost> {
  readonly #crm: StoreController;
  readonly #words: Localize<ContactWords>;
  readonly #commands: Commands;
  readonly #menu: Menu;
  readonly #dialog: Dialog;
  readonly #question: Dialog;
  readonly #panel: Popup;
  readonly #actions: Actions;
  readonly #back: WayBack;
  readonly #parts: { readonly person: Part<'person'>; readonly organization: Part<'organization'> };
  /** Read only where nobody is there: was it deleted? */
  readonly #trash: { readonly value: LiveRecord<'trash'> | null };
  /** Which part a narrow one shows. */
  #tab: 'about' | 'work' = 'about';
  /** The focus was lost before there was anything to take it. */
  #owed = false;
  #of: Id | null = null;

  constructor(host: ContactDetailHost, parts: FirstParts) {
    super(host, parts);
    const { Localize, StoreController, Telling, watchDirectory } = parts;
    this.#crm = new StoreController(host);
    const words = (this.#words = new Localize(host, contactAreas));
    this.#commands = new Commands(new Telling(host, this.#crm));
    this.#commands.bring(told);
    this.#menu = new Menu(host);
    this.#dialog = new Dialog(host);
    this.#question = new Dialog(host);
    this.#panel = new Popup(host);
    const shared: PartParts = {
      host,
      crm: this.#crm,
      words,
      commands: this.#commands,
      menu: this.#menu,
      dialog: this.#dialog,
      panel: this.#panel,
      settle: this.#settle,
      add: () => void this.#actions.add(),
    };
    this.#parts = {
      person: new Part('person', shared, () => (this.#kind === 'person' ? this.#id : null)),
      organization: new Part('organization', shared, () => (this.#kind === 'organization' ? this.#id : null)),
    };
    this.#actions = new Actions(host, this.#crm, words, this.#commands, this.#menu, {
      dialog: this.#dialog,
      question: this.#question,
      part: () => this.#part,
      settle: this.#settle,
    });
    this.#trash = this.#crm.live<LiveRecord<'trash'>>(
      (store) => (this.#missing === null ? null : store.record('trash', this.#missing)),
      { deps: () => [this.#missing] },
    );
    watchDirectory(this.#crm);
    new KeepFocus(host, () => this.#settle());
    this.#back = new WayBack(host, 'contact-open', () => this.#id);
    new Connection(host, () => {
      const timer = setInterval(() => host.requestUpdate(), 60_000);
      return () => clearInterval(timer);
    });
    const undo = (): void => void this.#commands.undo();
    const redo = (): void => void this.#commands.redo();
    new Keys(host, {
      z: undo,
      'mod+z': undo,
      'shift+z': redo,
      'mod+shift+z': redo,
      'mod+y': redo,
      'shift+m': () => (this.#part.model.record ? this.#part.merging.find() : false),
      escape: () => (this.#closable ? this.#close() : false),
    });
  }

  get #kind(): ContactKind {
    const { personId, organizationId } = this.host;
    if (personId) return 'person';
    if (organizationId) return 'organization';
    return this.#crm.current.organization ? 'organization' : 'person';
  }
  get #id(): Id | null {
    const { personId, organizationId } = this.host;
    return personId || organizationId || this.#crm.current[this.#kind] || null;
  }
  get #part(): Part {
    return this.#parts[this.#kind];
  }
  get #missing(): Id | null {
    const live = this.#parts[this.#kind].model.live();
    return live?.state === 'ready' && live.record === null ? this.#id : null;
  }
  get #closable(): boolean {
    return !this.host.personId && !this.host.organizationId && this.#id !== null;
  }
  get #t(): typeof contact {
    return wordsOf('contact', contact, this.#words.lang);
  }

  readonly #settle = (): void => {
    this.#owed = hasLostFocus(this.host) && !this.#focusInstead();
  };

  #close(): void {
    if (openContact(this.#crm, this.#kind, null)) void this.#back.go();
  }

  protected override get enterable(): boolean {
    return hasWayIn(this.host.renderRoot);
  }
  protected override goIn(): void {
    goIn(this.host.renderRoot);
  }

  override moved(): void {
    this.#crm.moved();
  }

  override willUpdate(): void {
    for (const part of [this.#parts.person, this.#parts.organization]) {
      part.timeline.check();
      part.focus.proposal.check();
      part.linked.check();
    }
    if (this.#of === this.#id) return;
    this.#of = this.#id;
    this.#tab = 'about';
    // What was opened at another one is about that one.
    if (this.#menu.isOpen || this.#panel.isOpen)
      queueMicrotask(() => [this.#menu, this.#panel].forEach((open) => open.close()));
  }

  override updated(): void {
    this.#part.following.check(this.#trash.value?.record);
    this.#part.twins.check();
    if (this.#owed) this.#settle();
  }

  override render(): TemplateResult {
    const { model } = this.#part;
    const why = model.record ? model.why(model.editName) : undefined;
    return html`<div class="crm contact-detail">
      <div class="banners">
        ${this.#commands.banners()}${
          why === undefined
            ? nothing
            : banner({
                tone: 'plain',
                drawing: icons.lock,
                head: model.t.detail.readOnlyHead,
                body: html`<bdi>${why}</bdi>`,
              })
        }
      </div>
      ${this.#content()}${this.#menu.render()}${this.#panel.render()}${this.#dialog.render()}${this.#question.render()}${this.#commands.render()}
    </div>`;
  }

  #content(): TemplateResult | typeof nothing {
    const t = this.#t;
    const { model } = this.#part;
    const live = model.live();
    if (model.record) return this.#contact();
    const { state } = this.#crm;
    if (state === 'failed' || state === 'mismatch') return nothing;
    const trash = this.#trash.value;
    const body =
      this.#id === null && this.#crm.store
        ? stateBox(nobodyArt, t.nothingOpen, [t.nothingOpenText])
        : live?.state === 'error'
          ? errorState(model, live.error, () => live.retry())
          : trash?.record
            ? trash.record.mergedInto
              ? mergedState(model, trash.record, trash.record.mergedInto)
              : trashState(model, trash.record)
            : trash?.state === 'ready'
              ? stateBox(nobodyArt, model.t.detail.goneTitle, [t.goneText])
              : loadingState(t.loading);
    return html`<div class="lone">${this.#closable ? html`<div class="contact-head" part="head">${this.#crumb()}</div>` : nothing}${body}</div>`;
  }

  #crumb(): TemplateResult {
    const t = this.#t;
    const kind = this.#words.t.common[this.#kind];
    return html`<div class="crumb">${
      this.#closable
        ? html`<button type="button" class="btn btn--icon btn--quiet btn--sm" data-act="back" aria-label=${t.back} title=${t.back} @click=${() => this.#close()}>${icon(icons.back, { turn: true })}</button>`
        : nothing
    }<span>${kind}</span></div>`;
  }

  #contact(): TemplateResult {
    const { model, values, about, linked, composer, focus, history, twins } = this.#part;
    const { record } = model;
    if (!record) return html``;
    const more = model.t.detail.moreActions;
    return html`<div class="contact-head" part="head">
        ${this.#crumb()}
        <div class="contact-title">
          ${identity(model, values, record)}
          ${twins.render()}<button type="button" class="btn btn--icon" data-act="more" aria-haspopup="menu" aria-label=${more} title=${more} @click=${this.#actions.more}>${icon(icons.more)}</button>
        </div>
      </div>
      ${this.#tabs()}
      <div class="contact-cols" data-tab=${this.#tab}>
        <div class="side" part="side" id="contact-about">${about.render(record)}<slot></slot></div>
        <div class="work" part="work" id="contact-work">
          ${composer.render()}${focus.render()}${linked.deals()}${linked.projects()}${linked.leads()}${linked.persons()}${history.render()}
        </div>
      </div>`;
  }

  #tabs(): TemplateResult {
    const t = this.#t;
    const tab = (
      name: 'about' | 'work',
      label: string,
    ): TemplateResult => html`<button type="button" class="tab" role="tab" id="tab-${name}" aria-selected=${name === this.#tab ? 'true' : 'false'}
      aria-controls="contact-${name}" tabindex=${name === this.#tab ? 0 : -1} @click=${() => this.#show(name)}>${label}</button>`;
    const arrow = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      this.#show(this.#tab === 'work' ? 'about' : 'work');
      void this.#part.model.focus(`#tab-${this.#tab}`);
    };
    return html`<div class="tabs narrow-tabs" role="tablist" aria-label=${t.tabs} @keydown=${arrow}>${tab('about', t.tabAbout)}${tab('work', t.tabWork)}</div>`;
  }

  #show(tab: 'about' | 'work'): void {
    this.#tab = tab;
    this.host.requestUpdate();
  }

  #focusInstead(): boolean {
    for (const selector of ['[data-restore]', '[data-state]', '[data-act=more]', '[data-act=back]']) {
      const found = this.host.renderRoot.querySelector<HTMLElement>(selector);
      found?.focus({ preventScroll: true });
      if (found) return true;
    }
    return false;
  }
}
