import type { Deal, Id, Lead } from '../../domain/records.js';
import type { common } from '../../i18n/en/common.js';
import type { search } from '../../i18n/en/search.js';
import type { CrmStore, Found } from '../../store/api.js';
import type { Choice } from '../combobox.js';
import { opportunityChoice, organizationChoice, personChoice } from '../opportunity/choice-of.js';

export type Sought = 'lead' | 'deal' | 'person' | 'organization';

/** One thing that was found. */
export interface Entry extends Choice {
  readonly kind: Sought;
  /** What became of it, where it is none of the open ones. */
  readonly state?: string | undefined;
}

export interface Group {
  readonly kind: Sought;
  readonly entries: readonly Entry[];
  /** There are more than these. */
  readonly more: boolean;
}

interface Words {
  readonly t: typeof search;
  readonly common: typeof common;
}

/** How many of a kind are shown before somebody asks for more. */
export const SHOWN = 5;

/** What was found, kind by kind, as it is shown; kinds of which nothing was found are left out. */
export function groupsOf(found: Found, store: CrmStore, t: Words['t']): readonly Group[] {
  const record =
    (kind: 'lead' | 'deal', untitled: string) =>
    (each: Lead | Deal): Entry => {
      const state =
        each.archivedAt === null ? ('status' in each && each.status !== 'open' ? t[each.status] : '') : t.archived;
      // The status has a place of its own.
      const choice = opportunityChoice(each, store, { untitled, won: '', lost: '' });
      const { personName, organizationName } = each;
      // Whose it is was searched, too: the one whom a list of choices would leave out.
      const detail = [organizationName === '' ? '' : personName, choice.detail].filter(Boolean).join(', ');
      return { kind, state, ...choice, detail };
    };
  const { leads, deals, persons, organizations } = found;
  const { related } = persons;
  const groups: readonly Group[] = [
    { kind: 'lead', more: leads.more, entries: leads.records.map(record('lead', t.untitledLead)) },
    { kind: 'deal', more: deals.more, entries: deals.records.map(record('deal', t.untitledDeal)) },
    {
      kind: 'person',
      more: persons.more,
      entries: persons.records.map((person) => ({
        kind: 'person',
        ...personChoice(person, related.organizations.get(person.organizationId ?? '')),
      })),
    },
    {
      kind: 'organization',
      more: organizations.more,
      entries: organizations.records.map((each) => ({ kind: 'organization', ...organizationChoice(each) })),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

export function groupName(kind: Sought, { t, common }: Words): string {
  return { lead: common.leads, deal: common.deals, person: t.persons, organization: t.organizations }[kind];
}

export function moreOf(kind: Sought, t: Words['t']): string {
  return { lead: t.moreLeads, deal: t.moreDeals, person: t.morePersons, organization: t.moreOrganizations }[kind];
}

/** "3 leads, 1 person", for those who do not see them. */
export function countsSaid(groups: readonly Group[], { t, common }: Words): string {
  const count = {
    lead: common.countLeads,
    deal: common.countDeals,
    person: t.countPersons,
    organization: t.countOrganizations,
  };
  return groups
    .map(({ kind, entries, more }) => {
      const counted = count[kind](entries.length);
      return more ? t.atLeast(counted) : counted;
    })
    .join(', ');
}

/** A line that can be chosen: what was found, more of its kind, or the person or organization itself whose deals were asked for. */
export type Line = { readonly entry: Entry } | { readonly more: Sought } | { readonly contact: Entry };

/** The lines of the groups, in the order they stand in. @param open the kinds of which all are shown */
export function linesOf(groups: readonly Group[], open: ReadonlySet<Sought>): readonly Line[] {
  return groups.flatMap(({ kind, entries }): Line[] => {
    const shown = open.has(kind) ? entries : entries.slice(0, SHOWN);
    return [...shown.map((entry) => ({ entry })), ...(shown.length < entries.length ? [{ more: kind }] : [])];
  });
}

export function idOf(line: Line): Id {
  if ('more' in line) return `crm-found-more-${line.more}`;
  if ('contact' in line) return 'crm-found-contact';
  return `crm-found-${line.entry.kind}-${line.entry.id}`;
}
