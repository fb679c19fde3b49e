import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/crm-provider.js';
import '../src/define/lead-import.js';
import { aField, creation } from '../src/testing/fixtures.js';
import { fair } from './import.data.js';
import { story, type StoryOptions } from './support/story.js';

/** A file of leads, where no lead is without a field of one's own. */
const meta: Meta = { title: 'lead-import/required', component: 'lead-import' };
export default meta;

const importer = () => html`<lead-import .file=${fair()}></lead-import>`;
const options: StoryOptions = {
  width: 1040,
  height: 760,
  leads: 'none',
  more: [
    creation('field', aField({ id: 'decides', name: 'Who decides', type: 'text', required: true, rank: 'z0' })),
    creation('field', aField({ id: 'size', name: 'Company size', type: 'number', required: true, rank: 'z1' })),
  ],
};

/** Beside the columns it is said which required fields no column becomes. */
export const First = story(importer, {
  ...options,
  shows: ['Who decides', 'Company size'],
  play: async (hands) => void (await hands.find('[data-required]')),
});

/** Above the rows it is said how many are left out, with the way back to the columns. */
export const Rows = story(importer, {
  ...options,
  shows: ['Who decides', 'Company size'],
  play: async (hands) => {
    await hands.find('tr[data-column]');
    await hands.click('[data-next]');
    await hands.find('.verdict');
    await hands.find('[data-required]');
  },
});
