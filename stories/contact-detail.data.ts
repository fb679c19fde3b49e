/** A publisher and those who work there, for the stories of a contact. */
import { aParticipant } from '../src/testing/deal-work.js';
import {
  aContactPoint,
  aDeal,
  aNote,
  anActivity,
  anOrganization,
  aPerson,
  creation,
  money,
} from '../src/testing/fixtures.js';
import { ago, day } from './support/clock.js';

/** Grete buys for a publisher: two open deals, one lost, one in which she takes part. */
export const more = [
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
