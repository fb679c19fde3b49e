import type { Import } from './imports.js';

/**
 * The arrows of the design: which folder of `src` may import which. A layer may reach past its neighbour, but never back.
 * `i18n` and `events` name the field's things, so they may use types of lower layers, which are gone when they run.
 */
const MAY: Record<string, { values: readonly string[]; types?: readonly string[]; lazy?: readonly string[] }> = {
  domain: { values: [] },
  // How code is fetched that comes later.
  'code.ts': { values: ['domain'] },
  store: { values: ['domain', 'code.ts'], types: ['adapters/adapter.ts'] },
  adapters: { values: ['domain', 'code.ts'] },
  formats: { values: ['domain'] },
  testing: { values: ['adapters/adapter.ts', 'domain'] },
  styles: { values: [] },
  i18n: { values: ['domain'] },
  'events.ts': { values: ['domain'], types: ['store'] },
  'version.ts': { values: [] },
  // The default store of a page is made in shared: the one place that knows which adapter is behind `database="name"`.
  shared: {
    values: ['store', 'domain', 'styles', 'i18n', 'events.ts', 'version.ts', 'code.ts', 'adapters'],
    types: ['formats'],
    lazy: ['formats'],
  },
  elements: {
    values: ['shared', 'store', 'domain', 'styles', 'i18n', 'events.ts', 'version.ts'],
    types: ['formats', 'adapters/adapter.ts'],
    lazy: ['formats', 'shared', 'store', 'domain'],
  },
  define: { values: ['elements', 'version.ts', 'shared/early-open.ts', 'shared/fold-first.ts'] },
  'define.ts': { values: ['elements', 'define', 'version.ts'] },
  'index.ts': {
    values: [
      'elements',
      'shared',
      'store',
      'domain',
      'adapters',
      'i18n',
      'events.ts',
      'version.ts',
      'styles',
      // the helper for a host that wants to choose the names itself; importing it registers nothing
      'define/register.ts',
    ],
    types: ['formats', 'testing'],
    lazy: ['formats'],
  },
};

/** Packages, and the folders that may use them. Whatever is not named here is used nowhere. */
const PACKAGES: Record<string, readonly string[]> = {
  lit: ['elements/', 'shared/', 'styles/'],
  '@lit/context': ['elements/', 'shared/'],
  idb: ['adapters/indexeddb/', 'adapters/indexeddb.ts'],
  'fractional-indexing': ['domain/'],
  fflate: ['formats/zip/'],
  'ical-generator': ['formats/ics/'],
  'libphonenumber-js': ['domain/phone.ts'],
};

/** The folder below `src`, or the file itself where it lies in `src`. */
const areaOf = (file: string): string => file.split('/')[0] ?? file;
const elementOf = (file: string): string | undefined => /^elements\/([^/]+)\//.exec(file)?.[1];
const within = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);

function outsideProblem({ from, to }: Import): string | undefined {
  const places = PACKAGES[to];
  if (!places) return `'${to}' is not a package that src may use`;
  if (places.some((place) => from.startsWith(place))) return undefined;
  return `'${to}' belongs in ${places.join(', ')} only`;
}

function insideProblem({ from, to, kind }: Import, files: ReadonlySet<string>): string | undefined {
  // What is expected of the page is begun before the elements' code is run: nothing is imported from it.
  if (kind === 'side-effect' && to === 'define/expect.ts' && /^define(\.ts|\/crm-provider\.ts)$/.test(from))
    return undefined;
  // Whose only use is that it is run first.
  if (kind === 'side-effect' && to === 'define/order.ts' && from === 'define.ts') return undefined;
  if (kind === 'side-effect') return `side-effect import of ${to}: importing does nothing, define does one thing`;
  if (!files.has(to)) return `${to} does not exist`;
  const area = areaOf(from);
  const rule = MAY[area];
  if (!rule) return `${area} is not a place of the design; add it to the arrows or move the file`;
  const mine = elementOf(from);
  const theirs = elementOf(to);
  if (mine && theirs && mine !== theirs) return `element ${mine} imports the folder of element ${theirs}`;
  if (area === areaOf(to) && area !== from) return undefined;
  const allowed = [...rule.values];
  if (kind === 'type') allowed.push(...(rule.types ?? []));
  if (kind === 'dynamic' || kind === 'worker') allowed.push(...(rule.lazy ?? []));
  if (allowed.some((place) => within(to, place))) return undefined;
  const lazily = kind === 'value' && rule.lazy?.some((place) => within(to, place));
  const typeOnly = kind === 'value' && rule.types?.some((place) => within(to, place));
  const hint = lazily ? ', only by import()' : typeOnly ? ', only by import type' : '';
  return `${area} may not import ${to}${hint}`;
}

/** One line a forbidden import. */
export function arrowProblems(imports: readonly Import[], files: ReadonlySet<string>): string[] {
  return imports.flatMap((found) => {
    const problem = found.outside ? outsideProblem(found) : insideProblem(found, files);
    return problem ? [`${found.from}:${found.line} ${problem}`] : [];
  });
}

/** Each cycle of imports once, types and lazy ones included: what is known in a circle cannot be read apart. */
export function cycles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, outside } of imports) {
    if (!outside) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const found = new Set<string>();
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      const ring = path.slice(start);
      const first = ring.indexOf([...ring].sort()[0] ?? '');
      found.add([...ring.slice(first), ...ring.slice(0, first), ring[first]].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const to of next.get(file) ?? []) walk(to);
    path.pop();
    done.add(file);
  };
  for (const file of [...next.keys()].sort()) walk(file);
  return [...found];
}
