/**
 * A service as a host might have one, played inside the page: it takes requests like `fetch` does, answers after 300 ms,
 * knows who is signed in, refuses, fails and dawdles when told to. Its records outlive the page, and other tabs see them.
 */
import { indexeddbAdapter } from '../src/adapters/indexeddb/indexeddb.js';
import { defaultChanges, defaultNames } from '../src/domain/defaults.js';
import { asCrmError, CrmError } from '../src/domain/errors.js';
import type { Change } from '../src/domain/change.js';
import type { Page, Query } from '../src/domain/query.js';
import type { Kind } from '../src/domain/records.js';

export interface Mood {
  /** Milliseconds. */
  latency: number;
  /** This many of the next calls answer 503. */
  failing: number;
  /** The next write is carried out, and its answer comes only after this long. */
  late: number;
  /** Deleting is refused with 403. */
  keepsAll: boolean;
}

const statusOf = {
  invalid: 400,
  auth: 401,
  denied: 403,
  'not-found': 404,
  conflict: 409,
  quota: 507,
  unavailable: 503,
  aborted: 499,
} as const;
const wait = (ms: number, signal?: AbortSignal | null): Promise<void> =>
  new Promise((done, gone) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        gone(new DOMException('The request was given up.', 'AbortError'));
      },
      { once: true },
    );
  });

const database = indexeddbAdapter({ name: 'harbour-service' });
const mood: Mood = { latency: 300, failing: 0, late: 0, keepsAll: false };
const session = { user: { id: 'ines', name: 'Inês Magalhães' } };
const events = new EventTarget();

/** A real backend has its pipelines before anybody opens a page. Two tabs that are first at once begin one database. */
async function begin(): Promise<void> {
  const at = new Date().toISOString();
  const { records } = await database.read({
    kind: 'pipeline',
    today: at.slice(0, 10),
    window: { offset: 0, limit: 1 },
  });
  if (records.length > 0) return;
  const names = { ...defaultNames, pipeline: 'Chandlery sales' };
  await database.commit(defaultChanges(at, names, session.user)).catch((thrown: unknown) => {
    if (asCrmError(thrown).code !== 'conflict') throw thrown;
  });
}
let begun: Promise<void> | undefined;

database.watch?.((changes) => events.dispatchEvent(new MessageEvent('change', { data: JSON.stringify(changes) })));

const plain = (page: Page<Kind>) => ({
  ...page,
  related: {
    persons: [...page.related.persons.values()],
    organizations: [...page.related.organizations.values()],
    users: [...page.related.users.values()],
    labels: [...page.related.labels.values()],
  },
});

async function answer(path: string, body: unknown, key: string | undefined): Promise<unknown> {
  if (mood.failing > 0) {
    mood.failing--;
    throw new CrmError('unavailable', 'The service is being restarted.');
  }
  await (begun ??= begin().catch((thrown: unknown) => {
    begun = undefined;
    throw thrown;
  }));
  switch (path) {
    case '/records/read':
      return plain(await database.read(body as Query<Kind>));
    case '/records/summary': {
      const { query, by } = body as { query: Query; by: string };
      return database.summarize!(query, by);
    }
    case '/records/commit': {
      const {
        changes,
        from = '',
        command = '',
      } = body as { changes: readonly Change[]; from?: string; command?: string };
      if (
        mood.keepsAll &&
        changes.some(
          (change) =>
            change.op === 'delete' &&
            (change.kind === 'lead' || change.kind === 'deal') &&
            !changes.some((other) => other.kind === 'conversion'),
        )
      )
        throw new CrmError('denied', 'Records are kept here. Ask the office to delete them.', {
          reason: 'Records are kept here. Ask the office to delete them.',
        });
      const author = {
        userId: session.user.id,
        at: new Date().toISOString(),
        from,
        command,
        bulk: changes.length > 20,
      };
      const stored = await database.commit(changes, { ...(key === undefined ? {} : { key }), author });
      const late = mood.late;
      mood.late = 0;
      if (late > 0) await wait(late);
      return stored;
    }
    default:
      throw new CrmError('not-found', `There is nothing at ${path}.`);
  }
}

export const service = {
  mood,
  session,
  /** Others' changes, as a server would push them: events `change`, JSON in `data`. */
  events,
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    await wait(mood.latency, init.signal);
    const headers = { 'content-type': 'application/json' };
    try {
      const key = new Headers(init.headers).get('idempotency-key') ?? undefined;
      return new Response(JSON.stringify(await answer(path, JSON.parse(init.body as string), key)), { headers });
    } catch (thrown) {
      const error = asCrmError(thrown);
      return new Response(JSON.stringify({ message: error.message, reason: error.reason, current: error.current }), {
        status: statusOf[error.code],
        headers,
      });
    }
  },
};
export type Service = typeof service;
