import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { Keys } from '../../src/shared/keys.js';
import { Roving } from '../../src/shared/roving.js';
import { RowWindow } from '../../src/shared/row-window.js';
import { chord } from '../support/commands.js';
import type { Stage } from './stage.js';
import { stage } from './stage.js';

let ids: string[];
let roving: Roving;
let moves: [string, boolean][];

async function list(names: readonly string[]): Promise<Stage> {
  ids = [...names];
  moves = [];
  return stage((host) => {
    roving = new Roving(host, {
      count: () => ids.length,
      idAt: (index) => ids[index],
      indexOf: (id) => ids.indexOf(id),
      elementOf: (id) => host.root.querySelector<HTMLElement>(`[data-id="${id}"]`),
      fallback: () => host.$('h2'),
      page: () => 2,
      onMove: (id, _index, extend) => moves.push([id, extend]),
    });
    return () => html`<h2 tabindex="-1">Leads</h2>
      <ul @keydown=${roving.keydown} @focusin=${roving.focusin} @focusout=${roving.focusout}>
        ${repeat(
          ids,
          (id) => id,
          (id) => html`<li data-id=${id} tabindex=${roving.tabIndexOf(id)}>${id}</li>`,
        )}
      </ul>`;
  });
}

async function leave(host: Stage, ...gone: string[]): Promise<void> {
  ids = ids.filter((id) => !gone.includes(id));
  host.requestUpdate();
  await host.updateComplete;
  await host.updateComplete;
}

const stops = (host: Stage) => host.$$('[tabindex="0"]').map((each) => each.dataset['id']);

describe('Roving', () => {
  it('is one tab stop that arrows, Home, End and pages move', async () => {
    const host = await list(['a', 'b', 'c', 'd', 'e']);
    expect(stops(host)).to.deep.equal(['a']);
    host.$('[data-id=a]').focus();
    for (const [key, id] of [
      ['ArrowDown', 'b'],
      ['PageDown', 'd'],
      ['End', 'e'],
      ['ArrowDown', 'e'],
      ['PageUp', 'c'],
      ['ArrowUp', 'b'],
      ['Home', 'a'],
    ] as const) {
      await sendKeys({ press: key });
      await host.updateComplete;
      expect(host.active?.dataset['id'], key).to.equal(id);
      expect(stops(host)).to.deep.equal([id]);
    }
    await chord('Shift+ArrowDown');
    expect(moves.at(-1)).to.deep.equal(['b', true]);
  });

  it('starts where one last was, also after a press elsewhere in the list', async () => {
    const host = await list(['a', 'b', 'c']);
    host.$('[data-id=c]').focus();
    await host.updateComplete;
    expect(stops(host)).to.deep.equal(['c']);
  });

  it('goes to the row that takes the place of the one that left, then to the one before, then to the heading', async () => {
    const host = await list(['a', 'b', 'c']);
    host.$('[data-id=b]').focus();
    await leave(host, 'b');
    expect(host.active?.dataset['id']).to.equal('c');
    await leave(host, 'c');
    expect(host.active?.dataset['id']).to.equal('a');
    await leave(host, 'a');
    expect(host.active?.tagName).to.equal('H2');
  });

  it('follows its record when others come and go around it', async () => {
    const host = await list(['a', 'b', 'c']);
    host.$('[data-id=b]').focus();
    ids = ['x', 'c', 'b', 'a'];
    host.requestUpdate();
    await host.updateComplete;
    expect(host.active?.dataset['id']).to.equal('b');
  });

  it('takes no focus from the page around it', async () => {
    const host = await list(['a', 'b', 'c']);
    const outside = document.createElement('input');
    host.parentElement!.append(outside);
    host.$('[data-id=b]').focus();
    outside.focus();
    await leave(host, 'b');
    expect(document.activeElement === outside).to.equal(true);
    outside.remove();
  });

  it('reaches rows that are not drawn', async () => {
    let rows!: RowWindow;
    const host = await stage((self) => {
      rows = new RowWindow(self, {
        row: (index) =>
          html`<div role="row" data-id="r${index}" tabindex=${roving.tabIndexOf(`r${index}`)}>${index}</div>`,
      });
      rows.count = 10_000;
      roving = new Roving(self, {
        count: () => rows.count,
        idAt: (index) => `r${index}`,
        indexOf: (id) => Number(id.slice(1)),
        elementOf: (id) => rows.elementAt(Number(id.slice(1))),
        reveal: (index) => rows.scrollTo(index),
        fallback: () => null,
      });
      return () =>
        html`<div class="win" role="grid" aria-label="Leads" ${ref(rows.scroller)} @keydown=${roving.keydown} @focusin=${roving.focusin} @focusout=${roving.focusout}>${rows.render()}</div>`;
    });
    host.$('[data-id=r0]').focus();
    await sendKeys({ press: 'End' });
    expect(host.active?.dataset['id']).to.equal('r9999');
    await sendKeys({ press: 'Home' });
    expect(host.active?.dataset['id']).to.equal('r0');
  });
});

describe('Keys', () => {
  it('hears keys inside the element, but never while one types or in a dialog', async () => {
    const heard: string[] = [];
    const host = await stage((self) => {
      new Keys(self, {
        n: () => void heard.push('n'),
        '/': () => void heard.push('/'),
        'mod+z': () => void heard.push('mod+z'),
        'shift+arrowdown': () => void heard.push('shift+arrowdown'),
      });
      return () =>
        html`<button>Here</button><input aria-label="Search" /><input type="checkbox" aria-label="Select" /><dialog open><button id="inside">In</button></dialog>`;
    });
    host.$('button').focus();
    await sendKeys({ press: 'n' });
    await sendKeys({ press: '/' });
    await chord('Control+z');
    await chord('Shift+ArrowDown');
    expect(heard).to.deep.equal(['n', '/', 'mod+z', 'shift+arrowdown']);
    host.$('[type=checkbox]').focus();
    await sendKeys({ press: 'n' });
    expect(heard).to.have.length(5);
    host.$('input').focus();
    await sendKeys({ type: 'n/' });
    host.$('#inside').focus();
    await sendKeys({ press: 'n' });
    expect(heard).to.have.length(5);
    expect(host.$<HTMLInputElement>('input').value).to.equal('n/');
  });
});
