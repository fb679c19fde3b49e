import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { profileWith } from '../src/domain/profile.js';
import { aField, creation, edit } from '../src/testing/fixtures.js';
import { hover, inbox } from './support/inbox.js';
import { story } from './support/story.js';

/** The inbox's menus, panels and dialogs, each as it stands when it has just been opened. */
const meta: Meta = { title: 'lead-inbox/panels', component: 'lead-inbox' };
export default meta;

export const AddMenu = story(inbox, {
  shows: ['Add lead', 'Import spreadsheet'],
  play: (hands) => hands.press('More ways to add leads'),
});

export const LabelFilter = story(inbox, {
  shows: ['Enterprise rollout', 'Needs budget'],
  play: (hands) => hands.click('[data-filter="labelIds"]'),
});

export const ActivityFilter = story(inbox, {
  shows: ['Overdue', 'Planned'],
  play: (hands) => hands.click('[data-filter="nextActivity"]'),
});

/** Any field, also the account's own. */
export const FieldFilter = story(inbox, {
  shows: ['Field', 'Condition'],
  play: (hands) => hands.click('[data-filter=""]'),
});

export const Columns = story(inbox, {
  shows: ['Pallet places', 'Decision maker'],
  play: (hands) => hands.click('[data-columns]'),
});

export const SortMenu = story(inbox, {
  shows: ['Sort by', 'Descending'],
  play: (hands) => hands.click('[data-order]'),
});

export const RowMenu = story(inbox, {
  shows: ['Mark as not seen', 'Set owner', 'Delete'],
  play: async (hands) => {
    await hover(hands, 'plant');
    await hands.click('[data-do="more"]');
  },
});

/** Labels are put on and taken off in one place; made, renamed, recoloured and deleted there too. */
export const Labels = story(inbox, {
  shows: ['Partner', 'On hold'],
  play: async (hands) => {
    await hover(hands, 'plant');
    await hands.click('[data-do="label"]');
  },
});

/** A person or an organization is enough; who is there already is found while one types. */
export const AddLead = story(inbox, {
  height: 820,
  shows: ['Add lead', 'Ayşegül Çınaroğlu'],
  play: async (hands) => {
    await hands.press('Add lead');
    await hands.type('#add-person', 'aysegul');
  },
});

/** Fields of one's own that are asked for there: two days are one answer, and where there is nothing to choose from, it is said. */
export const AddLeadOwn = story(inbox, {
  height: 1000,
  more: [
    creation('field', aField({ id: 'service', name: 'Service window', type: 'dateRange', required: true, rank: 'z0' })),
    creation('field', aField({ id: 'parts', name: 'Parts', type: 'options', onAdd: true, rank: 'z1' })),
    creation('field', aField({ id: 'size', name: 'Size', type: 'option', onAdd: true, rank: 'z2' })),
  ],
  shows: ['Service window'],
  says: ['Choose both days', 'This field has no options yet'],
  play: async (hands) => {
    await hands.press('Add lead');
    const from = await hands.find<HTMLInputElement>('#add-own-service-from');
    from.focus();
    from.value = '2026-12-24';
    from.dispatchEvent(new Event('change', { bubbles: true }));
    (await hands.find('#add-person')).focus();
    await hands.find('#add-own-service-error');
    (await hands.find('#add-own-service-from')).scrollIntoView({ block: 'center' });
  },
});

/** Where leads have formulas: columns of them, sorted by one. */
export const FormulaColumns = story(
  () =>
    html`<lead-inbox
      style="block-size: 100%"
      .columns=${['title', 'value', 'custom.seats', 'custom.each', 'custom.net']}
      .order=${[{ field: 'custom.each', descending: true }]}
    ></lead-inbox>`,
  {
    profile: profileWith({ formulas: { lead: true, deal: true } }),
    more: [
      creation('field', aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'z0' })),
      creation(
        'field',
        aField({
          id: 'each',
          name: 'Each',
          type: 'formula',
          rank: 'z1',
          formula: '#{value} / #{custom.seats}',
          gives: 'money',
        }),
      ),
      creation(
        'field',
        aField({ id: 'net', name: 'Net', type: 'formula', rank: 'z2', formula: '#{value} - 10%', gives: 'money' }),
      ),
      ...['rollout', 'shop', 'depot', 'plant'].map((id, at) =>
        edit('lead', id, { 'custom.seats': [null, 4 + at * 3] }),
      ),
    ],
    says: ['Seats', 'Each', 'Net', '€21,125'],
  },
);

/** Every key, on one page. */
export const Keys = story(inbox, {
  shows: ['Keyboard shortcuts'],
  play: async (hands) => {
    await hands.focus('.lrow[data-id="depot"]');
    hands.key('?');
  },
});
