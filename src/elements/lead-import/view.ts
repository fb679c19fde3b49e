import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { FirstParts } from '../../shared/first-parts.js';
import { Commands } from '../../shared/commands.js';
import { Connection } from '../../shared/connection.js';
import type { Import } from '../../domain/records.js';
import { Dialog } from '../../shared/dialog.js';
import { hasLostFocus } from '../../shared/keep-focus.js';
import { Code } from '../../shared/code.js';
import * as rowMoving from '../../shared/row-moving.js';
import type { RowWindow } from '../../shared/row-window.js';
import * as told from '../../shared/told.js';
import { View } from '../../shared/view.js';
import { ColumnFields } from './column-fields.js';
import { downloadLeftOut, downloadTemplate } from './downloads.js';
import { EarlierImports } from './earlier.js';
import type { LeadImportHost } from './host.js';
import { Mender } from './mending.js';
import { areas, ImportModel } from './model.js';
import { checkFoot, checkStep } from './steps/check.js';
import { columnsFoot, columnsStep } from './steps/columns.js';
import { earlierImports } from './steps/earlier.js';
import { fileFoot, fileStep } from './steps/file.js';
import { arrangeShares, head, stepHeading } from './steps/frame.js';
import { importFoot, importStep } from './steps/import.js';
import { checkRow } from './steps/row.js';

export { importStyles } from './lead-import.styles.js';

interface Ui {
  /** A file is held over the box for files. */
  readonly over: boolean;
  readonly howOpen: boolean;
  readonly addingLabel: boolean;
}

const rowsCode = new Code(() => Promise.resolve(rowMoving));
rowsCode.give(rowMoving);

/** What `<lead-import>` shows, and what is done there. */
export class LeadImportView extends View<LeadImportHost> {
  readonly #crm = new this.parts.StoreController(this.host);
  readonly #words = new this.parts.Localize(this.host, areas);
  readonly #commands = new Commands(new this.parts.Telling(this.host, this.#crm));
  readonly #question = new Dialog(this.host);
  readonly #model = new ImportModel(this.host, this.#crm, this.#words, this.#commands);
  readonly #earlier = new EarlierImports(this.#model, () => this.host.requestUpdate());
  readonly #fields = new ColumnFields(this.host, this.#model);
  readonly #rows: RowWindow = new this.parts.RowWindow(this.host, {
    moving: rowsCode,
    row: (index) =>
      checkRow(index, this.#model, {
        mending: this.#mender.now,
        mend: (mending) => void this.#mender.begin(mending),
        mended: (mending, value) => void this.#mender.finish(mending, value),
      }),
  });
  readonly #mender = new Mender(this.host, this.#model, () => this.#rows);
  #given: File | null = null;
  /** What the page has set last. */
  #file: File | null | undefined;
  /** What the person has opened; drawn anew with every change. */
  #ui: Ui = { over: false, howOpen: false, addingLabel: false };

  constructor(host: LeadImportHost, parts: FirstParts) {
    super(host, parts);
    this.#commands.bring(told);
    this.#model.onStep = () => void this.#begun();
    // A file that is being read is of no use any more once it has left the page.
    new Connection(host, () => () => this.#model.end());
  }

  /** Rows are being written or taken back: do not take it away without asking. */
  get busy(): boolean {
    return this.#model.job.running || this.#earlier.working !== null;
  }

  /** See the element. */
  mayClose(): boolean {
    if (this.busy) return false;
    if (!this.#model.losing) return true;
    void this.#giveUp();
    return false;
  }

  /** To where one begins: the button for a file, or the step that has been reached. */
  protected override goIn(): void {
    const { renderRoot: root } = this.host;
    (root.querySelector<HTMLElement>('[data-choose]') ?? root.querySelector<HTMLElement>('#step'))?.focus();
  }

  override moved(): void {
    this.#crm.moved();
  }

  override willUpdate(): void {
    const { checked, tile, keeper } = this.#model;
    keeper.check();
    this.#rows.count = !checked ? 0 : tile === 'all' ? checked.rows.length : checked.by[tile].length;
    const { file } = this.host;
    if (file !== this.#file) {
      this.#file = file;
      if (file) this.#given = file;
    }
    // A file that was given waits for the store: its custom fields are needed for guessing.
    if (this.#given && this.#crm.store && !this.busy) {
      const given = this.#given;
      this.#given = null;
      queueMicrotask(() => void this.#model.take(given));
    }
  }

  override render(): TemplateResult {
    const model = this.#model;
    const close = (): void => this.#close();
    return html`<div class="crm wiz" @paste=${this.#paste}>
      ${head(model, { heading: this.host.heading, inDialog: this.host.closest('dialog') !== null, close })}
      ${this.#commands.banners()}
      <div class="wiz-body" part="body">${stepHeading(model)}${this.#step()}</div>
      <div class="wiz-foot" part="foot">${this.#foot(close)}</div>
      ${this.#commands.render()} ${this.#question.render()}
    </div>`;
  }

  #step(): TemplateResult {
    const model = this.#model;
    switch (model.step) {
      case 'file':
        return fileStep(model, {
          over: this.#ui.over,
          drag: this.#drag,
          drop: this.#drop,
          choose: () => this.host.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click(),
          chosen: this.#chosen,
          template: () => void downloadTemplate(model),
          cancel: () => {
            model.end();
            this.host.requestUpdate();
          },
          below: earlierImports(model, this.#earlier, (receipt) => void this.#undo(receipt)),
        });
      case 'columns':
        return columnsStep(model, {
          fields: this.#fields,
          howOpen: this.#ui.howOpen,
          toggleHow: () => this.#set({ howOpen: !this.#ui.howOpen }),
        });
      case 'check':
        return checkStep(model, {
          rows: this.#rows,
          label: {
            adding: this.#ui.addingLabel,
            begin: () => void this.#label(true),
            end: () => {
              const open = this.#ui.addingLabel;
              if (open) void this.#label(false);
              return open;
            },
          },
        });
      case 'import':
        return importStep(model, this.#actions);
    }
  }

  #foot(close: () => void): TemplateResult {
    const model = this.#model;
    switch (model.step) {
      case 'file':
        return fileFoot(model, close);
      case 'columns':
        return columnsFoot(model, { back: () => model.to('file'), blocked: () => this.#toProblem() });
      case 'check':
        return checkFoot(model, () => {
          model.end();
          model.to('columns');
        });
      case 'import':
        return importFoot(model, this.#actions);
    }
  }

  readonly #actions = { download: () => void downloadLeftOut(this.#model), close: () => this.#close() };

  override updated(): void {
    arrangeShares(this.host.renderRoot);
  }

  /** The heading of a new step gets the focus: what had it is gone. */
  async #begun(): Promise<void> {
    const howOpen = this.#ui.howOpen && this.#model.step === 'columns';
    this.#mender.now = null;
    this.#set({ addingLabel: false, howOpen });
    await this.host.updateComplete;
    if (!this.host.isConnected) return;
    this.#rows.scrollTo(0, 'start');
    this.host.renderRoot.querySelector<HTMLElement>('#step')?.focus();
  }

  async #undo(receipt: Import): Promise<void> {
    await this.#earlier.undo(receipt, this.#question);
    await this.host.updateComplete;
    if (!hasLostFocus(this.host)) return;
    const root = this.host.renderRoot;
    (root.querySelector<HTMLElement>('[data-back]') ?? root.querySelector<HTMLElement>('#step'))?.focus();
  }

  async #giveUp(): Promise<void> {
    if (this.#question.isOpen) return;
    const yes = await this.#question.confirm(() => {
      const { importMore: t } = this.#words.t;
      return {
        title: t.discard,
        text: t.discardText,
        action: t.discardAction,
        cancel: t.discardCancel,
        negative: true,
      };
    });
    if (!yes) return;
    this.#model.touched = false;
    this.#close();
  }

  #close(): void {
    if (!this.mayClose()) return;
    this.host.dispatchEvent(new CustomEvent('import-close', { bubbles: true, composed: true }));
    // Still there: a page that shows it for good begins anew.
    if (this.host.isConnected && this.#model.step !== 'file') this.#model.reset();
  }

  /** To what has to be settled first. */
  #toProblem(): void {
    const t = this.#words.t.import;
    this.#commands.alert(t.settleFirst);
    const [problem] = this.#model.problems;
    if (!problem) return;
    const column = problem.code === 'ask' ? problem.column : (problem.columns.at(-1) ?? 0);
    const row = this.host.renderRoot.querySelector(`tr[data-column="${column}"]`);
    const target = row?.querySelector<HTMLElement>(problem.code === 'ask' ? '.ask button' : 'input');
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus();
  }

  async #label(adding: boolean): Promise<void> {
    this.#set({ addingLabel: adding });
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(adding ? '#label-name' : '[data-add-label]')?.focus();
  }

  readonly #drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const zone = event.currentTarget as HTMLElement;
    this.#set({
      over: event.type !== 'dragleave' || (event.relatedTarget instanceof Node && zone.contains(event.relatedTarget)),
    });
  };

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.#set({ over: false });
    this.#takeAll(event.dataTransfer?.files);
  };

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = input.files;
    this.#takeAll(files);
    // The same file may be chosen again after it was mended.
    input.value = '';
  };

  readonly #paste = (event: ClipboardEvent): void => {
    if (this.#model.step !== 'file' || this.#model.busy) return;
    const { files } = event.clipboardData ?? {};
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files && files.length > 0) this.#takeAll(files);
    else if (text.includes('\n'))
      void this.#model.take(new File([text], this.#words.t.import.pastedName, { type: 'text/tab-separated-values' }));
    else return;
    event.preventDefault();
  };

  #takeAll(files: FileList | undefined | null): void {
    const [file, another] = files ?? [];
    if (!file) return;
    if (another) {
      this.#model.unreadable = { name: file.name, why: 'several' };
      this.host.requestUpdate();
    } else if (this.#crm.store) void this.#model.take(file);
    else this.#given = file;
  }

  #set(part: Partial<Ui>): void {
    this.#ui = { ...this.#ui, ...part };
    this.host.requestUpdate();
  }
}
