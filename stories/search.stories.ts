import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/crm-provider.js';
import '../src/define/deal-pipeline.js';
import { story } from './support/board.js';
import type { Options } from './support/board.js';
import type { Hands } from './support/hands.js';

/** One search over leads, deals, persons and organizations: the dialog is the same from the inbox, the board, the list and the day. */
const meta: Meta = { title: 'search', component: 'deal-pipeline' };
export default meta;

const field = 'dialog[open] input';
const board = html`<deal-pipeline style="block-size: 100%"></deal-pipeline>`;

async function ask(hands: Hands, words: string): Promise<void> {
  await hands.focus('.card[data-id="deal-4"] .title');
  hands.key('k', { ctrlKey: true });
  await hands.find(field);
  if (words !== '') await hands.type(field, words);
}

const searching = ({ play, ...rest }: Partial<Options>): ReturnType<typeof story> =>
  story({ height: 760, board, shows: [], play: play ?? ((hands) => ask(hands, 'co')), ...rest });

/** Kind by kind, the closest first; what matches is marked. */
export const Found = searching({ shows: ['Deals', 'Cold chain audit'] });

/** Before anything is typed. */
export const Asked = searching({
  shows: ['Leads, deals, persons and organizations'],
  play: (hands) => ask(hands, ''),
});

/** What belongs to a person or organization, open ones first; Escape leads back. */
export const Belonging = searching({
  shows: ['Leads and deals of', 'Cold chain audit'],
  play: async (hands) => {
    await ask(hands, 'niamh');
    await hands.find('dialog[open] .avatar');
    hands.key('End');
    hands.key('Enter');
  },
});

/** What was asked, and the way out. */
export const Nothing = searching({
  shows: ['Nothing found for “zzz”', 'Clear the search'],
  play: (hands) => ask(hands, 'zzz'),
});

/** Where it is narrow. */
export const Narrow = searching({ width: 390, shows: ['Deals', 'Cold chain audit'] });

export const Turkish = searching({ lang: 'tr', shows: ['Anlaşmalar', 'Cold chain audit'] });

export const RightToLeft = searching({ lang: 'ar', dir: 'rtl', shows: ['Cold chain audit'] });
