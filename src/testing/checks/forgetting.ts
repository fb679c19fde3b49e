/** What this browser keeps is emptied. Whoever has no `forget` keeps nothing here, and nothing is asked of it. */
import type { CrmAdapter } from '../../adapters/adapter.js';
import { kinds } from '../../domain/records.js';
import { aDeal, aLead, aNote, anOrganization, aPerson, creation, edit, later } from '../fixtures.js';
import { breaking, equal, ok, refused, rows, type CheckDefinition } from './check.js';

const author = { userId: 'user-1', at: later, from: 'host', bulk: false, command: 'command-1' };

async function fill(adapter: CrmAdapter): Promise<void> {
  await adapter.commit(
    [
      creation('organization', anOrganization()),
      creation('person', aPerson()),
      creation('lead', aLead()),
      creation('deal', aDeal()),
      creation('note', aNote({ leadId: null, dealId: 'deal-1' })),
    ],
    { author, key: 'fill' },
  );
  await adapter.commit([edit('lead', 'lead-1', { title: [aLead().title, 'Edited'] })], { author });
}

async function everything(adapter: CrmAdapter): Promise<readonly string[]> {
  const all: string[] = [];
  for (const kind of kinds)
    for (const record of await rows(adapter, kind)) all.push(`${kind} ${JSON.stringify(record)}`);
  return all;
}

/** Empty = what was kept here was all there was; else it is a copy of what lies elsewhere, and that is not touched. */
const isEmpty = async (adapter: CrmAdapter): Promise<boolean> => (await everything(adapter)).length === 0;

const forgettingWith = (inner: CrmAdapter, instead: () => Promise<void>): CrmAdapter => ({
  ...breaking(inner, {}),
  ...(inner.forget && { forget: instead }),
});

export const forgettingChecks: readonly CheckDefinition[] = [
  {
    id: 'forget.whole',
    title: 'what this browser keeps is emptied whole, and what lies elsewhere is left whole',
    needs: null,
    async run({ adapter }) {
      if (!adapter.forget) return;
      await fill(adapter);
      const before = await everything(adapter);
      await adapter.forget();
      const after = await everything(adapter);
      if (after.length > 0) equal(after, before, 'records that are kept elsewhere');
    },
    broken: (inner) =>
      forgettingWith(inner, async () => {
        await inner.forget!();
        await inner.commit([creation('note', aNote())]);
      }),
  },
  {
    id: 'forget.again',
    title: 'after it the storage is used as on a first visit: what was stored under a key is stored anew',
    needs: null,
    async run({ adapter }) {
      if (!adapter.forget) return;
      await fill(adapter);
      await adapter.forget();
      if (!(await isEmpty(adapter))) return;
      await fill(adapter);
      equal(
        (await rows(adapter, 'lead')).map(({ title }) => title),
        ['Edited'],
        'leads',
      );
      await adapter.forget();
      ok(await isEmpty(adapter), 'The second time something was left');
    },
    broken: (inner) => {
      let forgot = false;
      return {
        ...breaking(inner, {
          // The keys are still there.
          commit: (changes, options) =>
            forgot && options?.key !== undefined ? Promise.resolve([]) : inner.commit(changes, options),
        }),
        ...(inner.forget && { forget: () => inner.forget!().then(() => void (forgot = true)) }),
      };
    },
  },
  {
    id: 'forget.told',
    title: 'others are told that all was emptied, and to read again',
    needs: null,
    two: true,
    async run({ adapter, second, patience }) {
      if (!adapter.forget) return;
      await fill(adapter);
      const other = await second!();
      await rows(other, 'lead');
      const told = new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), patience);
        let resync = other.watch === undefined;
        let emptied = false;
        const end = (): void => {
          if (!resync || !emptied) return;
          clearTimeout(timer);
          resolve(true);
        };
        other.watch?.((heard) => {
          resync ||= heard === 'resync';
          end();
        });
        other.erasures?.((all) => {
          emptied ||= all;
          end();
        });
      });
      await adapter.forget();
      if (!(await isEmpty(adapter))) return;
      ok(await told, 'Nothing was heard of it');
      ok(await isEmpty(other), 'The other one still reads something');
    },
    broken: (inner) => ({
      ...breaking(inner, {}),
      ...(inner.erasures && { erasures: (listener) => inner.erasures!(() => listener(false)) }),
    }),
  },
  {
    id: 'forget.late',
    title: 'what another one begins without knowing of it is refused, after it was told',
    needs: null,
    two: true,
    async run({ adapter, second }) {
      if (!adapter.forget) return;
      await fill(adapter);
      const other = await second!();
      await rows(other, 'lead');
      let told = false;
      let refusals = 0;
      other.erasures?.((all) => (told ||= all));
      await adapter.forget();
      if (!(await isEmpty(adapter))) return;
      // It may have been told meanwhile; then it knows what it does.
      const late = told
        ? null
        : other.commit([creation('note', aNote({ leadId: null, dealId: 'deal-1' }))], { author });
      await late?.catch(() => (refusals = told ? 1 : -1));
      if (refusals === 0 && late !== null) ok(told, 'It was stored, and the other one was not told');
      ok(refusals !== -1, 'It was refused before it was told');
      if (refusals > 0) await refused('conflict', () => late!, 'what rests on what is gone');
    },
    broken: (inner) => {
      const { erasures } = breaking(inner, {});
      return {
        ...breaking(inner, {}),
        // Told some time.
        ...(erasures && {
          erasures: (listener) => erasures((all) => void setTimeout(() => listener(all), 500)),
        }),
      };
    },
  },
];
