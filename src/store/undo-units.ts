import { valueOf, type Change } from '../domain/change.js';
import type { Outcome } from '../domain/plan.js';
import type { Id } from '../domain/records.js';
import type { Known } from './pairs.js';
import type { Unit } from './unit.js';

/** Fields by which a record belongs to another one that the same command has made or changed. */
const ties = ['leadId', 'dealId', 'personId', 'organizationId', 'stageId', 'pipelineId'] as const;

/** The units that are stored, and which of them a record the command was about belongs to. */
export interface Units {
  readonly units: readonly Unit[];
  readonly of: (head: Id) => Id;
}

/**
 * What takes a command back, in parts that are stored whole or not at all: a lead that was touched since does not keep the
 * others from coming back. Records that name each other are one part; where something belongs to no part, all is one.
 * @param back in the order in which it is to be stored
 * @param heads what the command was about
 * @param known the records as they are stored now
 */
export function unitsOf(back: readonly Change[], heads: readonly Outcome[], known: Known): Units {
  const first = heads[0];
  if (first === undefined || back.length === 0) return { units: [], of: (id) => id };
  const { kind, id, title } = first;
  if (kind === 'import') return { units: chunksOf(back, first), of: (head) => head };
  const one: Units = { units: [{ kind, id, title, changes: back }], of: () => id };
  if (heads.length === 1) return one;

  const parts = new Parts(back, known);
  const byPart = new Map<Id, Outcome>();
  for (const head of heads) {
    const part = parts.of(head.id);
    if (!byPart.has(part)) byPart.set(part, head);
  }
  const changes = new Map<Id, Change[]>();
  for (const change of back) {
    const part = parts.of(change.id);
    if (!byPart.has(part)) return one;
    changes.set(part, [...(changes.get(part) ?? []), change]);
  }
  return {
    units: [...changes].map(([part, own]) => ({ ...unitOf(byPart.get(part)!), changes: own })),
    of: (head) => byPart.get(parts.of(head))?.id ?? head,
  };
}

function unitOf({ kind, id, title }: Outcome): Omit<Unit, 'changes'> {
  return { kind, id, title };
}

/** An import comes back chunk by chunk, as it was stored: each ends with what tells of it; last comes the import itself. */
function chunksOf(back: readonly Change[], { title, id }: Outcome): readonly Unit[] {
  const units: Unit[] = [];
  const own: Change[] = [];
  let open: Change[] = [];
  let chunk: Id = id;
  const close = (): void => {
    if (open.length > 0) units.push({ kind: 'importChunk', id: chunk, title, changes: open });
    open = [];
  };
  for (const change of back) {
    if (change.kind === 'import') {
      own.push(change);
      continue;
    }
    // Backwards a chunk begins with what tells of it.
    if (change.kind === 'importChunk') {
      close();
      chunk = change.id;
    }
    open.push(change);
  }
  close();
  return [...units, { kind: 'import', id, title, changes: own }];
}

/** Which of the changed records belong together, by what they name. */
class Parts {
  readonly #above = new Map<Id, Id>();

  constructor(changes: readonly Change[], known: Known) {
    const own = new Set(changes.map((change) => change.id));
    for (const change of changes) {
      for (const named of namedBy(change, known)) {
        if (own.has(named)) this.#above.set(this.of(change.id), this.of(named));
      }
    }
  }

  of(id: Id): Id {
    let at = id;
    for (let above = this.#above.get(at); above !== undefined && above !== at; above = this.#above.get(at)) at = above;
    return at;
  }
}

function namedBy(change: Change, known: Known): readonly Id[] {
  const { kind, id } = change;
  // A receipt says which deal it is about in its record, not in what is changed of it.
  const record = change.op === 'patch' ? known(kind, id) : change.record;
  return ties.flatMap((field) => {
    const changed: readonly unknown[] = change.op === 'patch' ? (change.fields[field] ?? []) : [];
    return [...changed, record && valueOf(record, field)].filter((name) => typeof name === 'string');
  });
}
