import type { Change } from '../../domain/change.js';
import type { InboxModel } from './model.js';
import type { InboxSegment } from './setup.js';

/** Loading that is over sooner is not worth a flash of grey, ms. */
const patience = 200;

/** What changes while nobody does anything: loading that takes long, results that arrive, leads that go, time. */
export class Watch {
  #slow: ReturnType<typeof setTimeout> | undefined;
  #said = '';

  constructor(readonly model: InboxModel) {}

  /** Called with every drawing. */
  loading(): void {
    const { model } = this;
    const loading = model.store !== null && (!model.ready || model.list?.state === 'loading');
    if (!loading) {
      this.stop();
      model.slow = false;
      model.answered();
    } else
      this.#slow ??= setTimeout(() => {
        model.slow = true;
        model.say(model.t.inbox.loading);
        model.update();
      }, patience);
  }

  /** After a search or a filter: how many there are, once the list knows. */
  results(): void {
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
  changed(changes: readonly Change[] | 'resync'): void {
    if (changes === 'resync') return;
    const { segment } = this.model;
    const gone = changes.filter((change) => leaves(change, segment));
    if (gone.length > 0 && this.model.selection.forget(gone.map(({ id }) => id))) this.model.update();
  }

  /** Ages grow, and at midnight what was due today is overdue. @returns the end of it */
  time(tick: () => void): () => void {
    const timer = setInterval(tick, 60_000);
    return () => {
      clearInterval(timer);
      this.stop();
    };
  }

  stop(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
  }
}

function leaves(change: Change, segment: InboxSegment): boolean {
  if (change.kind !== (segment === 'trash' ? 'trash' : 'lead')) return false;
  if (change.op !== 'patch') return change.op === 'delete';
  const archived = change.fields['archivedAt'];
  return archived !== undefined && (archived[1] !== null) === (segment === 'inbox');
}
