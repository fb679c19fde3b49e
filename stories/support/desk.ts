import { Sample } from '../../demo/sample/sample.js';
import type { CrmAdapter, StorageNotice } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Change } from '../../src/domain/change.js';
import type { CrmStore, StoreOptions } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { faultyAdapter, type FaultyAdapter, type Rule } from '../../src/testing/faulty.js';
import { clock, today } from './clock.js';
import { deals } from './deals.js';
import { leads } from './leads.js';
import { account, labels, me } from './people.js';

export interface DeskOptions extends Partial<Omit<StoreOptions, 'adapter' | 'clock'>> {
  /** Those of `leads.ts`, none, or so many of the demo's sample. */
  readonly leads?: 'some' | 'none' | number;
  readonly deals?: 'some' | 'none';
  /** Fields that the stage "Demo scheduled" asks for. */
  readonly required?: readonly string[];
  /** Stored after the rest. */
  readonly more?: readonly Change[];
  /** How the storage goes wrong. */
  readonly faults?: readonly Rule[];
  /** What the storage has to tell. */
  readonly notice?: StorageNotice['state'];
  /** The browser says that it has no connection. */
  readonly offline?: boolean;
  /** What a colleague stores once the story has begun: `desk.colleague()`. */
  readonly news?: readonly Change[];
}

/** A store over records in memory: each story has its own. */
export interface Desk {
  readonly store: CrmStore;
  readonly adapter: FaultyAdapter;
  /** Stores the `news` as somebody else does, elsewhere. */
  colleague(): Promise<void>;
}

const chunk = 4000;

export async function desk(options: DeskOptions = {}): Promise<Desk> {
  const {
    leads: which = 'some',
    deals: board = 'some',
    required,
    more = [],
    faults = [],
    notice,
    offline,
    news,
    ...settings
  } = options;
  const memory = memoryAdapter();
  const records = which === 'some' ? leads() : which === 'none' ? [] : sample(which);
  const changes = [...account(required), ...records, ...(board === 'some' ? deals() : []), ...more];
  for (let at = 0; at < changes.length; at += chunk) await memory.commit(changes.slice(at, at + chunk));
  const inner: CrmAdapter = notice ? telling(memory, notice) : memory;
  const adapter = faultyAdapter(inner, faults, { clock });
  connected(!offline);
  const store = createStore({ user: me, timeZone: 'UTC', currency: 'EUR', names: false, ...settings, adapter, clock });
  const colleague = async (): Promise<void> => adapter.hear(await memory.commit(news ?? []));
  return { store, adapter, colleague };
}

function sample(count: number): readonly Change[] {
  const own = account().flatMap((change) => (change.op === 'create' && change.kind === 'label' ? [change.record] : []));
  const rows = new Sample({
    leads: count,
    now: clock.now(),
    today,
    userId: me.id,
    stages: [],
    labels: own.filter((record) => record.id in labels),
  }).rows();
  return [...rows].flatMap((row) => row.changes);
}

/** Only the storage itself knows such things; here it is told what to say. */
function telling(adapter: CrmAdapter, state: StorageNotice['state']): CrmAdapter {
  return Object.assign(adapter, {
    notices: (listener: (notice: StorageNotice | null) => void) => {
      listener({ state });
      return () => undefined;
    },
  });
}

/** What `navigator.onLine` says, for this story: an own property hides the browser's, which cannot be set. */
function connected(online: boolean): void {
  if (online) Reflect.deleteProperty(navigator, 'onLine');
  else Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
}
