import type { AgendaFilter, AgendaGroup } from '../../domain/agenda.js';
import { agendaGroups } from '../../domain/agenda.js';
import { activityTypes } from '../../domain/records.js';
import type { Activity, ActivityType, Day, Deal, Id, Lead, Organization, Person } from '../../domain/records.js';
import type { CommandName } from '../../domain/plan.js';
import type { Format } from '../../i18n/format.js';
import type { Commands } from '../../shared/commands.js';
import { typeName } from '../../shared/detail/activity-form.js';
import type { Localize } from '../../shared/localize.js';
import type { StoreController } from '../../shared/store-controller.js';
import type { CrmStore } from '../../store/api.js';
import type { ActivityFilter, ActivityListHost, ActivityOwner } from './host.js';
import type { Found } from './found.js';
import { isOpportunity } from './parent.js';
import type { Parent } from './parent.js';
import { weekOf } from '../../shared/week.js';
import type { AgendaWords } from './words.js';

/** What everything in the list rests on: the store, the words, and which activities are asked for. */
export class AgendaModel {
  /** The words that are searched for, as typed. */
  search = '';
  /** What they were found in besides subjects; null = nothing is searched for. */
  found: Found | null = null;
  /** How it was set up for this user is known. */
  known = false;
  /** Somebody here has set something. */
  onSetup = (): void => undefined;

  constructor(
    readonly host: ActivityListHost,
    readonly crm: StoreController,
    readonly words: Localize<AgendaWords>,
    readonly commands: Commands,
  ) {}

  get store(): CrmStore | null {
    return this.crm.store;
  }
  get t(): AgendaWords {
    return this.words.t;
  }
  get format(): Format {
    return this.words.format;
  }
  get today(): Day {
    return this.store?.today() ?? '';
  }
  get zone(): string {
    return this.store?.settings.timeZone ?? 'UTC';
  }
  get groups(): readonly AgendaGroup[] {
    return this.store ? agendaGroups(this.today, weekOf(this.format).firstDay) : [];
  }

  /** As it is asked for: what the page or somebody here has said, or what fits who works here. */
  get owner(): ActivityOwner {
    const { owner } = this.host;
    if (owner !== null) return owner;
    return this.store?.settings.user.name ? 'me' : 'all';
  }
  get filter(): AgendaFilter {
    const { owner, host, store } = this;
    const { types = [], on = null } = host.filter;
    const owners = owner === 'all' ? null : owner === 'me' ? [store?.settings.user.id ?? ''] : owner;
    return { owners, types: types.filter((type) => activityTypes.includes(type)), on };
  }
  /** Something narrows it beside the owner. */
  get narrowed(): boolean {
    const { types, on } = this.filter;
    return types.length > 0 || on !== null || this.search.trim() !== '';
  }

  /** Somebody here chooses. */
  arrange(setup: { readonly owner?: ActivityOwner; readonly filter?: ActivityFilter }): void {
    Object.assign(this.host, setup);
    this.onSetup();
  }

  subjectOf(activity: Activity): string {
    return activity.subject || typeName(activity.type, this.t.common);
  }
  typeName(type: ActivityType): string {
    return typeName(type, this.t.common);
  }
  titleOf(record: Lead | Deal, kind: 'lead' | 'deal'): string {
    const { untitledLead, untitledDeal } = this.t.detail;
    return (
      record.title || record.organizationName || record.personName || (kind === 'lead' ? untitledLead : untitledDeal)
    );
  }
  /** What an activity is of, as people know it. */
  parentName(parent: Parent): string {
    if (isOpportunity(parent)) return parent.record ? this.titleOf(parent.record, parent.kind) : '';
    return parent.record?.name ?? '';
  }
  userName(id: Id | null): string {
    const user = this.store?.directory.user(id);
    return user ? user.name || this.t.common.you : '';
  }
  /** "Today", "Tomorrow", "Fri 27 Nov" */
  dayName(due: Day | null): string {
    return due === null ? this.t.agenda.withoutDay : this.words.due(due, null, due < this.today ? due : this.today);
  }

  /** Why the command is refused here; undefined = it is not. */
  why(name: CommandName, about: Activity | Lead | Deal | Person | Organization | null = null): string | undefined {
    const may = this.store?.settings.can(name, about) ?? true;
    if (may === true) return undefined;
    return typeof may === 'string' && may !== '' ? may : this.t.detail.readOnly;
  }

  update(): void {
    this.host.requestUpdate();
  }
  say(text: string): void {
    this.commands.announce(text);
  }
}
