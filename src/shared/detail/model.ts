import type { ReactiveController } from 'lit';
import type { CommandInputs, CommandName, On } from '../../domain/plan.js';
import type { Deal, Id, Lead, Organization, Person, RecordOf } from '../../domain/records.js';
import { common } from '../../i18n/en/common.js';
import { detail } from '../../i18n/en/detail.js';
import type { Format } from '../../i18n/format.js';
import type { CommandResult, CrmStore, LiveRecord } from '../../store/api.js';
import type { Commands } from '../commands.js';
import type { Localize } from '../localize.js';
import { MoveFocus } from '../move-focus.js';
import { namesIn } from '../record-names.js';
import type { StoreController } from '../store-controller.js';

/** The areas that every detail brings along. */
export const detailAreas = { common, detail };
export type DetailWords = typeof detailAreas;

/** The element's own members that its parts use. */
export interface DetailHost extends HTMLElement {
  requestUpdate(): void;
  addController(controller: ReactiveController): void;
  removeController(controller: ReactiveController): void;
  readonly updateComplete: Promise<boolean>;
}

type DetailRecord = Lead | Deal | Person | Organization | null;

/** What a detail may show. */
export type DetailKind = 'lead' | 'deal' | 'person' | 'organization';

/** Of whichever kind: what is written, planned, edited in place is the same in every detail. */
export type AnyDetail = DetailModel<DetailKind>;

/**
 * One open record and what follows from it. The sections read it; it knows nothing of markup, and nothing of which sections
 * there are.
 */
export class DetailModel<K extends DetailKind = 'lead' | 'deal'> {
  /** Raised each minute, so that ages are told anew. */
  minute = 0;

  constructor(
    readonly kind: K,
    readonly host: DetailHost,
    readonly crm: StoreController,
    readonly words: Localize<DetailWords>,
    readonly commands: Commands,
    readonly live: () => LiveRecord<K> | null,
    /** Which record is to be shown; null = none. */
    readonly shown: () => Id | null,
  ) {
    new MoveFocus(host);
  }

  get store(): CrmStore | null {
    return this.crm.store;
  }
  get t(): DetailWords {
    return this.words.t;
  }
  get format(): Format {
    return this.words.format;
  }
  get today(): string {
    return this.store?.today() ?? '';
  }
  get id(): Id | null {
    return this.shown();
  }
  get record(): RecordOf[K] | null {
    return this.live()?.record ?? null;
  }
  get lead(): Lead | null {
    const { record } = this;
    return this.kind === 'lead' ? (record as Lead | null) : null;
  }
  get deal(): Deal | null {
    const { record } = this;
    return this.kind === 'deal' ? (record as Deal | null) : null;
  }
  get person(): Person | undefined {
    const record: DetailRecord = this.record;
    if (record && 'emails' in record) return record;
    const id = record && 'personId' in record ? record.personId : null;
    return this.live()?.related.persons.get(id ?? '');
  }
  get organization(): Organization | undefined {
    const record: DetailRecord = this.record;
    if (record && 'address' in record) return record;
    return this.live()?.related.organizations.get(record?.organizationId ?? '');
  }
  /** What notes and activities are put on. */
  get on(): On {
    return { [`${this.kind}Id`]: this.id ?? '' } as unknown as On;
  }
  get title(): string {
    const { t } = this;
    const record: DetailRecord = this.record;
    if (!record) return '';
    if (!('title' in record)) return record.name;
    const untitled = this.kind === 'lead' ? t.detail.untitledLead : t.detail.untitledDeal;
    return record.title || record.organizationName || record.personName || untitled;
  }

  /** A user by name; the one who has none is "You". */
  userName(id: Id | null): string {
    const directory = this.store?.directory;
    const user = directory?.user(id);
    if (user) return user.name || this.t.common.you;
    return id === null || !directory?.ready ? '' : this.t.detail.someone;
  }
  /** A person or an organization by name, as it is now; '' while it is read, the id where nobody has it. */
  nameOf(kind: 'person' | 'organization', id: Id): string {
    return this.store ? namesIn(this.store).of(id, kind, this.host) : '';
  }
  isMe(id: Id | null): boolean {
    return id !== null && id === this.store?.settings.user.id;
  }

  /** Why the command is refused here; undefined = it is not. */
  why(name: CommandName, about: Parameters<CrmStore['settings']['can']>[1] = this.record): string | undefined {
    const may = this.store?.settings.can(name, about) ?? true;
    if (may === true) return undefined;
    return typeof may === 'string' && may !== '' ? may : this.t.detail.readOnly;
  }
  /** What a line of the detail is drawn from besides its own record: it is drawn anew where one of these is another. */
  get around(): readonly unknown[] {
    const { t, format, today, store, deal } = this;
    return [t, format, today, store?.settings, store?.directory.users, deal?.createdAt];
  }
  get editName(): `${K}-edit` {
    return `${this.kind}-edit`;
  }

  run<N extends CommandName>(name: N, input: CommandInputs[N], quiet = false): Promise<CommandResult<N> | null> {
    return this.commands.run(name, input, { quiet });
  }

  /** A day as a field shows it: "18 Dec 2026". */
  day(value: string): string {
    return this.format.day(value, { weekday: false, year: true });
  }
  /** When something happened, in a line's width: "Today 09:12", "17 Nov 10:40". */
  when(instant: string): string {
    const zone = this.store?.settings.timeZone;
    const [day, time] = partsIn(instant, zone);
    const { format, today } = this;
    const near = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
    const said =
      near === 0 || near === -1 ? format.capital(format.daysAway(near)) : format.day(day, { weekday: false, today });
    return this.t.detail.addedAt(said, format.time(time));
  }
  /** "15 days ago" */
  ago(instant: string): string {
    return this.format.ago(instant, Date.parse(this.store?.now() ?? instant));
  }

  update(): void {
    this.host.requestUpdate();
  }
  say(text: string): void {
    this.commands.announce(text);
  }
  /** The first match inside the element gets the focus, once it is drawn. */
  async focus(selector: string): Promise<void> {
    await this.host.updateComplete;
    this.host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }
}

const zones = new Map<string, Intl.DateTimeFormat>();

/** Calendar day and time of day of an instant in a zone. What is no instant comes back as it is. */
export function partsIn(instant: string, zone = 'UTC'): [day: string, time: string] {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return [instant, ''];
  let parts = zones.get(zone);
  if (!parts) {
    parts = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    zones.set(zone, parts);
  }
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return [`${of['year']}-${of['month']}-${of['day']}`, `${of['hour']}:${of['minute']}`];
}
