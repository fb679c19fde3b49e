import type { ReactiveController } from 'lit';
import type { Change } from '../../domain/change.js';
import type { ContactListModel } from './model.js';

/** Loading that is over sooner is not worth a flash of grey, ms. */
const patience = 200;

/** What is told and let go when results arrive and records leave, and that loading takes long. */
export class News implements ReactiveController {
  #said = '';
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly model: ContactListModel) {
    model.host.addController(this);
    model.crm.listen('done', ({ changes }) => {
      // Under "all that match" those it was done for have left; who comes in later was never chosen.
      if (model.selection.all && this.#gone(changes).length > 0) model.selection.clear();
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
        model.say(model.t.common.loading);
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

  /** After a search: how many there are, once the list knows. */
  hostUpdated(): void {
    const { list, found, segment, t } = this.model;
    if (list?.state !== 'ready' || list.total === undefined) return;
    const asked = found ? JSON.stringify([found.words, segment, list.total]) : '';
    if (asked === this.#said) return;
    this.#said = asked;
    if (asked) this.model.say(t.common.results(list.total));
  }

  /** Who went away cannot stay selected. */
  #changed(changes: readonly Change[] | 'resync'): void {
    if (changes === 'resync') return;
    const gone = this.#gone(changes);
    if (gone.length > 0 && this.model.selection.forget(gone)) this.model.update();
  }

  #gone(changes: readonly Change[]): readonly string[] {
    const { kind } = this.model;
    return changes.flatMap((change) => (change.op === 'delete' && change.kind === kind ? [change.id] : []));
  }
}
