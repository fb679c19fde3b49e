import type { Activity, Deal, Id, Lead } from '../../domain/records.js';
import type { LiveView } from '../../shared/live-view.js';
import type { LiveList } from '../../store/api.js';
import type { AgendaModel } from './model.js';
import type { RowRecord } from './sections.js';

type Kind = 'lead' | 'deal';
export interface Parent {
  readonly kind: Kind;
  readonly id: Id;
  /** undefined = still to be read; null = not there any more. */
  readonly record: Lead | Deal | null | undefined;
}

/** So many are remembered that are not in sight any more. */
const most = 2000;

/** The leads and deals that activities are of: those near what is in sight, kept current. */
export class Parents {
  readonly #asked: Record<Kind, readonly Id[]> = { lead: [], deal: [] };
  readonly #known: Record<Kind, Map<Id, Lead | Deal | null>> = { lead: new Map(), deal: new Map() };
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
    this.#views = { lead: view('lead'), deal: view('deal') };
  }

  /** Nothing has been shown yet, and those of the first rows are on their way. */
  get coming(): boolean {
    if (!this.#waiting) return false;
    const coming = (['lead', 'deal'] as const).some((kind) => this.#views[kind].value?.state === 'loading');
    return coming;
  }

  /** Rows have been shown: from now on what is missing comes when it comes. */
  shown(): void {
    this.#waiting = false;
  }

  of(activity: Activity): Parent | null {
    const kind = activity.dealId !== null ? 'deal' : 'lead';
    const id = activity.dealId ?? activity.leadId;
    return id === null ? null : { kind, id, record: this.#known[kind].get(id) };
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
    for (const kind of ['lead', 'deal'] as const) this.#take(kind);
    const wanted: Record<Kind, Set<Id>> = { lead: new Set(), deal: new Set() };
    for (const row of rows) {
      if (!('done' in row)) continue;
      const parent = this.of(row);
      if (parent) wanted[parent.kind].add(parent.id);
    }
    for (const kind of ['lead', 'deal'] as const) {
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
