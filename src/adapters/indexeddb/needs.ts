/** What a commit asks for, looked up within its transaction. */
import type { AnyRecord } from '../../domain/records.js';
import type { Answers, Asking, Need } from '../local/asking.js';
import { rowsOf, type Want } from './many.js';
import { fromRow } from './row.js';

/** Drives a commit's generator inside a transaction, from this step on. @param assumed answers what it knows, without waiting */
export async function answerNeeds<T>(
  transaction: IDBTransaction,
  asking: Asking<T>,
  from: IteratorResult<readonly Need[], T>,
  assumed?: { answer(needs: readonly Need[]): Answers | undefined },
): Promise<T> {
  let step = from;
  while (step.done !== true) step = asking.next(assumed?.answer(step.value) ?? (await lookUp(transaction, step.value)));
  return step.value;
}

const fieldOf = (need: Need): string => ('id' in need ? 'id' : need.by);
const keyOf = (need: Need): string => ('id' in need ? need.id : need.value);

/** One list of records for each need. */
export async function lookUp(transaction: IDBTransaction, needs: readonly Need[]): Promise<AnyRecord[][]> {
  const groups = new Map<string, { readonly need: Need; readonly lists: Map<string, AnyRecord[]> }>();
  for (const need of needs) {
    const name = `${need.kind} ${fieldOf(need)}`;
    let group = groups.get(name);
    if (group === undefined) groups.set(name, (group = { need, lists: new Map() }));
    group.lists.set(keyOf(need), []);
  }
  const wants = [...groups.values()].map(({ need, lists }): Want => ({
    kind: need.kind,
    field: fieldOf(need),
    keys: [...lists.keys()],
  }));
  const found = await rowsOf(transaction, wants);
  [...groups.values()].forEach(({ need, lists }, i) => {
    for (const row of found[i]!) {
      const record = fromRow(need.kind, row);
      lists.get((record as unknown as Readonly<Record<string, string>>)[fieldOf(need)]!)?.push(record);
    }
  });
  return needs.map((need) => groups.get(`${need.kind} ${fieldOf(need)}`)!.lists.get(keyOf(need))!);
}
