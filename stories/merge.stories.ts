import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/crm-provider.js';
import '../src/define/deal-pipeline.js';
import type { IntentEvent } from '../src/events.js';
import { aDeal, aNote, anActivity, creation, minutesAfter, money } from '../src/testing/fixtures.js';
import { press, story } from './support/board.js';
import type { Options } from './support/board.js';
import type { Hands } from './support/hands.js';

/** Duplicates that become one: the dialog is the same from the board, the inbox and a detail. */
const meta: Meta = { title: 'merge', component: 'deal-pipeline' };
export default meta;

const ids = ['deal-4', 'twin', 'triplet'];

/** The audit, twice more: by another hand, at another price, with what was written down there. */
const twins = [
  creation(
    'deal',
    aDeal({
      id: 'twin',
      title: 'Cold chain audit, Cork',
      stageId: 'stage-2',
      ownerId: 'jonas',
      personId: 'person-4',
      organizationId: 'organization-4',
      value: money('5400'),
      expectedClose: '2027-01-29',
      channel: 'Trade fair',
      labelIds: ['Warm', 'Renewal'],
      createdAt: minutesAfter(60),
    }),
  ),
  creation(
    'deal',
    aDeal({
      id: 'triplet',
      title: 'Chilled store check',
      stageId: 'stage-0',
      status: 'won',
      ownerId: 'maya',
      personId: null,
      organizationId: 'organization-4',
      value: money('6100', 'USD'),
      createdAt: minutesAfter(90),
    }),
  ),
  creation('note', aNote({ id: 'note-a', leadId: null, dealId: 'twin' })),
  creation('note', aNote({ id: 'note-b', leadId: null, dealId: 'twin' })),
  creation('activity', anActivity({ id: 'activity-a', leadId: null, dealId: 'twin' })),
];

const board = (asked: (event: IntentEvent<'deals-merge'>) => void = () => undefined) =>
  html`<deal-pipeline style="block-size: 100%" @deals-merge=${asked}></deal-pipeline>`;

/** Chooses them and opens the dialog. */
async function begin(hands: Hands, ...cards: readonly string[]): Promise<void> {
  for (const id of cards) {
    await press(hands, id, 'x');
    await hands.find(`.card.is-chosen[data-id="${id}"]`);
  }
  hands.key('M', { shiftKey: true });
  await hands.find('dialog[open] .dialog-foot .btn');
}

const submit = (hands: Hands): Promise<void> => hands.click('dialog[open] .dialog-foot .btn--primary');

const merging = ({ board: view = board(), play, ...rest }: Partial<Options>) =>
  story({
    more: twins,
    height: 860,
    board: view,
    shows: rest.shows ?? [
      'Merge 2 deals',
      'Stays',
      'Amounts are not added up',
      '2 notes and 1 activity',
      'The other one goes',
    ],
    ...rest,
    play: play ?? ((hands) => begin(hands, 'deal-4', 'twin')),
  });

/** Two of a kind: one stays, with the values that are chosen. */
export const Two = merging({});

/** Three, in two currencies. */
export const Three = merging({
  more: [
    ...twins.slice(0, 1),
    ...twins.slice(2),
    creation(
      'deal',
      aDeal({
        id: 'triplet',
        title: 'Chilled store check',
        stageId: 'stage-0',
        organizationId: 'organization-4',
        value: money('6100', 'USD'),
        createdAt: minutesAfter(90),
      }),
    ),
  ],
  shows: ['Merge 3 deals', 'The 2 others go to the trash for 30 days', '$6,100'],
  play: (hands) => begin(hands, ...ids),
});

/** A won deal goes into an open one: that it was won is told before. */
export const WithAWonOne = merging({
  shows: ['That “Chilled store check” is won', 'Stage, status and dates of the others'],
  play: async (hands) => {
    await hands.focus('.card[data-id="deal-4"] .title');
    hands.key('M', { shiftKey: true });
    await hands.type('#crm-merge-other', 'Chilled');
    await hands.says('Chilled store check');
    await hands.click('[role=option]');
    await submit(hands);
    await hands.find('dialog[open] .merge-grid');
  },
});

/** With another one, that is looked for first: those of the same person and organization come first. */
export const Find = merging({
  shows: ['Merge with…', 'The other one', 'Cold chain audit, Cork'],
  play: async (hands) => {
    await hands.focus('.card[data-id="deal-4"] .title');
    hands.key('M', { shiftKey: true });
    await hands.find('#crm-merge-other');
    await hands.focus('#crm-merge-other');
    hands.key('ArrowDown');
  },
});

/** The page asks somebody first; Cancel ends the wait. */
export const Waiting = merging({
  board: board((event) => event.waitUntil(new Promise(() => undefined))),
  shows: ['Waiting for approval', 'Cancel'],
  play: async (hands) => {
    await begin(hands, 'deal-4', 'twin');
    await submit(hands);
  },
});

/** The page says no, and why: nothing was written. */
export const Refused = merging({
  board: board((event) => event.waitUntil(Promise.reject(new Error('Jonas has an offer out for this one.')))),
  shows: ['Nothing was merged', 'Jonas has an offer out'],
  play: async (hands) => {
    await begin(hands, 'deal-4', 'twin');
    await submit(hands);
  },
});

/** Somebody was first: what they have made of it is shown, and nothing was merged. */
export const Conflict = story({
  more: twins,
  height: 860,
  board: board(),
  shows: ['Nothing was merged', 'Someone else changed it', 'This is how they are now', '€7,000'],
  play: async (hands, adapter) => {
    await begin(hands, 'deal-4', 'twin');
    const fields = { value: [money('5400'), money('7000')] } as const;
    await adapter.commit([{ op: 'patch', kind: 'deal', id: 'twin', fields }]);
    await submit(hands);
  },
});

/** The stage asks for what would be given up: it is said at the field. */
export const Missing = merging({
  more: [
    ...twins,
    { op: 'patch', kind: 'stage', id: 'stage-1', fields: { requiredFields: [[], ['labelIds', 'personId']] } },
  ],
  shows: ['Person is empty'],
  play: async (hands) => {
    await hands.focus('.card[data-id="deal-4"] .title');
    hands.key('M', { shiftKey: true });
    await hands.type('#crm-merge-other', 'Chilled');
    await hands.says('Chilled store check');
    await hands.click('[role=option]');
    await submit(hands);
    await hands.click('input[name="crm-merge-personId"][value="triplet"]');
  },
});

/** Done: which one it is by now, and both ways on. */
export const Done = merging({
  shows: ['2 deals merged into “Cold chain audit”', 'Open it', 'Undo'],
  play: async (hands) => {
    await begin(hands, 'deal-4', 'twin');
    await submit(hands);
  },
});

/** One below the other. */
export const Narrow = merging({ width: 390 });

export const RightToLeft = merging({ dir: 'rtl' });

export const Turkish = merging({
  lang: 'tr',
  shows: ['2 anlaşmayı birleştir', 'Tutarlar toplanmaz', '2 not ve 1 aktivite', 'çöp kutusuna'],
});
