import type { TemplateResult } from 'lit';
import type { nothing } from 'lit';
import { readFilter } from '../../domain/filter-check.js';
import type { Filter } from '../../domain/filter.js';
import { filterWheres } from '../../domain/filter-where.js';
import type { Where } from '../../domain/query.js';
import { filterChips } from '../../shared/filter/chips.js';
import { FilterLedOn } from '../../shared/filter/led-on.js';
import { filterModelOf } from '../../shared/filter/model.js';
import { AwaitedFormulas } from '../../shared/formula/awaited.js';
import { computedIn, fieldsFor } from '../../shared/formula/here.js';
import type { FilterModel } from '../../shared/filter/model.js';
import { isOwners } from './model.js';
import type { BoardModel } from './model.js';
import { notRead } from './states.js';

/** What the board hands to the filter's dialog and chips. */
export function filterModel(model: BoardModel): FilterModel {
  return filterModelOf(model, () => model.host.filter, {
    subject: 'deal',
    view: 'deal-pipeline',
    crm: model.crm,
    why: (name, record) => model.why(name, record),
    setFilter: (filter) => model.arrange({ filter }),
  });
}

/** The filter of the board: as a query, read from what a page hands in, and as chips. */
export class Filtering {
  readonly model: FilterModel;
  readonly #formulas: AwaitedFormulas;
  #read: Filter | undefined;

  constructor(
    readonly board: BoardModel,
    readonly open: (anchor: HTMLElement) => void,
  ) {
    this.model = filterModel(board);
    new FilterLedOn({
      crm: board.crm,
      get filter() {
        return board.host.filter;
      },
      setFilter: (filter) => (board.host.filter = filter),
    });
    this.#formulas = new AwaitedFormulas({
      get store() {
        return board.store;
      },
      get fields() {
        return fieldsFor(board.store, 'deal');
      },
      update: () => board.host.requestUpdate(),
      lost: () => board.commands.say(() => board.t.pipeline.notLoaded),
    });
  }

  /** All is here that the question is made of: until then the board goes on showing what it has. */
  get settled(): boolean {
    return this.#formulas.settled(this.board.host.filter);
  }

  /** What the filter rests on cannot be had: what is said in the place of the stages; undefined = it can. */
  lost(): TemplateResult | undefined {
    return !this.settled && this.#formulas.failed ? notRead(this.board, this.#formulas.retry) : undefined;
  }

  wheres(): readonly Where[] {
    const { store, host } = this.board;
    const directory = store?.directory;
    const stages = directory?.pipelines.flatMap(({ id }) => directory.stagesOf(id)) ?? [];
    return filterWheres(host.filter, {
      today: this.board.today,
      zone: store?.settings.timeZone ?? 'UTC',
      stages,
      computed: computedIn(store),
    });
  }

  /** Before each drawing: what is no filter is left out, and the page is told. */
  check(): void {
    const { host } = this.board;
    if (host.filter === this.#read) return;
    const { filter, problems } = readFilter(host.filter);
    if (problems.length > 0) {
      console.warn('crm-elements: <deal-pipeline> was given a filter of which some parts cannot be read.', problems);
      host.filter = filter;
    }
    this.#read = host.filter;
  }

  chips(): TemplateResult | typeof nothing {
    const home = (): HTMLElement | null | undefined =>
      this.board.host.shadowRoot?.querySelector<HTMLElement>('[data-filters]');
    // The owner that stands by itself is said by its own button.
    const [first] = this.board.host.filter.filter(isOwners);
    return filterChips(this.model, this.open, home, (part) => part === first);
  }
}
