/**
 * The boundary: what comes in is copied field by field, so that nothing a host still holds (a framework's Proxy, a frozen
 * or later edited object) gets into storage, and what storage cannot keep is refused here, with the name of the field,
 * instead of a DataCloneError in the middle of a transaction.
 */
import type { Change } from '../../domain/change.js';
import { CrmError } from '../../domain/errors.js';
import { isAmount } from '../../domain/money.js';
import { derivedFields, kinds, type Kind, type Money } from '../../domain/records.js';
import { defaultOf, shapeEntries, shapeOf } from './schema.js';
import { hasShape, type Shape } from './shape.js';

type Plain = Record<string, unknown>;

const known: ReadonlySet<unknown> = new Set(kinds);
/** Set by the adapter alone. */
const stamped: ReadonlySet<string> = new Set(['id', 'rev', 'updatedAt']);
const derivedOnes: ReadonlySet<string> = new Set(derivedFields);

/**
 * Records with nothing in them yet. An object that gets its fields one by one, under names that the engine cannot foresee,
 * becomes a dictionary, which is many times slower to copy and to store than one that has them from the start.
 */
const blanks = Object.fromEntries(
  kinds.map((kind) => [kind, Object.fromEntries(shapeEntries[kind].map(([field]) => [field, undefined]))]),
) as Readonly<Record<Kind, Plain>>;

const refuse = (field: string, what: string): never => {
  throw new CrmError('invalid', `"${field}" ${what}.`, { field });
};

/** A deep copy of plain data. @throws CrmError `invalid`, whose `field` is the path to what is not plain data */
export function plain(value: unknown, path: string, above: readonly object[] = []): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : refuse(path, 'is not a finite number');
    case 'object':
      break;
    default:
      return refuse(path, `holds a ${typeof value}; only text, numbers, yes/no, lists and plain objects can be stored`);
  }
  if (value === null) return null;
  if (above.includes(value)) return refuse(path, 'contains itself');
  if (above.length > 60) return refuse(path, 'is nested too deeply');
  const inside = [...above, value];
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    for (let i = 0; i < value.length; i++) copy.push(plain(at(value, i, path), `${path}.${i}`, inside));
    // A list that was filled item by item has room for many more.
    return copy.length === 0 ? copy : copy.slice();
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another frame have another Object.prototype; what all plain ones share is that nothing is above it.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return refuse(path, `holds an object of the class ${nameOf(prototype)}; only plain objects can be stored`);
  }
  return plainFields(value, path, inside);
}

/** All at once first: an object that gets its fields one by one is slow to make, to copy and to store. */
function plainFields(value: object, path: string, inside: readonly object[]): Plain {
  const copy = spread(value, path);
  const keys = Object.keys(copy);
  if (keys.some((key) => copy[key] === undefined)) return without(copy, path, inside);
  for (const key of keys) {
    const item = copy[key];
    if (typeof item !== 'string' && item !== null) put(copy, key, plain(item, `${path}.${key}`, inside));
  }
  return copy;
}

/** A field that holds nothing at all is none. */
function without(given: Plain, path: string, inside: readonly object[]): Plain {
  const copy: Plain = {};
  for (const key of Object.keys(given))
    if (given[key] !== undefined) put(copy, key, plain(given[key], `${path}.${key}`, inside));
  return copy;
}

/** Each property read once; one that cannot be read is found and told. */
function spread(value: object, path: string): Plain {
  try {
    return { ...value };
  } catch {
    const copy: Plain = {};
    for (const key of Object.keys(value)) put(copy, key, at(value, key, path));
    return copy;
  }
}

function nameOf(prototype: unknown): string {
  const made = (prototype as { constructor?: { name?: unknown } }).constructor;
  return typeof made?.name === 'string' && made.name !== '' ? made.name : 'unknown';
}

/** Reads a property; a getter or a Proxy that throws is told as the field it stands for. */
function at(holder: object, key: string | number, path: string): unknown {
  try {
    return (holder as Readonly<Record<string | number, unknown>>)[key];
  } catch (cause) {
    throw new CrmError('invalid', `"${path}.${key}" cannot be read.`, { field: `${path}.${key}`, cause });
  }
}

/** An own property whatever its name is: `__proto__` must not reach the prototype. */
function put(target: Plain, key: string, value: unknown): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

/** @throws CrmError `invalid` */
export function cleanRecord(kind: Kind, given: unknown): Plain {
  if (typeof given !== 'object' || given === null) refuse('record', 'is missing');
  const raw = spread(given as object, kind);
  if (isWhole(kind, raw)) return cleanWhole(kind, raw);
  const copy = { ...blanks[kind] };
  for (const [field, shape] of shapeEntries[kind]) {
    const value = raw[field];
    copy[field] = value === undefined ? defaultOf(kind, field, shape) : cleanKnown(kind, field, shape, value);
  }
  const blank = blanks[kind];
  for (const field of Object.keys(raw))
    if (!Object.hasOwn(blank, field) && raw[field] !== undefined) copy[field] = cleanValue(kind, field, raw[field]);
  return copy;
}

/** Has it all the fields of its kind, and no others? */
function isWhole(kind: Kind, raw: Plain): boolean {
  const fields = shapeEntries[kind];
  if (Object.keys(raw).length !== fields.length) return false;
  for (const [field] of fields) if (raw[field] === undefined) return false;
  return true;
}

/** Most records come whole: then the first copy is the one that is kept, and only lists and maps in it are copied. */
function cleanWhole(kind: Kind, copy: Plain): Plain {
  for (const [field, shape] of shapeEntries[kind]) {
    const value = copy[field];
    const clean = cleanKnown(kind, field, shape, value);
    if (clean !== value) copy[field] = clean;
  }
  return copy;
}

function cleanValue(kind: Kind, field: string, raw: unknown): unknown {
  if (field === '__proto__') refuse(field, 'cannot be the name of a field');
  return cleanKnown(kind, field, shapeOf(kind, field), raw);
}

function cleanKnown(kind: Kind, field: string, shape: Shape | undefined, raw: unknown): unknown {
  const value = typeof raw === 'string' || raw === null ? raw : plain(raw, field);
  if (shape !== undefined && !hasShape(shape, value)) refuse(field, `of a ${kind} cannot hold ${describe(value)}`);
  return shape === 'money?' && value !== null ? cleanMoney(field, value as Money) : value;
}

function cleanMoney(field: string, money: Money): Money {
  const { amount, currency } = money;
  if (!isAmount(amount)) refuse(field, 'needs an amount as decimal digits, such as "1234.50"');
  // Made with its fields, not given them one by one: it takes no more room than they do.
  return Object.keys(money).length === 2 ? { amount, currency } : money;
}

function describe(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'this object' : `the ${typeof value} ${JSON.stringify(value).slice(0, 40)}`;
}

function cleanPatch(kind: Kind, given: unknown): Record<string, readonly [unknown, unknown]> {
  if (typeof given !== 'object' || given === null) refuse('fields', 'is missing');
  const fields: Record<string, readonly [unknown, unknown]> = {};
  for (const name of Object.keys(given as object)) {
    // Swapped answers bring them along; the adapter makes them anew.
    if (derivedOnes.has(name)) continue;
    if (stamped.has(name)) refuse(name, 'is set by the storage');
    if (name === '__proto__') refuse(name, 'cannot be the name of a field');
    const pair: unknown = at(given as object, name, 'fields');
    if (!Array.isArray(pair) || pair.length !== 2) refuse(name, 'needs a pair [before, after]');
    const [before, after] = pair as [unknown, unknown];
    // A field that an older row lacked has no value before.
    fields[name] = [before === undefined ? null : plain(before, name), cleanValue(kind, name, after ?? null)];
  }
  return fields;
}

/**
 * Copies of the changes that hold plain data only.
 * @throws CrmError `invalid` with the name of the field, before anything is touched
 */
export function cleanChanges(changes: readonly Change[]): Change[] {
  if (!Array.isArray(changes)) throw new CrmError('invalid', 'commit() needs a list of changes.');
  return (changes as readonly Change[]).map((change) => {
    if (typeof change !== 'object' || change === null) throw new CrmError('invalid', 'A change must be an object.');
    const { op, kind, id } = change;
    if (!known.has(kind)) throw new CrmError('invalid', `There is no kind "${String(kind)}".`, { field: 'kind' });
    if (typeof id !== 'string' || id === '')
      throw new CrmError('invalid', 'A change needs the id of its record: a text.', { field: 'id' });
    switch (op) {
      case 'create': {
        const record = cleanRecord(kind, change.record);
        if (record['id'] !== id) refuse('id', 'of the record differs from the id of its change');
        return { op, kind, id, record } as unknown as Change;
      }
      case 'patch':
        return { op, kind, id, fields: cleanPatch(kind, change.fields) };
      case 'delete': {
        if (typeof change.rev !== 'number') refuse('rev', 'is needed to delete');
        // What was stored is answered, whatever the caller thinks it deleted: that is looked at only in a repeated answer.
        return { op, kind, id, record: change.record ?? null, rev: change.rev } as unknown as Change;
      }
      default:
        throw new CrmError('invalid', `A change cannot "${String(op)}".`, { field: 'op' });
    }
  });
}
