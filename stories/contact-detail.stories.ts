import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/contact-detail.js';
import '../src/define/crm-provider.js';
import { aParticipant } from '../src/testing/deal-work.js';
import {
  aContactPoint,
  aDeal,
  aNote,
  anActivity,
  anOrganization,
  aPerson,
  aTrash,
  creation,
  money,
} from '../src/testing/fixtures.js';
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

/** Grete buys for a publisher: two open deals, one lost, one in which she takes part. */
const more = [
  creation(
    'organization',
    anOrganization({
      id: 'quitte',
      name: 'Quittenhof Verlag',
      address: 'Lindenallee 4, 16278 Angermünde',
      website: 'quittenhof.example',
      ownerId: 'jonas',
    }),
  ),
  creation(
    'person',
    aPerson({
      id: 'grete',
      name: 'Grete Aldinger',
      jobTitle: 'Head of purchasing',
      organizationId: 'quitte',
      ownerId: 'kaya',
      emails: [
        aContactPoint('grete@quittenhof.example'),
        aContactPoint('g.aldinger@post.example', { label: 'home', primary: false }),
      ],
      phones: [aContactPoint('+49 30 5550 1177', { label: 'mobile' })],
      custom: { decider: 'Grete herself' },
      createdAt: ago(900),
    }),
  ),
  creation(
    'person',
    aPerson({
      id: 'ulf',
      name: 'Ulf Pommer',
      jobTitle: 'Publisher',
      organizationId: 'quitte',
      emails: [aContactPoint('ulf@quittenhof.example')],
      phones: [],
    }),
  ),
  creation(
    'person',
    aPerson({
      id: 'bare',
      name: 'Bare Nilsen',
      jobTitle: '',
      organizationId: null,
      ownerId: null,
      emails: [],
      phones: [],
    }),
  ),
  creation(
    'deal',
    aDeal({
      id: 'layout',
      title: 'Layout software, 12 seats',
      personId: 'grete',
      organizationId: 'quitte',
      stageId: 'stage-3',
      value: money('7200'),
      createdAt: ago(240),
    }),
  ),
  creation(
    'deal',
    aDeal({
      id: 'archive',
      title: 'Archive of plates',
      personId: 'grete',
      organizationId: 'quitte',
      stageId: 'stage-1',
      value: money('18400'),
      createdAt: ago(700),
    }),
  ),
  creation(
    'deal',
    aDeal({
      id: 'print',
      title: 'Print on demand',
      personId: 'grete',
      organizationId: 'quitte',
      stageId: 'stage-2',
      status: 'lost',
      lostReason: 'Price',
      closedAt: ago(2000),
      lostAt: ago(2000),
      value: money('3900'),
    }),
  ),
  creation(
    'deal',
    aDeal({
      id: 'fair',
      title: 'Stand at the book fair',
      personId: 'ulf',
      organizationId: 'quitte',
      stageId: 'stage-0',
      value: money('2600'),
    }),
  ),
  creation('participant', aParticipant({ id: 'in-fair', dealId: 'fair', personId: 'grete', role: 'Signs' })),
  creation(
    'note',
    aNote({
      id: 'note-grete',
      leadId: null,
      personId: 'grete',
      text: 'Prefers a call in the **morning**; decides with Ulf.',
      pinned: true,
      authorId: 'kaya',
      createdAt: ago(50),
    }),
  ),
  creation(
    'note',
    aNote({
      id: 'note-fair',
      leadId: null,
      personId: 'grete',
      text: 'Met at the fair in Leipzig.',
      authorId: 'maya',
      createdAt: ago(1200),
    }),
  ),
  creation(
    'activity',
    anActivity({
      id: 'ring',
      leadId: null,
      personId: 'grete',
      type: 'call',
      subject: 'Ask about the budget for next year',
      due: day(1),
      time: '09:30',
      ownerId: 'maya',
    }),
  ),
  creation(
    'activity',
    anActivity({
      id: 'visit',
      leadId: null,
      organizationId: 'quitte',
      type: 'meeting',
      subject: 'Visit the printing house',
      due: day(4),
      ownerId: 'maya',
    }),
  ),
];

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
