import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Id } from '../../domain/records.js';
import type { LiveRecord } from '../../store/api.js';
import { Commands } from '../commands.js';
import { Connection } from '../connection.js';
import { Dialog } from '../dialog.js';
import * as icons from '../icons.js';
import { hasLostFocus, KeepFocus } from '../keep-focus.js';
import { Keys } from '../keys.js';
import type { Shortcuts } from '../keys.js';
import { Menu } from '../menu.js';
import { banner } from '../notice.js';
import { Popup } from '../popup.js';
import type { FirstParts } from '../first-parts.js';
import type { CrmHost, StoreController } from '../store-controller.js';
import * as told from '../told.js';
import { View } from '../view.js';
import { ActivityEditing } from './activity-editing.js';
import { Changelog } from './changelog/changelog.js';
import { Composer } from './composer.js';
import { Files } from './files/files.js';
import { FocusList } from './focus-list.js';
import { History } from './history.js';
import type { EventLine } from './history.js';
import { Labels } from './labels.js';
import { FormulaSection } from './formulas/section.js';
import { Following } from './merged.js';
import { MergedHere } from './merged-here.js';
import { Merging } from './merging.js';
import { Managing } from './managing.js';
import { DetailModel, detailAreas } from './model.js';
import { NoteCards } from './notes.js';
import { OpenDeals } from './open-deals.js';
import { People } from './people.js';
import { WayBack } from './way-back.js';
import { goIn, hasWayIn } from './way-in.js';
import { headButton, sectionsIn } from './sections.js';
import type { Section } from './sections.js';
import { Timeline } from './timeline.js';
import { Twins } from './twins.js';
import type { Happened } from './timeline.js';
import { Values } from './values.js';

export interface DetailViewHost extends CrmHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What the details of a lead and of a deal are both made of. */
export abstract class DetailView<K extends 'lead' | 'deal', H extends DetailViewHost> extends View<H> {
  protected readonly crm: StoreController;
  protected readonly commands: Commands;
  protected readonly live: { readonly value: LiveRecord<K> | null };
  protected readonly model: DetailModel;
  protected readonly menu: Menu;
  protected readonly panel: Popup;
  protected readonly dialog: Dialog;
  protected readonly values: Values;
  protected readonly labels: Labels;
  protected readonly timeline: Timeline;
  protected readonly composer: Composer;
  protected readonly people: People;
  protected readonly notes: NoteCards;
  protected readonly files: Files;
  protected readonly focus: FocusList;
  protected readonly merging: Merging;
  protected readonly twins: Twins;
  /** Leads on from a merged record to the one that stayed. */
  protected readonly following: Following;
  /** To where it was opened from. */
  protected readonly back: WayBack;
  /** What was written of it, where it has that. */
  protected readonly log: Changelog;
  readonly #formulas: FormulaSection;
  readonly #history: History;
  readonly #managing: Managing;

  constructor(host: H, parts: FirstParts, kind: K) {
    super(host, parts);
    const { Localize, StoreController, Telling, watchDirectory } = parts;
    this.crm = new StoreController(host);
    const words = new Localize(host, detailAreas);
    this.commands = new Commands(new Telling(host, this.crm));
    this.commands.bring(told);
    const live = this.crm.live<LiveRecord<K>>((store) => (this.id === null ? null : store.record(kind, this.id)), {
      deps: () => [this.id],
    });
    this.live = live;
    const record = (): LiveRecord<'lead' | 'deal'> | null => live.value;
    this.model = new DetailModel<'lead' | 'deal'>(kind, host, this.crm, words, this.commands, record, () => this.id);
    this.menu = new Menu(host);
    this.panel = new Popup(host);
    this.dialog = new Dialog(host);
    this.values = new Values(this.model, this.menu);
    this.labels = new Labels(this.model, this.panel);
    this.timeline = new Timeline(this.model);
    this.composer = new Composer(this.model);
    this.files = new Files(this.model, this.values, this.menu, () => this.revealFiles());
    this.composer.files = this.files;
    this.people = new People(this.model, this.values, this.menu, new OpenDeals(this.model));
    this.notes = new NoteCards(this.model, this.values, this.menu);
    const editing = new ActivityEditing(this.model);
    this.focus = new FocusList(this.model, this.timeline, this.composer, this.notes, this.menu, editing);
    this.following = new Following(this.model, this.values);
    const merged = new MergedHere(this.model, this.following);
    this.merging = new Merging(this.model, host, this.dialog, () => void this.settle());
    this.twins = new Twins(this.model, this.panel, this.merging.compare, () => void this.settle());
    this.#managing = new Managing(this.model, host, this.dialog);
    this.log = new Changelog(this.model);
    this.#formulas = new FormulaSection(this.model, this.panel);
    this.#history = new History(
      this.model,
      this.timeline,
      this.notes,
      this.menu,
      editing,
      () => [...this.events, ...merged.events],
      (happened) => merged.line(happened) ?? this.line(happened),
      this.log,
      this.files,
    );
    watchDirectory(this.crm);
    new KeepFocus(host, (part) => this.#focusInstead(part));
    this.back = new WayBack(host, `${kind}-open` as const, () => this.id);
    new Connection(host, () => {
      const timer = setInterval(() => {
        this.model.minute++;
        host.requestUpdate();
      }, 60_000);
      return () => clearInterval(timer);
    });
  }

  /** Which record is to be shown; null = none. */
  protected abstract get id(): Id | null;
  /** It can be closed: it follows what is open, or a list made it. */
  protected abstract get closable(): boolean;
  protected abstract close(): void;
  /** What has happened beside notes and activities, and how each is told. */
  protected abstract get events(): readonly Happened[];
  protected abstract readonly line: EventLine;
  /** The rows of the section "Details". */
  protected abstract details(): TemplateResult;
  /** Select what has the focus when what had it is gone, with the record or with what was to do; the first that is there. */
  protected abstract readonly instead: readonly string[];

  /** Brings the part with the files into view, where others may stand in its place. */
  protected revealFiles(): void {}

  override moved(): void {
    this.crm.moved();
  }

  /** Whose menus and panels are open. */
  #of: Id | null = null;

  override willUpdate(): void {
    this.timeline.check();
    this.focus.proposal.check();
    if (this.#of === this.id) return;
    this.#of = this.id;
    // What was opened at another record is about that one.
    if (this.menu.isOpen || this.panel.isOpen)
      queueMicrotask(() => [this.menu, this.panel].forEach((open) => open.close()));
  }

  /** What is shown, in its order. */
  protected get sections(): readonly Section[] {
    return [
      { name: 'person', place: 'side', render: () => this.people.person() },
      { name: 'organization', place: 'side', render: () => this.people.organization() },
      { name: 'details', place: 'side', render: () => this.#details() },
      { name: 'formulas', place: 'side', needs: 'formulas', render: () => this.#formulas.render() },
      { name: 'files', place: 'side', needs: 'documentsAndFiles', render: () => this.files.render() },
      { name: 'composer', place: 'work', render: () => this.composer.render() },
      { name: 'focus', place: 'work', render: () => this.focus.render() },
      { name: 'history', place: 'work', render: () => this.#history.render() },
    ];
  }

  #details(): TemplateResult {
    const { t } = this.model;
    return html`<section class="block" part="details" aria-label=${t.detail.details}>
      <header><h3>${t.detail.details}</h3>${this.#managing.buttons()}</header>
      <dl class="fields">${this.details()}</dl>
    </section>`;
  }

  /** Its keys, and those of every detail. */
  protected keys(own: Shortcuts): void {
    const undo = (): void => void this.commands.undo();
    const redo = (): void => void this.commands.redo();
    const escape = (): false | void => (this.closable ? this.close() : false);
    new Keys(this.host, {
      ...own,
      'shift+m': this.merging.find,
      z: undo,
      'mod+z': undo,
      'shift+z': redo,
      'mod+shift+z': redo,
      'mod+y': redo,
      escape,
    });
  }

  /** The sections of one side, in their order. */
  protected sectionsOf(place: Section['place']): readonly (TemplateResult | symbol)[] {
    return sectionsIn(place, this.sections, this.model).map(({ render }) => render());
  }

  /** Above all: what became of commands, and why nothing may be changed here. */
  protected banners(): TemplateResult {
    const { model } = this;
    const why = model.record ? model.why(model.editName) : undefined;
    const head = model.t.detail.readOnlyHead;
    return html`<div class="banners">
      ${this.commands.banners()}${why === undefined ? nothing : banner({ tone: 'plain', drawing: icons.lock, head, body: html`<bdi>${why}</bdi>` })}
    </div>`;
  }

  /** Menus, panels, dialogs and toasts: at the end of the view. */
  protected layers(): TemplateResult {
    return html`${this.menu.render()}${this.panel.render()}${this.dialog.render()}${this.commands.render()}`;
  }

  protected override get enterable(): boolean {
    return hasWayIn(this.host.renderRoot);
  }
  protected override goIn(): void {
    goIn(this.host.renderRoot);
  }

  /** After an act whose button may be gone: the focus must not fall off. Never taken from the page. */
  protected async settle(): Promise<void> {
    await this.host.updateComplete;
    if (hasLostFocus(this.host)) this.#focusInstead();
  }

  /** Where the section stands that it was in, its head has it: far from there a key would do something else altogether. */
  #focusInstead(part?: Element | null): void {
    const near = part?.isConnected ? part.querySelector<HTMLElement>(`:scope > ${headButton}`) : null;
    if (near) return near.focus({ preventScroll: true });
    for (const selector of this.instead) {
      const found = this.host.renderRoot.querySelector<HTMLElement>(selector);
      if (found) return found.focus({ preventScroll: true });
    }
  }
}
