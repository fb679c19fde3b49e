import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { fold } from '../../src/domain/fold.js';
import { prepareSearch } from '../../src/domain/search.js';
import { common } from '../../src/i18n/en/common.js';
import type { Choice, Chosen } from '../../src/shared/combobox.js';
import { Combobox } from '../../src/shared/combobox.js';
import { Localize } from '../../src/shared/localize.js';
import type { Stage } from './stage.js';
import { settled, stage } from './stage.js';

const people: readonly Choice[] = [
  { id: 'p1', label: 'Ayşegül Yıldırımoğlu', detail: 'Kordon Lojistik A.Ş., 1 open deal' },
  { id: 'p2', label: 'Ayşe Demirci', detail: 'Marmara Cam, 2 leads' },
  { id: 'p3', label: 'Imogen Clarke' },
  { id: 'p4', label: 'Dana Fox', detail: 'Fox Ltd' },
  { id: 'p5', label: 'Dana Fox', detail: 'Dana & Sons' },
];

let value: Chosen | null;
let box: Combobox;
let search: (query: string, signal: AbortSignal) => Promise<readonly Choice[]>;
let signals: AbortSignal[];

async function picker({ create = true } = {}): Promise<Stage> {
  value = null;
  signals = [];
  search = async (query) => people.filter((each) => each.label.toLowerCase().startsWith(query.toLowerCase()));
  return stage((host) => {
    const words = new Localize(host, { common });
    box = new Combobox(host, words, {
      search: (query, signal) => {
        signals.push(signal);
        return search(query, signal);
      },
      create: create ? (text) => words.t.common.addNew(text, 'person') : undefined,
    });
    const onChange = (next: Chosen | null) => {
      value = next;
      host.requestUpdate();
    };
    return () =>
      html`<div class="sheet">${box.render({ id: 'who', label: 'Person', value, onChange })}<button id="after">After</button></div>`;
  });
}

const options = (host: Stage) =>
  host.$$('[role=option]').map((each) => each.querySelector('bdi')?.textContent ?? each.textContent?.trim());
const come = (host: Stage, count: number) =>
  waitUntil(() => host.$$('[role=option]').length === count, `${count} options`);
const input = (host: Stage) => host.$<HTMLInputElement>('#who');

describe('Combobox', () => {
  it('finds while one types, marks what matched, and chooses by arrow and Enter', async () => {
    const host = await picker();
    input(host).focus();
    await sendKeys({ type: 'Ayşe' });
    await come(host, 3);
    expect(options(host)).to.deep.equal(['Ayşegül Yıldırımoğlu', 'Ayşe Demirci', 'Add “Ayşe” as a new person']);
    expect(host.$('[role=option] b').textContent).to.equal('Ayşe');
    expect(input(host).getAttribute('aria-expanded')).to.equal('true');
    expect(input(host).getAttribute('aria-activedescendant')).to.equal('who-option-0');
    await settled(host);
    await expect(host).to.be.accessible();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(value).to.deep.equal({ kind: 'existing', id: 'p2', label: 'Ayşe Demirci' });
    expect(input(host).value).to.equal('Ayşe Demirci');
    expect(box.isOpen).to.equal(false);
    expect(host.active === input(host)).to.equal(true);
  });

  it('marks what the search took for the same: without accents, in capitals, in several words, inside a word', async () => {
    const host = await picker();
    const prepared = (query: string) => prepareSearch(query) ?? (() => true);
    search = async (query) => people.filter(({ label }) => prepared(query)(fold(label)));
    for (const [typed, label, marks] of [
      ['aysegul', 'Ayşegül Yıldırımoğlu', ['Ayşegül']],
      ['DEMIR', 'Ayşe Demirci', ['Demir']],
      ['oglu AYŞ', 'Ayşegül Yıldırımoğlu', ['Ayş', 'oğlu']],
    ] as const) {
      input(host).focus();
      input(host).select();
      await sendKeys({ type: typed });
      await waitUntil(() => options(host)[0] === label && host.$$('[role=option] b').length > 0, typed);
      const [first] = host.$$('[role=option]');
      expect([...first!.querySelectorAll('b')].map((each) => each.textContent)).to.deep.equal(marks);
    }
  });

  it('makes a new record from the last entry', async () => {
    const host = await picker();
    input(host).focus();
    await sendKeys({ type: 'Ada Lovelace' });
    await come(host, 1);
    await sendKeys({ press: 'Enter' });
    expect(value).to.deep.equal({ kind: 'new', text: 'Ada Lovelace' });
  });

  it('keeps what was typed when one simply goes on', async () => {
    const host = await picker();
    input(host).focus();
    await sendKeys({ type: 'Ada' });
    await come(host, 1);
    host.$('#after').focus();
    expect(value).to.deep.equal({ kind: 'new', text: 'Ada' });
    await host.updateComplete;
    expect(input(host).value).to.equal('Ada');

    input(host).focus();
    input(host).select();
    await sendKeys({ type: 'imogen clarke' });
    await come(host, 1);
    host.$('#after').focus();
    expect(value).to.deep.equal({ kind: 'existing', id: 'p3', label: 'Imogen Clarke' });
  });

  it('chooses who is there when one goes on, with whichever i and in whichever case that is typed', async () => {
    for (const typed of ['AYŞEGÜL YILDIRIMOĞLU', 'ayşegül yildirimoğlu']) {
      const host = await picker();
      search = async () => people.slice(0, 1);
      input(host).focus();
      await sendKeys({ type: typed });
      await waitUntil(() => options(host).join() === 'Ayşegül Yıldırımoğlu', `${typed}: nobody is offered to be added`);
      host.$('#after').focus();
      expect(value, typed).to.deep.equal({ kind: 'existing', id: 'p1', label: 'Ayşegül Yıldırımoğlu' });
    }
  });

  it('does Enter that was pressed before the answer with that answer, and not with an earlier one', async () => {
    const host = await picker();
    let answer!: (choices: readonly Choice[]) => void;
    input(host).focus();
    await sendKeys({ type: 'Dana' });
    await come(host, 3);
    search = () => new Promise((resolve) => (answer = resolve));
    input(host).select();
    await sendKeys({ type: 'Imo' });
    // It sends no form with the text half way.
    await sendKeys({ press: 'Enter' });
    expect(value).to.equal(null);
    answer(people.filter((each) => each.id === 'p3'));
    await waitUntil(() => value !== null);
    expect(value).to.deep.equal({ kind: 'existing', id: 'p3', label: 'Imogen Clarke' });

    input(host).select();
    await sendKeys({ type: 'Ada' });
    await sendKeys({ press: 'Enter' });
    answer([]);
    await waitUntil(() => value?.kind === 'new');
    expect(value, 'nobody is called that').to.deep.equal({ kind: 'new', text: 'Ada' });

    input(host).select();
    await sendKeys({ type: 'Imo' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Escape' });
    answer(people.filter((each) => each.id === 'p3'));
    await host.updateComplete;
    expect(value, 'Escape takes it back').to.deep.equal({ kind: 'new', text: 'Ada' });
    expect(box.isOpen).to.equal(false);
  });

  it('does not guess between two of one name', async () => {
    const host = await picker();
    input(host).focus();
    await sendKeys({ type: 'Dana Fox' });
    await come(host, 3);
    host.$('#after').focus();
    expect(value).to.deep.equal({ kind: 'new', text: 'Dana Fox' });
  });

  it('goes back to the earlier choice on Escape, and where nothing new can be made', async () => {
    const host = await picker({ create: false });
    value = { kind: 'existing', id: 'p3', label: 'Imogen Clarke' };
    host.requestUpdate();
    await host.updateComplete;
    input(host).focus();
    input(host).select();
    await sendKeys({ type: 'Zed' });
    await waitUntil(() => host.root.textContent.includes('Nothing found'));
    await sendKeys({ press: 'Escape' });
    await host.updateComplete;
    expect(input(host).value).to.equal('Imogen Clarke');
    input(host).select();
    await sendKeys({ type: 'Zed' });
    host.$('#after').focus();
    await host.updateComplete;
    expect(input(host).value).to.equal('Imogen Clarke');
    expect(value).to.deep.equal({ kind: 'existing', id: 'p3', label: 'Imogen Clarke' });
  });

  it('drops answers that a newer question has overtaken', async () => {
    const host = await picker();
    const answers: ((choices: readonly Choice[]) => void)[] = [];
    search = () => new Promise((resolve) => answers.push(resolve));
    input(host).focus();
    await sendKeys({ type: 'ab' });
    expect(signals.map((signal) => signal.aborted)).to.deep.equal([true, false]);
    answers[1]!([{ id: 'new', label: 'Newer' }]);
    answers[0]!([{ id: 'old', label: 'Older' }]);
    await waitUntil(() => options(host).includes('Newer'));
    expect(options(host)).not.to.include('Older');
  });

  it('says that the list could not be loaded, and still takes what is typed', async () => {
    const host = await picker();
    search = () => Promise.reject(new Error('no net'));
    input(host).focus();
    await sendKeys({ type: 'Ada' });
    await waitUntil(() => host.root.textContent.includes('could not be loaded'));
    host.$('#after').focus();
    expect(value).to.deep.equal({ kind: 'new', text: 'Ada' });
  });

  it('is chosen from by a press, and emptied by its cross', async () => {
    const host = await picker();
    input(host).focus();
    await sendKeys({ type: 'Imo' });
    await come(host, 2);
    host.$('[role=option]').click();
    await host.updateComplete;
    expect(value).to.deep.equal({ kind: 'existing', id: 'p3', label: 'Imogen Clarke' });
    host.$('[aria-label="Clear Person"]').click();
    expect(value).to.equal(null);
  });
});
