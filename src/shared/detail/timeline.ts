import type { Order, Where } from '../../domain/query.js';
import type { Activity, AttachedFile, Note } from '../../domain/records.js';
import type { LiveList } from '../../store/api.js';
import type { LiveView } from '../live-view.js';
import { rowsOf } from '../rows-of.js';
import { showsFiles } from './files/shown.js';
import type { AnyDetail } from './model.js';

/** What has happened, one line of the history. */
export interface Happened {
  /** Unique in the history. */
  readonly id: string;
  readonly at: string;
  readonly kind: 'note' | 'activity' | 'file' | 'event';
  readonly note?: Note;
  readonly activity?: Activity;
  readonly file?: AttachedFile;
  /** Which event it is, for the element that brought it. */
  readonly event?: unknown;
}
export type HistoryFilter = 'all' | 'note' | 'activity' | 'file' | 'changelog';

/** Lines that are shown first. */
export const page = 20;
/** Each time three times as much. */
const most = 500;
const newest: Order = { field: 'createdAt', descending: true };
/** What is planned is few, or somebody has another problem. */
const planned = 100;

/** The notes, activities and files of the open record: what is planned, what is pinned, and what was, a page at a time. */
export class Timeline {
  /** How many lines of the history are asked for. */
  shown = page;
  filter: HistoryFilter = 'all';
  readonly #open: LiveView<LiveList<'activity'>>;
  readonly #pinned: LiveView<LiveList<'note'>>;
  readonly #notes: LiveView<LiveList<'note'>>;
  readonly #done: LiveView<LiveList<'activity'>>;
  readonly #files: LiveView<LiveList<'file'>>;
  #of: string | null = null;

  constructor(readonly model: AnyDetail) {
    const { crm } = model;
    const here = (...more: Where[]): Where => {
      const own: Where = { field: `${model.kind}Id`, op: 'is', value: model.id ?? '' };
      return { all: [own, ...more] };
    };
    const list = <K extends 'note' | 'activity' | 'file'>(
      kind: K,
      order: readonly Order[],
      end: () => number,
      ...more: Where[]
    ): LiveView<LiveList<K>> =>
      crm.live(
        (store) => {
          if (model.id === null || (kind === 'file' && !showsFiles(model))) return null;
          const made = store.list({ kind, where: here(...more), order });
          made.setWindow(0, end());
          return made;
        },
        { deps: () => [model.id, kind === 'file' && showsFiles(model)] },
      );
    const all = (): number => planned;
    const shown = (): number => this.shown;
    this.#open = list('activity', [{ field: 'due' }, { field: 'time', emptyFirst: true }], all, {
      field: 'done',
      op: 'is',
      value: false,
    });
    this.#pinned = list('note', [newest], all, { field: 'pinned', op: 'is', value: true });
    this.#notes = list('note', [newest], shown);
    const done: Where = { field: 'done', op: 'is', value: true };
    this.#done = list('activity', [{ field: 'doneAt', descending: true }], shown, done);
    this.#files = list('file', [newest], shown);
  }

  /** Another record begins at its newest page. */
  check(): void {
    if (this.#of === this.model.id) return;
    this.#of = this.model.id;
    this.shown = page;
    this.filter = 'all';
  }

  get failed(): boolean {
    return [this.#open, this.#notes, this.#done, this.#files].some((view) => view.value?.state === 'error');
  }
  retry(): void {
    for (const view of [this.#open, this.#pinned, this.#notes, this.#done, this.#files]) view.value?.retry();
  }
  get ready(): boolean {
    const files = this.#files.value?.state ?? 'ready';
    return files === 'ready' && [this.#open, this.#notes, this.#done].every((view) => view.value?.state === 'ready');
  }

  /** Overdue and planned, the earliest due first; those without a day last. */
  get planned(): readonly Activity[] {
    const rows = rowsOf(this.#open.value, planned);
    return [...rows.filter(({ due }) => due !== null), ...rows.filter(({ due }) => due === null)];
  }
  get pinned(): readonly Note[] {
    return rowsOf(this.#pinned.value, planned);
  }
  get noteCount(): number | undefined {
    return this.#notes.value?.total;
  }
  get doneCount(): number | undefined {
    return this.#done.value?.total;
  }
  get fileCount(): number | undefined {
    return this.#files.value?.total;
  }

  /** Newest first: as much as is asked for, and how many more come when more is asked for. */
  history(events: readonly Happened[]): {
    readonly lines: readonly Happened[];
    readonly next: number;
    /** Those are all there are. */
    readonly rest: boolean;
  } {
    const { filter } = this;
    const among = <L>(kind: HistoryFilter, list: L): L | null => (filter === 'all' || filter === kind ? list : null);
    const notes = among('note', this.#notes.value);
    const done = among('activity', this.#done.value);
    const files = among('file', this.#files.value);
    const others = filter === 'all' ? events : [];
    const lines: Happened[] = [
      ...rowsOf(notes, this.shown).map((note): Happened => ({ id: note.id, at: note.createdAt, kind: 'note', note })),
      ...rowsOf(done, this.shown).map((activity): Happened => ({
        id: activity.id,
        at: activity.doneAt ?? activity.updatedAt,
        kind: 'activity',
        activity,
      })),
      ...rowsOf(files, this.shown).map((file): Happened => ({ id: file.id, at: file.createdAt, kind: 'file', file })),
      ...others,
    ].sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
    const total = (notes?.total ?? 0) + (done?.total ?? 0) + (files?.total ?? 0) + others.length;
    const shown = Math.min(lines.length, this.shown);
    const left = Math.max(0, total - shown);
    return { lines: lines.slice(0, shown), next: Math.min(left, this.#step), rest: left <= this.#step };
  }

  get #step(): number {
    return Math.min(this.shown * 2, most);
  }

  showMore(): void {
    this.#reach(this.shown + this.#step);
  }

  #reach(shown: number): void {
    this.shown = shown;
    this.#notes.value?.setWindow(0, shown);
    this.#done.value?.setWindow(0, shown);
    this.#files.value?.setWindow(0, shown);
    this.model.update();
  }

  show(filter: HistoryFilter): void {
    this.filter = filter;
    // Others than those that were gone through: the newest of them.
    this.#reach(page);
  }
}
