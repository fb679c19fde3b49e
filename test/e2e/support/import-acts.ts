import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage.js';
import type { Tab } from './tab.js';

/** The way of a spreadsheet through the inbox's own import. */
export const importer = 'lead-inbox >> lead-import';

/** From the inbox, empty or not, to the check of a file's rows. */
export async function toCheck(tab: Tab, file: string): Promise<void> {
  if (await tab.count('lead-inbox >> .empty >> button', 'Import spreadsheet'))
    await tab.press('lead-inbox >> .empty >> button', 'Import spreadsheet');
  else {
    await tab.press('lead-inbox >> .inbox-head >> button', 'More ways to add leads');
    await tab.press('lead-inbox >> [role^=menuitem]', 'Import spreadsheet');
  }
  await tab.give(`${importer} >> input[type=file]`, file);
  await tab.see(`${importer} >> tr[data-column]`);
  await tab.press(`${importer} >> button`, 'Check*');
  await tab.see(`${importer} >> .verdict`);
  await tab.gone(`${importer} >> [role=progressbar]`);
}

/** Waits until a tile of the check counts so many. */
export async function counted(tab: Tab, verdict: string, count: string): Promise<void> {
  await tab.says(`${importer} >> .verdict[data-v=${verdict}]`, count);
}

/** Writes what was checked, to the report. */
export async function goOn(tab: Tab): Promise<void> {
  await tab.press(`${importer} >> [data-next]`);
  await tab.see(`${importer} >> [data-finish]`);
}

/** A file beside what the page offers, gone with the stage. @returns its path */
export function sheet(stage: Stage, name: string, lines: readonly string[]): string {
  const path = join(stage.downloads, name);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  return path;
}

/** Imports a file whose columns need no answer. */
export async function importFile(tab: Tab, file: string): Promise<void> {
  await toCheck(tab, file);
  await goOn(tab);
  await tab.press(`${importer} >> [data-finish]`);
  await tab.gone(importer);
}
