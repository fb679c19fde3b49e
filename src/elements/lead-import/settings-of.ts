import { dayIn } from '../../domain/dates.js';
import type { ColumnMapping, ExistingPolicy, ImportSettings } from '../../domain/import/index.js';
import type { Day, Instant } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import type { Sheet, Tools } from './reading.js';

/** What the person has decided about rows. */
export interface Choices {
  existing: ExistingPolicy;
  repeated: 'skip' | 'create';
  /** null: rows that name nobody are left out. */
  pattern: string | null;
  labels: readonly string[];
  edits: Map<number, Map<number, string>>;
}

export function freshChoices(): Choices {
  return { existing: 'update', repeated: 'skip', pattern: null, labels: [], edits: new Map() };
}

/** What the settings are made of. */
interface Sources {
  readonly tools: Tools | null;
  readonly sheet: Sheet | null;
  readonly mappings: readonly ColumnMapping[];
  readonly choices: Choices;
  readonly store: CrmStore | null;
  readonly t: { readonly import: { readonly titleOf: (name: string) => string } };
}

/** What the rules need to decide: the choices of the person, the words, and the provider's zone and currency. */
export function settingsOf({ tools, sheet, mappings, choices, store, t }: Sources): ImportSettings {
  const names = sheet?.table.headings ?? [];
  const { pattern, existing, repeated, labels, edits } = choices;
  const zone = store?.settings.timeZone ?? 'UTC';
  return {
    columns: mappings,
    names,
    nobody: pattern === null || !tools ? null : tools.rules.readPattern(pattern, names),
    existing,
    repeated,
    labels,
    defaultTitle: (name) => t.import.titleOf(name),
    currency: store?.settings.currency ?? 'EUR',
    dayOf: (instant) => dayIn(zone, instant),
    instantOf: (day, time) => instantIn(zone, day, time),
    edits,
  };
}

/** Offsets by zone and hour: a column of dates asks for the same few again and again. */
const offsets = new Map<string, number>();

/** Milliseconds the clock of a zone is ahead of UTC at an instant. */
function offsetAt(zone: string, at: number): number {
  const hour = Math.floor(at / 3_600_000);
  const key = `${zone} ${hour}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const parts = new Map(
      clockOf(zone)
        .formatToParts(hour * 3_600_000)
        .map(({ type, value }) => [type, Number(value)]),
    );
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour') % 24, part('minute'));
    offset = local - hour * 3_600_000;
    if (offsets.size > 5000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const two = '2-digit';
    clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** The instant at which the clocks of a zone show that day and time; one that the change to summer time skips is taken an hour on. */
export function instantIn(zone: string, day: Day, time: string): Instant {
  if (time !== midnight) return readInstant(zone, day, time);
  let known = midnights.get(zone);
  if (known === undefined) midnights.set(zone, (known = new Map<Day, Instant>()));
  let instant = known.get(day);
  if (instant === undefined) {
    instant = readInstant(zone, day, time);
    if (known.size > 5000) known.clear();
    known.set(day, instant);
  }
  return instant;
}
const midnight = '00:00:00';
/** Where days begin, by zone: a column of days has the same few hundred again and again. */
const midnights = new Map<string, Map<Day, Instant>>();

function readInstant(zone: string, day: Day, time: string): Instant {
  const wanted = Date.parse(`${day}T${time}Z`);
  const first = wanted - offsetAt(zone, wanted);
  return new Date(wanted - offsetAt(zone, first)).toISOString();
}
