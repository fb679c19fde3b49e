import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Order } from '../../domain/query.js';
import type { Commands } from '../../shared/commands.js';
import { AwaitedFormulas } from '../../shared/formula/awaited.js';
import { computedIn, fieldsFor, isFormula, readingOf } from '../../shared/formula/here.js';
import type { Localize } from '../../shared/localize.js';
import type { CrmStore, LiveList } from '../../store/api.js';
import type { Column } from './columns.js';
import type { InboxSegment, InboxSetup } from './setup.js';
import type { InboxWords } from './words.js';

/* Formula fields of leads, where the host's profile has them: late code, as all of what people set up themselves. */

/** What they are worked out for. The model of the inbox, which makes its columns and so cannot be named here. */
export interface Formulated {
  readonly host: ReactiveControllerHost;
  readonly words: Localize<InboxWords>;
  readonly t: InboxWords;
  readonly commands: Commands;
  readonly store: CrmStore | null;
  readonly segment: InboxSegment;
  readonly setup: InboxSetup;
  readonly columns: readonly Column[];
  readonly list: LiveList<'lead'> | LiveList<'trash'> | null;
  readonly query: NonNullable<Formulated['list']>['query'];
  /** What is shown was not asked for yet. */
  readonly unasked: boolean;
  ask(): void;
  update(): void;
}

const haveThem = (store: CrmStore | null): boolean => store?.settings.profile.formulas.lead === true;
const isOne = (store: CrmStore | null, field: string): boolean =>
  store?.directory.fields.some((one) => isFormula(one) && `custom.${one.id}` === field) === true;

/** The name by which a query asks for a field (`computedIn`); a formula that leads have not is one that cannot be worked out. */
export function computedFor(store: CrmStore | null): (field: string) => string | null | undefined {
  return haveThem(store) ? computedIn(store) : (field) => (isOne(store, field) ? null : undefined);
}

/** Pages set orders that are none: those are read as they are, until what checks them has come. */
const fieldOf = (one: Order): string => (typeof (one as Order | null)?.field === 'string' ? one.field : '');

/** The order as a query asks for it. */
export function computedOrder(order: readonly Order[], store: CrmStore | null): readonly Order[] {
  if (!Array.isArray(order)) return order;
  const computed = computedFor(store);
  return (order as readonly Order[]).flatMap((one) => {
    if (fieldOf(one) === '') return [one];
    const name = computed(one.field);
    return name === null ? [] : [name === undefined ? one : { ...one, field: name }];
  });
}

/** The code that works formulas out, for an inbox that shows some, or is sorted or narrowed by one. */
export class LeadFormulas implements ReactiveController {
  /** What works them out; another one where all of them are to be drawn anew. */
  reading: unknown = null;
  readonly #awaited: AwaitedFormulas;
  #raw = false;

  constructor(readonly model: Formulated) {
    this.#awaited = new AwaitedFormulas({
      get store() {
        return model.store;
      },
      get fields() {
        return fieldsFor(model.store, 'lead');
      },
      update: () => model.update(),
      // Hands may be on their way.
      lost: () => (model.commands as Commands | undefined)?.say(() => model.t.inbox.notLoaded),
    });
    model.host.addController(this);
  }

  /** All is here that the question is made of. */
  get settled(): boolean {
    const { store, segment, setup } = this.model;
    if (segment === 'trash' || !haveThem(store)) return true;
    return this.#awaited.settled(setup.filter, setup.order);
  }

  /** What the filter rests on cannot be had: nothing is shown as an answer. */
  get failed(): boolean {
    return !this.settled && this.#awaited.failed;
  }

  /** Fetches it once more. */
  readonly retry = (): void => this.#awaited.retry();

  /** What the list has is in the order that was asked for. It is made before this code is here, and may go by a formula as if it were kept. */
  get ordered(): boolean {
    const { store, list } = this.model;
    if (!list || !haveThem(store)) return true;
    const raw = (one: Order): boolean =>
      fieldOf(one).startsWith('custom.') && (store?.directory.ready !== true || isOne(store, fieldOf(one)));
    const { order } = list.query;
    if (Array.isArray(order) && order.some(raw)) this.#raw = true;
    else if (list.state !== 'loading') this.#raw = false;
    return !this.#raw;
  }

  /** Before each drawing: asks what had to wait, and anew where what formulas rest on is another. */
  hostUpdate(): void {
    const { model } = this;
    const { store, list, setup } = model;
    if (!haveThem(store)) return;
    if (model.columns.some(({ field }) => field !== undefined && isFormula(field))) this.#awaited.need();
    this.reading = readingOf(store);
    if (!this.settled) return;
    if (model.unasked) model.ask();
    else if (list?.query.kind === 'lead' && JSON.stringify([setup.filter, setup.order]).includes('custom.')) {
      const { query } = model;
      if (query.kind === 'lead' && JSON.stringify(query) !== JSON.stringify(list.query))
        (list as { setQuery(query: unknown): void }).setQuery(query);
    }
  }
}
