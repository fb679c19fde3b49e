import type { Activity, Id, RecordOf } from '../../domain/records.js';
import type { LiveView } from '../../shared/live-view.js';
import type { LiveList } from '../../store/api.js';
import type { AgendaModel } from './model.js';
import { parentKinds as kinds } from './parent.js';
import type { Parent, ParentKind as Kind } from './parent.js';
import type { RowRecord } from './sections.js';

const perKind = <V>(make: (kind: Kind) => V): Record<Kind, V> =>
  Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<Kind, V>;

/** So many are remembered that are not in sight any more. */
const most = 2000;

/** The leads and deals that activities are of, and where there is neither, the persons and organizations: those near what is in sight, kept current. */
export class Parents {
  readonly #asked = perKind((): readonly Id[] => []);
  readonly #known = perKind(() => new Map<Id, RecordOf[Kind] | null>());
  readonly #views: Record<Kind, LiveView<LiveList<Kind>>>;
  #waiting = true;

  constructor(readonly model: AgendaModel) {
    const view = (kind: Kind): LiveView<LiveList<Kind>> =>
      model.crm.live<LiveList<Kind>>(
        (store) => {
          const ids = this.#asked[kind];
          if (ids.length === 0) return null;
          const list = store.list<Kind>({ kind, where: { field: 'id', op: 'in', value: ids }, related: false });
          list.setWindow(0, ids.length);
          return list;
        },
        { deps: () => [this.#asked[kind]] },
      );
    this.#views = perKind(view);
  }

  /** Nothing has been shown yet, and those of the first rows are on their way. */
  get coming(): boolean {
    if (!this.#waiting) return false;
    return kinds.some((kind) => this.#views[kind].value?.state === 'loading');
  }

  /** Rows have been shown: from now on what is missing comes when it comes. */
  shown(): void {
    this.#waiting = false;
  }

  of(activity: Activity): Parent | null {
    const { dealId, leadId, personId, organizationId } = activity;
    const ids = { deal: dealId, lead: leadId, person: personId, organization: organizationId };
    const kind = (['deal', 'lead', 'person', 'organization'] as const).find((each) => ids[each] !== null);
    const id = kind === undefined ? null : ids[kind];
    return kind === undefined || id === null ? null : ({ kind, id, record: this.#known[kind].get(id) } as Parent);
  }

  /** Are there rows that name one which nobody has asked for? */
  misses(rows: Iterable<RowRecord>): boolean {
    for (const row of rows) {
      const parent = 'done' in row ? this.of(row) : null;
      if (parent?.record === undefined && parent && !this.#asked[parent.kind].includes(parent.id)) return true;
    }
    return false;
  }

  /** Before each drawing: takes over what was read, and asks for what the rows name besides. */
  check(rows: Iterable<RowRecord>): void {
    for (const kind of kinds) this.#take(kind);
    const wanted = perKind(() => new Set<Id>());
    for (const row of rows) {
      if (!('done' in row)) continue;
      const parent = this.of(row);
      if (parent) wanted[parent.kind].add(parent.id);
    }
    for (const kind of kinds) {
      const asked = new Set(this.#asked[kind]);
      if ([...wanted[kind]].some((id) => !asked.has(id))) this.#asked[kind] = [...wanted[kind]];
    }
  }

  #take(kind: Kind): void {
    const list = this.#views[kind].value;
    if (list?.state !== 'ready') return;
    const known = this.#known[kind];
    const here = new Set<Id>();
    for (let at = 0; at < (list.total ?? 0); at++) {
      const row = list.row(at);
      if (!row) continue;
      here.add(row.id);
      known.set(row.id, row);
    }
    const asked = (list.query.where as { readonly value: readonly Id[] }).value;
    for (const id of asked) if (!here.has(id)) known.set(id, null);
    if (known.size <= most) return;
    for (const id of known.keys()) {
      if (known.size <= most) break;
      if (!asked.includes(id)) known.delete(id);
    }
  }
}
