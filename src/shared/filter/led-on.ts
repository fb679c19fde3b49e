import type { Change } from '../../domain/change.js';
import { askingFor, idsAsked, isAskedOf } from '../../domain/contact-asked.js';
import { CUSTOM } from '../../domain/field-value.js';
import type { Filter } from '../../domain/filter.js';
import type { Field, Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import type { StoreController } from '../store-controller.js';

/** A view whose open filter may name persons and organizations. */
interface Filtered {
  readonly crm: StoreController;
  readonly filter: Filter;
  /** Set by nobody who works with it: it goes on asking for what it meant. */
  setFilter(filter: Filter): void;
}

const link = { person: 'personId', organization: 'organizationId' } as const;
type ContactKind = keyof typeof link;
const kinds = ['person', 'organization'] as const;

interface Led {
  readonly kind: ContactKind;
  readonly before: Filter;
  after: Filter;
  /** Who was merged, and who stayed. */
  readonly into: Map<Id, Id>;
}

/**
 * Leads the open filter on where somebody it names is merged into another one, and back where they come back, as the storage does with
 * filters that are saved: else the view would be empty, though all that it asked for is there. A filter that was changed
 * since is not led back: nobody knows any more which of them it means.
 */
export class FilterLedOn {
  #led: Led[] = [];
  /** How often somebody was heard to come back. */
  #backs = 0;

  constructor(readonly view: Filtered) {
    const heard = ({ changes }: { readonly changes: readonly Change[] | 'resync' }): void => this.#hear(changes);
    view.crm.listen('done', heard);
    view.crm.listen('changed', heard);
    view.crm.hold((store) => {
      const end = new AbortController();
      // This is later code: what was merged before it came, it has not heard.
      this.#ask(store, end.signal);
      const off = store.on('changed', ({ changes }) => changes === 'resync' && this.#ask(store, end.signal));
      return () => {
        off();
        end.abort();
      };
    });
  }

  #ask(store: CrmStore, signal: AbortSignal): void {
    // What cannot be read is as it was: the list says that nothing can be read.
    this.#missed(store, signal).catch(() => undefined);
  }

  /** Looks whether those that the filter names are still there; asks nothing where it names nobody. */
  async #missed(store: CrmStore, signal: AbortSignal): Promise<void> {
    const own = (field: string): boolean => field.startsWith(CUSTOM);
    if (isAskedOf(this.view.filter, own)) await allKnown(store, signal);
    for (const kind of kinds) {
      const backs = this.#backs;
      const ids = [...new Set(idsAsked(this.view.filter, namedIn(kind, store.directory.fields)))];
      if (ids.length === 0) continue;
      const window = { offset: 0, limit: ids.length };
      const named = await store.read(
        { kind, where: { field: 'id', op: 'in', value: ids }, window, related: false },
        { signal },
      );
      const there = new Set(named.records.map(({ id }) => id));
      const gone = ids.filter((id) => !there.has(id));
      if (gone.length === 0) continue;
      const { records } = await store.read(
        { kind, where: { field: 'mergedIds', op: 'has', value: gone }, window, related: false },
        { signal },
      );
      const stayed = (id: Id): Id | undefined => records.find(({ mergedIds }) => mergedIds?.includes(id))?.id;
      const into = new Map(gone.map((id) => [id, stayed(id) ?? id]));
      if (signal.aborted) return;
      if (backs !== this.#backs) return this.#missed(store, signal);
      this.#on(kind, into);
    }
  }

  #hear(changes: readonly Change[] | 'resync'): void {
    if (changes === 'resync') return;
    const back = new Set<Id>();
    const merged: Readonly<Record<ContactKind, Map<Id, Id>>> = { person: new Map(), organization: new Map() };
    for (const change of changes) {
      if (change.op !== 'create') continue;
      if (change.kind === 'person' || change.kind === 'organization') back.add(change.id);
      if (change.kind !== 'trash') continue;
      const { of, id, mergedInto } = change.record;
      if ((of === 'person' || of === 'organization') && mergedInto) merged[of].set(id, mergedInto);
    }
    if (back.size > 0) {
      this.#backs++;
      this.#back(back);
    }
    for (const kind of kinds) if (merged[kind].size > 0) this.#on(kind, merged[kind]);
  }

  #on(kind: ContactKind, into: Map<Id, Id>): void {
    const before = this.view.filter;
    const after = this.#askingFor(before, kind, into);
    if (after === before) return;
    this.#led.push({ kind, before, after, into });
    this.view.setFilter(after);
  }

  /** The last merge first: one may have been led on twice. */
  #back(ids: ReadonlySet<Id>): void {
    for (const led of [...this.#led].reverse()) {
      if (![...led.into.keys()].some((id) => ids.has(id))) continue;
      for (const id of ids) led.into.delete(id);
      if (led.into.size === 0) this.#led = this.#led.filter((one) => one !== led);
      if (this.view.filter !== led.after) continue;
      led.after = this.#askingFor(led.before, led.kind, led.into);
      this.view.setFilter(led.after);
    }
  }

  #askingFor(filter: Filter, kind: ContactKind, into: ReadonlyMap<Id, Id>): Filter {
    const defs = this.view.crm.store?.directory.fields ?? [];
    return askingFor(filter, namedIn(kind, defs), (id) => into.get(id) ?? id);
  }
}

/** Fields whose conditions name one of this kind, those that were not turned into another type yet too. */
function namedIn(kind: ContactKind, defs: readonly Field[]): ReadonlySet<string> {
  const own = defs.filter(({ type, was }) => type === kind || was?.type === kind);
  return new Set([link[kind], ...own.map(({ id }) => `custom.${id}`)]);
}

/** Until the small kinds have been read: what custom fields name is known by then. */
function allKnown({ directory }: CrmStore, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (directory.ready) return resolve();
    const off = directory.subscribe(() => {
      if (!directory.ready) return;
      off();
      resolve();
    });
    signal.addEventListener('abort', off, { once: true });
  });
}
