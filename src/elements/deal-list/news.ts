import type { ReactiveController } from 'lit';
import type { Change } from '../../domain/change.js';
import type { CommandName } from '../../domain/plan.js';
import type { DealListModel } from './model.js';

/** Loading that is over sooner is not worth a flash of grey, ms. */
const patience = 200;

/** What is told and let go when results arrive and deals leave, and that loading takes long. */
export class News implements ReactiveController {
  #said = '';
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly model: DealListModel) {
    model.host.addController(this);
    model.crm.listen('done', ({ changes, plan }) => {
      // Under "all that match" those it was done for have left; what comes in later was never chosen.
      if (model.selection.all && this.#leaving(plan.name)) model.selection.clear();
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
        model.say(model.t.dealList.loading);
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
    const { list, narrowed, setup, t } = this.model;
    if (list?.state !== 'ready' || list.total === undefined) return;
    const asked = narrowed ? JSON.stringify([setup.search, setup.filter, setup.segment, list.total]) : '';
    if (asked === this.#said) return;
    this.#said = asked;
    if (asked) this.model.say(t.dealList.resultsSaid(list.total));
  }

  #leaving(name: CommandName): boolean {
    if (name === 'deals-delete' || name === 'deals-convert') return true;
    if (name === 'deals-move') return this.model.pipeline !== undefined;
    return this.model.segment !== 'all' && (name === 'deal-win' || name === 'deal-lose' || name === 'deal-reopen');
  }

  /** Deals that went away cannot stay selected. */
  #changed(changes: readonly Change[] | 'resync'): void {
    if (changes === 'resync') return;
    const gone = changes.filter((change) => this.#leaves(change)).map(({ id }) => id);
    if (gone.length > 0 && this.model.selection.forget(gone)) this.model.update();
  }

  #leaves(change: Change): boolean {
    if (change.kind !== 'deal') return false;
    if (change.op !== 'patch') return change.op === 'delete';
    const { segment, pipeline } = this.model;
    const { status, pipelineId } = change.fields;
    return (
      (segment !== 'all' && status !== undefined && status[1] !== segment) ||
      (pipeline !== undefined && pipelineId !== undefined && pipelineId[1] !== pipeline.id)
    );
  }
}
