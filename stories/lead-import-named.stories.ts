import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/crm-provider.js';
import '../src/define/lead-import.js';
import { aContactPoint, aField, aPerson, creation } from '../src/testing/fixtures.js';
import { story, type StoryOptions } from './support/story.js';

/** A file whose columns name people who are there, and have two days. */
const meta: Meta = { title: 'lead-import/named', component: 'lead-import' };
export default meta;

const lines = [
  'Contact,Company,Recommended by,Begin,End',
  'Kurt Gödel,Vienna Logic,ada@engines.example,01.05.2026,31.05.2026',
  'Emmy Noether,Rings & Ideals,Alan Turing,01.06.2026,30.06.2026',
  'David Hilbert,Göttingen,Somebody Else,,',
  'Sofja Kowalewskaja,Tops,Ada Lovelace,01.07.2026,',
];
const file = (): File => new File([lines.join('\n')], 'recommended.csv', { type: 'text/csv' });
const importer = () => html`<lead-import .file=${file()}></lead-import>`;
const options: StoryOptions = {
  width: 1040,
  height: 760,
  leads: 'none',
  more: [
    creation('field', aField({ id: 'by', name: 'Recommended by', type: 'person', rank: 'z0' })),
    creation('field', aField({ id: 'term', name: 'Term', type: 'dateRange', rank: 'z1' })),
    creation('person', aPerson({ id: 'ada', name: 'Ada Lovelace', emails: [aContactPoint('ada@engines.example')] })),
    creation('person', aPerson({ id: 'alan-1', name: 'Alan Turing', emails: [aContactPoint('alan@pilot.example')] })),
    creation('person', aPerson({ id: 'alan-2', name: 'Alan Turing' })),
  ],
};

/** A column may have both days of a field, or one: then the other one is asked for. */
export const HalfOfTwoDays = story(importer, {
  ...options,
  shows: ['Recommended by', 'Term'],
  play: async (hands) => {
    await hands.find('tr[data-column]');
    await hands.type('#to-3', 'Term, first');
    await hands.click('#to-3-list [role=option]');
    await hands.find('.boxed-note');
  },
});

/** In the rows it is said of whom nothing is known, and who is meant by several. */
export const Rows = story(importer, {
  ...options,
  shows: ['Recommended by'],
  play: async (hands) => {
    await hands.find('tr[data-column]');
    await hands.click('[data-next]');
    await hands.find('.verdict');
    await hands.find('.wrong-cell');
  },
});
