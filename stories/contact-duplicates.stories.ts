import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/contact-list.js';
import '../src/define/crm-provider.js';
import { aContactPoint, aPerson, creation } from '../src/testing/fixtures.js';
import { more, twice } from './contacts.data.js';
import type { Hands } from './support/hands.js';
import { story } from './support/story.js';

/** Persons and organizations that may be there twice: who they are, and how they become one. */
const meta: Meta = { title: 'contact-list/duplicates', component: 'contact-list' };
export default meta;

const view =
  (segment: 'persons' | 'organizations' = 'persons') =>
  (): ReturnType<typeof html> =>
    html`<contact-list segment=${segment} style="block-size: 100%"></contact-list>`;

const proposed = async (hands: Hands): Promise<void> => {
  await hands.click('[data-duplicates]');
  await hands.find('[data-group], [data-none]');
};

/** Who may be there twice, with why, and what can be done about it. */
export const Duplicates = story(view(), {
  more: twice,
  play: proposed,
  shows: ['Possible duplicates', 'G. Aldinger', 'Not duplicates'],
});
/** The same of organizations. */
export const DuplicateOrganizations = story(view('organizations'), {
  more: twice,
  play: proposed,
  shows: ['Aster and Sons Ltd', 'Same website'],
});
/** Nobody is there twice. */
export const NoDuplicates = story(view('organizations'), { more, play: proposed, shows: ['No two organizations'] });
/** In a narrow place. */
export const DuplicatesNarrow = story(view(), {
  more: twice,
  play: proposed,
  width: 390,
  height: 800,
  shows: ['G. Aldinger'],
});

/** Somebody who is there three times: which of them are meant is ticked. */
const thrice = [
  ...twice,
  creation(
    'person',
    aPerson({
      id: 'grete-3',
      name: 'Grete Aldinger-Wolff',
      jobTitle: '',
      organizationId: null,
      emails: [aContactPoint('grete@quittenhof.example')],
      phones: [],
    }),
  ),
];
export const DuplicatesOfThree = story(view(), {
  more: thrice,
  play: proposed,
  shows: ['Grete Aldinger-Wolff', 'G. Aldinger'],
  says: ['Not duplicates'],
});
export const DuplicatesOfThreeNarrow = story(view(), {
  more: thrice,
  play: proposed,
  width: 390,
  height: 800,
  shows: ['Grete Aldinger-Wolff'],
});

/** So many, each of them twice. */
const pairs = (count: number): typeof more =>
  Array.from({ length: count }, (_, n) =>
    creation(
      'person',
      aPerson({
        id: `pair-${String(n).padStart(4, '0')}`,
        name: `${['Mira', 'Jon', 'Selin', 'Petra', 'Bo'][n % 5]} ${['Falk', 'Demir', 'Olsen', 'Weber'][(n >> 1) % 4]} ${n >> 1}`,
        jobTitle: n % 2 === 0 ? 'Buyer' : '',
        organizationId: 'org-verlag',
        emails: [aContactPoint(`who${n >> 1}@pairs.example`)],
        phones: [],
      }),
    ),
  );
export const ManyDuplicates = story(view(), {
  more: [...more, ...pairs(80)],
  play: async (hands) => {
    await proposed(hands);
    await hands.find('[data-more-groups]');
  },
  shows: ['Mira Falk 0'],
  says: ['Show 15 more', '40 proposals'],
});

/** Some have been compared, and what they are is shown; the rest is still to come. */
const looking = {
  more: pairs(3000),
  limits: { read: 3_600_000 },
  // Looked through page by page: a later one does not come, however many the list behind has read before.
  faults: [{ on: 'read', kind: 'person', from: 4, fault: 'never' }] as const,
  play: async (hands: Hands) => {
    await hands.click('[data-duplicates]');
    await hands.find('[role=progressbar]');
  },
  says: ['Possible duplicates'],
};
export const LookingForDuplicates = story(view(), looking);
export const LookingNarrow = story(view(), { ...looking, width: 390, height: 800 });

const merging = async (hands: Hands): Promise<void> => {
  await hands.click('[data-id=grete] [data-do=select]');
  await hands.click('[data-id=grete-2] [data-do=select]');
  await hands.click('[data-bulk=merge]');
  await hands.find('dialog[open] .merge-fields');
};
/** Which of them stays, and whose values it takes. */
export const MergePersons = story(view(), {
  more: twice,
  height: 860,
  play: merging,
  shows: ['Head of purchasing', 'Purchasing'],
  says: ['Merge 2 persons'],
});
export const MergePersonsNarrow = story(view(), {
  more: twice,
  width: 390,
  height: 800,
  play: merging,
  says: ['Merge 2 persons'],
});
export const MergeOrganizations = story(view('organizations'), {
  more: twice,
  height: 860,
  play: async (hands) => {
    await hands.click('[data-id=aster] [data-do=select]');
    await hands.click('[data-id=aster-2] [data-do=select]');
    await hands.click('[data-bulk=merge]');
    await hands.find('dialog[open] .merge-fields');
  },
  shows: ['12 Mill Lane, Bristol'],
  says: ['Merge 2 organizations'],
});
