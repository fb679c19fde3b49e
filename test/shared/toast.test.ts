import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { Clock } from '../../src/shared/toast.js';
import { Toasts } from '../../src/shared/toast.js';
import type { Stage } from './stage.js';
import { settled, stage } from './stage.js';

/** Time that passes when the test says so. */
class TestClock implements Clock {
  #now = 0;
  #timers: { at: number; run: () => void }[] = [];
  now = () => this.#now;
  set = (run: () => void, milliseconds: number) => {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return timer;
  };
  clear = (timer: unknown) => {
    this.#timers = this.#timers.filter((each) => each !== timer);
  };
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of this.#timers.filter((each) => each.at <= this.#now)) {
      this.clear(timer);
      timer.run();
    }
  }
}

let toasts: Toasts;
let clock: TestClock;

async function view(): Promise<Stage> {
  clock = new TestClock();
  return stage((host) => {
    toasts = new Toasts(host, { t: { common: { dismiss: 'Dismiss' } } }, clock);
    return () => html`<button id="before">Before</button>${toasts.render()}`;
  });
}

const shown = (host: Stage) => (host.$('.toast').matches(':popover-open') ? host.$('.toast .grow').textContent : '');

describe('Toasts', () => {
  it('stands for ten seconds and is said once', async () => {
    const host = await view();
    toasts.show({ text: '2 leads archived' });
    expect(shown(host)).to.equal('2 leads archived');
    expect(host.$('[role=status]').textContent).to.contain('2 leads archived');
    clock.pass(9_999);
    expect(shown(host)).to.equal('2 leads archived');
    clock.pass(1);
    expect(shown(host)).to.equal('');
  });

  it('stands still while it has the focus', async () => {
    const host = await view();
    toasts.show({ text: 'Archived', actions: [{ label: 'Undo', run: () => {} }] });
    clock.pass(9_000);
    host.$('.toast .btn').focus();
    clock.pass(60_000);
    expect(shown(host)).to.equal('Archived');
    host.$('#before').focus();
    clock.pass(2_499);
    expect(shown(host)).to.equal('Archived');
    clock.pass(1);
    expect(shown(host)).to.equal('');
  });

  it('runs its action and goes', async () => {
    const host = await view();
    let undone = 0;
    toasts.show({ text: 'Archived', actions: [{ label: 'Undo', kbd: 'Z', run: () => undone++ }] });
    await settled(host);
    await expect(host).to.be.accessible();
    host.$('.toast .btn').click();
    expect(undone).to.equal(1);
    expect(shown(host)).to.equal('');
  });

  it('shows one at a time; those behind it wait until it was read', async () => {
    const host = await view();
    toasts.show({ text: 'One' });
    toasts.show({ text: 'Two' });
    expect(shown(host)).to.equal('One');
    clock.pass(2_500);
    expect(shown(host)).to.equal('Two');
    host.$('.toast [aria-label=Dismiss]').click();
    expect(shown(host)).to.equal('');
  });
});
