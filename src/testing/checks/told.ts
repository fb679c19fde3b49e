/** What the changelog of a deal tells beside the deal: its products, participants, files and projects; and in which order rows stand. */
import type { Page, Query } from '../../domain/query.js';
import { changelogOrder } from '../../domain/row-id.js';
import type { ChangelogRow, Id } from '../../domain/records.js';
import type { CrmAdapter } from '../../adapters/adapter.js';
import {
  aBoard,
  aDeal,
  aDealProduct,
  aFile,
  aNote,
  aParticipant,
  aPerson,
  aProject,
  creation,
  deletion,
  edit,
  later,
  minutesAfter,
} from '../fixtures.js';
import { breaking, equal, mapRows, one, page, rows, type CheckDefinition } from './check.js';

const author = { userId: 'user-1', at: later, from: 'deal-detail', bulk: false, command: 'command-1' };
const by = (n: number): { readonly author: typeof author } => ({
  author: { ...author, at: minutesAfter(n), command: `command-${n}` },
});

const toldIn = (dealId: Id) => ({ field: 'dealIds', op: 'has', value: dealId }) as const;
const window = (dealId: Id, window: Query['window']) => ({ where: toldIn(dealId), order: changelogOrder, window });
const said = ({ op, of, field, about }: ChangelogRow): string => [op, of, field, about].filter(Boolean).join(' ');

async function told(adapter: CrmAdapter, dealId: Id): Promise<readonly ChangelogRow[]> {
  return rows(adapter, 'changelog', { where: toldIn(dealId), order: changelogOrder });
}

async function fill(adapter: CrmAdapter): Promise<void> {
  await adapter.commit([
    ...aBoard(),
    creation('person', aPerson()),
    creation('deal', aDeal({ id: 'deal-1' })),
    creation('deal', aDeal({ id: 'deal-2' })),
  ]);
}

export const toldChecks: readonly CheckDefinition[] = [
  {
    id: 'changelog.deal',
    title:
      'rows of products, participants and projects are found by the deal, with what they are about, when those are gone, too',
    needs: null,
    async run({ adapter }) {
      await fill(adapter);
      const line = aDealProduct({ id: 'line-1', dealId: 'deal-1', name: 'Licence' });
      const part = aParticipant({ id: 'part-1', dealId: 'deal-1', personId: 'person-1', role: 'Buyer' });
      await adapter.commit([creation('dealProduct', line)], by(1));
      await adapter.commit([creation('participant', part)], by(2));
      await adapter.commit([edit('dealProduct', 'line-1', { quantity: [line.quantity, '7'] })], by(3));
      await adapter.commit(
        [creation('project', aProject({ id: 'project-1', title: 'Roll-out', dealIds: ['deal-1'] }))],
        by(4),
      );
      await adapter.commit([edit('project', 'project-1', { dealIds: [['deal-1'], ['deal-2']] })], by(5));
      await adapter.commit([edit('project', 'project-1', { phase: [aProject().phase, 'Two'] })], by(6));
      await adapter.commit([deletion('dealProduct', await one(adapter, 'dealProduct', 'line-1'))], by(7));
      await adapter.commit([deletion('participant', await one(adapter, 'participant', 'part-1'))], by(8));
      await adapter.commit([creation('note', aNote({ id: 'note-7', leadId: null, dealId: 'deal-1' }))], by(9));
      const log = await told(adapter, 'deal-1');
      equal(
        log.map(said),
        [
          'delete participant person-1',
          'delete dealProduct Licence',
          'patch project dealIds Roll-out',
          'create project Roll-out',
          'patch dealProduct quantity Licence',
          'create participant person-1',
          'create dealProduct Licence',
        ],
        'what is told in the deal',
      );
      equal(
        (await told(adapter, 'deal-2')).map(said),
        ['patch project phase Roll-out', 'patch project dealIds Roll-out'],
        'and in the other one',
      );
      const gone = log.slice(0, 2).map(({ before }) => before as Readonly<Record<string, unknown>>);
      equal([gone[0]?.['role'], gone[1]?.['quantity'], gone[1]?.['name']], ['Buyer', '7', 'Licence'], 'what went');
      equal((log[5]?.after as { role?: unknown } | null)?.role, 'Buyer', 'what was made');
      await adapter.commit([deletion('project', await one(adapter, 'project', 'project-1'))], by(10));
      const [project] = await told(adapter, 'deal-2');
      const whole = project?.before as Readonly<Record<string, unknown>> | null | undefined;
      equal([project?.op, whole?.['phase'], whole?.['dealIds']], ['delete', 'Two', ['deal-2']], 'a project that went');
    },
    broken: (inner) => mapRows(inner, (row) => ({ ...row, about: '' })),
  },
  {
    id: 'changelog.handed',
    title: 'what goes to another deal is told in both; what comes or goes with its deal, by the row of the deal',
    needs: null,
    async run({ adapter }) {
      await fill(adapter);
      await adapter.commit(
        [
          creation('deal', aDeal({ id: 'deal-3' })),
          creation('dealProduct', aDealProduct({ id: 'line-1', dealId: 'deal-3', name: 'Licence' })),
        ],
        by(1),
      );
      equal((await told(adapter, 'deal-3')).map(said), [], 'what came with the deal');
      await adapter.commit(
        [
          edit('dealProduct', 'line-1', { dealId: ['deal-3', 'deal-1'] }),
          deletion('deal', await one(adapter, 'deal', 'deal-3')),
        ],
        by(2),
      );
      for (const id of ['deal-1', 'deal-3'])
        equal((await told(adapter, id)).map(said), ['patch dealProduct dealId Licence'], id);
    },
    broken: (inner) =>
      breaking(inner, {
        query: (query) =>
          query.kind === 'changelog' && JSON.stringify(query.where).includes('deal-3')
            ? { ...query, where: toldIn('deal-9') }
            : query,
      }),
  },
  {
    id: 'changelog.file',
    title:
      'files are told in their deal, with where what they held lies; those that came with a deal, by the row of the deal',
    needs: 'blobs',
    async run({ adapter }) {
      await fill(adapter);
      const offer = aFile({ id: 'file-9', dealId: 'deal-1', name: 'Offer.pdf', ref: 'bytes-9' });
      const plan = aFile({ id: 'file-8', dealId: null, leadId: null, personId: 'person-1', name: 'Plan.pdf' });
      await adapter.commit([creation('file', offer), creation('file', plan)], by(1));
      await adapter.commit([edit('file', 'file-9', { name: ['Offer.pdf', 'Contract.pdf'] })], by(2));
      await adapter.commit([deletion('file', await one(adapter, 'file', 'file-9'))], by(3));
      const log = await told(adapter, 'deal-1');
      equal(
        log.map(said),
        ['delete file Contract.pdf', 'patch file name Contract.pdf', 'create file Offer.pdf'],
        'told',
      );
      equal((log[0]?.before as { ref?: unknown } | null)?.ref, 'bytes-9', 'where it lies');
      const made = aDeal({ id: 'deal-4' });
      await adapter.commit([creation('deal', made), edit('file', 'file-8', { dealId: [null, 'deal-4'] })], by(4));
      equal((await told(adapter, 'deal-4')).map(said), [], 'what came with the deal');
    },
    broken: (inner) => mapRows(inner, (row) => ({ ...row, about: '' })),
  },
  {
    id: 'changelog.order',
    title: 'rows of the same instant stand in the order in which they were written, and each is on one page',
    needs: null,
    async run({ adapter }) {
      await fill(adapter);
      const names = [...'kbgdeacfijhlm'];
      const at = (command: string) => ({ author: { ...author, command } });
      // Two commands of the same instant, and neither their records nor their fields in any order of their own.
      await adapter.commit(
        names.map((id) => creation('dealProduct', aDealProduct({ id, dealId: 'deal-1', name: id }))),
        at('command-1'),
      );
      await adapter.commit(
        names.map((id) =>
          edit('dealProduct', id, { comment: [aDealProduct().comment, 'x'], unit: [aDealProduct().unit, 'y'] }),
        ),
        at('command-2'),
      );
      const written = [
        ...names.map((id) => `create dealProduct ${id}`),
        ...names.flatMap((id) => [`patch dealProduct comment ${id}`, `patch dealProduct unit ${id}`]),
      ].reverse();
      const seen: string[] = [];
      for (let after: string | null = null, turn = 0; turn < 20; turn++) {
        const answer: Page<'changelog'> = await page(adapter, 'changelog', window('deal-1', { after, limit: 7 }));
        seen.push(...answer.records.map(said));
        after = answer.next ?? null;
        if (after === null) break;
      }
      equal(seen, written, 'by what came before');
      if (!adapter.abilities.seek) return;
      const slices: string[] = [];
      for (let offset = 0; offset < written.length; offset += 7) {
        slices.push(...(await rows(adapter, 'changelog', window('deal-1', { offset, limit: 7 }))).map(said));
      }
      equal(slices, written, 'by places');
    },
    broken: (inner) =>
      breaking(inner, {
        query: (query) =>
          query.kind === 'changelog' ? { ...query, order: [{ field: 'at' }, { field: 'recordId' }] } : query,
      }),
  },
];
