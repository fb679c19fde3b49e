import type { ReactiveController } from 'lit';
import type { Change } from '../../domain/change.js';
import type { CommandName } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import type { StoreController } from '../store-controller.js';
import type { TableModel } from './model.js';

/** Loading that is over sooner is not worth a flash of grey, ms. */
const patience = 200;

/** A list, as far as what is told of it goes by it. */
export interface NewsModel extends Pick<TableModel, 'host' | 'list' | 'ready' | 'selection' | 'say' | 'update'> {
  readonly crm: StoreController;
  readonly store: CrmStore | null;
  slow: boolean;
}

/** What each list knows by itself. */
export interface NewsOf {
  /** Said when loading takes long. */
  readonly loading: () => string;
  /** What narrows the list, as one text; '' = nothing does. */
  readonly narrowing: () => string;
  /** How many were found. */
  readonly results: (total: number) => string;
  /** Do those that a command was done for leave the list? */
  readonly leaving: (command: CommandName, changes: readonly Change[]) => boolean;
  /** Those that have left it. */
  readonly gone: (changes: readonly Change[]) => readonly Id[];
}

/** What is told and let go when results arrive and records leave a list, and that loading takes long. */
export class News implements ReactiveController {
  #said = '';
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly model: NewsModel,
    readonly of: NewsOf,
  ) {
    model.host.addController(this);
    model.crm.listen('done', ({ changes, plan }) => {
      // Under "all that match" those it was done for have left; what comes in later was never chosen.
      if (model.selection.all && of.leaving(plan.name, changes)) model.selection.clear();
      this.#changed(changes);
    });
    model.crm.listen('changed', ({ changes }) => this.#changed(changes));
  }

  hostUpdate(): void {
    const { model } = this;
    model.selection.answered(model.list);
    if (model.store === null || (model.ready && model.list?.state !== 'loading')) this.#stop();
    else
      this.#slow ??= setTimeout(() => {
        model.slow = true;
        model.say(this.of.loading());
        model.update();
      }, patience);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
    this.model.slow = false;
  }

  /** After a search or a filter: how many there are, once the list knows. */
  hostUpdated(): void {
    const { list } = this.model;
    if (list?.state !== 'ready' || list.total === undefined) return;
    const narrowing = this.of.narrowing();
    const asked = narrowing === '' ? '' : `${narrowing} ${list.total}`;
    if (asked === this.#said) return;
    this.#said = asked;
    if (asked) this.model.say(this.of.results(list.total));
  }

  /** What went away cannot stay selected. */
  #changed(changes: readonly Change[] | 'resync'): void {
    if (changes === 'resync') return;
    const gone = this.of.gone(changes);
    if (gone.length > 0 && this.model.selection.forget(gone)) this.model.update();
  }
}
