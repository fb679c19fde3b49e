/** What a storage refuses, so that nobody's work is overwritten unseen. */
import type { CrmAdapter } from '../../adapters/adapter.js';
import { apply, type Change } from '../../domain/change.js';
import { CrmError } from '../../domain/errors.js';
import { aDeal, aDealProduct, aLead, aNote, aParticipant, anActivity, creation, deletion, edit } from '../fixtures.js';
import { absent, breaking, equal, ids, ok, one, refused, type CheckDefinition } from './check.js';

const title = aLead().title;
const retitled = (before: string, after: string): Change => edit('lead', 'lead-1', { title: [before, after] });

/** Reads what is there, and writes whatever the caller wants over it: the last one wins. */
const careless = (inner: CrmAdapter): CrmAdapter =>
  breaking(inner, {
    async commit(changes, options) {
      const forced: Change[] = [];
      for (const change of changes) {
        const { records } = await inner.read({
          kind: change.kind,
          today: '2026-11-23',
          where: { field: 'id', op: 'is', value: change.id },
          window: { after: null, limit: 1 },
        });
        const stored = records[0];
        if (stored === undefined) {
          forced.push(change);
        } else if (change.op === 'delete') {
          forced.push({ ...change, rev: stored.rev });
        } else {
          forced.push(deletion(change.kind, stored as never), creation(change.kind, apply(stored, change) as never));
        }
      }
      return inner.commit(forced, options);
    },
  });

/** Tries until it works: of writes at the same moment all go through. */
function stubborn(inner: CrmAdapter): CrmAdapter {
  const writes = careless(inner);
  return breaking(inner, {
    async commit(changes, options) {
      for (;;) {
        try {
          return await writes.commit(changes, options);
        } catch (thrown) {
          if (!(thrown instanceof CrmError) || thrown.code !== 'conflict') throw thrown;
        }
      }
    },
  });
}

/** Whatever hangs there is left behind. */
const leavingBehind = (inner: CrmAdapter): CrmAdapter =>
  breaking(inner, {
    async commit(changes, options) {
      try {
        return await inner.commit(changes, options);
      } catch (thrown) {
        if (!(thrown instanceof CrmError) || thrown.reason !== 'children') throw thrown;
        return [];
      }
    },
  });

export const guardChecks: readonly CheckDefinition[] = [
  {
    id: 'guard.stale',
    title: 'an edit of a value that has changed since is refused, with the record as it stands',
    needs: 'guarded',
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      await adapter.commit([retitled(title, 'Theirs')]);
      const error = await refused('conflict', () => adapter.commit([retitled(title, 'Mine')]), 'the second edit');
      equal((error.current as { title?: string } | null)?.title, 'Theirs', 'title of the record in the error');
      equal((await one(adapter, 'lead', 'lead-1')).title, 'Theirs', 'the stored title');
    },
    broken: careless,
  },
  {
    id: 'guard.merge',
    title: 'edits of different fields both go through',
    needs: 'guarded',
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      await adapter.commit([retitled(title, 'Theirs')]);
      await adapter.commit([edit('lead', 'lead-1', { sourceName: [aLead().sourceName, 'Fair'] })]);
      const lead = await one(adapter, 'lead', 'lead-1');
      equal([lead.title, lead.sourceName, lead.rev], ['Theirs', 'Fair', 3], 'title, source, rev');
    },
    // One version number for the whole record.
    broken(inner) {
      let edits = 0;
      return breaking(inner, {
        commit: (changes, options) =>
          changes[0]?.op === 'patch' && edits++ > 0
            ? Promise.reject(new CrmError('conflict', 'changed', { current: aLead() }))
            : inner.commit(changes, options),
      });
    },
  },
  {
    id: 'guard.custom',
    title: 'different custom fields are different fields',
    needs: 'guarded',
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead({ custom: { a: 1, b: 1 } }))]);
      await adapter.commit([edit('lead', 'lead-1', { 'custom.a': [1, 2] })]);
      await adapter.commit([edit('lead', 'lead-1', { 'custom.b': [1, 3] })]);
      await refused(
        'conflict',
        () => adapter.commit([edit('lead', 'lead-1', { 'custom.a': [1, 4] })]),
        'a stale edit of one of them',
      );
      equal((await one(adapter, 'lead', 'lead-1')).custom, { a: 2, b: 3 }, 'custom fields');
    },
    broken: careless,
  },
  {
    id: 'guard.value',
    title: 'values count, not objects: an equal list or amount is not stale',
    needs: 'guarded',
    async run({ adapter }) {
      await adapter.commit([
        creation('lead', aLead({ labelIds: ['a', 'b'], value: { amount: '5', currency: 'EUR' } })),
      ]);
      await adapter.commit([
        edit('lead', 'lead-1', { labelIds: [['a', 'b'], ['a']], value: [{ currency: 'EUR', amount: '5' }, null] }),
      ]);
      const lead = await one(adapter, 'lead', 'lead-1');
      equal([lead.labelIds, lead.value], [['a'], null], 'labels and value');
    },
    broken: (inner) =>
      breaking(inner, {
        commit: (changes, options) =>
          changes.some((change) => change.op === 'patch' && 'labelIds' in change.fields)
            ? Promise.reject(new CrmError('conflict', 'Compared by reference.', { current: aLead() }))
            : inner.commit(changes, options),
      }),
  },
  {
    id: 'guard.delete',
    title: 'a deletion of another version is refused, with the record as it stands',
    needs: 'guarded',
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      const known = await one(adapter, 'lead', 'lead-1');
      await adapter.commit([retitled(title, 'Theirs')]);
      const error = await refused('conflict', () => adapter.commit([deletion('lead', known)]), 'the deletion');
      equal((error.current as { title?: string } | null)?.title, 'Theirs', 'title of the record in the error');
      equal((await one(adapter, 'lead', 'lead-1')).title, 'Theirs', 'the record');
    },
    broken: careless,
  },
  {
    id: 'guard.deals-own',
    title: 'a deal is not deleted while a product or participant is left behind, nor are these put on one that is gone',
    needs: 'guarded',
    async run({ adapter }) {
      const [line, participant] = [aDealProduct(), aParticipant()];
      await adapter.commit([
        creation('deal', aDeal()),
        creation('dealProduct', line),
        creation('participant', participant),
      ]);
      const gone = deletion('deal', await one(adapter, 'deal', 'deal-1'));
      const off = deletion('dealProduct', await one(adapter, 'dealProduct', line.id));
      await refused('conflict', () => adapter.commit([gone]), 'deleting a deal with both');
      await refused('conflict', () => adapter.commit([off, gone]), 'deleting a deal with a participant left');
      await one(adapter, 'dealProduct', line.id);
      equal(
        await ids(adapter, 'dealProduct', { where: { field: 'dealId', op: 'is', value: 'deal-1' } }),
        [line.id],
        'found by their deal',
      );
      const { rev } = await one(adapter, 'participant', participant.id);
      await adapter.commit([off, deletion('participant', { ...participant, rev }), gone]);
      await absent(adapter, 'deal', 'deal-1', 'the deal');
      const author = { userId: null, at: line.createdAt, from: 'host', bulk: false, command: 'command-1' };
      const put = (change: Change) => () => adapter.commit([change], { author });
      await refused('conflict', put(creation('dealProduct', line)), 'a line of no deal');
      await refused('conflict', put(creation('participant', participant)), 'a participant of no deal');
    },
    broken: leavingBehind,
  },
  {
    id: 'guard.hanging',
    title: 'a lead or deal is not deleted while a note or activity hangs on it that does not go along',
    needs: 'guarded',
    async run({ adapter }) {
      for (const kind of ['lead', 'deal'] as const) {
        const on = { leadId: kind === 'lead' ? 'lead-1' : null, dealId: kind === 'deal' ? 'deal-1' : null };
        const record = kind === 'lead' ? aLead() : aDeal();
        const [note, activity] = [aNote(on), anActivity(on)];
        await adapter.commit([creation(kind, record), creation('note', note), creation('activity', activity)]);
        const known = await one(adapter, kind, record.id);
        const gone = deletion(kind, known);
        const noted = deletion('note', await one(adapter, 'note', note.id));
        await refused('conflict', () => adapter.commit([gone]), `deleting a ${kind} with both`);
        await refused('conflict', () => adapter.commit([noted, gone]), `deleting a ${kind} with an activity left`);
        await one(adapter, kind, record.id);
        await one(adapter, 'note', note.id);
        const { rev } = await one(adapter, 'activity', activity.id);
        await adapter.commit([noted, deletion('activity', { ...activity, rev }), gone]);
        await absent(adapter, kind, record.id, `the ${kind}`);
      }
    },
    broken: leavingBehind,
  },
  {
    id: 'guard.exists',
    title: 'an id that exists is not made again',
    needs: 'guarded',
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      const error = await refused(
        'conflict',
        () => adapter.commit([creation('lead', aLead({ title: 'Another' }))]),
        'the second creation',
      );
      equal((error.current as { title?: string } | null)?.title, title, 'title of the record in the error');
      equal((await one(adapter, 'lead', 'lead-1')).title, title, 'the stored title');
    },
    broken: careless,
  },
  {
    id: 'guard.missing',
    title: 'what is not there cannot be edited or deleted',
    needs: 'guarded',
    async run({ adapter }) {
      await refused('not-found', () => adapter.commit([retitled('a', 'b')]), 'an edit');
      await refused('not-found', () => adapter.commit([deletion('lead', aLead({ rev: 1 }))]), 'a deletion');
      await absent(adapter, 'lead', 'lead-1', 'the lead');
    },
    broken: (inner) =>
      breaking(inner, {
        failure: (error) => (error.code === 'not-found' ? new CrmError('unavailable', error.message) : error),
      }),
  },
  {
    id: 'guard.race',
    title: 'of two edits of one field at the same moment, one is refused',
    needs: 'guarded',
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      const outcomes = await Promise.allSettled(
        ['A', 'B', 'C'].map((after) => adapter.commit([retitled(title, after)])),
      );
      equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1, 'edits that went through');
      equal((await one(adapter, 'lead', 'lead-1')).rev, 2, 'rev');
    },
    broken: stubborn,
  },
  {
    id: 'guard.errors',
    title: 'a refusal is an Error with a code and a message',
    needs: 'guarded',
    async run({ adapter }) {
      const error = await refused('not-found', () => adapter.commit([retitled('a', 'b')]), 'an edit of nothing');
      ok(error instanceof Error && error.message !== '', 'It has no message');
    },
    broken: (inner) => breaking(inner, { failure: (error) => ({ code: error.code }) }),
  },
];
