import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/contact-list.js';
import '../src/define/crm-provider.js';
import { more } from './contacts.data.js';
import type { Hands } from './support/hands.js';
import { story } from './support/story.js';

const meta: Meta = { title: 'contact-list', component: 'contact-list' };
export default meta;

const view =
  (segment: 'persons' | 'organizations' = 'persons') =>
  (): ReturnType<typeof html> =>
    html`<contact-list segment=${segment} style="block-size: 100%"></contact-list>`;

/** A frame as a page of its own part gives: enough for a state that has no rows. */
const small = { width: 900, height: 440 };

const type = async (hands: Hands, selector: string, text: string): Promise<void> => {
  const field = await hands.find<HTMLInputElement>(selector);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

/** Who they are, how they are reached, what is under way with them. */
export const Persons = story(view(), {
  more,
  shows: ['Grete Aldinger', 'Head of purchasing', 'Quittenhof Verlag', 'grete@quittenhof.example'],
  says: ['Contacts', '1 lead', '1 open deal'],
});

export const Organizations = story(view('organizations'), {
  more,
  shows: ['Aster & Sons', '12 Mill Lane, Bristol', 'aster-sons.example', 'Add organization', 'organizations'],
});

/** Found by the organization. */
export const Searched = story(() => html`<contact-list search="quitten" style="block-size: 100%"></contact-list>`, {
  more,
  ...small,
  shows: ['Grete Aldinger', '1 person', 'Organizations 1'],
});

/** What can be done with several at once. */
export const Selection = story(view(), {
  more,
  shows: ['2 selected', 'Export', 'Delete'],
  play: async (hands) => {
    for (const id of ['grete', 'person-care']) await hands.click(`[data-id="${id}"] [data-do=select]`);
  },
});

/** Everything that can be done with a person. */
export const RowMenu = story(view(), {
  more,
  shows: ['Open', 'Call +49 30 5550 1177', 'Write to grete@quittenhof.example', 'Delete'],
  play: async (hands) => {
    await hands.focus('.lrow[data-id=grete]');
    await hands.click('[data-id=grete] [data-do=more]');
  },
});

/** Somebody new, who may be there already. */
export const AddPerson = story(view(), {
  more,
  shows: ['Add person', 'This one is there already:', 'Grete Aldinger, grete@quittenhof.example', 'Add another one'],
  play: async (hands) => {
    await hands.click('[data-add]');
    await type(hands, '#add-name', 'Grete Aldinger');
    await hands.find('[data-alike]');
  },
});

/** A name is missing, and an address is none. */
export const AddWrong = story(view(), {
  more,
  shows: ['Needs an answer', 'Write an address like name@example.com'],
  play: async (hands) => {
    await hands.click('[data-add]');
    await type(hands, '#add-email', 'nobody');
    await hands.click('.dialog [type=submit]');
  },
});

export const AddOrganization = story(view('organizations'), {
  more,
  shows: ['Add organization', 'Address', 'Website'],
  play: (hands) => hands.click('[data-add]'),
});

/** Nobody has the words; an organization does. */
export const NoMatch = story(() => html`<contact-list search="mill lane" style="block-size: 100%"></contact-list>`, {
  more,
  ...small,
  shows: ['No person matches', 'Nothing has “mill lane” in it.', 'Clear search', 'Show 1 organization that does'],
});

export const Empty = story(view(), { leads: 'none', deals: 'none', ...small, shows: ['No persons yet', 'Add person'] });

/** Not yet read. */
export const Loading = story(view(), {
  ...small,
  limits: { read: 3_600_000 },
  faults: [{ on: 'read', fault: 'never' }],
  shows: ['Contacts', 'Loading'],
});

/** It could not be read. */
export const Failed = story(view(), {
  ...small,
  faults: [{ on: 'read', fault: { reject: 'unavailable' } }],
  shows: ['This could not be loaded', 'Try again'],
});

export const Narrow = story(view(), {
  more,
  width: 390,
  height: 800,
  shows: ['Grete Aldinger', 'Quittenhof Verlag', 'grete@quittenhof.example'],
});

export const NarrowOrganizations = story(view('organizations'), {
  more,
  width: 390,
  height: 800,
  shows: ['Aster & Sons', 'aster-sons.example'],
});

/** All keys. */
export const Keys = story(view(), {
  more,
  height: 760,
  shows: ['Keyboard shortcuts', 'Add a person or an organization'],
  play: async (hands) => {
    await hands.click('[data-more]');
    await hands.click('.menu [data-id=keys]');
  },
});

/** Which columns, and in which order. */
const columned = async (hands: Hands): Promise<void> => {
  await hands.click('[data-columns]');
  await hands.find('[data-column] input');
};
export const Columns = story(view(), { more, play: columned, says: ['Job title', 'Created', 'Under way'] });
export const ColumnsNarrow = story(view(), {
  more,
  play: columned,
  width: 390,
  height: 800,
  says: ['Job title', 'Created'],
});
/** Columns as somebody has set them up. */
export const OwnColumns = story(
  () =>
    html`<contact-list
      .columns=${['name', 'jobTitle', 'emails', 'organizationId', 'createdAt', 'updatedAt']}
      .widths=${{ emails: 260 }}
      style="block-size: 100%"
    ></contact-list>`,
  { more, shows: ['grete@quittenhof.example'], says: ['Job title', 'Created'] },
);
/** All that can be done with a column. */
export const ColumnMenu = story(view(), {
  more,
  says: ['Wider', 'Narrower', 'Hide column'],
  play: async (hands) => {
    const head = await hands.find('[data-sort=emails]');
    head.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true }));
  },
});
