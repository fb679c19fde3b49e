import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import '../src/define/activity-list.js';
import '../src/define/crm-provider.js';
import type { Change } from '../src/domain/change.js';
import type { Activity } from '../src/domain/records.js';
import { anActivity, creation } from '../src/testing/fixtures.js';
import { ago, day } from './support/clock.js';
import type { Hands } from './support/hands.js';
import { story } from './support/story.js';

const meta: Meta = { title: 'activity-list', component: 'activity-list' };
export default meta;

const view =
  (owner: 'all' | null = 'all') =>
  (): TemplateResult =>
    html`<activity-list .owner=${owner} style="block-size: 100%"></activity-list>`;

/** A frame as a page of its own part gives: enough for a state that has no rows. */
const small = { width: 900, height: 440 };

function activity(id: string, fields: Partial<Activity>): Change {
  return creation('activity', anActivity({ id, leadId: null, dealId: null, ownerId: 'maya', ...fields }));
}

/** Beside what leads and deals have anyway: more of every kind, and what was done this morning. */
const more: readonly Change[] = [
  activity('deck', { leadId: 'freight', type: 'task', subject: 'Send the deck to the board', due: day(0) }),
  activity('lunch', { leadId: 'seats', type: 'lunch', subject: 'Lunch at the harbour', due: day(0), time: '12:30' }),
  activity('site', {
    leadId: 'depot',
    type: 'meeting',
    subject: 'Saha ziyareti: rampalar ve soğuk oda',
    due: day(1),
    time: '10:00',
    ownerId: 'kaya',
  }),
  activity('offer', { leadId: 'plant', type: 'deadline', subject: '見積もりの期限', due: day(3), ownerId: 'satoh' }),
  activity('mail', {
    leadId: 'seats',
    type: 'email',
    subject: 'Answer the questions about data protection',
    due: day(4),
    time: '16:00',
  }),
  activity('someday', {
    leadId: 'verlag',
    type: 'task',
    subject: 'Read their annual report',
    due: null,
    ownerId: 'jonas',
  }),
  activity('rung', {
    leadId: 'freight',
    type: 'call',
    subject: 'Ring about the pallets',
    due: day(0),
    done: true,
    doneAt: ago(3),
  }),
];

/** The only one of its lead: when it is done, the next one is proposed. */
const alone = activity('alone', { leadId: 'roof', type: 'call', subject: 'Ring about the roof', due: day(0) });
const ring = '.arow[data-item="deck"]';

/** A full day: what is late first, each group with how many it has, what has nothing planned at the end. */
export const Day = story(view(), {
  more,
  height: 860,
  shows: ['Send the deck to the board', 'Heron Freight pilot', '検査ラインの更新'],
});

/** One's own, where the page has said who works here. */
export const Mine = story(view(null), { more, height: 640, shows: ['Mine', 'Send the deck to the board'] });

/** Groups at the end: what was done today, what has nothing planned. */
export const Ends = story(view(), {
  more,
  height: 860,
  shows: ['Done today', 'Deals with nothing planned', 'Plan'],
  play: async (hands) => {
    await hands.focus(ring);
    hands.key('End');
    await hands.click('.ahead[data-section=done] .ahead-cell');
    hands.key('End');
    await hands.find('.arow.is-done');
  },
});

/** Done: in its place the next one is proposed. Enter plans it, Escape does not. */
export const Proposed = story(view(), {
  more: [...more, alone],
  height: 760,
  shows: ['Next for Solar roof enquiry', 'Send the deck to the board'],
  play: async (hands) => {
    await hands.click('.arow[data-item="alone"] [data-do=done]');
    await hands.find('.proposal');
  },
});

/** Several, moved or done together. */
export const Selected = story(view(), {
  more,
  height: 640,
  shows: ['2 selected', 'Mark done', 'Move to'],
  play: async (hands) => {
    await hands.focus(ring);
    hands.key('x');
    await hands.find(`${ring}[aria-selected=true]`);
    await hands.focus('.arow[data-item="lunch"]');
    hands.key('x');
  },
});

/** Another day from the menu. */
export const MoveTo = story(view(), {
  more,
  height: 700,
  shows: ['In two days', 'Next Monday', 'Choose a day', 'Without a day'],
  play: async (hands) => {
    await hands.focus(ring);
    hands.key('m');
  },
});

/** What can be done with a row. */
export const RowMenu = story(view(), {
  more,
  height: 760,
  shows: ['Mark done', 'Edit', 'Delete'],
  play: (hands) => hands.click(`${ring} [data-do=menu]`),
});

/** Held over a day. */
export const Held = story(view(), {
  more,
  height: 700,
  shows: ['Without a day', 'In a month'],
  play: (hands) => lift(hands),
});

async function lift(hands: Hands): Promise<void> {
  const row = await hands.find(ring);
  const at = (target: HTMLElement): PointerEventInit => {
    const { left, top, width, height } = target.getBoundingClientRect();
    return {
      clientX: left + width / 2,
      clientY: top + height / 2,
      bubbles: true,
      composed: true,
      pointerId: 1,
      isPrimary: true,
      pointerType: 'mouse',
    };
  };
  const inside = row.querySelector<HTMLElement>('.what small') ?? row;
  inside.dispatchEvent(new PointerEvent('pointerdown', { ...at(inside), button: 0 }));
  const start = at(inside);
  window.dispatchEvent(new PointerEvent('pointermove', { ...start, clientX: (start.clientX ?? 0) + 12 }));
  const zone = await hands.find('.dayzone:nth-child(3)');
  window.dispatchEvent(new PointerEvent('pointermove', at(zone)));
  await hands.find('.dayzone[data-over]');
}

/** A new one, on a lead or deal that is looked for. */
export const Planning = story(view(), {
  more,
  height: 760,
  shows: ['Plan an activity', 'Lead or deal', 'Heron Freight pilot'],
  play: async (hands) => {
    await hands.click('[data-plan]');
    await hands.type('#plan-on', 'Heron');
  },
});

/** Changed in its row. */
export const Editing = story(view(), {
  more,
  height: 820,
  shows: ['Save activity', 'Duration'],
  play: async (hands) => {
    await hands.focus(ring);
    hands.key('e');
    await hands.find('.aedit');
  },
});

/** Words are looked for in subjects, and in leads and deals with their people. */
export const Searched = story(view(), {
  more,
  ...small,
  shows: ['Lunch at the harbour', 'Answer the questions'],
  play: (hands) => hands.type('.agenda-head input', 'Fairweather'),
});

/** Nothing matches. */
export const NoMatch = story(view(), {
  more,
  ...small,
  shows: ['No activities match', 'Clear filters'],
  play: (hands) => hands.type('.agenda-head input', 'zeppelin'),
});

/** Nobody has planned anything, and there is nothing to plan it for. */
export const Empty = story(view(), {
  leads: 'none',
  deals: 'none',
  ...small,
  shows: ['Nothing planned', 'Plan one'],
});

/** Not yet read. */
export const Loading = story(view(), {
  ...small,
  limits: { read: 3_600_000 },
  faults: [{ on: 'read', fault: 'never' }],
  shows: ['Loading activities'],
});

/** It could not be read. */
export const Failed = story(view(), {
  ...small,
  faults: [{ on: 'read', fault: { reject: 'unavailable' } }],
  shows: ['This could not be loaded', 'Try again'],
});

/** No connection: work goes on. */
export const Offline = story(view(), {
  more,
  ...small,
  offline: true,
  notice: 'retrying',
  limits: { commit: 3_600_000 },
  faults: [{ on: 'commit', fault: 'never' }],
  shows: ['You are offline', '1 change'],
  play: (_hands, { store }) => {
    void store.execute('activity-done', { id: 'deck', done: true });
  },
});

/** On a narrow screen. */
export const Narrow = story(view(), {
  more,
  width: 390,
  height: 800,
  shows: ['Heron Freight', 'Send the deck to the board'],
});

/** The next one, on a narrow screen. */
export const NarrowProposed = story(view(), {
  more: [...more, alone],
  width: 390,
  height: 800,
  shows: ['Next for Solar roof enquiry'],
  play: async (hands) => {
    await hands.click('.arow[data-item="alone"] [data-do=done]');
    await hands.find('.proposal');
  },
});

/** The days one can drop on, on a narrow screen. */
export const NarrowHeld = story(view(), {
  more,
  width: 390,
  height: 800,
  shows: ['Without a day'],
  play: (hands) => lift(hands),
});

/** All keys. */
export const Keys = story(view(), {
  more,
  height: 760,
  shows: ['Keys of the activities', 'Move to tomorrow'],
  play: (hands) => hands.click('[data-keys]'),
});
