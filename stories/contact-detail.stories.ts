import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/contact-detail.js';
import '../src/define/crm-provider.js';
import { aPerson, aTrash, creation } from '../src/testing/fixtures.js';
import { more } from './contact-detail.data.js';
import { ago, day } from './support/clock.js';
import { story } from './support/story.js';

const meta: Meta = { title: 'contact-detail', component: 'contact-detail' };
export default meta;

const person =
  (id = 'grete') =>
  (): ReturnType<typeof html> =>
    html`<contact-detail person-id=${id} style="block-size: 100%"></contact-detail>`;
const organization = (): ReturnType<typeof html> =>
  html`<contact-detail organization-id="quitte" style="block-size: 100%"></contact-detail>`;
const small = { width: 900, height: 440 };

/** How to reach her, to whom she belongs, what is planned, written and under way. */
export const Person = story(person(), {
  more,
  height: 900,
  shows: [
    'Grete Aldinger',
    'g.aldinger@post.example',
    'Quittenhof Verlag',
    'Ask about the budget',
    'Layout software, 12 seats',
    'Signs',
    'Grete herself',
    'Prefers a call',
  ],
  says: ['Takes part in'],
});

export const Organization = story(organization, {
  more,
  height: 900,
  shows: [
    'Quittenhof Verlag',
    'Lindenallee 4',
    'quittenhof.example',
    'Ulf Pommer',
    'Stand at the book fair',
    'Visit the printing house',
  ],
});

/** Nobody knows more than the name. */
export const Bare = story(person('bare'), {
  more,
  height: 700,
  shows: ['Bare Nilsen', 'No address and no number yet.', 'Add e-mail', 'Add organization', 'Add owner', 'No deals.'],
});

export const MoreMenu = story(person(), {
  more,
  height: 700,
  shows: ['Delete'],
  play: (hands) => hands.click('[data-act=more]'),
});

/** The page lets nobody change it. */
export const ReadOnly = story(person(), {
  more,
  height: 700,
  can: () => 'Ask Elif for the right to change contacts.',
  shows: ['Read only.', 'Ask Elif for the right to change contacts.'],
});

export const InTheTrash = story(
  () => html`<contact-detail person-id="left" style="block-size: 100%"></contact-detail>`,
  {
    more: [
      creation(
        'trash',
        aTrash({
          of: 'person',
          record: aPerson({ id: 'left', name: 'Ilse Kern' }),
          userId: 'maya',
          createdAt: ago(3),
          expiresAt: `${day(27)}T08:00:00.000Z`,
        }),
      ),
    ],
    ...small,
    shows: ['In the trash', 'Ilse Kern', 'Restore'],
  },
);

export const NobodyOpen = story(() => html`<contact-detail style="block-size: 100%"></contact-detail>`, {
  ...small,
  shows: ['Nobody is open'],
});

/** Not yet read. */
export const Loading = story(person(), {
  ...small,
  limits: { read: 3_600_000 },
  faults: [{ on: 'read', fault: 'never' }],
  shows: ['Loading contact'],
});

/** It could not be read. */
export const Failed = story(person(), {
  ...small,
  faults: [{ on: 'read', fault: { reject: 'unavailable' } }],
  shows: ['This could not be loaded', 'Try again'],
});

export const Narrow = story(person(), {
  more,
  width: 390,
  height: 800,
  shows: ['Grete Aldinger', '+49 30 5550 1177'],
});

export const NarrowWork = story(person(), {
  more,
  width: 390,
  height: 800,
  shows: ['Layout software, 12 seats', 'Ask about the budget'],
  play: (hands) => hands.click('#tab-work'),
});
