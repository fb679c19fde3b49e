/** What is open over the list of activities is said again when another language is spoken. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import type { ActivityList } from '../../../src/elements/activity-list/activity-list.js';
import { chord } from '../../support/commands.js';
import { all, click, focusRow, one, stand, text } from './support.js';

const label = (el: ActivityList): string | null => one(el, '.menu').ariaLabel;
const item = (el: ActivityList, id: string): string => text(one(el, `.menu [data-id="${id}"] bdi`));
const opened = (el: ActivityList, id: string): Promise<void> =>
  waitUntil(() => all(el, `.menu [data-id="${id}"]`).length === 1, 'the menu');

describe('<activity-list> in another language while a menu is open', () => {
  afterEach(() => resetMouse());

  it('says what can be done with an activity, and to which days it can be moved, with the focus where it was', async () => {
    // Weeks begin on Mondays in both: other groups would be read, and the row be drawn anew.
    const { el } = await stand(undefined, { lang: 'en-GB' });
    await focusRow(el, 'one');
    await chord('Shift+F10');
    await opened(el, 'nextMonday');
    one(el, '.menu [data-id=edit]').focus();
    expect([item(el, 'edit'), item(el, 'delete')]).to.deep.equal(['Edit', 'Delete']);
    const before = item(el, 'today');
    el.lang = 'tr';
    await waitUntil(() => item(el, 'edit') === 'Düzenle', 'in Turkish');
    expect(item(el, 'delete')).to.equal('Sil');
    expect(text(one(el, '.menu .menu-head'))).to.equal('Taşı');
    expect(item(el, 'today')).not.to.equal(before);
    expect(label(el)).not.to.match(/actions/i);
    expect(el.shadowRoot!.activeElement === one(el, '.menu [data-id=edit]'), 'the focus').to.equal(true);
  });

  it('says whose activities and which kinds can be chosen', async () => {
    const { el } = await stand();
    await click(one(el, '[data-owners]'));
    await opened(el, 'nobody');
    expect([label(el), item(el, 'nobody')]).to.deep.equal(['Owner', 'No owner']);
    el.lang = 'tr';
    await waitUntil(() => label(el) === 'Sorumlu', 'in Turkish');
    expect(item(el, 'nobody')).to.equal('Sorumlusu yok');
    el.lang = 'en';
    await waitUntil(() => label(el) === 'Owner', 'and back');
    await chord('Escape');
    await click(one(el, '[data-kinds]'));
    await opened(el, 'call');
    expect(item(el, 'call')).to.equal('Call');
    el.lang = 'tr';
    await waitUntil(() => item(el, 'call') === 'Arama', 'in Turkish');
    expect(item(el, 'all')).not.to.equal('All kinds');
  });
});
