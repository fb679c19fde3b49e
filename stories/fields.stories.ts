import type { Meta } from '@storybook/web-components-vite';
import type { Change } from '../src/domain/change.js';
import { profileWith } from '../src/domain/profile.js';
import { fieldTypes } from '../src/domain/records.js';
import type { Lead } from '../src/domain/records.js';
import { aField, aLead, creation } from '../src/testing/fixtures.js';
import { story } from './support/board.js';
import type { Hands } from './support/hands.js';

/** The fields that an account makes for itself: all of them, the form of one, and what becomes of values. */
const meta: Meta = { title: 'deal-pipeline/fields of one’s own', component: 'deal-pipeline' };
export default meta;

const sizes = ['Up to 10', '11 to 50', '51 to 250', 'More'].map((name, i) => ({ id: `size-${i}`, name }));
const some: readonly Change[] = [
  creation(
    'field',
    aField({ id: 'own-size', name: 'Employees', type: 'option', options: sizes, rank: 'b0', important: true }),
  ),
  creation('field', aField({ id: 'own-year', name: 'Founded in', type: 'text', rank: 'b1' })),
  creation('field', aField({ id: 'own-contract', name: 'Contract until', type: 'date', rank: 'b2', required: true })),
  creation('field', aField({ id: 'own-budget', name: 'Budget', type: 'money', rank: 'b3', onCards: true })),
];

/** Leads of which some hold a year that is none. */
function holding(count: number): readonly Change[] {
  const years = ['1998', '2011', 'about 1950', '2004', 'unknown'];
  const custom = (i: number): Lead['custom'] => ({ 'own-year': years[i % years.length]!, 'own-size': `size-${i % 4}` });
  return Array.from({ length: count }, (_, i) =>
    creation('lead', aLead({ id: `holder-${i}`, title: `Delivery vans ${i + 1}`, personId: null, custom: custom(i) })),
  );
}

const sixty: readonly Change[] = Array.from({ length: 60 }, (_, i) =>
  creation(
    'field',
    aField({
      id: `many-${i}`,
      name: `Question ${i + 1}`,
      type: fieldTypes[i % fieldTypes.length]!,
      options: sizes,
      rank: `c${String(i).padStart(2, '0')}`,
    }),
  ),
);

async function open(hands: Hands): Promise<void> {
  await hands.click('[data-more]');
  await hands.click('.menu [data-id=own-fields]');
  await hands.find('dialog[open] [data-close]');
}

async function edit(hands: Hands, id: string): Promise<void> {
  await open(hands);
  await hands.click(`dialog[open] [data-field="${id}"] [data-edit-field]`);
  await hands.find('dialog[open] #field-name');
}

async function become(hands: Hands, type: string): Promise<void> {
  await edit(hands, 'own-year');
  const select = await hands.find<HTMLSelectElement>('dialog[open] #field-type');
  select.value = type;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await hands.click('dialog[open] [type=submit]');
  await hands.find('dialog[open] .tally');
}

/** None yet: what a field is for, and the way to the first one. */
export const None = story({ shows: ['Fields', 'No fields yet', 'Add a field'], play: open });

/** Each with its type, how many records hold a value, and what else there is to know. */
export const All = story({
  more: [...some, ...holding(12)],
  shows: ['Employees'],
  says: ['One of several', '4 options', '12 values', 'Important', 'Required', 'On cards'],
  play: open,
});

/** Sixty of them. */
export const Many = story({ more: sixty, shows: ['Question 1', 'Question 60'], play: open });

/** The same on a phone. */
export const Narrow = story({
  more: [...some, ...holding(12)],
  width: 390,
  shows: ['Employees', 'Founded in'],
  play: open,
});

/** What can be chosen; one of them goes, and another one stands in for it. */
export const Options = story({
  more: [...some, ...holding(12)],
  shows: ['Edit field', 'Options', 'Up to 10', 'goes when you save', 'Keep it', 'Add option'],
  play: async (hands) => {
    await edit(hands, 'own-size');
    const remove = await hands.named('Remove 51 to 250');
    remove.click();
  },
});

/** Nothing that is missing is stored; each says so where it is. */
export const Missing = story({
  more: some,
  shows: ['Another field has this name.', 'Give the option a name'],
  play: async (hands) => {
    await edit(hands, 'own-size');
    await hands.type('dialog[open] #field-name', 'budget');
    await hands.click('dialog[open] [data-add-option]');
    await hands.click('dialog[open] [type=submit]');
    await hands.find('dialog[open] .field-error');
  },
});

/** Where it is asked for: the same that the form of the pipeline says. */
export const Asked = story({
  more: some,
  shows: ['Required', 'Always', 'A deal needs it to come to', 'To be won'],
  play: async (hands) => {
    await edit(hands, 'own-contract');
    await hands.click('dialog[open] .asks summary');
  },
});

/** Important while a deal stands in some stages: elsewhere no detail reminds of it. */
export const ImportantIn = story({
  more: some,
  shows: ['Contact made'],
  says: ['Important: details remind of it as long as it is empty', 'Only in 2 stages', 'Only while a deal stands'],
  play: async (hands) => {
    await edit(hands, 'own-size');
    await hands.click('dialog[open] .asks summary');
    for (const at of [1, 2]) await hands.click(`dialog[open] #important-stage-${at}`);
  },
});

/** Before a field becomes another type: what is kept, and what is lost, by name. */
export const Losing = story({
  more: [...some, ...holding(30)],
  shows: ['about 1950'],
  says: ['Founded in becomes: Number', '18 kept', '12 lost', 'is not a number', 'Change it and lose 12 values'],
  play: (hands) => become(hands, 'number'),
});

/** Nothing is lost; the same on a phone. */
export const Keeping = story({
  more: [...some, ...holding(30)],
  width: 390,
  shows: ['Founded in becomes: One of several', '30 kept', 'Every value says the same afterwards.'],
  play: (hands) => become(hands, 'option'),
});

/** It asks before a field goes, and says what stays. */
export const Deleting = story({
  more: [...some, ...holding(12)],
  shows: ['Delete Founded in?', '12 records hold a value in it.'],
  play: async (hands) => {
    await edit(hands, 'own-year');
    await hands.click('dialog[open] [data-delete]');
    await hands.find('dialog[open] .btn--negative');
  },
});

const reckoned: readonly Change[] = [
  ...some,
  creation('field', aField({ id: 'own-seats', name: 'Seats', type: 'number', rank: 'b4' })),
  creation(
    'field',
    aField({
      id: 'own-left',
      name: 'Left of the budget',
      type: 'formula',
      formula: '#{custom.own-budget} - #{value}',
      gives: 'money',
      rank: 'b5',
    }),
  ),
];

const asking: readonly Change[] = ['Delivery vans', 'Cold store', 'A second yard'].map((title, i) =>
  creation(
    'lead',
    aLead({
      id: `asking-${i}`,
      title,
      personId: null,
      value: { amount: '1200.00', currency: 'EUR' },
      custom: i === 2 ? {} : { 'own-budget': { amount: `${i + 2}500.00`, currency: 'EUR' } },
    }),
  ),
);

async function write(hands: Hands, formula: string): Promise<void> {
  await edit(hands, 'own-left');
  const line = await hands.find<HTMLInputElement>('dialog[open] #field-formula');
  line.focus();
  line.value = formula;
  line.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** A formula: its fields by name, what it gives for some deals. */
export const AFormula = story({
  more: reckoned,
  shows: ['Left of the budget'],
  says: ['Edit field', 'Formula', 'What it gives now', 'Budget is empty'],
  play: (hands) => edit(hands, 'own-left'),
});
/** Where leads have formulas, too, it is tried on some of both. */
export const AFormulaOfLeads = story({
  more: [...reckoned, ...asking],
  profile: profileWith({ formulas: { lead: true, deal: true } }),
  shows: ['Left of the budget'],
  says: ['What it gives now', 'Deals', 'Leads'],
  play: (hands) => edit(hands, 'own-left'),
});
/** What can be put in where the cursor stands. */
export const FormulaCompletion = story({
  more: reckoned,
  shows: ['Budget', 'Seats', 'Chance', 'Expected close'],
  play: (hands) => write(hands, '#Budget * #'),
});
/** What is wrong, at its place. */
export const FormulaWrong = story({
  more: reckoned,
  shows: ['There is no field “Budgte”', 'Did you mean #Budget?', 'Show where'],
  play: (hands) => write(hands, '(#Value - #Budgte) / 2'),
});
/** Formulas that use one another in a ring. */
export const FormulaRing = story({
  more: reckoned,
  shows: ['use one another in a ring', 'Left of the budget → Left of the budget'],
  play: (hands) => write(hands, '#{custom.own-left} * 2'),
});
/** On a phone. */
export const NarrowFormula = story({
  more: reckoned,
  width: 390,
  shows: ['Formula', 'What it gives now'],
  play: (hands) => edit(hands, 'own-left'),
});
