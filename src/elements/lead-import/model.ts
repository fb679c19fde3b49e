import { asCrmError } from '../../domain/errors.js';
import type { CrmError } from '../../domain/errors.js';
import type { ColumnMapping, ImportLookup, ImportSettings, MappingProblem } from '../../domain/import/index.js';
import type { Import } from '../../domain/records.js';
import type { CsvChoices } from '../../formats/csv/index.js';
import { common } from '../../i18n/en/common.js';
import { import as importWords } from '../../i18n/en/import.js';
import { importMore } from '../../i18n/en/import-more.js';
import type { Format } from '../../i18n/format.js';
import type { Commands } from '../../shared/commands.js';
import type { Localize } from '../../shared/localize.js';
import type { StoreController } from '../../shared/store-controller.js';
import type { CrmStore } from '../../store/api.js';
import type { Checked, Tile } from './checking.js';
import { check, readLookup } from './checking.js';
import { directoryOf } from './directory-of.js';
import { UnreadableFile, readSheet, tools } from './reading.js';
import type { Sheet, Tools, Unreadable } from './reading.js';
import { Job } from './job.js';
import { MappingKeeper } from './keeper.js';
import { interrupted } from './resume.js';
import { freshChoices, settingsOf } from './settings-of.js';
import type { Choices } from './settings-of.js';

export const areas = { common, import: importWords, importMore };
export type ImportWords = typeof areas;

export const steps = ['file', 'columns', 'check', 'import'] as const;
export type Step = (typeof steps)[number];

export interface ImportHost extends HTMLElement {
  requestUpdate(): void;
  readonly updateComplete: Promise<boolean>;
}

/** The state of one import, from the file to the report, and what follows from it. It knows nothing of markup. */
export class ImportModel {
  step: Step = 'file';
  file: File | null = null;
  /** What is wrong with the file that was given last. */
  unreadable: { readonly name: string; readonly why: Unreadable } | null = null;
  sheet: Sheet | null = null;
  mappings: readonly ColumnMapping[] = [];
  choices: Choices = freshChoices();
  checked: Checked | null = null;
  checkError: CrmError | null = null;
  tile: Tile = 'all';
  /** An import of the same file that was broken off. */
  resume: { readonly receipt: Import; readonly stored: number } | null = null;
  /** What is being done, and how much of it; null = nothing. */
  busy: { readonly what: 'reading' | 'checking'; readonly share: number } | null = null;
  tools: Tools | null = null;
  lookup: ImportLookup | null = null;
  readonly job: Job = new Job(this);
  readonly keeper: MappingKeeper;
  /** Called when another step has begun. */
  onStep: (() => void) | undefined;
  #work = new AbortController();

  constructor(
    readonly host: ImportHost,
    readonly stores: StoreController,
    readonly words: Localize<ImportWords>,
    readonly commands: Commands,
  ) {
    this.keeper = new MappingKeeper(stores, () => this.redraw());
  }

  get store(): CrmStore | null {
    return this.stores.store;
  }
  get t(): ImportWords {
    return this.words.t;
  }
  get format(): Format {
    return this.words.format;
  }
  redraw(): void {
    this.host.requestUpdate();
  }

  get problems(): readonly MappingProblem[] {
    return this.tools?.rules.mappingProblems(this.mappings) ?? [];
  }

  columnName(column: number): string {
    return this.sheet?.table.headings[column]?.name ?? this.t.import.nameless(column + 1);
  }

  get settings(): ImportSettings {
    return settingsOf(this);
  }

  /** How many rows the file has. */
  get rowCount(): number {
    return this.sheet?.table.rows.length ?? 0;
  }

  to(step: Step): void {
    this.step = step;
    this.redraw();
    this.onStep?.();
  }

  /** Begins with a file; what was done with another one before is over. */
  async take(file: File, choices: CsvChoices = {}): Promise<void> {
    const signal = this.#begin('reading');
    this.#wanted = choices;
    const again = this.file === file && this.sheet !== null;
    this.unreadable = null;
    this.redraw();
    try {
      this.tools ??= await tools();
      signal.throwIfAborted();
      const sheet = await readSheet(this.tools, file, choices, {
        signal,
        onProgress: (share) => this.#progress('reading', share),
        nameless: (column) => this.t.import.nameless(column),
      });
      await directoryOf(this.store, signal);
      this.file = file;
      this.sheet = sheet;
      this.choices = freshChoices();
      this.checked = null;
      this.lookup = null;
      this.job.reset();
      await this.#guess(signal);
      this.resume = await this.#interrupted(sheet.hash, signal);
      this.busy = null;
      if (again && this.step === 'columns') this.redraw();
      else this.to('columns');
    } catch (thrown) {
      if (signal.aborted) return;
      this.busy = null;
      this.unreadable = { name: file.name, why: thrown instanceof UnreadableFile ? thrown.why : 'gone' };
      this.commands.alert(this.t.import.cannotRead(file.name));
      this.redraw();
    }
  }

  async #guess(signal: AbortSignal): Promise<void> {
    const { tools, sheet } = this;
    if (!tools || !sheet) return;
    this.mappings = await this.keeper.columns(tools, sheet, this.#guessed);
    signal.throwIfAborted();
    this.touched = false;
    const [best] = tools.rules.patternColumns(sheet.table.headings, sheet.profiles, sheet.table.rows.length);
    this.suggested = best ? this.t.import.patternOf(best.name) : '';
  }
  /** Columns by their headings and values, whatever is kept for such a file. */
  get #guessed(): readonly ColumnMapping[] {
    const { tools, sheet, store } = this;
    if (!tools || !sheet) return [];
    return tools.rules.guessColumns(sheet.table.headings, sheet.profiles, store?.directory.fields ?? []);
  }
  guessInstead(): void {
    this.keeper.used = null;
    this.setMappings(this.#guessed);
  }
  /** Somebody has chosen something that would be lost. */
  touched = false;
  /** Closing now would lose what was chosen; once rows are written nothing is lost. */
  get losing(): boolean {
    return this.touched && (this.step === 'columns' || this.step === 'check');
  }
  /** A pattern for rows that name nobody. */
  suggested = '';

  /** Another way to read the same file. */
  async reread(choices: CsvChoices): Promise<void> {
    if (this.file && this.sheet) await this.take(this.file, { ...this.#wanted, ...choices });
  }
  /** How the file is to be read, also where that is still being done. */
  #wanted: CsvChoices = {};

  setMapping(mapping: ColumnMapping): void {
    this.setMappings(this.mappings.map((one) => (one.column === mapping.column ? mapping : one)));
  }
  setMappings(mappings: readonly ColumnMapping[]): void {
    this.mappings = mappings;
    this.touched = true;
    this.checked = null;
    this.redraw();
  }

  /** Decides over all rows by what is chosen now, and shows it. */
  async check(): Promise<void> {
    if (!this.sheet || !this.store || this.problems.length > 0) return;
    const signal = this.#begin('checking');
    this.checkError = null;
    if (this.step !== 'check') this.to('check');
    this.redraw();
    try {
      await this.#decide(signal);
      this.#sayCounts();
    } catch (thrown) {
      if (signal.aborted) return;
      this.busy = null;
      this.checkError = asCrmError(thrown);
    }
    this.redraw();
  }

  /** The same without showing it, before an import that was broken off goes on. @throws CrmError */
  async recheck(): Promise<void> {
    try {
      await this.#decide(this.#begin('checking'));
    } finally {
      this.busy = null;
    }
  }

  async #decide(signal: AbortSignal): Promise<void> {
    const { tools, sheet, store, settings } = this;
    if (!tools || !sheet || !store) return;
    this.lookup ??= await readLookup(tools, store, settings, signal);
    this.checked = await check(tools, sheet, settings, this.lookup, store, {
      signal,
      onProgress: (share) => this.#progress('checking', share),
    });
    if (this.tile !== 'all' && this.checked.by[this.tile].length === 0) this.tile = 'all';
    this.busy = null;
  }

  #sayCounts(): void {
    const { create, update, skip } = this.t.import;
    const by = this.checked?.by;
    const parts = [
      [create, by?.create],
      [update, by?.update],
      [skip, by?.skip],
    ] as const;
    this.commands.announce(parts.map(([word, rows]) => `${word} ${this.format.number(rows?.length ?? 0)}`).join(', '));
  }

  /** A choice about rows was changed: every row is decided anew. */
  choose(choices: Partial<Choices>): void {
    Object.assign(this.choices, choices);
    this.touched = true;
    void this.check();
  }

  /** A wrong cell, mended in place; null = as it is in the file. */
  mend(line: number, column: number, value: string | null): void {
    const { edits } = this.choices;
    const cells = edits.get(line) ?? new Map<number, string>();
    if (value === null) cells.delete(column);
    else cells.set(column, value);
    edits.set(line, cells);
    this.touched = true;
    void this.check();
  }

  /** The rows are about to be written: so is the mapping, for the next file, if that is wanted. */
  keep(): void {
    this.keeper.keep(this);
  }

  /** An import of this very content that is still marked as running, with how much of it is stored. */
  async #interrupted(hash: string, signal: AbortSignal): Promise<ImportModel['resume']> {
    return this.store ? interrupted(this.store, hash, signal) : null;
  }

  /** To the first step, with nothing. */
  reset(): void {
    this.#work.abort();
    this.busy = null;
    this.file = this.sheet = this.checked = this.lookup = this.unreadable = this.resume = null;
    this.mappings = [];
    this.touched = false;
    this.choices = freshChoices();
    this.job.reset();
    this.tile = 'all';
    this.to('file');
  }

  /** Reading or checking ends; what is being written goes on, the store owns it. */
  end(): void {
    this.#work.abort();
    this.busy = null;
  }

  #begin(what: 'reading' | 'checking'): AbortSignal {
    this.#work.abort();
    this.#work = new AbortController();
    this.busy = { what, share: 0 };
    return this.#work.signal;
  }

  #progress(what: 'reading' | 'checking', share: number): void {
    const before = Math.floor((this.busy?.share ?? 0) * 50);
    this.busy = { what, share };
    if (Math.floor(share * 50) !== before) this.redraw();
  }
}
