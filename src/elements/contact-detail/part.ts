import { html } from 'lit';
import type { Id } from '../../domain/records.js';
import { contact } from '../../i18n/en/contact.js';
import { wordsOf } from '../../i18n/words.js';
import type { Commands } from '../../shared/commands.js';
import { Composer } from '../../shared/detail/composer.js';
import { ActivityEditing } from '../../shared/detail/activity-editing.js';
import { FocusList } from '../../shared/detail/focus-list.js';
import { History } from '../../shared/detail/history.js';
import type { EventLine } from '../../shared/detail/history.js';
import { Following } from '../../shared/detail/merged.js';
import { MergedHere } from '../../shared/detail/merged-here.js';
import { Merging } from '../../shared/detail/merging.js';
import { DetailModel } from '../../shared/detail/model.js';
import type { DetailWords } from '../../shared/detail/model.js';
import { NoteCards } from '../../shared/detail/notes.js';
import { Timeline } from '../../shared/detail/timeline.js';
import { Values } from '../../shared/detail/values.js';
import type { Dialog } from '../../shared/dialog.js';
import * as icons from '../../shared/icons.js';
import type { Localize } from '../../shared/localize.js';
import type { Menu } from '../../shared/menu.js';
import type { Popup } from '../../shared/popup.js';
import type { StoreController } from '../../shared/store-controller.js';
import type { LiveRecord } from '../../store/api.js';
import { About } from './about.js';
import type { ContactDetailHost } from './host.js';
import { Linked } from './linked.js';
import { ContactTwins } from '../../shared/contacts/twins.js';

export type ContactKind = 'person' | 'organization';

/** What the parts of persons and of organizations are made with. */
export interface PartParts {
  readonly host: ContactDetailHost;
  readonly crm: StoreController;
  readonly words: Localize<DetailWords>;
  readonly commands: Commands;
  readonly menu: Menu;
  readonly dialog: Dialog;
  readonly panel: Popup;
  /** After an act whose button may be gone: the focus must not fall off. */
  readonly settle: () => void;
  /** Adds a person of the organization. */
  readonly add: () => void;
}

/** All that is shown of one kind; the detail has one for persons and one for organizations, and shows one of them. */
export class Part<K extends ContactKind = ContactKind> {
  readonly model: DetailModel<K>;
  readonly values: Values;
  readonly about: About;
  readonly linked: Linked;
  readonly timeline: Timeline;
  readonly composer: Composer;
  readonly focus: FocusList;
  readonly history: History;
  readonly merging: Merging;
  readonly twins: ContactTwins;
  /** Leads on from one that was merged. */
  readonly following: Following;

  /** @param id which one is to be shown; null = none of this kind */
  constructor(
    kind: K,
    { host, crm, words, commands, menu, dialog, panel, settle, add }: PartParts,
    id: () => Id | null,
  ) {
    const live = crm.live<LiveRecord<K>>((store) => (id() === null ? null : store.record(kind, id() ?? '')), {
      deps: () => [id()],
    });
    this.model = new DetailModel<K>(kind, host, crm, words, commands, () => live.value, id);
    const own = (): typeof contact => wordsOf('contact', contact, words.lang);
    this.values = new Values(this.model, menu);
    this.about = new About(this.model, this.values, menu, own);
    this.linked = new Linked(this.model, own, add);
    this.timeline = new Timeline(this.model);
    this.composer = new Composer(this.model);
    const notes = new NoteCards(this.model, this.values, menu);
    const editing = new ActivityEditing(this.model);
    this.focus = new FocusList(this.model, this.timeline, this.composer, notes, menu, editing);
    this.merging = new Merging(this.model, host, dialog, settle);
    this.following = new Following(this.model, this.values);
    this.twins = new ContactTwins(this.model, panel, this.merging, settle);
    // Nothing else happens to a person than what is written and done, and that others were merged into them.
    const merged = new MergedHere(this.model, this.following);
    const line: EventLine = (happened) => merged.line(happened) ?? { icon: icons.history, line: html`` };
    this.history = new History(this.model, this.timeline, notes, menu, editing, () => merged.events, line, null, null);
  }
}
