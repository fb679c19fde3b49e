import { patchOf, same, valueOf } from './change.js';
import type { Change, Create } from './change.js';
import { createdAll, eachOf, hangingNeeds, hangingOn, rehang } from './hanging.js';
import type { Conversion, KeptChildren } from './records.js';
import { byIds } from './rule.js';
import type { Found, Need } from './rule.js';

/**
 * Conversion on a storage that is not `atomic`: a claim, then the rest in single commits. Each step may be carried out
 * again, and what was broken off is found by its receipt, which says `running` (domain/convert.ts gives the order).
 */

interface Step {
  readonly key: string;
  readonly changes: readonly Change[];
}

/** Each change is a commit of its own, in their order. */
export function singleSteps(changes: readonly Change[]): readonly Step[] {
  return changes.map((change) => ({ key: `${change.op}:${change.kind}:${change.id}`, changes: [change] }));
}

/** One commit after another. The receipt is `running` until the last one. `key`: append it to the command's key. */
export function convertSteps(changes: readonly Change[]): readonly Step[] {
  const steps: Step[] = [];
  let close: Change | null = null;
  for (const change of changes) {
    const running = change.kind === 'conversion' ? begun(change) : null;
    if (running !== null)
      close = { op: 'patch', kind: 'conversion', id: change.id, fields: { state: ['running', 'active'] } };
    steps.push({ key: `${change.op}:${change.kind}:${change.id}`, changes: [running ?? change] });
  }
  if (close !== null) steps.push({ key: `close:${close.id}`, changes: [close] });
  return steps;
}

function begun(change: Change): Change | null {
  if (change.kind !== 'conversion') return null;
  if (change.op === 'create')
    return { ...change, record: { ...change.record, state: 'running' } } satisfies Create<'conversion'>;
  const state = change.op === 'patch' ? change.fields['state'] : undefined;
  if (change.op !== 'patch' || state === undefined || state[1] !== 'active') return null;
  return { ...change, fields: { ...change.fields, state: [state[0], 'running'] } };
}

/** The receipts of conversions that were broken off. */
export const unfinished: Need<'conversion'> = {
  kind: 'conversion',
  where: { field: 'state', op: 'is', value: 'running' },
};

/** What has to be read to carry these on. */
export function resumeNeeds(receipts: readonly Conversion[]): readonly Need[] {
  const ids = receipts.map((receipt) => receipt.id);
  return [
    ...byIds('lead', ids),
    ...byIds(
      'deal',
      receipts.map((receipt) => receipt.dealId),
    ),
    ...hangingNeeds('lead', ids),
    ...receipts.flatMap((receipt) => eachOf(waiting(receipt)).flatMap(([kind, { id }]) => byIds(kind, [id]))),
  ];
}

/** What comes back with the deal that the lead was before. */
function waiting({ joined, kept, keptChildren }: Conversion): KeptChildren | null {
  return joined || kept === null ? null : (keptChildren ?? null);
}

/**
 * What is left to do of a broken-off conversion, in order; one commit each. Where nothing but the claim was made and the
 * deal it was to join is gone, the claim is given up and the lead stays as it is.
 */
export function resumeChanges(receipt: Conversion, found: Found): readonly Change[] {
  const lead = found.get('lead', receipt.id);
  const deal = found.get('deal', receipt.dealId);
  const close = (state: Conversion['state']): readonly Change[] => {
    const patch = patchOf('conversion', receipt, { state });
    return patch === null ? [] : [patch];
  };
  if (deal === null && receipt.deal === null) return close(lead === null ? 'active' : 'undone');
  // The lead goes last: where it is gone, all else was done.
  if (lead === null) return close('active');
  const made: readonly Change[] =
    deal === null && receipt.deal !== null
      ? [{ op: 'create', kind: 'deal', id: receipt.dealId, record: receipt.deal }]
      : [];
  const open = Object.entries(receipt.overwritten).filter(
    ([name, [before]]) => deal !== null && same(valueOf(deal, name), before),
  );
  const filled: readonly Change[] =
    open.length === 0 ? [] : [{ op: 'patch', kind: 'deal', id: receipt.dealId, fields: Object.fromEntries(open) }];
  return [
    ...made,
    ...filled,
    ...createdAll(waiting(receipt)).filter(({ kind, id }) => found.get(kind, id) === null),
    ...rehang(hangingOn(found, 'lead', receipt.id), 'lead', receipt.id, receipt.dealId),
    { op: 'delete', kind: 'lead', id: lead.id, record: lead, rev: lead.rev },
    ...close('active'),
  ];
}
