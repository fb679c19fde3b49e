import { whenIdle } from '../../code.js';
import type { Change } from '../../domain/change.js';
import { apply } from '../../domain/change.js';
import { ContactIndex } from '../../domain/contact-twins.js';
import type { ContactGroup } from '../../domain/contact-twins.js';
import type { Page } from '../../domain/query.js';
import type { Id, Organization, Person } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { inSlices } from '../slices.js';

type Kind = 'person' | 'organization';
type Contact = Person | Organization;

/** Read at once. */
const PAGE = 500;
/** More than these are only looked through when somebody asks. */
const UNASKED = 20_000;
/** A page that was changed while it was read is read again, so many times. */
const TRIES = 5;

/** How far it has come; `of` undefined = not known how many there are. */
export interface Looked {
  readonly at: number;
  readonly of: number | undefined;
}

/**
 * Finds which persons, or organizations, may be there twice: reads all of them page by page, compares each with those before in
 * slices that nobody notices, and follows what changes. What was found so far can be seen meanwhile.
 */
export class Finding {
  #index: ContactIndex;
  #records = new Map<Id, Contact>();
  #groups: readonly ContactGroup[] | undefined;
  #run = 0;
  #state: 'new' | 'reading' | 'ready' | 'failed' = 'new';
  #asked = false;
  #comparing = false;
  #heard = 0;
  readonly #gone = new Set<Id>();
  #of: number | undefined;
  readonly #off: readonly (() => void)[];

  constructor(
    readonly store: CrmStore,
    readonly kind: Kind,
    /** Of numbers that do not say theirs. */
    readonly country: string | null,
    readonly update: () => void,
  ) {
    this.#index = new ContactIndex(country);
    const heard = (changes: readonly Change[] | 'resync'): void => this.#hear(changes);
    this.#off = [
      store.on('done', ({ changes }) => heard(changes)),
      store.on('changed', ({ changes }) => heard(changes)),
    ];
  }

  get state(): 'new' | 'reading' | 'ready' | 'failed' {
    return this.#state;
  }
  /** While all are read: those of the ones that have been. undefined = nothing is known yet. */
  get groups(): readonly ContactGroup[] | undefined {
    return this.#groups;
  }
  get looked(): Looked {
    return { at: this.#records.size, of: this.#of };
  }
  /** Raised by each change that is heard: what `of` says may be something else since. */
  get heard(): number {
    return this.#heard;
  }
  of(id: Id): Contact | undefined {
    return this.#records.get(id);
  }

  /** Somebody asks. */
  ask(): void {
    this.#asked = true;
    this.begin();
  }

  /** @param total how many there are: where nobody has asked, so many are not looked through */
  begin(total = 0): void {
    if (this.#state === 'reading' || this.#state === 'ready' || total > UNASKED) return;
    this.#state = 'reading';
    const run = ++this.#run;
    void this.#pause().then(() => void (run === this.#run && this.#read(run)));
  }

  end(): void {
    this.#run++;
    for (const off of this.#off) off();
  }

  /** Whoever waits for it waits for a frame, and not until the page has nothing else to do. */
  readonly #pause = (): Promise<void> =>
    new Promise((resolve) => {
      if (this.#asked) requestAnimationFrame(() => setTimeout(resolve));
      else whenIdle(resolve);
    });

  async #read(run: number): Promise<void> {
    this.#index = new ContactIndex(this.country);
    this.#records = new Map();
    this.#gone.clear();
    this.#groups = undefined;
    try {
      for (let after: string | null = null, more = true; more;) {
        const page = await this.#page(after);
        await this.#pause();
        if (run !== this.#run) return;
        this.#of = page.total ?? this.#of;
        await this.#compare(run, page.records);
        if (run !== this.#run) return;
        after = page.next ?? null;
        more = after !== null && page.records.length === PAGE;
        if (more) this.update();
      }
      this.#state = 'ready';
    } catch {
      if (run !== this.#run) return;
      this.#state = 'failed';
    }
    this.update();
  }

  /** A page as it is stored: what was heard while it was read may or may not be in it. */
  async #page(after: string | null): Promise<Page<Kind>> {
    const { store, kind } = this;
    for (let i = 1; ; i++) {
      const heard = this.#heard;
      const page: Page<Kind> = await store.read<Kind>({ kind, window: { after, limit: PAGE }, related: false });
      if (heard === this.#heard || i === TRIES) return page;
    }
  }

  #compare(run: number, records: readonly Contact[]): Promise<void> {
    const heard = this.#heard;
    const put = (record: Contact): void => this.#put(record);
    const changed = (): boolean => heard !== this.#heard;
    const index = this.#index;
    const gone = this.#gone;
    function* all(): Generator<void, readonly ContactGroup[]> {
      for (const record of records) {
        // Of what is heard by now, this may be an earlier version.
        if (!gone.has(record.id) && (!changed() || index.get(record.id) === undefined)) put(record);
        yield;
      }
      return yield* index.grouping();
    }
    return new Promise((resolve) =>
      inSlices(
        all(),
        this.#pause,
        () => {
          if (run !== this.#run) resolve();
          return run === this.#run;
        },
        (groups) => {
          this.#groups = groups;
          resolve();
        },
      ),
    );
  }

  #put(record: Contact): void {
    this.#records.set(record.id, record);
    this.#index.put(record);
  }

  #hear(changes: readonly Change[] | 'resync'): void {
    if (this.#state !== 'ready' && this.#state !== 'reading') return;
    if (changes === 'resync') {
      this.#heard++;
      this.#state = 'reading';
      void this.#read(++this.#run);
      return;
    }
    const mine = changes.filter((change) => change.kind === this.kind);
    if (mine.length === 0) return;
    this.#heard++;
    for (const change of mine) {
      const now = apply(this.#records.get(change.id) ?? null, change) as Contact | null;
      if (now !== null) {
        this.#gone.delete(change.id);
        this.#put(now);
      } else if (change.op === 'delete') {
        this.#gone.add(change.id);
        this.#records.delete(change.id);
        this.#index.remove(change.id);
      }
    }
    if (this.#state === 'ready' && !this.#comparing) this.#again(this.#run);
  }

  /** What has changed is compared at once where it is little. */
  #again(run: number): void {
    this.#comparing = true;
    const current = (): boolean => {
      if (run !== this.#run) this.#comparing = false;
      return run === this.#run;
    };
    inSlices(this.#index.grouping(), this.#pause, current, (groups) => {
      this.#comparing = false;
      this.#groups = groups;
      this.update();
    });
  }
}
