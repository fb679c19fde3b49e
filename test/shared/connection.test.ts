import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { Connection } from '../../src/shared/connection.js';
import { stage } from './stage.js';

async function connected() {
  const log: string[] = [];
  let connection!: Connection;
  const host = await stage((self) => {
    connection = new Connection(self, (signal) => {
      log.push('in');
      signal.addEventListener('abort', () => log.push('aborted'));
      return () => log.push('out');
    });
    return () => html`<input />`;
  });
  return { host, log, connection };
}

describe('Connection', () => {
  it('lasts from entering the page to leaving it, and begins anew', async () => {
    const { host, log, connection } = await connected();
    const home = host.parentElement!;
    const { signal } = connection;
    host.remove();
    await Promise.resolve();
    expect(log).to.deep.equal(['in', 'aborted', 'out']);
    expect(signal.aborted).to.equal(true);
    expect(connection.signal.aborted).to.equal(true);
    home.append(host);
    expect(log).to.deep.equal(['in', 'aborted', 'out', 'in']);
    expect(connection.signal.aborted).to.equal(false);
  });

  it('outlives a move, by append and by moveBefore', async () => {
    const { host, log, connection } = await connected();
    const { signal } = connection;
    const other = document.createElement('div');
    host.parentElement!.append(other);
    other.append(host);
    await Promise.resolve();
    const parent = other.parentElement as HTMLElement & { moveBefore?: (node: Node, before: Node | null) => void };
    parent.moveBefore?.(host, null);
    await Promise.resolve();
    expect(log).to.deep.equal(['in']);
    expect(connection.signal).to.equal(signal);
  });
});
