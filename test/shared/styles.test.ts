import { expect, fixture, html as page } from '@open-wc/testing';
import { html } from 'lit';
import type { Stage } from './stage.js';
import { stage } from './stage.js';

/** What people would see change: every inherited property that a text or a button shows. */
const looks = (host: Stage) =>
  ['p', '.btn', 'input'].map((selector) => {
    const style = getComputedStyle(host.$(selector));
    return [
      'color',
      'fontSize',
      'fontStyle',
      'fontWeight',
      'lineHeight',
      'letterSpacing',
      'wordSpacing',
      'textAlign',
      'textIndent',
      'textShadow',
      'textTransform',
      'whiteSpace',
      'height',
      'listStyleType',
    ].map((name) => [selector, name, style[name as 'color']]);
  });

const show = (): Promise<Stage> =>
  stage(
    () => () => html`<p>Some text</p><button class="btn">Convert</button><input class="input" aria-label="Search" />`,
  );

describe('styles inside a page', () => {
  it('are the same whatever a page passes down (R38, R39)', async () => {
    const before = looks(await show());
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      html { font-size: 62.5%; }
      * { letter-spacing: 5px; text-transform: uppercase; color: red; font-size: 30px; line-height: 3; text-align: center; }
      body { word-spacing: 1em; text-indent: 2em; text-shadow: 1px 1px red; font-style: italic; white-space: pre; list-style: square; }
    `);
    document.adoptedStyleSheets.push(sheet);
    try {
      expect(looks(await show())).to.deep.equal(before);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    }
  });

  it('take the page’s font, and its six colours and shapes', async () => {
    const box = await fixture<HTMLElement>(page`<div></div>`);
    box.style.cssText = 'font-family: Georgia, serif; --crm-accent: rgb(0, 128, 0); --crm-radius: 0px';
    const host = await show();
    box.append(host);
    const style = getComputedStyle(host.$('.btn'));
    expect(style.fontFamily).to.contain('Georgia');
    expect(style.borderTopLeftRadius).to.equal('0px');
    expect(getComputedStyle(host).accentColor).to.equal('rgb(0, 128, 0)');
  });

  it('hide what is hidden', async () => {
    const host = await show();
    host.$('.btn').hidden = true;
    expect(getComputedStyle(host.$('.btn')).display).to.equal('none');
    host.hidden = true;
    expect(getComputedStyle(host).display).to.equal('none');
  });

  it('follow the scheme of the page, and theme pins it', async () => {
    const host = await show();
    const box = host.parentElement!;
    box.style.colorScheme = 'dark';
    const dark = getComputedStyle(host).backgroundColor;
    box.style.colorScheme = 'light';
    const light = getComputedStyle(host).backgroundColor;
    expect(dark).not.to.equal(light);
    host.setAttribute('theme', 'dark');
    expect(getComputedStyle(host).backgroundColor).to.equal(dark);
  });
});
