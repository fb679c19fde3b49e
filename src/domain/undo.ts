import { patchOf, same, valueOf } from './change.js';
import type { Change, Fields } from './change.js';
import { CommandDraft } from './drafts.js';
import { dealsOwn, leadChildren } from './children.js';
import { deletedAll, eachOf, hangingNeeds, hangingOn, keptOf, rehang } from './hanging.js';
import type { Hanging } from './hanging.js';
import { defsNeed } from './edit.js';
import { namedNeeds, receiptLedOn, recordsOf, survivorNeeds } from './led-on.js';
import { isEmpty } from './matches.js';
import type { Draft, Problem } from './plan.js';
import type { AnyRecord, Conversion, Deal } from './records.js';
import { hasLines } from './products/deal-value.js';
import { projectNeeds, projectsOf } from './projects/of-deals.js';
import { byIds, listedIn } from './rule.js';
import type { Env, Found, Rule } from './rule.js';
import { NEVER } from './to-lead.js';
import { isExpired, withKnownLabels } from './trash.js';

/**
 * Why a conversion is not taken back: `detail` of a problem with the code `changed`.
 * - `undone` it has been already
 * - `running` it is not finished yet
 * - `expired` its receipt is only history by now
 * - `lead-exists` the lead is in the inbox
 * - `deal-missing` the deal was deleted
 * - `deal-changed` the deal was edited, moved, won or lost since (`field` says where)
 * - `child-added` something was hung on the deal since: a note, an activity, a file, a product, a participant, a project
 * - `child-changed` something that only a deal can have was changed, or taken off it, since
 * - `merged` the deal was merged with another one since: that is taken back first
 * - `deal-joined` another lead was added to the deal since (`dealId`)
 */
export type UndoReason =
  | 'undone'
  | 'running'
  | 'expired'
  | 'lead-exists'
  | 'deal-missing'
  | 'merged'
  | 'deal-changed'
  | 'child-added'
  | 'child-changed'
  | 'deal-joined';

/** Gives back exactly the leads that were converted, from their receipts. What somebody has done since is never thrown away: it refuses. */
export const conversionsUndo: Rule<'conversions-undo'> = {
  optimistic: false,
  bulk: true,
  needs: (input) => [...byIds('conversion', input.ids), ...byIds('lead', input.ids), { kind: 'label' }, defsNeed],
  then: (_input, found) => {
    const receipts = found.all('conversion');
    const dealIds = receipts.map((receipt) => receipt.dealId);
    return [
      ...namedNeeds(found, receipts.flatMap(recordsOf)),
      ...byIds('deal', dealIds),
      ...hangingNeeds('deal', dealIds),
      ...listedIn('conversion', 'dealId', dealIds),
      ...projectNeeds(dealIds),
    ];
  },
  further: (_input, found) => survivorNeeds(found, found.all('conversion').flatMap(recordsOf)),
  draft: (input, found, env) =>
    [...new Set(input.ids)].map((id, index) => {
      const receipt = found.get('conversion', id);
      const draft = new CommandDraft(
        'conversion',
        id,
        receipt,
        {},
        { title: receipt?.lead.title ?? '', index },
      ) as Draft;
      conversionsUndo.check(draft, found, env, input);
      return draft;
    }),
  check: (draft, found, env) => {
    const receipt = found.get('conversion', draft.id);
    (draft as CommandDraft).problems = receipt === null ? [{ code: 'not-found' }] : undoProblems(receipt, found, env);
  },
  changes: (draft, found, _env, input) => {
    const receipt = found.get('conversion', draft.id);
    return receipt === null ? [] : undoChanges(receipt, found, input.earlier?.[draft.id]);
  },
};

export function undoProblems(stored: Conversion, found: Found, env: Env): readonly Problem[] {
  const receipt = receiptLedOn(stored, found);
  const deal = found.get('deal', receipt.dealId);
  const because = (detail: UndoReason, field?: string): readonly Problem[] => [
    {
      code: 'changed',
      detail,
      ...(field === undefined ? {} : { field }),
      ...(deal === null ? {} : { dealId: deal.id }),
    },
  ];
  if (receipt.state === 'undone') return because('undone');
  if (receipt.state === 'running') return because('running');
  if (isExpired(receipt, env.now)) return because('expired');
  if (found.get('lead', receipt.id) !== null) return because('lead-exists');
  if (deal === null) return because('deal-missing');
  // The deal that it made, or joined, is another one's by now; or holds what came of others.
  if (!isEmpty(receipt.mergedFrom) || (!receipt.joined && !isEmpty(deal.mergedIds))) return because('merged');
  if (receipt.joined) {
    const touched = touchedSince(deal, receipt.overwritten);
    // It may have got products since, that come to the very same.
    const summed = 'value' in receipt.overwritten && hasLines(deal) ? 'value' : null;
    return (touched ?? summed) === null ? [] : because('deal-changed', touched ?? 'value');
  }
  if (
    found
      .all('conversion')
      .some((other) => other.id !== receipt.id && other.dealId === deal.id && other.state !== 'undone')
  )
    return because('deal-joined');
  const edited = receipt.deal === null ? null : editedSince(deal, receipt.deal);
  if (edited !== null) return because('deal-changed', edited);
  const hanging = hangingOn(found, 'deal', receipt.dealId);
  const came = new Set([...leadChildren.flatMap(({ moved }) => receipt[moved] ?? []), ...keptById(receipt).keys()]);
  if (eachOf(hanging).some(([, { id }]) => !came.has(id))) return because('child-added');
  // A deal that was one before keeps its id, and its projects with it.
  if (receipt.kept === null && projectsOf(found, receipt.dealId).length > 0) return because('child-added');
  return isAsKept(receipt, hanging) ? [] : because('child-changed');
}

function keptById({ keptChildren }: Conversion): ReadonlyMap<string, AnyRecord> {
  return new Map(eachOf(keptChildren).map(([, record]) => [record.id, record]));
}

/** What only a deal can have is as it was when it came back with it: it waits with the receipt once more. */
function isAsKept(receipt: Conversion, hanging: Hanging): boolean {
  const kept = keptById(receipt);
  const now = dealsOwn.flatMap(({ list }): readonly AnyRecord[] => hanging[list] ?? []);
  return now.length === kept.size && now.every((record) => same(told(record), told(kept.get(record.id)!)));
}

function told({ rev: _rev, createdAt: _created, updatedAt: _updated, ...values }: AnyRecord): unknown {
  return values;
}

/** A field that does not hold any more what the conversion put there. */
function touchedSince(deal: Deal, written: Fields): string | null {
  return Object.keys(written).find((name) => !same(valueOf(deal, name), written[name]![1])) ?? null;
}

/** Not looked at: what a backend sets by itself, and the place among the cards. */
const UNTOLD: ReadonlySet<string> = new Set([
  'rev',
  'createdAt',
  'updatedAt',
  'rank',
  'creatorId',
  'stageChangedAt',
  'stageHistory',
  'personName',
  'organizationName',
  'nextActivity',
  'touchedAt',
  'searchText',
]);

function editedSince(deal: Deal, made: Deal): string | null {
  // A label deleted everywhere is nobody's edit of this deal.
  const labels = made.labelIds.filter((id) => deal.labelIds.includes(id));
  const expected: Deal = deal.labelIds.length === labels.length ? { ...made, labelIds: deal.labelIds } : made;
  return (
    [...Object.keys(made), 'waitUntil', 'waitReason'].find(
      (name) => !UNTOLD.has(name) && !same(valueOf(deal, name) ?? null, valueOf(expected, name) ?? null),
    ) ?? null
  );
}

/**
 * The lead first and the receipt last: half of it, somewhere without `atomic`, loses nothing and can be begun again.
 * @param earlier what this conversion has changed in the receipt of an earlier one, which is still to be taken back itself
 */
export function undoChanges(stored: Conversion, found: Found, earlier: Fields = {}): readonly Change[] {
  const receipt = receiptLedOn(stored, found);
  const deal = found.get('deal', receipt.dealId);
  const hanging = hangingOn(found, 'deal', receipt.dealId);
  const went = Object.fromEntries(
    leadChildren.map(({ list, moved }) => [
      list,
      ((hanging[list] ?? []) as readonly AnyRecord[]).filter(({ id }) => receipt[moved]?.includes(id) === true),
    ]),
  ) as Partial<Hanging>;
  const state = patchOf('conversion', stored, {
    ...Object.fromEntries(Object.entries(earlier).map(([name, [before]]) => [name, before])),
    state: 'undone',
    // What the deal was before waits for the lead again.
    ...(receipt.kept === null ? {} : { expiresAt: NEVER }),
  });
  return [
    { op: 'create', kind: 'lead', id: receipt.id, record: withKnownLabels(receipt.lead, found) },
    ...rehang(went, 'deal', receipt.dealId, receipt.id),
    ...(receipt.joined ? [] : deletedAll(keptOf(hanging))),
    ...(deal === null ? [] : takenBack(receipt, deal)),
    ...(state === null ? [] : [state as Change]),
  ];
}

function takenBack(receipt: Conversion, deal: Deal): readonly Change[] {
  if (!receipt.joined) return [{ op: 'delete', kind: 'deal', id: deal.id, record: deal, rev: deal.rev }];
  const fields = Object.fromEntries(
    Object.entries(receipt.overwritten).map(([name, [before, after]]) => [name, [after, before] as const]),
  );
  return Object.keys(fields).length === 0 ? [] : [{ op: 'patch', kind: 'deal', id: deal.id, fields }];
}
