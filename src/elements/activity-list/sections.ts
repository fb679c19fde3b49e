import { agendaOrder, doneOrder, doneWhere, groupWhere, unplannedWhere } from '../../domain/agenda.js';
import type { AgendaGroup, GroupKind } from '../../domain/agenda.js';
import type { Activity, Deal, Id, Lead } from '../../domain/records.js';
import { same } from '../../domain/same.js';
import type { CrmStore, ListQuery, LiveList } from '../../store/api.js';
import type { AgendaModel } from './model.js';
import { foundWhere } from './found.js';

export type SectionKind = GroupKind | 'done' | 'deals' | 'leads';
export type RowRecord = Activity | Lead | Deal;

/** Rows that are read of a group that is not in sight, so that they are there when it comes. */
const ahead = 20;

interface Spec {
  readonly key: string;
  readonly kind: SectionKind;
  readonly group: AgendaGroup | null;
  readonly query: ListQuery<'activity' | 'lead' | 'deal'>;
}

/** A group and its live list. */
export class Section {
  #off: () => void;
  #window: readonly [number, number] = [0, ahead];

  constructor(
    public spec: Spec,
    readonly list: LiveList<'activity' | 'lead' | 'deal'>,
    /** The ids of all of its rows, from the top. */
    readonly ids: () => Promise<readonly Id[]>,
    heard: () => void,
  ) {
    list.setWindow(0, ahead);
    this.#off = list.subscribe(heard);
  }

  get key(): string {
    return this.spec.key;
  }
  get kind(): SectionKind {
    return this.spec.kind;
  }
  get group(): AgendaGroup | null {
    return this.spec.group;
  }
  /** What its rows are. */
  get of(): 'activity' | 'lead' | 'deal' {
    return this.spec.query.kind;
  }
  /** Over all of them; undefined = not known yet. */
  get total(): number | undefined {
    return this.list.total ?? this.list.summary?.count;
  }
  row(place: number): RowRecord | undefined {
    return this.list.row(place);
  }

  look(start: number, end: number): void {
    const [from, to] = this.#window;
    if (start === from && end === to) return;
    this.#window = [start, end];
    this.list.setWindow(start, end);
  }
  end(): void {
    this.#off();
    this.#off = () => undefined;
  }
}

/** The groups of the list, each asked for by itself: what is counted and what is shown cannot differ. */
export class Sections {
  #store: CrmStore | null = null;
  #all: readonly Section[] = [];

  constructor(readonly model: AgendaModel) {}

  get all(): readonly Section[] {
    return this.#all;
  }
  get ready(): boolean {
    return this.#all.length > 0 && this.#all.every(({ list }) => list.state !== 'loading' || list.total !== undefined);
  }
  /** Nothing can be shown: the first list that has failed. */
  get failed(): Section | undefined {
    return this.#all.find(({ list }) => list.state === 'error' && list.total === undefined);
  }

  /** Before each drawing: another day, another filter, another store. */
  check(): void {
    const { model } = this;
    const store = model.known ? model.store : null;
    if (store !== this.#store) {
      this.end();
      this.#store = store;
    }
    if (!store) return;
    const old = new Map(this.#all.map((section) => [section.key, section]));
    this.#all = this.#specs().map((spec) => {
      const known = old.get(spec.key);
      old.delete(spec.key);
      if (!known) {
        const ids = (): Promise<readonly Id[]> => store.ids(made.spec.query);
        const made: Section = new Section(spec, store.list(spec.query), ids, () => model.update());
        return made;
      }
      if (!same(known.spec.query, spec.query)) known.list.setQuery(spec.query);
      known.spec = spec;
      return known;
    });
    for (const section of old.values()) section.end();
  }

  end(): void {
    for (const section of this.#all) section.end();
    this.#all = [];
    this.#store = null;
  }

  retry(): void {
    for (const { list } of this.#all) if (list.state === 'error') list.retry();
  }

  /** The section that holds the record, and where; a record that is being moved may be in two for a moment: the last one. */
  find(id: Id): { readonly section: Section; readonly place: number } | null {
    for (const section of this.#all) {
      const place = section.list.indexOf(id);
      if (place >= 0) return { section, place };
    }
    return null;
  }
  recordOf(id: Id): { readonly record: RowRecord; readonly section: Section } | null {
    const found = this.find(id);
    const record = found?.section.row(found.place);
    return found && record ? { record, section: found.section } : null;
  }

  #specs(): readonly Spec[] {
    const { model } = this;
    const { filter, today, zone } = model;
    const found = foundWhere(model.found);
    const narrow = (where: ReturnType<typeof groupWhere>) => (found.length > 0 ? { all: [where, ...found] } : where);
    const groups = model.groups.map((group): Spec => {
      const where = narrow(groupWhere(group, filter));
      return {
        key: group.key,
        kind: group.kind,
        group,
        query: { kind: 'activity', where, order: agendaOrder, related: false },
      };
    });
    const done: Spec = {
      key: 'done',
      kind: 'done',
      group: null,
      query: { kind: 'activity', where: narrow(doneWhere(today, zone, filter)), order: doneOrder, related: false },
    };
    // Who asks for calls is not asking for what has none.
    const unplanned = (['deal', 'lead'] as const).filter(
      (kind) => filter.types.length === 0 && (filter.on === null || filter.on === kind),
    );
    const search = model.found?.words;
    return [
      ...groups,
      ...unplanned.map((kind): Spec => ({
        key: `${kind}s`,
        kind: `${kind}s`,
        group: null,
        query: { kind, where: unplannedWhere(kind, filter), related: false, ...(search ? { search } : {}) },
      })),
      done,
    ];
  }
}
