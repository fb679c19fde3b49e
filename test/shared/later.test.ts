import { expect } from '@open-wc/testing';
import { css, html } from 'lit';
import { Later } from '../../src/shared/later.js';
import { Menu } from '../../src/shared/menu.js';
import { stage } from './stage.js';

describe('Later', () => {
  it('puts a part and its look into the view when it is needed, once', async () => {
    let loads = 0;
    let menu!: Later<Menu>;
    const host = await stage((self) => {
      menu = new Later(self, async () => {
        loads++;
        return { part: new Menu(self), styles: [css`p { color: rgb(1, 2, 3); }`] };
      });
      return () => html`<p><button class="btn">More</button></p>${menu.part?.render()}`;
    });
    const sheets = host.root.adoptedStyleSheets.length;
    expect(host.$$('[popover]')).to.have.length(0);
    const [one, two] = await Promise.all([menu.need(), menu.need()]);
    expect(one === two).to.equal(true);
    expect(loads).to.equal(1);
    one.open(host.$('.btn'), { label: 'Lead', items: [{ id: 'a', label: 'Open' }] });
    expect(host.active?.id).to.equal('menu-a');
    expect(getComputedStyle(host.$('p')).color).to.equal('rgb(1, 2, 3)');
    expect(host.root.adoptedStyleSheets).to.have.length(sheets + 1);
  });

  it('tries again after a failure', async () => {
    let tries = 0;
    let part!: Later<string>;
    await stage((self) => {
      part = new Later(self, async () => {
        if (++tries === 1) throw new Error('no net');
        return { part: 'here' };
      });
      return () => html``;
    });
    let failed = '';
    await part.need().catch((error: Error) => (failed = error.message));
    expect(failed).to.equal('no net');
    expect(await part.need()).to.equal('here');
  });
});
