import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import '../../../src/define/contact-detail.js';
import type { ContactDetail } from '../../../src/elements/contact-detail/contact-detail.js';
import type { PersonCopy } from '../../../src/domain/person-copy.js';
import type { CrmStore } from '../../../src/store/api.js';
import { fetched } from '../../support/code.js';
import { downloads } from '../../support/downloads.js';
import { her, herName, live, others } from '../../support/everywhere.js';
import {
  click,
  one,
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
