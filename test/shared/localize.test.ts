import { expect, fixture, nextFrame, waitUntil } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { common } from '../../src/i18n/en/common.js';
import { registerWords } from '../../src/i18n/words.js';
import { Localize } from '../../src/shared/localize.js';

class Speaker extends LitElement {
  words = new Localize(this, { common });
  override render() {
    return html`<p>${this.words.t.common.undo}, ${this.words.t.common.countLeads(1234)}</p>`;
  }
  get said(): string {
    return this.shadowRoot!.textContent.trim();
  }
}
customElements.define('test-speaker', Speaker);

class Wrapper extends LitElement {
  override render() {
    return html`<test-speaker></test-speaker>`;
  }
}
customElements.define('test-wrapper', Wrapper);

const inside = async (markup: ReturnType<typeof html>) => {
  const box = await fixture<HTMLElement>(markup);
  const outer = box.matches('test-speaker') ? box : box.querySelector('test-speaker, test-wrapper')!;
  if (outer instanceof Wrapper) await outer.updateComplete;
  const speaker = (outer.shadowRoot!.querySelector('test-speaker') ?? outer) as Speaker;
  await speaker.updateComplete;
  return { box, speaker };
};

describe('Localize', () => {
  it('speaks the language around it, through shadow roots, and changes with it', async () => {
    const { box, speaker } = await inside(html`<div lang="tr"><test-wrapper></test-wrapper></div>`);
    await waitUntil(() => speaker.said === 'Geri al, 1.234 fırsat', speaker.said);
    box.lang = 'en';
    await waitUntil(() => speaker.said === 'Undo, 1,234 leads');
    speaker.lang = 'tr-TR';
    await waitUntil(() => speaker.said === 'Geri al, 1.234 fırsat');
  });

  it('counts in the reader’s way where the words are only in English', async () => {
    const { speaker } = await inside(html`<div lang="de"><test-speaker></test-speaker></div>`);
    expect(speaker.said).to.equal('Undo, 1.234 leads');
  });

  it('prefers its own lang to that of what is around it, and that to the page’s', async () => {
    const { box, speaker } = await inside(html`<div lang="tr"><test-speaker></test-speaker></div>`);
    await waitUntil(() => speaker.said.startsWith('Geri al'));
    speaker.lang = 'en';
    await waitUntil(() => speaker.said.startsWith('Undo'));
    box.lang = 'tr-TR';
    await speaker.updateComplete;
    expect(speaker.words.lang).to.equal('en');
  });

  it('takes the words of a host, at once', async () => {
    const { speaker } = await inside(html`<div lang="x-test"><test-speaker></test-speaker></div>`);
    registerWords('x-test', { common: { undo: 'Take back' } });
    await waitUntil(() => speaker.said.startsWith('Take back'));
  });

  it('turns itself for a language of its own that runs the other way, and only then', async () => {
    const { speaker } = await inside(html`<div><test-speaker lang="ar"></test-speaker></div>`);
    expect(speaker.dir).to.equal('rtl');
    expect(speaker.matches(':dir(rtl)')).to.equal(true);
    speaker.lang = 'en';
    await waitUntil(() => !speaker.hasAttribute('dir'));
    speaker.lang = 'ar';
    await waitUntil(() => speaker.dir === 'rtl');
    let turns = 0;
    const counting = new MutationObserver((records) => (turns += records.length));
    counting.observe(speaker, { attributes: true, attributeFilter: ['dir'] });
    await speaker.updateComplete;
    await nextFrame();
    await nextFrame();
    counting.disconnect();
    expect(turns, 'turned once').to.be.below(2);
    const page = await inside(html`<div lang="ar"><test-speaker></test-speaker></div>`);
    expect(page.speaker.hasAttribute('dir')).to.equal(false);
    const told = await inside(html`<div><test-speaker lang="ar" dir="ltr"></test-speaker></div>`);
    expect(told.speaker.dir).to.equal('ltr');
  });
});
