import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import { faultyAdapter, type FaultyAdapter } from '../src/testing/faulty.js';
import { aDeal, aField, aPipeline, aStage, creation, edit } from '../src/testing/fixtures.js';
import { story as onBoard, type Options } from './support/board.js';
import { ago } from './support/clock.js';
import type { Hands } from './support/hands.js';

const meta: Meta = { title: 'deal-list', component: 'deal-list' };
export default meta;

const list = html`<deal-list style="block-size: 100%"></deal-list>`;
const story = (options: Options): ReturnType<typeof onBoard> => onBoard({ board: list, ...options });
const audit = 'Cold chain audit';
const counted = ['10 deals', '€144,550', 'weighted'];

const ended = (days: number): string => ago(24 * days);
const won = { status: ['open', 'won'] as const };
/** Three deals that are won, two that are lost. */
const closed = [
  edit('deal', 'deal-9', { ...won, wonAt: [null, ended(2)], closedAt: [null, ended(2)] }),
  edit('deal', 'deal-7', { ...won, wonAt: [null, ended(20)], closedAt: [null, ended(20)] }),
  edit('deal', 'deal-0', { ...won, wonAt: [null, ended(61)], closedAt: [null, ended(61)] }),
  edit('deal', 'deal-4', {
    status: ['open', 'lost'],
    lostAt: [null, ended(1)],
    closedAt: [null, ended(1)],
    lostReason: [null, 'Price too high'],
    lostComment: [null, 'They stay with what they have for another year.'],
  }),
  edit('deal', 'deal-6', {
    status: ['open', 'lost'],
    lostAt: [null, ended(9)],
    closedAt: [null, ended(9)],
    lostReason: [null, 'No answer'],
  }),
];

/** The same deals as on the board: stage, what comes next, what they are worth and how likely. */
export const Rows = story({
  shows: [...counted, audit, 'Contact made', 'Quiet for 41 days', 'Waiting until', '¥4,960,000', 'Open 10', 'Won 0'],
});

/** Formula columns: what each deal comes to, and at the foot what all of them do. */
export const Formulas = story({
  more: [
    creation('field', aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'b1' })),
    creation(
      'field',
      aField({ id: 'net', name: 'Net', type: 'formula', rank: 'b2', formula: '#{value} - 10%', gives: 'money' }),
    ),
    creation(
      'field',
      aField({
        id: 'hours',
        name: 'Hours',
        type: 'formula',
        rank: 'b3',
        formula: '#{custom.seats} * 1.5',
        gives: 'number',
      }),
    ),
    edit('deal', 'deal-3', { 'custom.seats': [null, 40] }),
    edit('deal', 'deal-4', { 'custom.seats': [null, 15] }),
    edit('deal', 'deal-7', { 'custom.seats': [null, 8] }),
  ],
  board: html`<deal-list
    .columns=${['title', 'stageId', 'value', 'custom.net', 'custom.hours']}
    style="block-size: 100%"
  ></deal-list>`,
  shows: ['Net'],
  says: ['€130,095', 'Hours 94.5', 'not calculated'],
});

/** Deals that are won: when, where they stood, what they are worth. */
export const Won = story({
  more: closed,
  board: html`<deal-list segment="won" style="block-size: 100%"></deal-list>`,
  shows: ['Won 3', 'Lost 2', '3 deals', 'Pelican Freight pilot', 'Closed'],
});

/** Deals that are lost: when and why. */
export const Lost = story({
  more: closed,
  board: html`<deal-list segment="lost" style="block-size: 100%"></deal-list>`,
  shows: ['2 deals', 'Price too high', 'They stay with what they have for another year.', 'No answer', 'Reason'],
});

export const All = story({
  more: closed,
  board: html`<deal-list segment="all" style="block-size: 100%"></deal-list>`,
  shows: ['10 deals', 'Status', 'All 10'],
});

/** What can be done with many at once, and what they are worth. */
export const Selection = story({
  shows: ['3 selected', 'Move to', 'Won', 'Lost', 'Owner', 'Label', '3 deals selected'],
  play: async (hands) => {
    for (const id of ['deal-4', 'deal-7', 'deal-3']) await hands.click(`[data-id="${id}"] [data-do=select]`);
  },
});

/** Everything that can be done with a deal. */
export const RowMenu = story({
  shows: ['Open', 'Move to', 'Wait until, because', 'Owner', 'Mark as won', 'Mark as lost', 'Back to leads', 'Delete'],
  play: (hands) => menuOf(hands, 'deal-4'),
});

/** Stages of this pipeline, and of all others. */
export const MoveTo = story({
  more: [
    creation('pipeline', aPipeline({ id: 'pipeline-2', name: 'Partners', rank: 'b' })),
    creation('stage', aStage({ id: 'first', name: 'First talk', pipelineId: 'pipeline-2' })),
  ],
  shows: ['Move 2 deals to', 'In Partners', 'First talk', 'All pipelines'],
  play: async (hands) => {
    for (const id of ['deal-4', 'deal-7']) await hands.click(`[data-id="${id}"] [data-do=select]`);
    await hands.click('[data-bulk=move]');
  },
});

/** The stage asks for what deals do not have. */
export const Answers = story({
  required: ['expectedClose'],
  shows: ['Contract out asks for more', '1 of 2 deals need more answers.', 'Move the others'],
  play: async (hands) => {
    for (const id of ['deal-4', 'deal-7']) await hands.click(`[data-id="${id}"] [data-do=select]`);
    await hands.click('[data-bulk=move]');
    await hands.click('.menu [data-id=stage-5]');
  },
});

/** One day for all that are chosen. */
export const ExpectedClose = story({
  shows: ['When are these 2 deals expected to close?', 'Expected close', 'Empty it to take the day away.', 'Set'],
  play: async (hands) => {
    for (const id of ['deal-4', 'deal-7']) await hands.click(`[data-id="${id}"] [data-do=select]`);
    await hands.click('.bulk [data-more]');
    await hands.click('.menu [data-id=expected]');
  },
});

/** Which columns, and in which order. */
export const Columns = story({
  shows: ['Columns', 'Chance', 'Pipeline', 'Reset columns'],
  play: (hands) => hands.click('[data-columns]'),
});

/** What can be done with a column, for who cannot drag its edge. */
export const ColumnMenu = story({
  shows: ['Ascending', 'Wider', 'Narrower', 'Reset width', 'Hide column'],
  play: async (hands) => {
    await hands.focus('[data-sort=stageId]');
    hands.key('F10', { shiftKey: true });
  },
});

/** Columns and widths of one's own. */
export const OwnColumns = story({
  board: html`<deal-list
    style="block-size: 100%"
    .columns=${['title', 'probability', 'weighted', 'labelIds', 'createdAt', 'sourceName']}
    .widths=${{ labelIds: 260, weighted: 150 }}
    .order=${[{ field: 'value', descending: true }]}
  ></deal-list>`,
  shows: ['Chance', '90%', 'Warm', 'Age'],
});

const filtered = html`<deal-list
  style="block-size: 100%"
  .filter=${[
    { field: 'value', op: 'gte', value: { amount: '2000', currency: 'EUR' } },
    {
      any: [
        { field: 'nextActivity', op: 'in', value: ['today', 'planned'] },
        { field: 'quiet', op: 'quiet', value: ['full'] },
      ],
    },
  ]}
></deal-list>`;

/** Narrowed by a filter of its own: what is on stands in chips. */
export const Filtered = story({ board: filtered, shows: ['Nachrüstung Brandmeldeanlage', '€'] });

/** The same on a phone. */
export const NarrowFiltered = story({ width: 390, height: 720, board: filtered, shows: ['at least €2,000'] });

/** Inside a board, which has pipeline and search above it. */
export const Embedded = story({
  board: html`<deal-list embedded style="block-size: 100%"></deal-list>`,
  shows: counted,
});

export const Keys = story({
  shows: ['Keyboard shortcuts', 'Narrower and wider, in the head of a column', 'Reopen a closed deal'],
  play: async (hands) => {
    await hands.click('[data-more]');
    await hands.click('.menu [data-id=keys]');
  },
});

export const Empty = story({ deals: [], shows: ['No open deals', 'Convert a lead in the inbox'] });

export const NoMatch = story({
  shows: ['No deals match', 'Nothing has “zeppelin” in it.', 'Clear filters'],
  play: (hands) => hands.type('input[type=search]', 'zeppelin'),
});

export const Failed = story({
  height: 420,
  wrap: (adapter) => faultyAdapter(adapter, [{ on: 'read', kind: 'deal', fault: { reject: 'denied' } }]),
  shows: ['Deals could not be loaded', 'You are not allowed to see these deals.', 'Try again'],
});

export const Loading = story({
  height: 420,
  shows: ['Open', 'Next activity', 'Counting deals'],
  wrap: (adapter) =>
    faultyAdapter(adapter, [
      { on: 'read', kind: 'deal', fault: 'never' },
      { on: 'summarize', fault: 'never' },
    ]),
  play: async (hands) => {
    await hands.find('.lrow.is-skeleton');
  },
});

/** Others' new deals wait while somebody reads. */
export const News = story({
  shows: ['1 new deal', 'came in while you were reading.', 'Show it'],
  wrap: (adapter) => faultyAdapter(adapter, []),
  play: async (hands, adapter) => {
    await hands.focus('[data-id="deal-4"]');
    const added = aDeal({ id: 'deal-x', title: 'New from elsewhere', stageId: 'stage-1', value: null });
    (adapter as FaultyAdapter).hear(await adapter.commit([creation('deal', added)]));
  },
});

export const Narrow = story({ width: 390, shows: ['3 days overdue', 'Quiet for 41 days', 'Contact made'] });
export const NarrowLost = story({
  width: 390,
  more: closed,
  board: html`<deal-list segment="lost" style="block-size: 100%"></deal-list>`,
  shows: ['Price too high', audit],
});
export const Medium = story({ width: 720, shows: counted });
export const RightToLeft = story({ lang: 'ar', dir: 'rtl', shows: [audit] });
export const Turkish = story({
  lang: 'tr',
  shows: ['Açık', 'Kazanıldı', 'Sıradaki aktivite', 'ağırlıklı', '41 gündür sessiz'],
});
export const Comfortable = story({
  board: html`<deal-list density="comfortable" style="block-size: 100%"></deal-list>`,
  shows: counted,
});

function menuOf(hands: Hands, id: string): Promise<void> {
  return hands.focus(`[data-id="${id}"]`).then(() => hands.click(`[data-id="${id}"] [data-do=more]`));
}
