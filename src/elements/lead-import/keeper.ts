import type { ColumnMapping, KeptMapping } from '../../domain/import/index.js';
import type { StoreController } from '../../shared/store-controller.js';
import type { CrmStore } from '../../store/api.js';
import type { Sheet, Tools } from './reading.js';
import { tools } from './reading.js';
import { intendFrom } from '../../shared/intend.js';

/** The name they are kept under, for each user. */
const viewName = 'lead-import';
/** More than these nobody tells apart; the oldest goes. */
const most = 12;

/** A file whose columns have been looked at. */
interface Mapped {
  readonly tools: Tools | null;
  readonly file: File | null;
  readonly sheet: Sheet | null;
  readonly mappings: readonly ColumnMapping[];
  readonly touched: boolean;
}

/** Mappings that are kept for the next file of the same columns: how somebody has set the importer up. */
export class MappingKeeper {
  list: readonly KeptMapping[] = [];
  /** The one that the present file is read by. */
  used: KeptMapping | null = null;
  /** The box is ticked. */
  wanted = true;
  #store: CrmStore | null = null;
  #reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly stores: StoreController,
    private readonly redraw: () => void,
  ) {}

  /** Called with every drawing: reads once for each store. */
  check(): void {
    const { store } = this.stores;
    if (store === this.#store) return;
    this.#store = store;
    this.list = [];
    if (store) this.#reading = this.#read(store);
  }

  async #read(store: CrmStore): Promise<void> {
    try {
      const where = {
        all: [
          { field: 'name', op: 'is', value: viewName },
          { field: 'userId', op: 'is', value: store.settings.user.id },
        ],
      } as const;
      const { records } = await store.read({ kind: 'view', where, window: { after: null, limit: 1 } });
      const state = records[0]?.state;
      if (!state || store !== this.#store) return;
      this.list = (await tools()).rules.readKept(state);
      this.redraw();
    } catch {
      // A comfort: without it columns are guessed, as for somebody new.
    }
  }

  /** The columns of a file as they are kept for its like, else as they are guessed. */
  async columns(
    { rules }: Tools,
    { table, profiles }: Sheet,
    guessed: readonly ColumnMapping[],
  ): Promise<readonly ColumnMapping[]> {
    this.check();
    await this.#reading;
    const { headings } = table;
    this.wanted = true;
    this.used = rules.findKept(this.list, headings);
    if (this.used === null) return guessed;
    return rules.applyKept(this.used, headings, profiles, guessed, this.#store?.directory.fields ?? []);
  }

  /** There is something to keep: somebody has chosen columns. */
  offers({ mappings, touched }: Mapped): boolean {
    return touched && mappings.some(({ why }) => why === 'chosen');
  }

  nameFor({ file }: Mapped): string {
    return this.used?.name ?? mappingName(file?.name ?? '');
  }

  /** Keeps the mapping of a file, if that is wanted; what was kept for the same columns goes. */
  keep(model: Mapped): void {
    const { tools, sheet, mappings } = model;
    if (!tools || !sheet || !this.wanted || !this.offers(model)) return;
    const { rules } = tools;
    const { headings } = sheet.table;
    const name = this.nameFor(model);
    const before = rules.findKept(this.list, headings);
    this.used = rules.keptOf(name, headings, mappings);
    this.#save([this.used, ...this.list.filter((one) => one !== before && one.name !== name)].slice(0, most));
  }

  forget(kept: KeptMapping): void {
    if (this.used === kept) this.used = null;
    this.#save(this.list.filter((one) => one !== kept));
  }

  #save(list: readonly KeptMapping[]): void {
    this.list = list;
    // Nobody waits for it: where it is refused, columns are guessed the next time.
    void intendFrom(this.stores, 'view-save', { name: viewName, state: { mappings: list } }).catch(() => null);
    this.redraw();
  }
}

/** What a mapping is called: the file without its ending, and without the date that many names end in. */
export function mappingName(fileName: string): string {
  const bare = fileName.replace(/\.\w{1,5}$/, '');
  return (
    bare
      .replace(/[\s_.-]*\(?\d[\d\s_.-]*\)?$/, '')
      .replace(/_/g, ' ')
      .trim() || bare
  );
}
