import type { Change } from '../../src/domain/change.js';
import { aDeal, aLead, anActivity, aNote, anOrganization, aPerson, creation } from '../../src/testing/fixtures.js';

const nth = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** A hundred persons, and the organizations they belong to. */
export const contactIds = Array.from({ length: 100 }, (_, n) => [`person-c${n}`, `organization-c${n}`] as const);

/** Nothing at all, and the word for it: what undo leaves. */
const unmerged = { mergedIds: null, notDuplicateOf: null };

/** A lead and a deal name both: either may go. */
export const contacts: readonly Change[] = contactIds.flatMap(([person, organization], n) => [
  creation('organization', anOrganization({ ...unmerged, id: organization, name: `Organization ${n}` })),
  creation('person', aPerson({ ...unmerged, id: person, name: `Person ${n}`, organizationId: organization })),
  creation('lead', aLead({ id: `lead-c${n}`, title: `Of both ${n}`, personId: person, organizationId: organization })),
  creation(
    'deal',
    aDeal({ id: `deal-c${n}`, personId: person, organizationId: organization, waitUntil: null, waitReason: null }),
  ),
  creation(
    'note',
    aNote({ id: `note-c${n}`, leadId: null, personId: person, organizationId: nth([null, organization], n) }),
  ),
  creation(
    'activity',
    anActivity({
      id: `activity-c${n}`,
      leadId: null,
      organizationId: organization,
      personId: nth([person, null], n),
    }),
  ),
]);

/** What is done to many of them. */
export const contactBulk = {
  'persons-delete': { ids: contactIds.map(([person]) => person) },
  'organizations-delete': { ids: contactIds.map(([, organization]) => organization) },
  'persons-merge': { ids: contactIds.slice(0, 5).map(([person]) => person) },
  'organizations-merge': { ids: contactIds.slice(0, 5).map(([, organization]) => organization) },
  'persons-distinguish': { ids: contactIds.map(([person]) => person) },
  'organizations-distinguish': { ids: contactIds.map(([, organization]) => organization) },
} as const;
