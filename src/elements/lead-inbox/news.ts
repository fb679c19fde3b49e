import type { ReactiveController } from 'lit';
import type { Change } from '../../domain/change.js';
import type { InboxModel } from './model.js';
import type { InboxSegment } from './setup.js';

/** What is told and let go when results arrive and leads leave. */
export class News implements ReactiveController {
  #said = '';

  constructor(readonly model: InboxModel) {
    model.host.addController(this);
    model.stores.listen('done', ({ changes }) => this.#changed(changes));
    model.stores.listen('changed', ({ changes }) => this.#changed(changes));
  }

  hostUpdate(): void {
    this.model.selection.answered(this.model.list);
  }

  /** After a search or a filter: how many there are, once the list knows. */
  hostUpdated(): void {
    const { list, narrowed, search, setup, t } = this.model;
    if (list?.state !== 'ready' || list.total === undefined) return;
    const asked = narrowed ? JSON.stringify([search, setup.filter, list.total]) : '';
    if (asked === this.#said) return;
    this.#said = asked;
    if (asked) this.model.say(t.inbox.resultsSaid(list.total));
  }

  /**
   * Leads that went away cannot stay selected. News may come late, from a slow service: what has come into this segment
   * was perhaps chosen here before it was heard of.
   */
  #changed(changes: readonly Change[] | 'resync'): void {
    if (changes === 'resync') return;
    const { segment } = this.model;
    const gone = changes.filter((change) => leaves(change, segment));
    if (gone.length > 0 && this.model.selection.forget(gone.map(({ id }) => id))) this.model.update();
  }
}

function leaves(change: Change, segment: InboxSegment): boolean {
  if (change.kind !== (segment === 'trash' ? 'trash' : 'lead')) return false;
  if (change.op !== 'patch') return change.op === 'delete';
  const archived = change.fields['archivedAt'];
  return archived !== undefined && (archived[1] !== null) === (segment === 'inbox');
}
