import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/crm-provider.js';
import '../src/define/lead-inbox.js';
import type { IntentEvent } from '../src/events.js';
import { aConversion, aField, aLead, creation } from '../src/testing/fixtures.js';
import { ago } from './support/clock.js';
import { firstPhase } from './support/deals.js';
import type { Hands } from './support/hands.js';
import { story } from './support/story.js';

/** Converting, as it begins in the inbox: the dialog is the same from a list, a row and a detail. */
const meta: Meta = { title: 'convert', component: 'lead-inbox' };
export default meta;

type Asked = IntentEvent<'leads-convert'>;

const page = (asked?: (event: Asked) => void) => () =>
  html`<lead-inbox style="block-size: 100%" @leads-convert=${asked ?? (() => undefined)}></lead-inbox>`;
const inbox = page();

const twelve = [
  'rollout',
  'shop',
  'depot',
  'plant',
  'clinic',
  'seats',
  'print',
  'freight',
  'rail',
  'school',
  'tea',
  'stock',
];

/** Opens the dialog for these leads. */
async function begin(hands: Hands, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await hands.click(`.lrow[data-id="${id}"] .check`);
  await hands.click('[data-bulk="convert"]');
  await hands.find('dialog[open] .btn--primary');
}

/** Chooses a stage by its name. */
async function stage(hands: Hands, name: string): Promise<void> {
  await hands.click(`dialog[open] .stages label:has(input):nth-of-type(${order.indexOf(name) + 1})`);
}
const order = ['Qualified', 'Contact made', 'Demo scheduled', 'Proposal sent', 'Negotiation', 'Contract out'];

/** Choose, fill the gap, see what moves, convert. */
export const One = story(inbox, {
  height: 860,
  more: firstPhase(),
  required: ['custom.decider'],
  shows: ['Convert to deal', 'Demo scheduled needs one more answer', 'Moves to the deal'],
  play: async (hands) => {
    await begin(hands, 'depot');
    await stage(hands, 'Demo scheduled');
  },
});

/** A person or an organization with an open deal: newer values are offered, nothing is dropped silently. */
export const Existing = story(inbox, {
  height: 860,
  more: firstPhase(),
  shows: ['From the lead', 'In the deal', 'Add to deal', 'Stage stays Proposal sent'],
  play: async (hands) => {
    await begin(hands, 'depot');
    await hands.press('Existing deal');
  },
});

/** What needs an answer comes first and is answered in the row; the ready ones need not wait. */
export const Many = story(inbox, {
  height: 900,
  more: firstPhase(),
  required: ['custom.decider', 'value'],
  shows: ['Convert 12 leads', 'need an answer', 'Has an open deal', 'Decision maker is empty'],
  play: async (hands) => {
    await begin(hands, ...twelve);
    await stage(hands, 'Demo scheduled');
  },
});

/** Two days that the stage needs are answered in the row, too. */
export const ManyDays = story(inbox, {
  height: 900,
  more: [creation('field', aField({ id: 'service', name: 'Service window', type: 'dateRange', rank: 'z0' }))],
  required: ['custom.service', 'value'],
  shows: ['Service window'],
  says: ['Convert 3 leads', 'Service window is empty', 'Until'],
  play: async (hands) => {
    await begin(hands, 'rollout', 'shop', 'plant');
    await stage(hands, 'Demo scheduled');
  },
});

/** One line a lead, in words; it goes on when it is closed. */
export const Progress = story(inbox, {
  leads: 250,
  height: 860,
  limits: { commit: 3_600_000 },
  faults: [{ on: 'commit', kind: 'conversion', from: 1, fault: 'never' }],
  shows: ['Converting', '100 of', 'Stop'],
  play: async (hands) => {
    await hands.click('.lrow--head .check');
    await hands.click('[data-select-all]');
    await hands.click('[data-bulk="convert"]');
    await hands.click('dialog[open] .dialog-foot .btn--primary');
  },
});

/** Counts, each lead that stayed with its cure, and the way back. */
export const Result = story(
  page((event) => event.plan.drafts[1]?.refuse('On the blocklist of this page.')),
  {
    height: 860,
    shows: ['2 deals made', '1 lead stayed in the inbox', 'On the blocklist', 'Undo'],
    play: async (hands) => {
      await begin(hands, 'freight', 'depot', 'plant');
      await hands.click('dialog[open] .dialog-foot .btn--primary');
    },
  },
);

/** The page says no, and why. Nothing was written; what was typed is still there. */
export const Refused = story(
  page((event) => event.waitUntil(Promise.reject(new Error('Heron Freight has unpaid invoices.')))),
  {
    height: 860,
    shows: ['Not converted', 'Heron Freight has unpaid invoices'],
    play: async (hands) => {
      await begin(hands, 'freight');
      await hands.click('dialog[open] .dialog-foot .btn--primary');
    },
  },
);

/** The page asks somebody first; Cancel ends the wait. */
export const Waiting = story(
  page((event) => event.waitUntil(new Promise(() => undefined))),
  {
    height: 860,
    shows: ['Waiting for approval', 'Cancel'],
    play: async (hands) => {
      await begin(hands, 'freight');
      await hands.click('dialog[open] .dialog-foot .btn--primary');
    },
  },
);

/** Someone else was first: said by name, with the way to the deal. */
export const Already = story(inbox, {
  height: 860,
  more: [
    creation(
      'conversion',
      aConversion({
        lead: aLead({ id: 'freight', title: 'Heron Freight pilot' }),
        dealId: 'deal-pilot',
        userId: 'kaya',
        createdAt: ago(0.05),
      }),
    ),
  ],
  shows: ['Already a deal', 'Elif Kaya', 'Open deal'],
  play: async (hands) => {
    await hands.click('.lrow[data-id="freight"] .check');
    await hands.click('[data-bulk="convert"]');
  },
});

/** It is done: both ways on stand in the toast. */
export const Done = story(inbox, {
  shows: ['Heron Freight pilot is a deal now', 'Open deal', 'Undo'],
  play: async (hands) => {
    await begin(hands, 'freight');
    await hands.click('dialog[open] .dialog-foot .btn--primary');
  },
});

/** The dialog becomes the whole container; stages show only the chosen name. */
export const Narrow = story(inbox, {
  width: 390,
  height: 812,
  more: firstPhase(),
  required: ['custom.decider'],
  shows: ['Convert to deal', 'Moves to the deal'],
  play: async (hands) => {
    await begin(hands, 'depot');
    await stage(hands, 'Demo scheduled');
  },
});
