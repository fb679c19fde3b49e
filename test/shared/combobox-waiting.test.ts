/** A picker that is left before it is known who is called so: by Tab, by a press elsewhere, by sending its form. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { common } from '../../src/i18n/en/common.js';
import type { Choice, Chosen } from '../../src/shared/combobox.js';
import { Combobox } from '../../src/shared/combobox.js';
import { Localize } from '../../src/shared/localize.js';
import type { Stage } from './stage.js';
import { stage } from './stage.js';

const people: readonly Choice[] = [
  { id: 'p1', label: 'Ayşegül Yıldırımoğlu' },
  { id: 'p2', label: 'Ayşe Demirci' },
  { id: 'p3', label: 'Imogen Clarke' },
];

let value: Chosen | null;
let box: Combobox;
let search: (query: string) => Promise<readonly Choice[]>;

function picker(): Promise<Stage> {
  value = null;
  return stage((host) => {
    const words = new Localize(host, { common });
    box = new Combobox(host, words, {
      search: (query) => search(query),
      create: (text) => words.t.common.addNew(text, 'person'),
    });
    const onChange = (next: Chosen | null) => {
      value = next;
      host.requestUpdate();
    };
    return () =>
      html`<div class="sheet">${box.render({ id: 'who', label: 'Person', value, onChange })}<button id="after">After</button></div>`;
  });
}

const input = (host: Stage) => host.$<HTMLInputElement>('#who');

describe('Combobox, left before the answer', () => {
  it('waits for the answer where one goes on before it, and takes the one of that very name', async () => {
    const host = await picker();
    const told: unknown[] = [];
    let answer!: (choices: readonly Choice[]) => void;
    search = () => new Promise((resolve) => (answer = resolve));
    input(host).focus();
    host.root.addEventListener('focusout', () => told.push(value));
    for (const [typed, found, expected] of [
      ['imogen clarke', 'p3', { kind: 'existing', id: 'p3', label: 'Imogen Clarke' }],
      ['Ayşe', 'p1 p2', { kind: 'new', text: 'Ayşe' }],
    ] as const) {
      value = null;
      input(host).focus();
      input(host).select();
      told.length = 0;
      await sendKeys({ type: typed });
      await sendKeys({ press: 'Tab' });
      expect(value, 'nobody knows yet').to.equal(null);
      expect(box.isOpen).to.equal(false);
      host.requestUpdate();
      await host.updateComplete;
      expect(input(host).value, 'what is typed stays').to.equal(typed);
      expect(input(host).getAttribute('aria-busy')).to.equal('true');
      answer(people.filter((each) => found.includes(each.id)));
      await waitUntil(() => value !== null);
      await host.updateComplete;
      expect(value).to.deep.equal(expected);
      expect(host.active?.id, 'the focus is where it went').to.equal('after');
      expect(input(host).hasAttribute('aria-busy')).to.equal(false);
      expect(told, 'it says once more that it was left, when it knows').to.deep.equal([null, expected]);
    }
  });

  it('takes what Enter meant where one has gone on after it', async () => {
    const host = await picker();
    let answer!: (choices: readonly Choice[]) => void;
    search = () => new Promise((resolve) => (answer = resolve));
    input(host).focus();
    await sendKeys({ type: 'Imo' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    answer(people.filter((each) => each.id === 'p3'));
    await waitUntil(() => value !== null);
    expect(value).to.deep.equal({ kind: 'existing', id: 'p3', label: 'Imogen Clarke' });
  });

  it('forgets what was left where one comes back and types something else before the answer', async () => {
    const host = await picker();
    const answers: ((choices: readonly Choice[]) => void)[] = [];
    search = () => new Promise((resolve) => answers.push(resolve));
    input(host).focus();
    await sendKeys({ type: 'Ada' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'Imogen Clarke' });
    expect(input(host).hasAttribute('aria-busy')).to.equal(false);
    answers[2]!([]);
    await host.updateComplete;
    expect(value).to.equal(null);
    await sendKeys({ press: 'Escape' });
    await host.updateComplete;
    expect(input(host).value).to.equal('');
  });

  it('sends its form only when it knows what it holds, and by what it was to be sent', async () => {
    const host = await picker();
    const sent: unknown[] = [];
    const view = host.view;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      sent.push([value, event.submitter?.id]);
    };
    host.view = () => html`<form @submit=${submit}>${view()}<button id="send">Send</button></form>`;
    host.requestUpdate();
    await host.updateComplete;
    let answer!: (choices: readonly Choice[]) => void;
    search = () => new Promise((resolve) => (answer = resolve));
    input(host).focus();
    await sendKeys({ type: 'Imogen Clarke' });
    host.$('#send').focus();
    host.$('#send').click();
    expect(sent).to.deep.equal([]);
    expect(host.$('#send').getAttribute('aria-busy')).to.equal('true');
    answer(people.filter((each) => each.id === 'p3'));
    await waitUntil(() => sent.length > 0);
    expect(sent).to.deep.equal([[{ kind: 'existing', id: 'p3', label: 'Imogen Clarke' }, 'send']]);
    expect(host.$('#send').hasAttribute('aria-busy')).to.equal(false);
    host.$('#send').click();
    expect(sent.length, 'nothing is held back any more').to.equal(2);
  });
});
