import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/contact-detail.js';
import '../src/define/crm-provider.js';
import {
  aContactPoint,
  aDeal,
  aNote,
  anActivity,
  anOrganization,
  aPerson,
  creation,
  money,
} from '../src/testing/fixtures.js';
import { ago } from './support/clock.js';
import { story } from './support/story.js';

const meta: Meta = { title: 'contact-detail/erase', component: 'contact-detail' };
export default meta;

const person = (): ReturnType<typeof html> =>
  html`<contact-detail person-id="grete" style="block-size: 100%"></contact-detail>`;

/** Grete buys for a publisher. What hangs on her alone goes; deals stay. */
const more = [
  creation('organization', anOrganization({ id: 'quitte', name: 'Quittenhof Verlag' })),
  creation(
    'person',
    aPerson({
      ...{ id: 'grete', name: 'Grete Aldinger', jobTitle: 'Head of purchasing', organizationId: 'quitte' },
      ...{ ownerId: 'kaya', createdAt: ago(900) },
      emails: [aContactPoint('grete@quittenhof.example')],
      phones: [aContactPoint('+49 30 5550 1177', { label: 'mobile' })],
    }),
  ),
  creation(
    'deal',
    aDeal({
      id: 'plates',
      title: 'Archive of plates',
      personId: 'grete',
      organizationId: 'quitte',
      value: money('18400'),
    }),
  ),
  creation('note', aNote({ id: 'fair', leadId: null, personId: 'grete', text: 'Met at the book fair.' })),
  creation('activity', anActivity({ id: 'budget', leadId: null, personId: 'grete', subject: 'Ask about the budget' })),
];

/** What names her in texts, too. */
const named = [
  ...more,
  creation(
    'deal',
    aDeal({
      id: 'posters',
      title: 'Posters for Grete Aldinger',
      personId: 'grete',
      organizationId: 'quitte',
      value: money('640'),
    }),
  ),
  creation('note', aNote({ id: 'quote', leadId: null, dealId: 'posters', text: 'Grete wants a second quote.' })),
];

/** What erasing her would take away, before it is done. */
export const Erase = story(person, {
  more: named,
  height: 900,
  shows: ['Erase “Grete Aldinger” everywhere?', 'Goes', 'Stays, without the person', 'Grete wants a second quote.'],
  play: async (hands) => {
    await hands.click('[data-act=more]');
    await hands.click('.menu [data-id=erase]');
    await hands.find('[data-erase=gone]');
  },
});

/** Pressed once: it is asked again. */
export const EraseSure = story(person, {
  more: named,
  height: 900,
  shows: ['Nothing brings it back.', 'Erase for good'],
  play: async (hands) => {
    await hands.click('[data-act=more]');
    await hands.click('.menu [data-id=erase]');
    await hands.find('[data-erase=gone]');
    await hands.click('dialog[open] [type=submit]');
  },
});

/** Nothing is left of her. */
export const Erased = story(person, {
  more,
  height: 700,
  shows: ['It was deleted, or you may not see it.'],
  play: async (hands) => {
    await hands.click('[data-act=more]');
    await hands.click('.menu [data-id=erase]');
    await hands.find('[data-erase=gone]');
    await hands.click('dialog[open] [type=submit]');
    await hands.click('dialog[open] [type=submit]');
    await hands.find('[data-state], .empty');
  },
});

/** The page lets nobody erase: the item stays, and says why. */
export const EraseRefused = story(person, {
  more,
  height: 700,
  can: (action) => action !== 'person-erase' || 'Only the office erases persons.',
  shows: ['Erase everywhere'],
  play: (hands) => hands.click('[data-act=more]'),
});

export const EraseNarrow = story(person, {
  more: named,
  width: 390,
  height: 800,
  shows: ['Stays, without the person'],
  play: async (hands) => {
    await hands.click('[data-act=more]');
    await hands.click('.menu [data-id=erase]');
    await hands.find('[data-erase=gone]');
  },
});
