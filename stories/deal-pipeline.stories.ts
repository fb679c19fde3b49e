import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import { faultyAdapter, type FaultyAdapter } from '../src/testing/faulty.js';
import { aDeal, aPipeline, aStage, creation, edit } from '../src/testing/fixtures.js';
import { rows, stages, type Row } from './pipeline.data.js';
import { audit, menuOf, press, story } from './support/board.js';
import { until } from './support/hands.js';

const meta: Meta = { title: 'deal-pipeline', component: 'deal-pipeline' };
export default meta;
/** The board is drawn, and has counted. */
const counted = ['New business', '10 open deals', '€89,400', audit];

/** Stages with counts and totals over all deals, cards sorted by what is next. */
export const Board = story({
  shows: [
    ...counted,
    ...stages,
    '¥15,600,000',
    'Nachrüstung Brandmeldeanlage',
    'Due',
    'Quiet for 41 days',
    'Quiet for 16 days',
    'tender opens',
    'Drag a deal here',
  ],
});

/** The keyboard holds a card: arrows carry it, Space drops it, Escape puts it back. */
export const Lifted = story({
  shows: [...counted, 'Moving 生産管理システムの更新', '1 of 3 in Proposal sent', 'drop', 'put back'],
  play: async (hands) => {
    await press(hands, 'deal-5', ' ');
    await hands.says('Moving');
    await press(hands, 'deal-5', 'ArrowRight');
  },
});

/** Only under "By hand" a card has a place of its own. */
export const ByHand = story({
  shows: [...counted, 'By hand'],
  board: html`<deal-pipeline style="block-size: 100%" order="rank"></deal-pipeline>`,
});

/** All that can be done with a card. */
export const CardMenu = story({
  shows: ['Open', 'Move to', 'Mark as won', 'Mark as lost', 'Delete'],
  play: (hands) => menuOf(hands, 'deal-4'),
});

/** Every drag has a menu beside it. */
export const MoveTo = story({
  shows: [`Move “${audit}” to`, 'Contact made now', 'Won', 'Lost'],
  play: (hands) => press(hands, 'deal-4', 'm'),
});

/** The stage asks for what the deal does not have. */
export const Answers = story({
  required: ['value', 'expectedClose'],
  shows: ['Contract out asks for more', `${audit} needs one more answer.`, 'Expected close'],
  play: async (hands) => {
    await press(hands, 'deal-4', 'm');
    await hands.click('.menu [data-id=stage-5]');
  },
});

/** "+ Deal": a person or an organization is enough. */
export const AddDeal = story({
  shows: ['Add deal', 'Name a person, an organization, or both.'],
  play: (hands) => hands.click('[data-add-deal]'),
});

/** Why it was lost. */
export const Lost = story({
  shows: ['Why was this deal lost?', 'Price too high', 'Chose a competitor', 'No answer'],
  play: async (hands) => {
    await menuOf(hands, 'deal-6');
    await hands.click('.menu [data-id=lost]');
  },
});

/** A deal stands still for a known reason: until when, and why. */
export const WaitUntil = story({
  shows: ['Wait until, because', 'Tomorrow', 'Next week', 'In a month', 'Because'],
  play: (hands) => press(hands, 'deal-6', 'w'),
});

/** A pipeline that asks for a reason and a day when a deal is lost. */
export const LostAsks = story({
  more: [edit('pipeline', 'pipeline-1', { lostFields: [[], ['lostReason', 'expectedClose']] })],
  shows: ['A lost deal also needs', 'Expected close', 'Choose a reason.', 'Needs an answer'],
  play: async (hands) => {
    await menuOf(hands, 'deal-4');
    await hands.click('.menu [data-id=lost]');
    await hands.click('dialog[open] [type=submit]');
  },
});

/** What was done, and the way back. */
export const Won = story({
  shows: ['Won: Pelican Freight pilot, $42,000', 'Undo', '9 open deals'],
  play: async (hands) => {
    await menuOf(hands, 'deal-9');
    await hands.click('.menu [data-id=won]');
  },
});

/** What was deleted, with the way back. */
export const Deleted = story({
  shows: ['Deleted deals', 'They can be restored for 30 days.', 'Pelican Freight pilot', 'Restore', '9 open deals'],
  play: async (hands) => {
    await menuOf(hands, 'deal-9');
    await hands.click('.menu [data-id=delete]');
    await hands.click('dialog[open] [type=submit]');
    await hands.says('moved to the trash');
    await hands.click('[data-more]');
    await hands.click('.menu [data-id=trash]');
    await hands.find('.trashed li');
  },
});

/** Whose deals are shown. */
export const OwnerMenu = story({
  shows: ['Everyone', 'Elif Kaya', 'Jonas Brandt', 'No owner'],
  play: (hands) => hands.click('[data-owners]'),
});

/** What the keys do. */
export const Keys = story({
  shows: ['Keys of the board', 'Lift the card, drop it again', 'Take the last change back'],
  play: (hands) => press(hands, 'deal-4', '?'),
});

/** Deals that somebody else has added wait, while one works in their stage. */
export const News = story({
  shows: ['1 new deal', 'Show it', '11 open deals'],
  wrap: (adapter) => faultyAdapter(adapter, []),
  play: async (hands, adapter) => {
    await hands.focus('.card[data-id=deal-4] .title');
    const added = aDeal({ id: 'deal-x', title: 'New from elsewhere', stageId: 'stage-1', value: null });
    (adapter as FaultyAdapter).hear(await adapter.commit([creation('deal', added)]));
  },
});

/** No deals yet. */
export const Empty = story({
  deals: [],
  height: 420,
  shows: ['No deals yet', 'Convert a lead in the inbox', 'Add deal'],
});

/** Nothing fits what was asked for. */
export const NoMatch = story({
  height: 420,
  shows: ['No deals match', 'Clear filters'],
  board: html`<deal-pipeline style="block-size: 100%" search="nothing like it"></deal-pipeline>`,
});

/** Several pipelines to choose from. */
export const Pipelines = story({
  shows: counted,
  more: [
    creation('pipeline', aPipeline({ id: 'pipeline-2', name: 'Renewals', rank: 'b0' })),
    creation('stage', aStage({ id: 'stage-9', name: 'Due soon', pipelineId: 'pipeline-2' })),
  ],
});

/** The storage does not answer: grey cards in their final places. */
export const Loading = story({
  height: 420,
  shows: ['New business', 'Qualified', 'Counting', 'Adding up'],
  wrap: (adapter) =>
    faultyAdapter(adapter, [
      { on: 'read', kind: 'deal', fault: 'never' },
      { on: 'summarize', fault: 'never' },
    ]),
  play: async ({ canvas }) => {
    const shadow = canvas.querySelector('deal-pipeline')?.shadowRoot;
    await until(() => shadow?.querySelector('.card.is-skeleton'), 'grey cards');
  },
});

/** The stages are there, their deals could not be read. */
export const Failed = story({
  height: 420,
  shows: ['Qualified', 'Deals could not be loaded', 'You are not allowed to see these deals.', 'Try again'],
  wrap: (adapter) => faultyAdapter(adapter, [{ on: 'read', kind: 'deal', fault: { reject: 'denied' } }]),
});

/** The storage refuses a move: the card is put back, and why stands above. */
export const Refused = story({
  shows: [...counted, 'was not moved'],
  wrap: (adapter) => faultyAdapter(adapter, [{ on: 'commit', fault: { reject: 'denied' } }]),
  play: async (hands) => {
    await press(hands, 'deal-4', 'm');
    await hands.click('.menu [data-id=stage-3]');
  },
});

/** One stage and a strip. */
export const Narrow = story({
  width: 390,
  height: 604,
  shows: ['New business', '10 open deals', 'Qualified 3', 'Contact made 2'],
});

export const Narrow320 = story({
  width: 320,
  height: 604,
  shows: ['New business', '10 open deals', 'Qualified 3', 'Contact made 2'],
});

/** "Move to" comes up from the lower edge, under the thumb. */
export const NarrowMoveTo = story({
  width: 390,
  height: 604,
  shows: [`Move “${audit}” to`, 'Contact made now', 'Won', 'Lost'],
  play: async (hands) => {
    await hands.click('[data-step=stage-1]');
    await press(hands, 'deal-4', 'm');
  },
});

/** Between the two: the stages keep their width, and one scrolls sideways. */
export const Medium = story({ width: 760, shows: counted });

/** Stages run from the right; arrows and Alt with arrows are mirrored. */
export const RightToLeft = story({ dir: 'rtl', shows: [...counted, ...stages] });

export const Turkish = story({ lang: 'tr', shows: ['10 açık anlaşma', 'Herkes', 'Anlaşma', '€144.550'] });

/** Wide cards for fingers and for those who want more room. */
export const Comfortable = story({
  shows: counted,
  board: html`<deal-pipeline style="block-size: 100%" density="comfortable"></deal-pipeline>`,
});

/** Ten thousand deals; a few dozen cards are in the page. */
export const TenThousand = story({
  shows: ['10,000 open deals', 'Qualified'],
  deals: Array.from({ length: 10_000 }).map((_, at): Row => {
    const row = rows[at % rows.length]!;
    const next = at % 4 === 0 ? row[7] : null;
    return [at % 6, `${row[1]} ${at}`, '', row[3] || row[2], row[4], row[5], row[6], next, row[8]];
  }),
});

/** The stages of a pipeline, one of them on its way out; what a stage asks for is folded up. */
export const EditPipeline = story({
  height: 900,
  shows: ['Edit pipeline', 'Chance, %', 'Quiet after, days', 'is deleted when you save.', 'Its 2 deals go to'],
  play: async (hands) => {
    await hands.click('[data-more]');
    await hands.click('.menu [data-id=edit-pipeline]');
    await hands.click('.stages-edit li:nth-child(2) [data-remove]');
  },
});
