import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import * as icons from '../../src/shared/icons.js';
import type { MenuItem } from '../../src/shared/menu.js';
import { Menu } from '../../src/shared/menu.js';
import { Popup } from '../../src/shared/popup.js';
import { middle } from '../support/commands.js';
import type { Stage } from './stage.js';
import { settled, stage } from './stage.js';

let menu: Menu;
let chosen: string[];

async function withItems(
  items: readonly MenuItem[] | (() => readonly MenuItem[]),
  extra: { filter?: string } = {},
): Promise<Stage> {
  chosen = [];
  return stage((host) => {
    menu = new Menu(host);
    return () => html`<div class="sheet">
      <button
        class="btn"
        id="opener"
        aria-haspopup="menu"
        @click=${(event: Event) => menu.open(event.currentTarget as Element, { label: 'Lead', items, ...extra, onSelect: (id) => chosen.push(id) })}
      >
        More
      </button>
      <button class="btn" id="after">After</button>
      ${menu.render()}
    </div>`;
  });
}

const some: readonly MenuItem[] = [
  { id: 'open', label: 'Open', icon: icons.right, kbd: 'Enter' },
  { id: 'archive', label: 'Archive', icon: icons.archive, kbd: 'E' },
  { id: 'convert', label: 'Convert to deal', disabled: 'You may not convert leads here' },
  'separator',
  { head: 'Danger' },
  { id: 'delete', label: 'Delete', negative: true },
];

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

describe('Menu', () => {
  it('says what it is called, offers and narrows with the words of now, with the focus where it was', async () => {
    let word = 'City';
    const host = await stage((element) => {
      menu = new Menu(element);
      const options = () => ({
        label: word,
        filter: `Find ${word}`,
        nothing: `No ${word}`,
        items: [{ id: 'one', label: `${word} 1` }],
      });
      return () => html`<button id="opener" @click=${(event: Event) => menu.open(event.currentTarget as Element, options)}>Open</button>
        ${menu.render()}`;
    });
    host.$('#opener').click();
    const field = host.$<HTMLInputElement>('.menu-find input');
    expect(host.active === field).to.equal(true);
    word = 'Şehir';
    host.requestUpdate();
    await host.updateComplete;
    expect([field.ariaLabel, field.placeholder, host.$('.menu').ariaLabel]).to.deep.equal([
      'Find Şehir',
      'Find Şehir',
      'Şehir',
    ]);
    expect(host.$('[role=option] bdi').textContent).to.equal('Şehir 1');
    await sendKeys({ type: 'x' });
    expect(host.$('.menu-none').textContent).to.equal('No Şehir');
    expect(host.active === field, 'the focus is where it was').to.equal(true);
  });

  it('opens at its button, takes the focus, and gives it back on Escape', async () => {
    const host = await withItems(some);
    host.$('#opener').focus();
    await press('Enter');
    expect(menu.isOpen).to.equal(true);
    expect(host.$('[role=menu]').getAttribute('aria-label')).to.equal('Lead');
    expect(host.$('#opener').getAttribute('aria-expanded')).to.equal('true');
    expect(host.active?.id).to.equal('menu-open');
    const [box, opener] = [host.$('[role=menu]').getBoundingClientRect(), host.$('#opener').getBoundingClientRect()];
    expect(box.top).to.be.at.least(opener.bottom);
    expect(Math.abs(box.left - opener.left)).to.be.below(2);
    await press('Escape');
    expect(menu.isOpen).to.equal(false);
    expect(host.active?.id).to.equal('opener');
    expect(host.$('#opener').getAttribute('aria-expanded')).to.equal('false');
  });

  it('stays open where its button was scrolled out of the window, and brings it back', async () => {
    const host = await withItems(some);
    host.style.marginBlockEnd = '3000px';
    const opener = host.$('#opener');
    opener.focus();
    scrollTo({ top: 1500, behavior: 'instant' });
    await waitUntil(() => opener.getBoundingClientRect().bottom < 0, 'nobody sees it');
    await press('Enter');
    await waitUntil(() => opener.getBoundingClientRect().top >= 0, 'it is in sight');
    // What follows the scrolling has run by then.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect(menu.isOpen).to.equal(true);
    expect(host.active?.id).to.equal('menu-open');
    const [box, at] = [host.$('[role=menu]').getBoundingClientRect(), opener.getBoundingClientRect()];
    expect([box.top >= at.bottom, Math.abs(box.left - at.left) < 2], 'at its button').to.deep.equal([true, true]);
  });

  it('is worked by arrows, Home, End and first letters', async () => {
    const host = await withItems(some);
    host.$('#opener').focus();
    await press('Enter', 'ArrowDown');
    expect(host.active?.id).to.equal('menu-archive');
    await press('End');
    expect(host.active?.id).to.equal('menu-delete');
    await press('ArrowDown');
    expect(host.active?.id).to.equal('menu-open');
    await press('ArrowUp');
    expect(host.active?.id).to.equal('menu-delete');
    await press('Home', 'a');
    expect(host.active?.id).to.equal('menu-archive');
    await press('Enter');
    expect(chosen).to.deep.equal(['archive']);
    expect(menu.isOpen).to.equal(false);
    expect(host.active?.id).to.equal('opener');
  });

  it('says why an item cannot be chosen, and does not choose it', async () => {
    const host = await withItems(some);
    host.$('#opener').click();
    const item = host.$('#menu-convert');
    expect(item.getAttribute('aria-disabled')).to.equal('true');
    expect(item.textContent).to.contain('You may not convert leads here');
    item.click();
    expect(chosen).to.deep.equal([]);
    expect(menu.isOpen).to.equal(true);
  });

  it('closes by Tab, by a press outside, and by a second press on its button', async () => {
    const host = await withItems(some);
    host.$('#opener').focus();
    await press('Enter', 'Tab');
    expect(menu.isOpen).to.equal(false);

    await sendMouse({ type: 'click', position: middle(host.$('#opener')) });
    expect(menu.isOpen).to.equal(true);
    await sendMouse({ type: 'click', position: middle(host.$('#opener')) });
    expect(menu.isOpen).to.equal(false);

    await sendMouse({ type: 'click', position: middle(host.$('#opener')) });
    await sendMouse({ type: 'click', position: [700, 500] });
    expect(menu.isOpen).to.equal(false);
  });

  it('keeps checks open and draws them again', async () => {
    const on = new Set(['hot']);
    const host = await withItems(() =>
      ['hot', 'warm'].map((id) => ({
        id,
        label: id,
        checked: on.has(id),
        run: () => (on.has(id) ? on.delete(id) : on.add(id)),
      })),
    );
    host.$('#opener').click();
    expect(host.$('#menu-hot').getAttribute('role')).to.equal('menuitemcheckbox');
    host.$('#menu-warm').click();
    expect(menu.isOpen).to.equal(true);
    expect(host.$('#menu-warm').getAttribute('aria-checked')).to.equal('true');
    host.$('#menu-hot').click();
    expect(host.$('#menu-hot').getAttribute('aria-checked')).to.equal('false');
  });

  it('narrows a long list by what is typed', async () => {
    const host = await withItems(
      ['İstanbul', 'Ankara', 'Iğdır'].map((label) => ({ id: label, label, checked: false })),
      { filter: 'Find city' },
    );
    host.$('#opener').focus();
    await press('Enter');
    expect(host.active?.getAttribute('role')).to.equal('combobox');
    await sendKeys({ type: 'ist' });
    expect(host.$$('[role=option]').map((each) => each.dataset['id'])).to.deep.equal(['İstanbul']);
    expect(host.active?.getAttribute('aria-activedescendant')).to.equal('menu-İstanbul');
    await press('Enter');
    expect(chosen).to.deep.equal(['İstanbul']);
  });

  it('stays in the window at its lower and far edge', async () => {
    const host = await withItems(some);
    menu.open({ x: innerWidth - 4, y: innerHeight - 4 }, { label: 'Here', items: some });
    const box = host.$('[role=menu]').getBoundingClientRect();
    expect(box.right).to.be.at.most(innerWidth);
    expect(box.bottom).to.be.at.most(innerHeight);
    expect(box.top).to.be.at.least(0);
  });

  it('lines up with the other edge where text runs from right to left', async () => {
    const host = await withItems(some);
    host.dir = 'rtl';
    host.$('#opener').click();
    const [box, opener] = [host.$('[role=menu]').getBoundingClientRect(), host.$('#opener').getBoundingClientRect()];
    expect(Math.abs(box.right - opener.right)).to.be.below(2);
  });

  it('has no accessibility violations, with and without a filter', async () => {
    const host = await withItems(some);
    host.$('#opener').click();
    await settled(host);
    await expect(host).to.be.accessible();
    menu.close();
    menu.open(host.$('#opener'), {
      label: 'Labels',
      items: [{ id: 'a', label: 'Hot', checked: true }],
      filter: 'Find label',
    });
    await settled(host);
    await expect(host).to.be.accessible();
  });
});

describe('Popup', () => {
  it('shows any content, and closes when its anchor leaves the page', async () => {
    let panel!: Popup;
    let there = true;
    const host = await stage((self) => {
      panel = new Popup(self);
      return () =>
        html`${there ? html`<button id="opener" aria-haspopup="dialog">Columns</button>` : ''}<h2 tabindex="-1" id="head">Leads</h2>${panel.render()}`;
    });
    panel.show(host.$('#opener'), {
      label: 'Columns',
      content: () => html`<label class="menu-item"><input type="checkbox" class="check" />Value</label>`,
      returnTo: () => host.$('#head'),
    });
    expect(host.active?.matches('input')).to.equal(true);
    there = false;
    host.requestUpdate();
    await host.updateComplete;
    await waitUntil(() => !panel.isOpen);
    expect(host.active?.id).to.equal('head');
  });
});
