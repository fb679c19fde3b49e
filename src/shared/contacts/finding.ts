import type { Change } from '../../domain/change.js';
import { apply } from '../../domain/change.js';
import { ContactIndex } from '../../domain/contact-twins.js';
import type { ContactGroup } from '../../domain/contact-twins.js';
import type { Page } from '../../domain/query.js';
import type { Id, Organization, Person } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { whenIdle } from '../../code.js';

type Kind = 'person' | 'organization';
type Contact = Person | Organization;

/** Read and compared at once, so that nobody waits for it: the page has its turn in between. */
const SLICE = 250;
/** More than these are only looked through when somebody asks. */
const UNASKED = 20_000;

/** Finds which persons, or organizations, may be there twice: reads all of them in slices, and follows what changes. */
export class Finding {
  #index = new ContactIndex();
  #records = new Map<Id, Contact>();
  #groups: readonly ContactGroup[] | undefined;
  #run = 0;
  #state: 'new' | 'reading' | 'ready' | 'failed' = 'new';
  readonly #off: readonly (() => void)[];

  constructor(
    readonly store: CrmStore,
    readonly kind: Kind,
    readonly update: () => void,
  ) {
    const heard = (changes: readonly Change[] | 'resync'): void => this.#hear(changes);
    this.#off = [
      store.on('done', ({ changes }) => heard(changes)),
      store.on('changed', ({ changes }) => heard(changes)),
    ];
  }

  get state(): 'new' | 'reading' | 'ready' | 'failed' {
    return this.#state;
  }
  /** undefined = not known yet. */
  get groups(): readonly ContactGroup[] | undefined {
    return this.#state === 'ready' ? (this.#groups ??= this.#index.groups()) : undefined;
  }
  of(id: Id): Contact | undefined {
    return this.#records.get(id);
  }

  /** @param total how many there are: where nobody has asked, so many are not looked through */
  begin(total = 0): void {
    if (this.#state === 'reading' || this.#state === 'ready' || total > UNASKED) return;
    this.#state = 'reading';
    const run = ++this.#run;
    whenIdle(() => void (run === this.#run && this.#read(run)));
  }

  end(): void {
    this.#run++;
    for (const off of this.#off) off();
  }

  async #read(run: number): Promise<void> {
    const { store, kind } = this;
    this.#index = new ContactIndex();
    this.#records = new Map();
    this.#groups = undefined;
    try {
      for (let after: string | null = null, more = true; more;) {
        const page: Page<Kind> = await store.read<Kind>({ kind, window: { after, limit: SLICE }, related: false });
        await new Promise<void>((resolve) => whenIdle(resolve));
        if (run !== this.#run) return;
        for (const record of page.records) this.#put(record);
        const last = page.records.at(-1);
        more = last !== undefined && page.records.length === SLICE;
        after = page.next ?? null;
        if (after === null) more = false;
      }
      this.#state = 'ready';
    } catch {
      if (run !== this.#run) return;
      this.#state = 'failed';
    }
    this.update();
  }

  #put(record: Contact): void {
    this.#records.set(record.id, record);
    this.#index.put(record);
  }

  #hear(changes: readonly Change[] | 'resync'): void {
    if (this.#state !== 'ready' && this.#state !== 'reading') return;
    if (changes === 'resync') {
      this.#state = 'reading';
      void this.#read(++this.#run);
      return;
    }
    const mine = changes.filter((change) => change.kind === this.kind);
    if (mine.length === 0) return;
    for (const change of mine) {
      const now = apply(this.#records.get(change.id) ?? null, change) as Contact | null;
      if (now !== null) this.#put(now);
      else if (change.op === 'delete') {
        this.#records.delete(change.id);
        this.#index.remove(change.id);
      }
    }
    this.#groups = undefined;
    this.update();
  }
}
