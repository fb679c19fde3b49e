import { expect, waitUntil } from '@open-wc/testing';
import { css, html } from 'lit';
import { Code } from '../../src/shared/code.js';
import { Late } from '../../src/shared/late.js';
import { Menu } from '../../src/shared/menu.js';
import { stage } from './stage.js';

const look = css`p { color: rgb(1, 2, 3); }`;

/** Code that comes when it is told to. */
function held<C>(code: C): { code: Code<C>; come(): void; fail(): void; readonly fetched: number } {
  let fetched = 0;
  let settle!: { come(): void; fail(): void };
  return {
    code: new Code(() => {
      fetched++;
      return new Promise<C>((resolve, reject) => {
        settle = { come: () => resolve(code), fail: () => reject(new Error('no net')) };
      });
    }),
    come: () => settle.come(),
    fail: () => settle.fail(),
    get fetched() {
      return fetched;
    },
  };
}

describe('code that comes late', () => {
  const fails = (): { readonly said: unknown[]; stop(): void } => {
    const { warn } = console;
    const said: unknown[] = [];
    console.warn = (...words: unknown[]) => void said.push(words);
    return { said, stop: () => (console.warn = warn) };
  };

  it('does what was pressed before it came, once, with its look and in the view', async () => {
    const late = held({ Menu });
    let menu!: Late<{ Menu: typeof Menu }, Menu>;
    const host = await stage((self) => {
      menu = new Late(
        self,
        late.code,
        (code) => new code.Menu(self),
        () => [look],
      );
      const open = (event: Event) => {
        const anchor = event.currentTarget as Element;
        menu.use((here) => here.open(anchor, { label: 'Lead', items: [{ id: 'a', label: 'Open' }] }));
      };
      return () => html`<p><button class="btn" @click=${open}>More</button></p>${menu.here?.render()}${menu.notice()}`;
    });
    const sheets = host.root.adoptedStyleSheets.length;
    expect(late.fetched, 'nobody needs it yet').to.equal(0);
    host.$('.btn').click();
    expect(late.fetched).to.equal(1);
    await host.updateComplete;
    expect(host.$$('[popover]')).to.have.length(0);
    late.come();
    await waitUntil(() => host.active?.id === 'menu-a', 'the press is carried out');
    expect(getComputedStyle(host.$('p')).color).to.equal('rgb(1, 2, 3)');
    expect(host.root.adoptedStyleSheets).to.have.length(sheets + 1);
    host.$('.btn').click();
    expect(host.$('[popover]').matches(':popover-open'), 'from now on at once').to.equal(false);
    expect(late.fetched).to.equal(1);
  });

  it('is made with the element where it is here already, for every element', async () => {
    const late = held({ made: 0 });
    late.code.give({ made: 1 });
    const parts: (number | undefined)[] = [];
    for (let i = 0; i < 2; i++)
      await stage((self) => {
        const part = new Late(
          self,
          late.code,
          ({ made }) => made,
          () => [look],
        );
        parts.push(part.here);
        return () => html`<p>${part.here}</p>`;
      }).then((host) => expect(getComputedStyle(host.$('p')).color).to.equal('rgb(1, 2, 3)'));
    expect(parts).to.deep.equal([1, 1]);
    expect(late.fetched).to.equal(0);
  });

  it('says that it cannot be had, and does what was pressed once it can', async () => {
    const warnings = fails();
    const late = held('code');
    let part!: Late<string, string>;
    const done: string[] = [];
    const host = await stage((self) => {
      part = new Late(self, late.code, (code) => `${code}!`);
      return () => html`${part.notice()}`;
    });
    part.use((here) => void done.push(here));
    late.fail();
    await waitUntil(() => host.$$('[role=alert]').length === 1, 'it is said');
    warnings.stop();
    expect(warnings.said).to.have.length(1);
    expect(host.$('[role=alert]').textContent).to.contain('could not be loaded');
    expect(done).to.deep.equal([]);
    host.$('[role=alert] button').click();
    late.come();
    await waitUntil(() => done.length === 1, 'done');
    expect(done).to.deep.equal(['code!']);
    await host.updateComplete;
    expect(host.$$('[role=alert]')).to.have.length(0);
  });

  it('comes in an idle moment, and a failure that nobody waits for is not said', async () => {
    const warnings = fails();
    const late = held('code');
    let part!: Late<string, string>;
    const host = await stage((self) => {
      part = new Late(self, late.code, (code) => code);
      return () => html`${part.notice()}<i>${part.here}</i>`;
    });
    part.soon();
    await waitUntil(() => late.fetched === 1, 'it is fetched');
    late.fail();
    await waitUntil(() => warnings.said.length === 1, 'it has failed');
    warnings.stop();
    await host.updateComplete;
    expect(host.$$('[role=alert]')).to.have.length(0);
    part.soon();
    await waitUntil(() => late.fetched === 2, 'it is tried again');
    late.come();
    await waitUntil(() => host.$('i').textContent === 'code', 'it is in the view');
  });
});
