import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import { unzipSync } from 'fflate';
import '../../../src/define/contact-detail.js';
import type { ContactDetail } from '../../../src/elements/contact-detail/contact-detail.js';
import type { BlobStore, CrmAdapter } from '../../../src/adapters/adapter.js';
import { CrmError } from '../../../src/domain/errors.js';
import type { PersonCopy } from '../../../src/domain/person-copy.js';
import type { CrmStore } from '../../../src/store/api.js';
import { aPerson, creation } from '../../../src/testing/fixtures.js';
import { fetched } from '../../support/code.js';
import { downloads } from '../../support/downloads.js';
import { her, herEmail, herName, herPhone, live, others, tracesIn } from '../../support/everywhere.js';
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

/** A storage of which one thing is another. */
function changed<Name extends keyof CrmAdapter>(inner: CrmAdapter, which: Name, other: CrmAdapter[Name]): CrmAdapter {
  return new Proxy(inner, {
    get: (target, name) => {
      if (name === which) return other;
      const value = (target as unknown as Record<PropertyKey, unknown>)[name];
      return typeof value === 'function' ? (value as (...given: never[]) => unknown).bind(target) : value;
    },
  });
}

const bound = (blobs: BlobStore): BlobStore => ({
  put: (...given) => blobs.put(...given),
  get: (...given) => blobs.get(...given),
});

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

  /** Saves the copy by hand, and waits until it is said. @returns what is downloaded */
  async function saved(el: ContactDetail, said: string): Promise<{ readonly name: string; readonly file: Blob }> {
    const given = downloads();
    try {
      await click(one(el, '[data-act=more]'));
      await waitUntil(() => all(el, '.menu [data-id=copy]').length === 1, 'the menu is there');
      await click(one(el, '.menu [data-id=copy]'));
      await waitUntil(() => given.names.length === 1, 'the file is there');
      await waitUntil(() => text(one(el, '.crm')).includes(said), 'it is said');
      return { name: given.names[0]!, file: given.files[0]! };
    } finally {
      given.stop();
    }
  }

  it('is saved from the menu as an archive that holds all that is attached', async () => {
    const { el, store } = await stand();
    const { name, file } = await saved(el, `Everything that is known of ${herName} is in the file.`);
    const base = `data-of-Zerrin-Çalışkan-${store.today()}`;
    expect([name, file.type]).to.deep.equal([`${base}.zip`, 'application/zip']);
    const found = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const texts = Object.fromEntries(
      Object.keys(found).map((each) => [each, new TextDecoder().decode(found[each])] as const),
    );
    const { [`${base}.json`]: json, ...files } = texts;
    expect(files).to.deep.equal({
      'files/House.pdf': '%PDF-1.7 a house',
      [`files/Letter of ${herName}.txt`]: 'Dear all',
      'files/Minutes.txt': `Present: ${herName}, ${herPhone}`,
      'files/Plan.txt': `The garden of ${herName}`,
      'files/Old plan.txt': `The pond of ${herName}`,
    });
    const copy = JSON.parse(json!) as PersonCopy;
    expect(copy.person.name).to.equal(herName);
    expect(copy.files.map((each) => each['savedAs'])).to.have.members(
      Object.keys(files).filter((each) => !each.endsWith('Old plan.txt')),
    );
    const { files: listed, trash, ...rest } = await store.copyOf(her);
    expect({ ...copy, files: [], trash: [] }, 'all else as the store has it').to.deep.equal(
      JSON.parse(JSON.stringify({ ...rest, files: [], trash: [] })),
    );
    expect([copy.files.length, copy.trash.length]).to.deep.equal([listed.length, trash.length]);
  });

  it('is saved as it is where nothing is attached', async () => {
    const { el, store } = await stand();
    await store.adapter.commit([creation('person', aPerson({ id: 'nil', name: 'Nil Er', emails: [], phones: [] }))]);
    el.personId = 'nil';
    await waitUntil(() => text(one(el, '.contact-title')).includes('Nil Er'), 'it is shown');
    const { name, file } = await saved(el, 'Everything that is known of Nil Er is in the file.');
    expect([name, file.type]).to.deep.equal([`data-of-Nil-Er-${store.today()}.json`, 'application/json']);
    expect(JSON.parse(await file.text())).to.deep.equal(JSON.parse(JSON.stringify(await store.copyOf('nil'))));
  });

  it('says of what files it has the names only, where what they held is gone', async () => {
    const gone = async (): Promise<Blob> => {
      throw new CrmError('not-found', 'It is gone.');
    };
    const { el } = await stand({ wrap: (inner) => changed(inner, 'blobs', { ...bound(inner.blobs!), get: gone }) });
    const { name, file } = await saved(el, 'What 5 attached files hold could not be had; the list of files says why.');
    expect(name).to.match(/\.json$/);
    const { files } = JSON.parse(await file.text()) as PersonCopy;
    expect(files.map(({ savedAs, notSaved }) => [savedAs, notSaved])).to.deep.equal(
      Array.from({ length: 4 }, () => [null, 'gone']),
    );
  });

  it('is not saved where the storage does not answer for a file', async () => {
    const down = async (): Promise<Blob> => {
      throw new CrmError('unavailable', 'It is down.');
    };
    const { el } = await stand({ wrap: (inner) => changed(inner, 'blobs', { ...bound(inner.blobs!), get: down }) });
    await click(one(el, '[data-act=more]'));
    await waitUntil(() => all(el, '.menu [data-id=copy]').length === 1, 'the menu is there');
    await click(one(el, '.menu [data-id=copy]'));
    await waitUntil(
      () => text(one(el, '.crm')).includes('Not everything could be read. No file was made.'),
      'it is said',
    );
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
    const { el } = await stand({
      wrap: (inner) => changed(inner, 'abilities', { ...inner.abilities, erase: false }),
    });
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
