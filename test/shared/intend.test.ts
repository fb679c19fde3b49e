import { expect } from '@open-wc/testing';
import type { IntentEvent } from '../../src/events.js';
import type { IntendOptions } from '../../src/shared/intend.js';
import { intend } from '../../src/shared/intend.js';
import type { CrmStore } from '../../src/store/api.js';
import { dealsOf, expectPageError, heard, stand } from './support/stand.js';

type Convert = IntentEvent<'leads-convert'>;

/** The handler matrix of R31; I7: what was refused changed nothing. */
describe('an intent', () => {
  let host: HTMLElement;
  let store: CrmStore;
  let ending: AbortController;

  beforeEach(async () => {
    ({ store } = await stand(3));
    host = document.body.appendChild(document.createElement('section'));
    ending = new AbortController();
  });
  afterEach(() => {
    ending.abort();
    host.remove();
    store.close();
  });

  const listen = (listener: (event: Convert) => void): void =>
    document.addEventListener('leads-convert', (event) => listener(event), { signal: ending.signal });
  const convert = (options?: IntendOptions<'leads-convert'>, ids: readonly string[] = ['lead-1']) =>
    intend(host, store, 'leads-convert', { ids }, options);

  it('is carried out where nobody objects, and told once as a fact from the element', async () => {
    const facts = heard('leads-converted');
    let asked: Convert | undefined;
    listen((event) => (asked = event));
    const result = await convert();
    expect(result?.outcomes[0]?.state).to.equal('done');
    expect(asked?.composed && asked.bubbles && asked.cancelable).to.equal(true);
    expect(asked?.plan.drafts[0]?.title).to.equal('Lead 1');
    expect(facts.events.map((event) => event.target)).to.deep.equal([host]);
    expect(await dealsOf(store)).to.have.length(1);
    facts.stop();
  });

  it('writes nothing before the decision', async () => {
    let release!: () => void;
    listen((event) => event.waitUntil(new Promise<void>((resolve) => (release = resolve))));
    let waits = 0;
    const done = convert({ onWaiting: (waiting) => void (waits += waiting ? 1 : -1) });
    while (waits === 0) await Promise.resolve();
    expect(await dealsOf(store)).to.have.length(0);
    release();
    expect((await done)?.outcomes[0]?.state).to.equal('done');
    expect(waits, 'the waiting ended').to.equal(0);
  });

  it('is stopped by preventDefault', async () => {
    let signal: AbortSignal | undefined;
    listen((event) => {
      signal = event.signal;
      event.preventDefault();
    });
    const vetoes: unknown[] = [];
    expect(await convert({ onVeto: (veto) => vetoes.push(veto) })).to.equal(null);
    expect(vetoes).to.deep.equal([{ go: false, by: 'host', reason: null }]);
    expect(signal?.aborted).to.equal(true);
    expect(await dealsOf(store)).to.have.length(0);
  });

  it('is not stopped by preventDefault after an await: the decision is made by then', async () => {
    let late!: Promise<void>;
    listen((event) => {
      late = Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => event.preventDefault());
    });
    const result = await convert();
    await late;
    expect(result?.outcomes[0]?.state).to.equal('done');
  });

  it('is stopped by preventDefault while a promise still holds it', async () => {
    listen((event) => event.waitUntil(Promise.resolve().then(() => event.preventDefault())));
    expect(await convert()).to.equal(null);
    expect(await dealsOf(store)).to.have.length(0);
  });

  it('is vetoed by the first rejection, with its reason', async () => {
    const vetoes: unknown[] = [];
    let signal: AbortSignal | undefined;
    listen((event) => {
      signal = event.signal;
      event.waitUntil(new Promise(() => undefined));
      event.waitUntil(Promise.reject(new Error('Credit check failed.')));
      event.waitUntil(Promise.reject(new Error('Too late to matter.')));
    });
    expect(await convert({ onVeto: (veto) => vetoes.push(veto) })).to.equal(null);
    expect(vetoes).to.deep.equal([{ go: false, by: 'listener', reason: 'Credit check failed.' }]);
    expect(signal?.aborted).to.equal(true);
    expect(await dealsOf(store)).to.have.length(0);
  });

  it('waits for promises given while another is pending, and refuses them afterwards', async () => {
    let kept!: Convert;
    const order: string[] = [];
    listen((event) => {
      kept = event;
      event.waitUntil(
        Promise.resolve().then(() => {
          order.push('first');
          event.waitUntil(Promise.resolve().then(() => void order.push('nested')));
        }),
      );
      event.waitUntil(Promise.resolve().then(() => void order.push('second')));
    });
    const result = await convert({ onCommit: () => order.push('commit') });
    expect(order.at(-1)).to.equal('commit');
    expect(order).to.have.members(['first', 'second', 'nested', 'commit']);
    expect(result?.outcomes[0]?.state).to.equal('done');
    expect(() => kept.waitUntil(Promise.resolve())).to.throw(TypeError, 'has been decided');
  });

  it('waits for a promise that an async listener gives after its first has settled', async () => {
    let second = false;
    listen((event) => {
      const first = Promise.resolve();
      event.waitUntil(first);
      void (async () => {
        await first;
        event.waitUntil(Promise.resolve().then(() => (second = true)));
      })();
    });
    await convert({ onCommit: () => void expect(second).to.equal(true) });
    expect(second).to.equal(true);
  });

  it('gives up after 60 seconds and says so', async () => {
    let signal: AbortSignal | undefined;
    listen((event) => {
      signal = event.signal;
      event.waitUntil(new Promise(() => undefined));
    });
    const vetoes: { by: string }[] = [];
    const timers: { ms: number; call: () => void }[] = [];
    const done = convert({
      onVeto: (veto) => vetoes.push(veto),
      after: (ms, call) => {
        timers.push({ ms, call });
        return () => void timers.splice(0);
      },
    });
    while (timers.length === 0) await Promise.resolve();
    expect(timers[0]?.ms).to.equal(60_000);
    timers[0]?.call();
    expect(await done).to.equal(null);
    expect(vetoes[0]?.by).to.equal('time');
    expect(signal?.aborted).to.equal(true);
    expect(await dealsOf(store)).to.have.length(0);
  });

  it('is cancelled by the person while it is held', async () => {
    listen((event) => event.waitUntil(new Promise(() => undefined)));
    const vetoes: { by: string }[] = [];
    const result = await convert({ onWaiting: (waiting) => waiting?.cancel(), onVeto: (veto) => vetoes.push(veto) });
    expect(result).to.equal(null);
    expect(vetoes[0]?.by).to.equal('person');
    expect(await dealsOf(store)).to.have.length(0);
  });

  it('survives a listener that throws', async () => {
    const errors = expectPageError();
    let others = 0;
    listen(() => {
      throw new Error('a bug of the host');
    });
    listen(() => others++);
    const result = await convert();
    errors.stop();
    expect(errors.messages.join()).to.contain('a bug of the host');
    expect(others).to.equal(1);
    expect(result?.outcomes[0]?.state).to.equal('done');
  });

  it('is finished and told from the document where a listener removes the element', async () => {
    const facts = heard('leads-converted');
    listen(() => host.remove());
    const result = await convert();
    expect(result?.outcomes[0]?.state).to.equal('done');
    expect(facts.events.map((event) => event.target)).to.deep.equal([document]);
    facts.stop();
  });

  it('is finished where the element goes at any point on the way, without an error', async () => {
    const errors = expectPageError();
    const points: Record<string, (remove: () => void) => IntendOptions<'leads-convert'>> = {
      planned: (remove) => ({ dialog: () => (remove(), true) }),
      held: (remove) => ({ onWaiting: (waiting) => waiting && remove() }),
      agreed: (remove) => ({ onCommit: remove }),
      written: (remove) => ({ onProgress: remove }),
    };
    listen((event) => event.waitUntil(Promise.resolve()));
    for (const [n, make] of Object.values(points).entries()) {
      const gone = document.body.appendChild(document.createElement('p'));
      const { store: own } = await stand(1);
      const result = await intend(
        gone,
        own,
        'leads-convert',
        { ids: ['lead-1'] },
        make(() => gone.remove()),
      );
      expect(gone.isConnected, Object.keys(points)[n]).to.equal(false);
      expect(result?.outcomes[0]?.state, Object.keys(points)[n]).to.equal('done');
      expect(await dealsOf(own)).to.have.length(1);
      own.close();
    }
    errors.stop();
    expect(errors.messages).to.deep.equal([]);
  });

  it('makes one deal where a listener converts the same lead again inside', async () => {
    const facts = heard('leads-converted');
    let inner: Promise<unknown> | undefined;
    listen(() => void (inner ??= Promise.all([convert(), store.convertLeads(['lead-1'])])));
    const result = await convert();
    await inner;
    expect(await dealsOf(store)).to.have.length(1);
    expect(facts.events).to.have.length(1);
    expect(result?.outcomes[0]?.dealId).to.equal((await dealsOf(store))[0]?.id);
    facts.stop();
  });

  it('lets a listener do it by itself instead', async () => {
    const facts = heard('leads-converted');
    let own: Promise<unknown> | undefined;
    listen((event) => {
      event.preventDefault();
      own = store.convertLeads(event.plan.input.ids);
    });
    await convert();
    await own;
    expect(await dealsOf(store)).to.have.length(1);
    facts.stop();
  });

  it('leaves out a refused draft and writes what a listener has edited', async () => {
    listen(({ plan }) => {
      plan.drafts[0]?.refuse('Not this one.');
      plan.drafts[1]!.fields['title'] = 'Edited by the page';
    });
    const result = await convert({}, ['lead-1', 'lead-2']);
    expect(result?.outcomes.map(({ state, reason }) => [state, reason ?? ''])).to.deep.equal([
      ['refused', 'Not this one.'],
      ['done', ''],
    ]);
    expect((await dealsOf(store)).map(({ title }) => title)).to.deep.equal(['Edited by the page']);
  });

  it('shows the dialog again where a listener empties a draft, at the gap', async () => {
    const shown: unknown[] = [];
    let once = true;
    listen(({ plan }) => {
      if (once) plan.drafts[0]!.fields['title'] = '';
      once = false;
    });
    const result = await convert({
      dialog: (plan, again) => {
        shown.push(again?.gap?.problem.code ?? null);
        if (again) plan.drafts[0]!.fields['title'] = 'Filled again';
        return true;
      },
    });
    expect(shown).to.deep.equal([null, 'title']);
    expect(result?.outcomes[0]?.state).to.equal('done');
    expect((await dealsOf(store))[0]?.title).to.equal('Filled again');
  });

  it('shows the dialog again with the reason of a veto, and what was typed', async () => {
    let vetoes = 0;
    listen((event) => {
      if (vetoes++ === 0) event.waitUntil(Promise.reject(new Error('Not before noon.')));
    });
    const shown: (string | null | undefined)[] = [];
    const result = await convert({
      dialog: (plan, again) => {
        shown.push(again?.veto?.reason);
        if (!again) plan.drafts[0]!.fields['title'] = 'Typed';
        return true;
      },
    });
    expect(shown).to.deep.equal([undefined, 'Not before noon.']);
    expect(result?.outcomes[0]?.state).to.equal('done');
    expect((await dealsOf(store))[0]?.title).to.equal('Typed');
  });
});
