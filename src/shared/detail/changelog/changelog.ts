import type { Change } from '../../../domain/change.js';
import { changelogWhere } from '../../../domain/changelog.js';
import type { ChangelogFilter } from '../../../domain/changelog.js';
import type { Where } from '../../../domain/query.js';
import type { ChangelogRow, Id } from '../../../domain/records.js';
import { changelogOrder } from '../../../domain/row-id.js';
import { isTold } from '../../../domain/told-to.js';
import type { CrmStore } from '../../../store/api.js';
import { adopt } from '../../adopt.js';
import { Code, whenIdle } from '../../code.js';
import type { DetailModel } from '../model.js';
import type { BesideNow } from './giving-back.js';

const viewCode = new Code(() => import('./changelog-view.js'));
type View = InstanceType<Awaited<ReturnType<typeof viewCode.need>>['ChangelogView']>;

const page = 50;
/** Each time three times as much. */
const most = 500;

/**
 * What was written of the open record: read a page at a time, anew each time something was done. How it is shown comes when
 * somebody looks.
 */
export class Changelog {
  rows: readonly ChangelogRow[] = [];
  /** Of those that the filter lets through; undefined = not known yet. */
  total: number | undefined;
  /** All there are, whatever the filter. */
  count: number | undefined;
  failed = false;
  filter: ChangelogFilter = { field: '', userId: '' };
  #shown = page;
  /** Do rows come after these? */
  #more = false;
  #of: Id | null = null;
  #asked = '';
  #view: View | undefined;

  /** What the deal has that is told beside it, as it is now. */
  beside: BesideNow = { lines: () => [], participants: () => [], projects: () => [] };
  /** Raised when something was stored that may be told beside the record: that changes no version of its own. */
  #beside = 0;

  constructor(readonly model: DetailModel) {
    const hear = (changes: readonly Change[] | 'resync'): void => {
      if (changes !== 'resync' && !changes.some(({ kind }) => isTold(kind))) return;
      this.#beside++;
      model.update();
    };
    model.crm.listen('done', ({ changes }) => hear(changes));
    model.crm.listen('changed', ({ changes }) => hear(changes));
  }

  /** Whether what is open has one (`domain/profile.ts`). */
  get there(): boolean {
    const { store, kind } = this.model;
    return store?.settings.profile.changelog[kind] ?? false;
  }

  /** What a person sees of it; undefined while its code is to come. */
  get view(): View | undefined {
    const code = viewCode.here;
    if (this.#view || !code) return this.#view;
    adopt(this.model.host, [code.partStyles]);
    return (this.#view = new code.ChangelogView(this.model, this));
  }

  /** Somebody looks. */
  open(): void {
    if (viewCode.here) return;
    viewCode.need().then(
      () => this.model.update(),
      () => {
        this.failed = true;
        this.model.update();
      },
    );
  }

  /** Reads it, each time something may have been written. */
  check(): void {
    const { model } = this;
    const { record, store } = model;
    if (!record || !store || !this.there) return;
    if (this.#of !== record.id) {
      this.#of = record.id;
      this.#forget();
      this.filter = { field: '', userId: '' };
    }
    const { field, userId } = this.filter;
    const asked = [record.id, record.rev, model.live()?.pending, field, userId, this.#shown, this.#beside].join(' ');
    if (asked === this.#asked) return;
    this.#asked = asked;
    // Nobody looks at it yet: how many there are may wait until the record is painted.
    if (this.#view) this.#read(asked);
    else whenIdle(() => this.#read(asked));
  }

  #read(asked: string): void {
    const { record, store } = this.model;
    if (asked !== this.#asked || !record || !store) return;
    const { model } = this;
    const where = changelogWhere(record, this.filter);
    // One more than is shown says whether there are more, also where they are not counted.
    const window = { offset: 0, limit: this.#shown + 1 };
    store.read({ kind: 'changelog', where, order: changelogOrder, window, related: false }).then(
      ({ records, total }) => {
        // What was asked meanwhile knows more.
        if (this.#asked !== asked) return;
        this.rows = this.#kept(records.slice(0, this.#shown));
        this.#more = records.length > this.#shown;
        this.failed = false;
        if (total !== undefined || !this.#more) this.#counted(total ?? records.length);
        else whenIdle(() => this.#count(asked, store, where));
        model.update();
      },
      () => {
        if (this.#asked !== asked) return;
        this.failed = true;
        model.update();
      },
    );
  }

  /** What was read anew and says the same is the same row: thousands that are drawn already are left as they are. */
  #kept(rows: readonly ChangelogRow[]): readonly ChangelogRow[] {
    const known = new Map(this.rows.map((row) => [row.id, row]));
    return rows.map((row) => {
      const before = known.get(row.id);
      return before && JSON.stringify(before) === JSON.stringify(row) ? before : row;
    });
  }

  #counted(total: number): void {
    const { field, userId } = this.filter;
    this.total = total;
    if (field === '' && userId === '') this.count = total;
  }

  /** Where the first of them were read without a look at all. The last count stands until then. */
  #count(asked: string, store: CrmStore, where: Where): void {
    if (this.#asked !== asked) return;
    const live = store.summaries({ kind: 'changelog', where }, '');
    const stop = live.subscribe(() => {
      if (live.state === 'loading') return;
      stop();
      const count = live.of(null)?.count;
      if (this.#asked !== asked || count === undefined) return;
      this.#counted(count);
      this.model.update();
    });
  }

  retry(): void {
    this.failed = false;
    this.#asked = '';
    this.open();
    this.check();
    this.model.update();
  }

  narrow(filter: Partial<ChangelogFilter>): void {
    this.filter = { ...this.filter, ...filter };
    this.total = undefined;
    this.#shown = page;
    this.model.update();
  }

  /** How many come when more is asked for. */
  get next(): number {
    return this.#more ? Math.min(Math.max(1, (this.total ?? Infinity) - this.rows.length), this.#step) : 0;
  }
  more(): void {
    this.#shown += this.#step;
    this.model.update();
  }

  get #step(): number {
    return Math.min(this.#shown * 2, most);
  }

  #forget(): void {
    this.rows = [];
    this.#more = false;
    this.total = this.count = undefined;
    this.failed = false;
    this.#shown = page;
  }
}
