import type { Id } from '../../domain/records.js';
import type { ImportLookup } from '../../domain/import/index.js';
import type { Commands } from '../../shared/commands.js';
import type { StoreController } from '../../shared/store-controller.js';
import type { CommandResult, CrmStore } from '../../store/api.js';
import type { Checked } from './checking.js';
import { takeBack } from './earlier.js';
import type { TakenBack } from './earlier.js';
import type { Sheet, Tools } from './reading.js';
import { reportOf, runImport } from './running.js';
import type { Report, Written } from './running.js';

/** Rows. Fewer are in before one has been told of a part of them. */
const worthTelling = 1000;

/** What is written, and who hears of it. */
interface Work {
  readonly store: CrmStore | null;
  readonly stores: StoreController;
  readonly commands: Commands;
  readonly file: File | null;
  readonly tools: Tools | null;
  readonly sheet: Sheet | null;
  readonly checked: Checked | null;
  lookup: ImportLookup | null;
  resume: { readonly receipt: { readonly id: Id } } | null;
  readonly onStep: (() => void) | undefined;
  keep(): void;
  readonly t: {
    readonly import: {
      readonly stepImport: string;
      readonly undone: string;
      readonly imported: (n: number) => string;
    };
    readonly importMore: { readonly importedOf: (done: number, of: number) => string };
  };
  to(step: 'import'): void;
  redraw(): void;
  recheck(): Promise<void>;
}

/** The writing of one import: begun, watched, stopped, gone on with, taken back. */
export class Job {
  state: 'idle' | 'running' | 'broken' | 'done' | 'undoing' | 'undone' = 'idle';
  done = 0;
  total = 0;
  /** When it began, milliseconds; for "About 6 seconds left". */
  began = 0;
  stopping = false;
  report: Report | null = null;
  /** What taking it back has come to. */
  undone: TakenBack | null = null;
  #stop = new AbortController();
  #importId: Id | null = null;
  #asking = false;

  constructor(private readonly model: Work) {}

  /** Something is being written: the element must not be closed without a word. */
  get running(): boolean {
    return this.state === 'running' || this.state === 'undoing';
  }
  get asking(): boolean {
    return this.#asking;
  }

  reset(): void {
    if (this.running) return;
    this.state = 'idle';
    this.report = this.undone = this.#importId = null;
    this.done = this.total = 0;
    this.stopping = false;
  }

  stop(): void {
    this.stopping = true;
    this.#stop.abort();
    this.model.redraw();
  }

  /** Asks the page, then writes. What was stored before it was broken off is not stored twice. */
  async start(): Promise<void> {
    const { model } = this;
    const { store, checked, file, commands } = model;
    if (!store || !checked || !file || this.#asking || this.running) return;
    this.#asking = true;
    const importId = (this.#importId ??= model.resume?.receipt.id ?? store.newId());
    const { create, update } = checked.by;
    const input = {
      importId,
      fileName: file.name,
      rows: checked.rows.length,
      creates: create.length,
      updates: update.length,
    };
    model.redraw();
    try {
      await commands.run('leads-import', input, {
        quiet: true,
        carryOut: (plan) => this.#write({ importId, fileName: file.name }, plan),
      });
    } finally {
      this.#asking = false;
      model.redraw();
    }
  }

  async #write(
    about: { readonly importId: Id; readonly fileName: string },
    plan: Parameters<typeof runImport>[1]['plan'],
  ): Promise<CommandResult<'leads-import'>> {
    const { model } = this;
    if (this.state === 'broken') await this.#look();
    const { tools, store, sheet, checked, lookup } = model;
    if (!tools || !store || !sheet || !checked || !lookup) throw new TypeError('There is nothing to import.');
    this.#stop = new AbortController();
    this.stopping = false;
    this.state = 'running';
    this.done = 0;
    this.total = checked.by.create.length + checked.by.update.length;
    const began = (this.began = Date.now());
    model.keep();
    model.to('import');
    let result: Written;
    try {
      result = await runImport(tools, {
        ...about,
        store,
        sheet,
        checked,
        lookup,
        plan,
        sourceName: model.t.import.stepImport,
        stop: this.#stop.signal,
        onProgress: (done) => {
          this.#tell(done);
        },
      });
    } catch (thrown) {
      this.state = 'broken';
      model.onStep?.();
      model.redraw();
      throw thrown;
    }
    this.state = 'done';
    this.done = this.total;
    this.report = reportOf(result, checked, {
      fileName: about.fileName,
      at: store.now(),
      seconds: Math.round((Date.now() - began) / 1000),
    });
    model.resume = null;
    const { created, updated } = result;
    model.commands.announce(model.t.import.imported(created + updated));
    model.redraw();
    model.onStep?.();
    return result.command;
  }

  /** Shown at once; said at each quarter of an import that takes its time. */
  #tell(done: number): void {
    const { model, total } = this;
    const quarter = (rows: number): number => Math.floor((4 * rows) / total);
    if (total >= worthTelling && done < total && quarter(done) > quarter(this.done))
      model.commands.announce(model.t.importMore.importedOf(done, total));
    this.done = done;
    model.redraw();
  }

  /** What is there has changed since it was checked: some of the rows are in. */
  async #look(): Promise<void> {
    this.model.lookup = null;
    await this.model.recheck();
  }

  /** Takes the import back by its receipt. */
  async undo(): Promise<void> {
    const { model } = this;
    const importId = this.report?.result.receipt.id;
    if (importId === undefined || this.running) return;
    this.state = 'undoing';
    this.done = 0;
    this.total = 0;
    model.redraw();
    try {
      this.undone = await takeBack(model, importId, (done, of) => {
        this.done = done;
        this.total = of;
        model.redraw();
      });
      this.state = this.undone === null ? 'done' : 'undone';
      if (this.undone !== null) model.commands.announce(model.t.import.undone);
    } catch (thrown) {
      this.state = 'done';
      model.commands.fail('import-undo', 1, thrown, () => void this.undo());
    }
    model.redraw();
    model.onStep?.();
  }
}
