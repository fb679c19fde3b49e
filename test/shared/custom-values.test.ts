/** A field of one's own of every type, in the detail of a lead and of a deal: typed or chosen, refused at its place, shown, emptied. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/deal-detail.js';
import '../../src/define/lead-detail.js';
import type { Change } from '../../src/domain/change.js';
import type { FieldType } from '../../src/domain/records.js';
import type { CrmStore } from '../../src/store/api.js';
import { aDeal, aField, aLead, creation } from '../../src/testing/fixtures.js';
import { chord } from '../support/commands.js';
import { detailStand, keys, one, press, text, type } from './support/detail-stand.js';

type Detail = HTMLElement & { store?: CrmStore | null; updateComplete: Promise<boolean> };
type Kind = 'lead' | 'deal';

const options = ['Small', 'Large'].map((name) => ({ id: name.toLowerCase(), name }));
const field = (of: FieldType): Change =>
  creation('field', aField({ id: 'own', name: 'Own', type: of, options, rank: 'b0' }));
const make = (kind: Kind): Detail => Object.assign(document.createElement(`${kind}-detail`), { [`${kind}Id`]: 'one' });

async function stand(kind: Kind, changes: readonly Change[]): Promise<{ detail: Detail; store: CrmStore }> {
  const record =
    kind === 'lead'
      ? creation('lead', aLead({ id: 'one', labelIds: [], seen: true }))
      : creation('deal', aDeal({ id: 'one' }));
  const stood = await detailStand(() => make(kind), [record, ...changes], { width: kind === 'lead' ? 440 : 1_000 });
  await waitUntil(() => stood.detail.shadowRoot!.querySelector('[data-edit="one-custom.own"]') !== null);
  return stood;
}

async function held(store: CrmStore, kind: Kind): Promise<unknown> {
  const { records } = await store.read({
    kind,
    where: { field: 'id', op: 'is', value: 'one' },
    window: { offset: 0, limit: 1 },
  });
  return records[0]!.custom['own'] ?? null;
}

const value = (detail: Detail): HTMLElement => one(detail, '[data-edit="one-custom.own"]');
const shown = (detail: Detail): string => text(detail, '[data-edit="one-custom.own"]');
const inDetails = (selector: string): string => `[part=details] ${selector}`;

/** By the browser's own control, whose keys are another in every language. */
function set(input: HTMLInputElement, to: string): void {
  input.value = to;
  for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true }));
}

async function typed(detail: Detail, words: string): Promise<void> {
  await press(value(detail));
  await waitUntil(() => detail.shadowRoot!.querySelector(inDetails('.input')) !== null);
  one<HTMLInputElement>(detail, inDetails('.input')).select();
  await type(words);
  await keys('Enter');
}

async function picked(detail: Detail, id: string): Promise<void> {
  await press(value(detail));
  await waitUntil(() => detail.shadowRoot!.querySelector(`.menu [data-id="${id}"]`) !== null);
  await press(one(detail, `.menu [data-id="${id}"]`));
}

async function found(detail: Detail, words: string): Promise<void> {
  await press(value(detail));
  await waitUntil(() => detail.shadowRoot!.querySelector(inDetails('[role=combobox]')) !== null);
  one(detail, inDetails('[role=combobox]')).focus();
  await type(words);
  await waitUntil(() => detail.shadowRoot!.querySelector('[role=option]') !== null, 'somebody is found');
  await keys('Enter');
}

interface Case {
  readonly enter: (detail: Detail) => Promise<unknown>;
  readonly held: unknown;
  readonly shown: string;
  /** What is refused, and what is said at the field. */
  readonly bad?: readonly [words: string, message: string];
}

const line = (words: string, more: Partial<Case> = {}): Case => ({
  enter: (detail) => typed(detail, words),
  held: words,
  shown: words,
  ...more,
});
const native = (to: string, said: string): Case => ({
  enter: async (detail) => {
    await press(value(detail));
    await waitUntil(() => detail.shadowRoot!.querySelector(inDetails('input.input')) !== null);
    set(one<HTMLInputElement>(detail, inDetails('input.input')), to);
    one(detail, inDetails('input.input')).focus();
    await keys('Enter');
  },
  held: to,
  shown: said,
});

const cases: { readonly [T in Exclude<FieldType, 'formula'>]: Case } = {
  text: line('Blue crates'),
  longText: {
    enter: async (detail) => {
      await press(value(detail));
      await waitUntil(() => detail.shadowRoot!.querySelector(inDetails('textarea')) !== null);
      await type('Two');
      await keys('Enter');
      await type('lines');
      await chord('Control+Enter');
    },
    held: 'Two\nlines',
    shown: 'Two lines',
  },
  number: line('1,250.5', { held: 1250.5, bad: ['a few', 'Write a number, for example 1,234.5'] }),
  money: {
    enter: (detail) => typed(detail, '12.50'),
    held: { amount: '12.50', currency: 'EUR' },
    shown: '€12.50',
    bad: ['a lot', 'Write a number, for example 1,234.5'],
  },
  date: native('2026-12-24', 'Dec 24, 2026'),
  time: native('09:30', '9:30 AM'),
  option: { enter: (detail) => picked(detail, 'large'), held: 'large', shown: 'Large' },
  options: {
    enter: async (detail) => {
      await picked(detail, 'large');
      await press(one(detail, '.menu [data-id="small"]'));
      await keys('Escape');
    },
    held: ['large', 'small'],
    shown: 'Large and Small',
  },
  yesNo: { enter: (detail) => picked(detail, 'false'), held: false, shown: 'No' },
  phone: line('+90 232 555 01 44', { bad: ['call me', 'Not saved. Own is not a phone number.'] }),
  email: line('ada@nur.example', { bad: ['ada at nur', 'Not saved. Own is not an e-mail address.'] }),
  link: line('https://nur.example/a', { bad: ['javascript:alert(1)', 'Not saved. Own is not a web address.'] }),
  person: { enter: (detail) => found(detail, 'Ada'), held: 'person-1', shown: 'Ada Nur' },
  organization: { enter: (detail) => found(detail, 'Nur W'), held: 'organization-1', shown: 'Nur Works' },
  user: { enter: (detail) => picked(detail, 'user-2'), held: 'user-2', shown: 'Jonas Brandt' },
  address: line('Kordon 1, İzmir'),
  dateRange: {
    enter: async (detail) => {
      await press(value(detail));
      await waitUntil(() => detail.shadowRoot!.querySelector('[id="one-custom.own-until"]') !== null);
      set(one<HTMLInputElement>(detail, '[id="one-custom.own-from"]'), '2026-12-01');
      await detail.updateComplete;
      set(one<HTMLInputElement>(detail, '[id="one-custom.own-until"]'), '2026-12-24');
      await detail.updateComplete;
      one(detail, '[id="one-custom.own-until"]').focus();
      await keys('Enter');
    },
    held: ['2026-12-01', '2026-12-24'],
    shown: 'Dec 1, 2026 – Dec 24, 2026',
  },
};

const lists: ReadonlySet<FieldType> = new Set(['option', 'yesNo', 'user']);

for (const kind of ['lead', 'deal'] as const)
  describe(`a field of one's own in <${kind}-detail>`, () => {
    for (const [of, { enter, held: stored, shown: said, bad }] of Object.entries(cases) as [FieldType, Case][])
      it(`${of}: empty, filled in${bad ? ', refused at its place' : ''}, emptied again`, async () => {
        const { detail, store } = await stand(kind, [field(of)]);
        expect(shown(detail)).to.equal('Add value');
        await enter(detail);
        await waitUntil(async () => (await held(store, kind)) !== null, 'it is stored');
        expect(await held(store, kind)).to.deep.equal(stored);
        await waitUntil(
          () =>
            detail.shadowRoot!.querySelector('[data-edit="one-custom.own"]') !== null && shown(detail) !== 'Add value',
        );
        expect(plain(shown(detail))).to.equal(said);
        if (bad) {
          await typed(detail, bad[0]);
          await waitUntil(() => detail.shadowRoot!.querySelector(inDetails('.field-error')) !== null, 'it is refused');
          expect(text(detail, inDetails('.field-error'))).to.equal(bad[1]);
          expect(await held(store, kind)).to.deep.equal(stored);
          await keys('Escape');
        }
        if (lists.has(of)) await picked(detail, 'none');
        else
          await store.execute(kind === 'lead' ? 'lead-edit' : 'deal-edit', {
            id: 'one',
            fields: { 'custom.own': null },
          });
        await waitUntil(
          () =>
            detail.shadowRoot!.querySelector('[data-edit="one-custom.own"]') !== null && shown(detail) === 'Add value',
          'it is empty again',
        );
        expect(await held(store, kind)).to.equal(null);
      });

    it('reminds of what is important as long as it is empty, and blocks nothing', async () => {
      const { detail, store } = await stand(kind, [
        creation(
          'field',
          aField({ id: 'own', name: 'Own', type: 'text', important: true, description: 'What they said', rank: 'b0' }),
        ),
      ]);
      const first = one(detail, inDetails('dt [data-reminds]'));
      expect(first.textContent).to.equal('Still empty');
      expect(one(detail, inDetails('dt [title]')).title).to.equal('What they said');
      await typed(detail, 'Blue');
      await waitUntil(async () => (await held(store, kind)) === 'Blue');
      await waitUntil(() => detail.shadowRoot!.querySelector('[data-reminds]') === null);
      await expect(detail).to.be.accessible();
    });

    it('is not emptied where it is required, and says so at its place', async () => {
      const { detail, store } = await stand(kind, [
        creation('field', aField({ id: 'own', name: 'Own', type: 'text', required: true, rank: 'b0' })),
      ]);
      await typed(detail, 'Blue');
      await waitUntil(async () => (await held(store, kind)) === 'Blue');
      await waitUntil(() => shown(detail) === 'Blue');
      await press(value(detail));
      one<HTMLInputElement>(detail, inDetails('.input')).select();
      await keys('Delete');
      await keys('Enter');
      await waitUntil(() => detail.shadowRoot!.querySelector(inDetails('.field-error')) !== null);
      expect(text(detail, inDetails('.field-error'))).to.equal('Not saved. Own is empty.');
      expect(await held(store, kind)).to.equal('Blue');
    });
  });

/** Blanks of languages are blanks here. */
function plain(words: string): string {
  return words.replace(/[\u202f\u00a0]/g, ' ');
}
