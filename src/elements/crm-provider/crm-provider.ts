import { LitElement, html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { CrmAdapter } from '../../adapters/adapter.js';
import type { CommandName } from '../../domain/plan.js';
import type { Profile } from '../../domain/profile.js';
import type { AnyRecord, Id } from '../../domain/records.js';
// Before the words on which it rests: `define/order.ts` says why.
import { Localize } from '../../shared/localize.js';
import { registerWords } from '../../i18n/words.js';
import type { Translation } from '../../i18n/words.js';
import type { Current } from '../../shared/context.js';
import { beginToOpen } from '../../shared/early-open.js';
import { openDatabase } from '../../shared/open-store.js';
import { provide } from '../../shared/provide.js';
import { Scope } from '../../shared/scope.js';
import type { Opener } from '../../shared/scope.js';
import { Code } from '../../shared/code.js';
import { Late } from '../../shared/late.js';
import type { Arriving } from '../../shared/late.js';
import type { CrmStore } from '../../store/api.js';
import type { Rates } from '../../domain/rates.js';
import { settingNames, settingsIn } from '../../store/settings.js';
import { storeFor } from '../../store/stores.js';
import type { StoreSetup } from '../../store/stores.js';
import { styles } from './crm-provider.styles.js';

const noticeCode = new Code(() => import('./notice.js'));

/** How long a provider without an adapter stays silent, in ms: a script that hands one over is usually under way. */
const SILENCE = 3000;

/**
 * One store for every element inside it. Takes part in no layout (`display: contents`).
 *
 * `database="name"` keeps the records in this browser. Without it the provider waits for `adapter` or `store`, and says
 * so after three seconds. `store` stands before `adapter`, `adapter` before `database`.
 *
 * @element crm-provider
 * @slot - everything that shares the store
 * @csspart notice - what is said while there is nothing to show
 * @fires {CustomEvent} lead-open - a lead is about to be opened (id, or null to close); cancelable
 * @fires {CustomEvent} deal-open - a deal is about to be opened (id, or null to close); cancelable
 * @fires {CustomEvent} contact-open - a person or an organization is about to be opened (kind; id, or null to close); cancelable
 * @fires {CustomEvent} store-changed - records changed in another tab or by another person
 */
export class CrmProvider extends LitElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    database: {},
    adapter: { attribute: false },
    user: { attribute: false },
    timeZone: { attribute: 'time-zone' },
    currency: {},
    rates: { attribute: false },
    can: { attribute: false },
    profile: { attribute: false },
    messages: { attribute: false },
    keepReceipts: { type: Number, attribute: 'keep-receipts' },
    silent: { state: true, attribute: false },
    store: { attribute: false },
    current: { attribute: false },
  };

  /** Name of the IndexedDB database that holds the records in this browser. */
  database: string | null = null;
  /** Where the records live: one of the kit's adapters or the host's own. */
  adapter: CrmAdapter | null = null;
  /** Who works here. Left out: "You". */
  user: { readonly id: Id; readonly name: string } | null = null;
  /** IANA time zone that "today" and dues are judged by; the browser's where left out. */
  timeZone: string | null = null;
  /** ISO 4217: what a new value is proposed in. */
  currency: string | null = null;
  /**
   * Exchange rates: sums in several currencies are then shown converted as well, with the day of the rates. null takes them
   * away; undefined leaves those that the store has.
   */
  rates: Rates | null | undefined = undefined;
  /** May this user do that? false, or a reason: the control stays, dashed, and says why. */
  can: ((action: CommandName, record: AnyRecord | null) => boolean | string) | null = null;
  /** What leads and deals can do, row by row. */
  profile: Profile | null = null;
  /** The host's own wording: area, then key. Holds for the language of this provider. */
  messages: Translation | null = null;
  /** Days that receipts and the trash are kept; 30. */
  keepReceipts: number | null = null;

  private silent = true;
  readonly #scope = new Scope(this);
  readonly #words = new Localize(this, {});
  readonly #notice: Arriving<(scope: Scope, lang: string) => TemplateResult> = new Late(
    this,
    noticeCode,
    ({ notice }) => notice,
    ({ noticeStyles }) => noticeStyles,
  );
  #timer: ReturnType<typeof setTimeout> | undefined;
  #source: unknown = null;
  #configured: CrmStore | null = null;
  #given: CrmStore | null = null;

  constructor() {
    super();
    provide(this, this.#scope);
    this.#scope.subscribe(() => this.requestUpdate());
  }

  /**
   * The store of everything inside: what the page's own scripts ask and command. Set one that was made with `createStore`
   * (whoever made it closes it); else it is the one over `adapter` or `database`. null while there is none yet.
   */
  get store(): CrmStore | null {
    return this.#given ?? this.#scope.store;
  }
  set store(store: CrmStore | null) {
    const before = this.#given;
    this.#given = store;
    this.requestUpdate('store', before);
  }

  /** The open lead, deal, person or organization. Set it to open another, or with null to close; what is left out is closed. */
  get current(): Current {
    return this.#scope.current;
  }
  set current(next: Partial<Current> | null) {
    this.#scope.current = { lead: null, deal: null, ...next };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.database && !this.adapter && !this.#given) beginToOpen(this.database);
    this.requestUpdate();
  }

  /** What is inside keeps its store; without this the browser would take a `moveBefore` for an end and a beginning. */
  connectedMoveCallback(): void {}

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move is no end; see StoreController.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#quiet();
      this.#source = null;
      this.#scope.use(null);
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.messages && changed.has('messages')) registerWords(this.lang || this.#words.lang, this.messages);
    if (this.isConnected) this.#bind();
    this.#configure(changed);
  }

  protected override render(): TemplateResult {
    const { state } = this.#scope;
    return html`${state === 'failed' || (state === 'waiting' && !this.silent) ? this.#said() : nothing}<slot></slot>`;
  }

  #said(): TemplateResult | typeof nothing {
    const { here } = this.#notice;
    if (here) return here(this.#scope, this.#words.lang);
    this.#notice.use();
    return this.#notice.notice();
  }

  /** Opens what the properties ask for, where that is another source than before. */
  #bind(): void {
    const source = this.#given ?? this.adapter ?? (this.database || null);
    if (source === this.#source && (source !== null || this.#timer !== undefined || !this.silent)) return;
    this.#source = source;
    this.#quiet();
    if (source === null) {
      this.#scope.use(null);
      this.#timer = setTimeout(() => (this.silent = false), SILENCE);
    } else this.#scope.use(this.#opener());
  }

  #opener(): Opener {
    const { adapter, database } = this;
    const store = this.#given;
    const setup: StoreSetup = settingsIn(this);
    if (store) return () => ({ store, release: () => undefined });
    if (adapter) return () => storeFor(adapter, setup);
    return () => openDatabase(database ?? '', setup, this.#words.lang);
  }

  #quiet(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.silent = true;
  }

  /** A store that is there already, given or shared with another provider, learns what this provider says. */
  #configure(changed: PropertyValues<this>): void {
    const { store } = this.#scope;
    if (!store || (store === this.#configured && !settingNames.some((name) => changed.has(name)))) return;
    this.#configured = store;
    // What was not set here keeps the store's own.
    store.configure(settingsIn(this));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-provider': CrmProvider;
  }
}
