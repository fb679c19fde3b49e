import { expect } from '@open-wc/testing';
import { all, click, one, press, row, settled, stand, text, type, waitUntil } from './support.js';

/** Another language, while something stands on the screen that was said in English. */
async function turkish(el: HTMLElement): Promise<void> {
  el.lang = 'tr';
  await waitUntil(() => text(one(el, '.title')) === 'Kişiler ve kuruluşlar', 'the words have come');
}

describe('<contact-list> in another language while something is open', () => {
  it('asks the question that is open in it, with the focus where it was', async () => {
    const { el, store } = await stand();
    row(el, 'ada').querySelector<HTMLElement>('.lead button')!.focus();
    await press('Delete');
    await waitUntil(() => all(el, 'dialog[open] [data-cancel]').length === 1, 'it asks');
    await turkish(el);
    const question = one(el, 'dialog[open]');
    expect(text(question.querySelector('h2')!)).to.equal('“Ada Lovelace” silinsin mi?');
    expect(text(question)).to.contain('30 gün');
    expect(text(question)).not.to.contain('30 days');
    expect(text(question.querySelector('[type=submit]')!)).to.equal('Sil');
    expect(question.querySelector('[data-close]')!.ariaLabel).to.equal('Vazgeç');
    expect(text(el.shadowRoot!.activeElement!)).to.equal('Vazgeç');
    await press('Tab');
    await press('Enter');
    await waitUntil(() => all(el, '.lrow[data-id="ada"]').length === 0, 'yes is still yes');
    expect((await store.read({ kind: 'person', window: { after: null, limit: 9 } })).total).to.equal(2);
  });

  it('says what is wrong in a form, what went wrong above the list, and all keys in it', async () => {
    const { el } = await stand();
    await click(one(el, '[data-add]'));
    await waitUntil(() => all(el, 'dialog[open] #add-name').length === 1, 'the form is there');
    await press('Enter');
    await waitUntil(() => all(el, '#add-name-error').length === 1, 'it says what is missing');
    expect(text(one(el, '#add-name-error'))).to.equal('Needs an answer');
    await turkish(el);
    expect(text(one(el, '#add-name-error'))).to.equal('Bir yanıt gerekiyor');
    el.lang = 'en';
    await waitUntil(() => text(one(el, '#add-name-error')) === 'Needs an answer', 'and back');
    await press('Escape');
    await waitUntil(() => all(el, 'dialog[open]').length === 0, 'it is closed');
    await press('?');
    await waitUntil(() => all(el, 'dialog[open] .keys').length === 1, 'the keys are there');
    await turkish(el);
    expect(text(one(el, 'dialog[open] h2'))).to.equal('Klavye kısayolları');
    expect(text(one(el, 'dialog[open] dl'))).not.to.contain('Delete');
  });

  it('says again what went wrong, except for what the page itself has said', async () => {
    const { el } = await stand();
    let reason = '';
    el.addEventListener('persons-delete', (event) =>
      reason === '' ? event.preventDefault() : event.waitUntil(Promise.reject(new Error(reason))),
    );
    const remove = async (): Promise<void> => {
      row(el, 'ada').querySelector<HTMLElement>('.lead button')!.focus();
      await press('Delete');
      await waitUntil(() => all(el, 'dialog[open] [data-cancel]').length === 1, 'it asks');
      await press('Tab');
      await press('Enter');
      await waitUntil(() => all(el, '.banner--negative').length === 1, 'it is told');
      await settled(el);
    };
    await remove();
    expect(text(one(el, '.banner--negative'))).to.contain('This page stopped it.');
    await turkish(el);
    expect(text(one(el, '.banner--negative'))).to.contain('1 kişi silinmedi. Bu sayfa durdurdu.');
    expect(all(el, '.banner--negative button').map(text)).to.deep.equal(['Kapat']);
    el.lang = 'en';
    await waitUntil(() => text(one(el, '.banner--negative')).includes('stopped it'), 'and back');
    await click(one(el, '.banner--negative button'));
    reason = 'Not on Fridays.';
    await remove();
    await turkish(el);
    expect(text(one(el, '.banner--negative'))).to.contain('1 kişi silinmedi. Not on Fridays.');
  });

  it('says in it what was done, and the ways on, with the focus where it was', async () => {
    const { el } = await stand();
    el.focus();
    await press('n');
    await waitUntil(() => all(el, 'dialog[open] #add-name').length === 1, 'the form is there');
    await type('Grace Hopper');
    await press('Enter');
    await waitUntil(() => one(el, '.toast').matches(':popover-open'), 'it is told');
    const toast = one(el, '.toast');
    const ways = (): readonly string[] => all(el, '.toast .btn').map((each) => text(each) || each.ariaLabel!);
    expect(text(toast)).to.contain('Person added');
    expect(ways()).to.deep.equal(['Open', 'Undo', 'Dismiss']);
    const undo = all(el, '.toast .btn')[1]!;
    undo.focus();
    await turkish(el);
    expect(text(toast)).to.contain('Kişi eklendi');
    expect(ways()).to.deep.equal(['Aç', 'Geri al', 'Kapat']);
    expect(el.shadowRoot!.activeElement === undo, 'the focus is where it was').to.equal(true);
    await press('Enter');
    await waitUntil(() => text(toast).startsWith('Geri alındı'), 'it is taken back');
    expect(ways()[0]).to.equal('Yinele');
    el.lang = 'en';
    await waitUntil(() => text(toast).startsWith('Taken back'), 'and back');
    expect(ways()[0]).to.equal('Redo');
  });

  it('names what a menu offers in it, with the focus where it was', async () => {
    const { el } = await stand();
    row(el, 'ada').querySelector<HTMLElement>('.lead button')!.focus();
    await click(one(el, '[data-more]'));
    await waitUntil(() => all(el, '[role=menu] [data-id=export]').length === 1, 'the menu is there');
    const item = one(el, '[role=menu] [data-id=keys]');
    item.focus();
    expect(text(item)).to.contain('Keyboard shortcuts');
    await turkish(el);
    expect(text(item)).to.contain('Klavye kısayolları');
    expect(one(el, '[role=menu]').ariaLabel).to.equal('Diğer işlemler');
    expect(el.shadowRoot!.activeElement === item, 'the focus is where it was').to.equal(true);
    await press('Enter');
    await waitUntil(() => all(el, 'dialog[open] .keys').length === 1, 'it does what it says');
  });

  it('names the columns in it while they are chosen, with the focus where it was', async () => {
    const { el } = await stand();
    await click(one(el, '[data-columns]'));
    await waitUntil(() => all(el, '[data-column=emails] input').length === 1, 'the columns');
    one(el, '[data-column=emails] input').focus();
    await turkish(el);
    await settled(el);
    expect(text(one(el, '[data-column=emails]'))).to.equal('E-posta');
    expect(text(one(el, '[data-reset]'))).to.equal('Sütunları sıfırla');
    expect(one(el, '.pop:popover-open').ariaLabel).to.equal('Sütunlar');
    expect(el.shadowRoot!.activeElement?.closest('[data-column]')?.getAttribute('data-column')).to.equal('emails');
    await press(' ');
    await waitUntil(() => !el.columns.includes('emails'), 'it is still the same box');
  });
});
