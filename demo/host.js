// @ts-check
/**
 * A backend of one's own, whole: the two required methods, live changes and sums, over anything that looks like `fetch`.
 * Copy this file, change the addresses, and the elements work on your records.
 */
import { CrmError } from '../src/index.js';

/**
 * What a response means. The service says it with its status; the elements go by the code.
 * @type {Readonly<Record<number, import('../src/index.js').CrmErrorCode>>}
 */
const codes = { 400: 'invalid', 401: 'auth', 403: 'denied', 404: 'not-found', 409: 'conflict', 507: 'quota' };

/**
 * @param {(path: string, init?: RequestInit) => Promise<Response>} fetch the page's own, with its session
 * @param {EventTarget} [events] where the service tells of others' changes: events `change` with JSON in `data`
 * @returns {import('../src/index.js').CrmAdapter}
 */
export function hostAdapter(fetch, events) {
  /**
   * @param {string} path
   * @param {unknown} body
   * @param {{ signal?: AbortSignal | undefined, key?: string | undefined }} [options]
   */
  async function call(path, body, { signal, key } = {}) {
    let response;
    try {
      response = await fetch(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (cause) {
      if (signal?.aborted) throw new CrmError('aborted', 'The call was given up.', { cause });
      throw new CrmError('unavailable', 'The service cannot be reached.', { cause });
    }
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    throw new CrmError(
      codes[response.status] ?? 'unavailable',
      answer.message ?? `The service answered ${response.status}.`,
      {
        current: answer.current,
        reason: answer.reason,
        retryAfter: Number(response.headers.get('retry-after') ?? 0) * 1000 || undefined,
      },
    );
  }

  return {
    abilities: {
      atomic: true,
      guarded: true,
      seek: true,
      summarize: true,
      watch: events !== undefined,
      blobs: false,
      capture: false,
    },

    async read(query, options) {
      const page = await call('/records/read', query, options);
      // JSON has no maps and no undefined.
      const { persons, organizations, users, labels } = page.related;
      const byId = (/** @type {any[]} */ list) => new Map(list.map((record) => [record.id, record]));
      return {
        ...page,
        total: page.total ?? undefined,
        related: {
          persons: byId(persons),
          organizations: byId(organizations),
          users: byId(users),
          labels: byId(labels),
        },
      };
    },

    // The user is not sent: the service knows who is signed in and writes its own changelog.
    commit: (changes, options) =>
      call('/records/commit', { changes, from: options?.author?.from, command: options?.author?.command }, options),

    summarize: (query, by, options) => call('/records/summary', { query, by }, options),

    watch(listener) {
      const hear = (/** @type {Event} */ event) => listener(JSON.parse(/** @type {MessageEvent} */ (event).data));
      events?.addEventListener('change', hear);
      return () => events?.removeEventListener('change', hear);
    },
  };
}
