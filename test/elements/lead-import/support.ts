/** An importer over a memory store, and how a test looks at it: as a person would, by roles and words. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/define/lead-import.js';
import type { LeadImport } from '../../../src/elements/lead-import/lead-import.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import type { Kind, RecordOf } from '../../../src/domain/records.js';
import type { CrmStore, StoreOptions } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import { aBoard } from '../../../src/testing/fixtures.js';
import { fetched } from '../../support/code.js';
import { click } from '../../support/click.js';
export { click };

export interface Stand {
  readonly importer: LeadImport;
  readonly store: CrmStore;
  readonly adapter: CrmAdapter;
}

export interface StandOptions extends Partial<StoreOptions> {
  readonly width?: number;
  readonly lang?: string;
  readonly dir?: 'rtl';
  readonly theme?: string;
  readonly setUp?: (importer: LeadImport) => void;
}

export async function stand(changes: readonly Change[] = [], options: StandOptions = {}): Promise<Stand> {
  const { width = 1100, lang = 'en', dir, theme = 'light', setUp, ...storeOptions } = options;
  await setViewport({ width: 1280, height: 900 });
  await fetched();
  const adapter = options.adapter ?? memoryAdapter();
  if (!options.adapter) {
    const all = [...aBoard(), ...changes];
    for (let at = 0; at < all.length; at += 2000) await adapter.commit(all.slice(at, at + 2000));
  }
  const user = { id: 'user-1', name: 'Robin' };
  const store = createStore({ user, timeZone: 'UTC', currency: 'EUR', ...storeOptions, adapter });
  return { importer: await importerFor(store, { width, lang, dir, theme, setUp }), store, adapter };
}

/** An importer with a file whose columns are shown. */
export async function standAtColumns(file: File, changes?: readonly Change[], options?: StandOptions): Promise<Stand> {
  const there = await stand(changes, options);
  await toColumns(there.importer, file);
  return there;
}

/** An importer with a file whose rows have been decided. */
export async function standAtCheck(file: File, changes?: readonly Change[], options?: StandOptions): Promise<Stand> {
  const there = await standAtColumns(file, changes, options);
  await toCheck(there.importer);
  return there;
}

/** Another importer over the same store: a second visit. */
export async function importerFor(
  store: CrmStore,
  { width = 1100, lang = 'en', dir, theme = 'light', setUp }: StandOptions = {},
): Promise<LeadImport> {
  const frame = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  if (dir) frame.dir = dir;
  frame.style.inlineSize = `${width}px`;
  const importer = document.createElement('lead-import');
  importer.store = store;
  importer.theme = theme;
  setUp?.(importer);
  frame.append(importer);
  await importer.updateComplete;
  return importer;
}

/** A file of these lines. */
export function csv(lines: readonly string[], name = 'leads.csv'): File {
  return new File([lines.join('\r\n')], name, { type: 'text/csv' });
}

/** Chooses a file as a person does: the browser's own input hears of it. */
export function choose(importer: LeadImport, file: File): void {
  const input = one<HTMLInputElement>(importer, 'input[type=file]');
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Chooses a file and waits for its columns. */
export async function toColumns(importer: LeadImport, file: File): Promise<void> {
  choose(importer, file);
  await until(importer, () => all(importer, 'tr[data-column]').length > 0, 'the columns are shown');
}

/** From the columns to the rows. */
export async function toCheck(importer: LeadImport): Promise<void> {
  await click(button(importer, 'Check'));
  await checked(importer);
}

/** Until every row has been decided. */
export async function checked(importer: LeadImport): Promise<void> {
  const done = (): boolean => all(importer, '.verdict').length > 0 && all(importer, '[role=progressbar]').length === 0;
  await until(importer, done, 'the rows are checked');
}

/** From the rows to the report. */
export async function toReport(importer: LeadImport): Promise<void> {
  await click(one(importer, '[data-next]'));
  await reported(importer);
}
export async function reported(importer: LeadImport): Promise<void> {
  await until(importer, () => all(importer, '[data-finish]').length > 0, 'the report is shown');
}

export async function until(importer: LeadImport, holds: () => boolean, what: string): Promise<void> {
  await waitUntil(holds, what);
  await importer.updateComplete;
}

export function all<E extends HTMLElement = HTMLElement>(importer: LeadImport, selector: string): E[] {
  return [...importer.shadowRoot!.querySelectorAll<E>(selector)];
}

export function one<E extends HTMLElement = HTMLElement>(importer: LeadImport, selector: string): E {
  const [found] = all<E>(importer, selector);
  expect(found, `there is ${selector}`).to.exist;
  return found!;
}

/** A button by its visible words or its name. */
export function button(importer: LeadImport, name: string): HTMLElement {
  const found = all(importer, 'button').find(
    (element) => element.checkVisibility() && (element.ariaLabel ?? text(element)).startsWith(name),
  );
  expect(found, `a button “${name}”`).to.exist;
  return found!;
}

export function text(element: Element): string {
  return (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
}

/** Column and what it becomes, from top to bottom. */
export function mapping(importer: LeadImport): Record<string, string> {
  return Object.fromEntries(
    all(importer, 'tr[data-column]').map((row) => [
      text(row.querySelector('.col')!),
      row.querySelector<HTMLInputElement>('[role=combobox]')!.value,
    ]),
  );
}

/** Chooses what a column becomes: types it, and takes the first that is offered. */
export async function become(importer: LeadImport, column: string, field: string): Promise<void> {
  const row = all(importer, 'tr[data-column]').find((each) => text(each.querySelector('.col')!) === column)!;
  const input = row.querySelector<HTMLInputElement>('[role=combobox]')!;
  input.focus();
  input.value = field;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  const option = (): Element | undefined =>
    [...row.querySelectorAll('[role=option]')].find((one) => text(one).startsWith(field));
  await until(importer, () => option() !== undefined, `“${field}” is offered`);
  await click(option()!);
  await importer.updateComplete;
}

/** Tiles with their counts. */
export function counts(importer: LeadImport): Record<string, number> {
  return Object.fromEntries(
    all(importer, '.verdict').map((tile) => [
      tile.dataset['v']!,
      Number(tile.querySelector('b')!.textContent.replace(/\D/g, '')),
    ]),
  );
}

/** Rows of the check as one reads them. */
export function checkRows(importer: LeadImport): string[] {
  return all(importer, '.prow[data-line]')
    .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
    .map(text);
}

/** The numbers of the report by their words. */
export function facts(importer: LeadImport): Record<string, number> {
  return Object.fromEntries(
    all(importer, '.facts > span').map((fact) => [
      text(fact).replace(/^[\d.,]+ /, ''),
      Number(fact.querySelector('b')!.textContent.replace(/\D/g, '')),
    ]),
  );
}

export async function records<K extends Kind>(store: CrmStore, kind: K): Promise<readonly RecordOf[K][]> {
  return (await store.read({ kind, window: { offset: 0, limit: 5000 } })).records;
}

/** Until colours stand still: a button that has just become usable is between two of them. */
export async function still(importer: LeadImport): Promise<void> {
  await importer.updateComplete;
  await Promise.allSettled(importer.shadowRoot!.getAnimations().map(({ finished }) => finished));
}
