import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import '../../../src/define/contact-detail.js';
import type { ContactDetail } from '../../../src/elements/contact-detail/contact-detail.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import type { PersonCopy } from '../../../src/domain/person-copy.js';
import type { CrmStore } from '../../../src/store/api.js';
import { fetched } from '../../support/code.js';
import { downloads } from '../../support/downloads.js';
import { her, herEmail, herName, live, others, tracesIn } from '../../support/everywhere.js';
import {
  click,
  one,
  press,
  people,
  settled,
  storeOf,
  text,
  waitUntil,
  all,
  type StandOptions,
} from '../contact-list/support.js';

interface Options extends Omit<StandOptions, 'set' | 'dir'> {
  readonly lang?: string;
  readonly id?: string;
}

/** The detail of a person who has been everywhere. */
async function stand(options: Options = {}): Promise<{ el: ContactDetail; store: CrmStore }> {
  const { width = 1100, theme = 'light', lang = 'en', id = her, ...rest } = options;
  await setViewport({ width: 1280, height: 900 });
  await fetched();
  const { store } = await storeOf([...people().slice(0, 3), ...others], rest);
  await live(store);
  const frame = await fixture<HTMLElement>(
    html`<div style="color-scheme: ${theme}; inline-size: ${width}px; block-size: 860px"></div>`,
  );
  const el = document.createElement('contact-detail');
  Object.assign(el, { store, theme, lang, personId: id });
  frame.append(el);
  await waitUntil(() => all(el, '.contact-title').length > 0, 'it is drawn');
  await settled(el);
  return { el, store };
}

describe('what is known of a person', () => {
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('is saved as a file from the menu', async () => {
    const { el, store } = await stand();
    const given = downloads();
    try {
      await click(one(el, '[data-act=more]'));
      await waitUntil(() => all(el, '.menu [data-id=copy]').length === 1, 'the menu is there');
      await click(one(el, '.menu [data-id=copy]'));
      await waitUntil(() => given.texts.length === 1, 'the file is there');
      expect(given.names).to.deep.equal([`data-of-Zerrin-Çalışkan-${store.today()}.json`]);
      const copy = JSON.parse(await given.texts[0]!) as PersonCopy;
      expect(copy).to.deep.equal(JSON.parse(JSON.stringify(await store.copyOf(her))));
      expect(copy.person.name).to.equal(herName);
      await waitUntil(
        () => text(one(el, '.crm')).includes(`Everything that is known of ${herName} is in the file.`),
        'it is said',
      );
    } finally {
      given.stop();
    }
  });
});

const dialog = (el: HTMLElement): HTMLElement => one(el, 'dialog[open]');

/** The dialog, with what would go and what would stay. */
async function asked(el: ContactDetail): Promise<void> {
  await click(one(el, '[data-act=more]'));
  await waitUntil(() => all(el, '.menu [data-id=erase]').length === 1, 'the menu is there');
  await click(one(el, '.menu [data-id=erase]'));
  await waitUntil(() => all(el, 'dialog[open] [data-erase=gone]').length === 1, 'it was looked at');
}

const kept = async (store: CrmStore): Promise<string> => JSON.stringify((await store.backup()).records);

describe('a person is erased from the menu of the detail', () => {
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('after two presses, with what goes and what stays before one’s eyes; then nobody is there', async () => {
    const { el, store } = await stand();
    const facts: unknown[] = [];
    el.addEventListener('person-erased', ({ detail }) => facts.push(detail.outcomes));
    await asked(el);
    expect(text(one(el, '[data-erase=gone]')))
      .to.contain('leads about nobody else')
      .and.contain('entries of the trash');
    expect(text(one(el, '[data-erase=kept]'))).to.contain('3 deals');
    expect(text(one(el, '[data-erase=renamed]'))).to.contain(`“Pool, ${herName}” becomes “Deal without a name”`);
    expect(text(one(el, '[data-erase=texts]'))).to.contain('Guests.csv');
    expect(text(one(el, '[data-erase=files]')), 'nobody can look into it')
      .to.contain('Files that stay')
      .and.contain('House.pdf');
    expect(one(el, '[data-cancel]').matches(':focus'), 'what cannot be undone is not one Enter away').to.equal(true);
    await press('Tab');
    await press('Enter');
    await waitUntil(() => text(dialog(el)).includes('Nothing brings it back.'), 'it is asked again');
    expect((await store.copyOf(her)).person.name, 'nothing has happened').to.equal(herName);
    expect(one(el, '[data-cancel]').matches(':focus')).to.equal(true);
    await press('Tab');
    await press('Enter');
    await waitUntil(() => all(el, 'dialog[open]').length === 0 && all(el, '.empty').length === 1, 'nobody is there');
    expect(text(one(el, '.empty'))).to.contain('It was deleted');
    await waitUntil(() => one(el, '[data-state]').matches(':focus'), 'the focus is not lost');
    await waitUntil(() => text(one(el, '.crm')).includes('Nothing of the person is left'), 'it is said');
    expect(tracesIn(await kept(store))).to.deep.equal([]);
    expect(tracesIn(el.shadowRoot!.innerHTML), 'nor in what is shown').to.deep.equal([]);
    expect(facts, 'told without a name').to.deep.equal([[{ kind: 'person', id: her, title: '', state: 'done' }]]);
    expect(store.undoable).to.equal(null);
  });

  it('a note that is not ticked stays', async () => {
    const { el, store } = await stand();
    await asked(el);
    const note = all(el, '[data-erase=texts] label').find((label) => text(label).includes('brought us here'))!;
    await click(note);
    expect(note.querySelector('input')!.checked).to.equal(false);
    await click(one(el, 'dialog[open] [type=submit]'));
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => all(el, 'dialog[open]').length === 0, 'it is done');
    const texts = (await store.read({ kind: 'note', window: { offset: 0, limit: 50 } })).records.map((one) => one.text);
    expect(texts).to.include(`${herName} brought us here.`);
    expect(texts).not.to.include(`Write to ${herEmail}`);
  });

  it('not where somebody thinks better of it, the page stops it, or nobody may', async () => {
    const { el, store } = await stand();
    await asked(el);
    await press('Escape');
    await waitUntil(() => all(el, 'dialog[open]').length === 0, 'it is closed');
    await waitUntil(() => one(el, '[data-act=more]').matches(':focus'), 'the focus is where it was');
    el.addEventListener('person-erase', (event) => event.preventDefault());
    await asked(el);
    await click(one(el, 'dialog[open] [type=submit]'));
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => all(el, 'dialog[open]').length === 0, 'it was stopped');
    expect((await store.copyOf(her)).person.name).to.equal(herName);
    store.configure({ can: (action) => action !== 'person-erase' || 'Ask Robin' });
    await click(one(el, '[data-act=more]'));
    await waitUntil(() => all(el, '.menu [data-id=erase]').length === 1, 'it stays in the menu');
    expect(one(el, '.menu [data-id=erase]').ariaDisabled).to.equal('true');
    expect(text(one(el, '.menu'))).to.contain('Ask Robin');
  });

  it('where the storage cannot, the item says so', async () => {
    const wrap = (inner: CrmAdapter): CrmAdapter =>
      new Proxy(inner, {
        get: (target, name) => {
          if (name === 'abilities') return { ...target.abilities, erase: false };
          const value = (target as unknown as Record<PropertyKey, unknown>)[name];
          return typeof value === 'function' ? (value as (...given: never[]) => unknown).bind(target) : value;
        },
      });
    const { el } = await stand({ wrap });
    await click(one(el, '[data-act=more]'));
    await waitUntil(() => text(one(el, '.menu')).includes('cannot erase a person'), 'it says why');
  });

  for (const theme of ['light', 'dark'] as const)
    it(`has no accessibility violation in the ${theme}`, async () => {
      const { el } = await stand({ theme });
      await asked(el);
      await click(one(el, 'dialog[open] [type=submit]'));
      await expect(el).to.be.accessible();
    });
});
