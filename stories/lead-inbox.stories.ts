import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { LeadInbox } from '../src/elements/lead-inbox/lead-inbox.js';
import type { Hands } from './support/hands.js';
import { hover, inbox } from './support/inbox.js';
import { leadOf } from './support/leads.js';
import { story } from './support/story.js';

const meta: Meta = { title: 'lead-inbox', component: 'lead-inbox' };
export default meta;

/** A frame as a page of its own part gives: enough for a state that has no rows. */
const small = { width: 900, height: 440 };
const title = 'Einführung der Wartungsplanung';

/** Ticks the boxes of these leads. */
async function pick(hands: Hands, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await hands.click(`.lrow[data-id="${id}"] .check`);
}

/** The most urgent first; not seen ones are bold and have a dot. */
export const Inbox = story(inbox, { shows: [title, '3 days overdue', '24 leads', '¥12,400,000'] });

/** Actions stand in the row under the pointer; the focus is a ring around a row. */
export const Rows = story(inbox, {
  shows: [title, 'Convert'],
  play: async (hands) => {
    await hands.focus('.lrow[data-id="roof"]');
    await hover(hands, 'plant');
  },
});

/** The filter row becomes the bulk bar in the same place. */
export const Selection = story(inbox, {
  shows: ['6 selected', 'Convert leads', 'Archive'],
  play: (hands) => pick(hands, 'rollout', 'shop', 'depot', 'plant', 'roof', 'clinic'),
});

/** All on the screen, then all that match, in one more step. */
export const SelectAll = story(inbox, {
  leads: 400,
  shows: ['Select all 400'],
  play: (hands) => hands.click('.lrow--head .check'),
});

/** The list keeps its place and drops columns by worth; Convert to deal is lower left, always in sight. */
export const OpenLead = story(inbox, {
  height: 856,
  shows: ['Convert to deal', '4,200', 'Saha ziyareti'],
  play: async (hands) => {
    await hands.click('.lrow[data-id="depot"] .lead button');
    // What was opened has been seen.
    await hands.find('.lrow.is-open[data-id="depot"]:not(.unseen)');
  },
});

/** The open lead stays open when the list is narrowed to others, and says that it is not among them. */
export const OpenElsewhere = story(inbox, {
  height: 856,
  shows: ['Not in this list', 'Heron Freight pilot', 'Convert to deal'],
  play: async (hands) => {
    await hands.click('.lrow[data-id="depot"] .lead button');
    await hands.says('Saha ziyareti');
    (await hands.find<LeadInbox>('lead-inbox')).search = 'Heron';
    await hands.says('Not in this list');
  },
});

/** First use: what will fill it, and the ways to begin. */
export const Empty = story(inbox, {
  leads: 'none',
  width: 900,
  height: 440,
  shows: ['No leads yet', 'Add lead', 'Import spreadsheet'],
});

/** What was asked, what would match instead, and the way out. */
export const NoResults = story(
  () => html`<lead-inbox
    style="block-size: 100%"
    search="gravur"
    .filter=${[{ field: 'labelIds', op: 'has', value: ['Hot', 'Warm'] }]}
  ></lead-inbox>`,
  { ...small, shows: ['No leads match', 'gravur', 'Clear filters', 'Show archived'] },
);

/** The storage takes its time: the real head, rows at their final height; only after 200 ms. */
export const Loading = story(inbox, {
  ...small,
  faults: [{ on: 'read', kind: 'lead', fault: 'never' }],
  shows: ['Leads'],
  play: async (hands) => void (await hands.find('.skel')),
});

/** The cause, the comfort, one button. */
export const Failed = story(inbox, {
  ...small,
  faults: [{ on: 'read', kind: 'lead', fault: { reject: 'unavailable' } }],
  shows: ['Leads could not be loaded', 'Nothing is lost', 'Try again'],
});

/** Work goes on: reading and editing. What is not stored yet is counted. */
export const Offline = story(inbox, {
  ...small,
  offline: true,
  notice: 'retrying',
  limits: { commit: 3_600_000 },
  faults: [{ on: 'commit', fault: 'never' }],
  shows: ['You are offline', '3 changes'],
  play: (_hands, { store }) => {
    for (const id of ['rollout', 'depot', 'shop']) void store.execute('leads-see', { ids: [id], seen: true });
  },
});

/** The storage lets people wait, and it is said. */
export const Slow = story(inbox, {
  ...small,
  limits: { commit: 3_600_000, late: 1 },
  faults: [{ on: 'commit', fault: 'never' }],
  shows: ['change'],
  play: (hands, { store }) => {
    void store.execute('leads-see', { ids: ['rollout'], seen: true });
    return hands.find('.banner').then(() => undefined);
  },
});

/** The storage could not be opened: what is entered is not kept, and that is said. */
export const OnlyInMemory = story(inbox, {
  ...small,
  notice: 'memory',
  shows: [title],
  play: (hands) => hands.find('.banner').then(() => undefined),
});

/** Someone else was faster: both ways are offered. */
export const Conflict = story(inbox, {
  ...small,
  faults: [{ on: 'commit', kind: 'lead', fault: { reject: 'conflict' } }],
  shows: ['1 lead was not archived', 'Someone else changed'],
  play: async (hands) => {
    await pick(hands, 'rollout');
    await hands.click('[data-bulk="archive"]');
  },
});

/** A colleague's new leads wait while one reads. */
export const News = story(inbox, {
  ...small,
  news: ['quarry', 'bakery', 'choir'].flatMap((id) =>
    leadOf({ id, title: `Enquiry of the ${id}`, age: 0, unseen: true }),
  ),
  shows: ['3 new leads', 'Show them'],
  play: async (hands, { colleague }) => {
    await hands.focus('.lrow[data-id="depot"]');
    await colleague();
  },
});

/** Said once, above, instead of on every button. */
export const ReadOnly = story(inbox, {
  ...small,
  user: { id: 'jonas', name: 'Jonas Brandt' },
  can: () => 'Ask Maya Okafor for the right to edit leads.',
  shows: ['Read only', 'Ask Maya Okafor'],
});

/** What was done, with the way back; ten seconds, longer under the pointer. */
export const Toast = story(inbox, {
  shows: ['2 leads archived', 'Undo'],
  play: async (hands) => {
    await pick(hands, 'seats', 'freight');
    await hands.click('[data-bulk="archive"]');
  },
});

/** Delete asks with the count, and names the way back. */
export const Delete = story(inbox, {
  shows: ['Delete 3 leads', 'restored from the trash'],
  play: async (hands) => {
    await pick(hands, 'depot', 'roof', 'plant');
    await hands.click('.bulk [data-more]');
    await hands.press('Delete');
  },
});

/** What narrows the list stands in the chips. */
export const Filtered = story(
  () => html`<lead-inbox
    style="block-size: 100%"
    .filter=${[
      { field: 'labelIds', op: 'has', value: ['Warm', 'Hot'] },
      { field: 'ownerId', op: 'in', value: ['kaya', 'satoh', 'maya'] },
    ]}
  ></lead-inbox>`,
  { width: 1024, height: 440, shows: ['Liman Lojistik', 'Warm'] },
);

/** Columns of the account's own, sorted by one of them. */
export const OwnColumns = story(
  () => html`<lead-inbox
    style="block-size: 100%"
    .columns=${['title', 'value', 'expectedClose', 'custom.pallets', 'custom.decider']}
    .order=${[{ field: 'custom.pallets', descending: true }]}
  ></lead-inbox>`,
  { height: 440, shows: ['Pallet places', '4,200'] },
);

export const Archived = story(() => html`<lead-inbox style="block-size: 100%" segment="archived"></lead-inbox>`, {
  ...small,
  shows: ['Gravur für Jubiläumsuhren'],
});

/** Deleted leads wait here for 30 days. */
export const Trash = story(inbox, {
  ...small,
  shows: ['Verlagssoftware', 'Deleted'],
  play: async (hands, { store }) => {
    await store.execute('leads-delete', { ids: ['verlag', 'court'] });
    (await hands.find<LeadInbox>('lead-inbox')).segment = 'trash';
  },
});

/** Ten thousand leads; a few dozen rows are in the page. */
export const TenThousand = story(inbox, { leads: 10_000, shows: ['10,000 leads'] });

/** Rows become cards where the inbox is narrow, whatever the window. */
export const Narrow = story(inbox, { width: 390, height: 812, shows: [title, '3 days overdue', '€84,500'] });

export const NarrowSelection = story(inbox, {
  width: 390,
  height: 812,
  shows: ['3 selected'],
  play: (hands) => pick(hands, 'rollout', 'shop', 'depot'),
});

/** The detail takes all the room, with Back. */
export const NarrowOpen = story(inbox, {
  width: 390,
  height: 812,
  shows: ['Convert to deal', '4,200'],
  play: (hands) => hands.click('.lrow[data-id="depot"] .lead button'),
});

/** Columns leave by worth: source and owner first. */
export const Medium = story(inbox, { width: 720, shows: [title, '3 days overdue'] });

/** The same markup from the right: numbers and dates in the reader's own way. */
export const RightToLeft = story(inbox, {
  lang: 'ar',
  dir: 'rtl',
  width: 1100,
  shows: ['نظام حجز المواعيد', 'عيادات النور'],
});

export const Turkish = story(inbox, { lang: 'tr', shows: ['Fırsatlar', 'Liman Lojistik', 'gecikti'] });

export const Comfortable = story(() => html`<lead-inbox style="block-size: 100%" density="comfortable"></lead-inbox>`, {
  shows: [title],
});
