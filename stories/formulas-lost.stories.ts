import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { profileWith } from '../src/domain/profile.js';
import { readingCode } from '../src/shared/formula/here.js';
import { aField, creation } from '../src/testing/fixtures.js';
import type { Frame } from './support/frame.js';
import { story } from './support/story.js';
import type { Story } from './support/story.js';

/** What works formulas out cannot be fetched, as where the connection has gone. @returns what ends that */
function lose(): () => void {
  const { here } = readingCode;
  readingCode.here = undefined;
  readingCode.need = () => Promise.reject(new Error('Failed to fetch dynamically imported module'));
  return () => {
    readingCode.here = here;
    Reflect.deleteProperty(readingCode, 'need');
  };
}

const meta: Meta = { title: 'Parts/formulas that cannot be worked out', beforeEach: () => lose() };
export default meta;

const field = { id: 'margin', name: 'Margin', type: 'formula', formula: '#{value} - 10%', gives: 'money' } as const;
const filter = [{ field: 'custom.margin', op: 'filled' }] as const;
const why = 'The filter goes by a formula, and what works formulas out could not be loaded.';

/** @param words what is said in the place of the rows or columns */
const lost = (view: TemplateResult, words: readonly string[], frame: Frame = { height: 400 }): Story =>
  story(() => view, {
    ...frame,
    more: [creation('field', aField(field))],
    profile: profileWith({ formulas: { lead: true, deal: true } }),
    says: words,
    // In every language.
    play: async (hands) => void (await hands.find('.empty[role=alert]')),
  });

const size = 'block-size: 100%';
const inbox = html`<lead-inbox .filter=${filter} style=${size}></lead-inbox>`;
const list = html`<deal-list .filter=${filter} style=${size}></deal-list>`;
const board = html`<deal-pipeline .filter=${filter} style=${size}></deal-pipeline>`;
const leads = ['Leads could not be loaded', why, 'Try again'];
const deals = ['Deals could not be loaded', why, 'Try again'];
const narrow: Frame = { width: 390, height: 800 };

/** A filter by a formula, and nothing that works it out: no row is shown as an answer, and nothing is counted. */
export const Inbox = lost(inbox, leads);
export const InboxNarrow = lost(inbox, leads, narrow);
export const List = lost(list, deals);
export const ListNarrow = lost(list, deals, narrow);
export const Board = lost(board, deals);
export const BoardNarrow = lost(board, deals, narrow);
