import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CrmStore } from '../../store/api.js';
import { Commands } from '../../shared/commands.js';
import { Localize } from '../../shared/localize.js';
import { RowWindow } from '../../shared/row-window.js';
import { StoreController } from '../../shared/store-controller.js';
import { ColumnFields } from './column-fields.js';
import { downloadLeftOut, downloadTemplate } from './downloads.js';
import { importStyles } from './lead-import.styles.js';
import { areas, ImportModel } from './model.js';
import { checkFoot, checkStep } from './steps/check.js';
import { columnsFoot, columnsStep } from './steps/columns.js';
import { fileFoot, fileStep } from './steps/file.js';
import { arrangeShares, head, stepHeading } from './steps/frame.js';
import { importFoot, importStep } from './steps/import.js';
import type { Mending } from './steps/row.js';
import { checkRow, rowAt } from './steps/row.js';

/**
 * From a spreadsheet to leads, in four steps: choose a file (CSV, TSV, text), say what each column becomes, see what every
 * row will do, import. Nothing is written before the last step; what was imported can be taken back for as long as its
 * receipt is kept. The same file a second time says "unchanged"; one that was broken off goes on where it ended.
 *
 * It stands alone in a page, and `<lead-inbox>` opens it in a dialog. Its leads go to the provider around it, or to the
 * page's default store.
 *
 * @fires {IntentEvent} leads-import - The checked rows are about to be written; `plan.input` has the file's name and the
 * counts. Cancelable, and can be held with `waitUntil`.
 * @fires {IntentEvent} import-undo - An import is about to be taken back. Cancelable.
 * @fires {CustomEvent} leads-imported - Rows were written.
 * @fires {CustomEvent} import-undone - An import was taken back.
 * @fires {CustomEvent} import-close - The person is done with it, or has given up: whoever shows it may take it away.
 * @csspart head - Title and steps.
 * @csspart body - The step.
 * @csspart foot - Back and on.
 * @csspart drop - Where a file is dropped.
 * @cssproperty --crm-accent - The one accent.
 * @cssproperty --crm-surface - The ground.
 * @cssproperty --crm-text - The text.
 * @cssproperty --crm-border - The lines.
 * @cssproperty --crm-radius - The corners; 0 squares them all.
 * @cssproperty --crm-font - The typeface.
 */
export class LeadImport extends LitElement {
  static override styles = importStyles;

  /** A store of the page's own; stands before any provider. */
  @property({ attribute: false }) store?: CrmStore | null;
  /** A file to begin with: the first step is passed over. */
  @property({ attribute: false }) file?: File | null;
  /** The title; empty = "Import leads". */
  @property() heading = '';
  /** Colours: `light`, `dark`; empty = as the page. */
  @property({ reflect: true }) theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  @property({ reflect: true }) density = '';

  @state() private over = false;
  @state() private howOpen = false;
  @state() private addingLabel = false;
  @state() private mending: Mending | null = null;

  readonly #crm = new StoreController(this);
  readonly #words = new Localize(this, areas);
  readonly #commands = new Commands(this, this.#crm);
  readonly #model = new ImportModel(this, this.#crm, this.#words, this.#commands);
  readonly #fields = new ColumnFields(this, this.#model);
  readonly #rows = new RowWindow(this, {
    row: (index) =>
      checkRow(index, this.#model, { mending: this.mending, mend: (mending) => void this.#mend(mending) }),
  });
  #given: File | null = null;

  constructor() {
    super();
    this.#model.onStep = () => void this.#begun();
  }

  /** Rows are being written or taken back: do not take it away without asking. */
  get busy(): boolean {
    return this.#model.job.running;
  }

  /** To where one begins: the button for a file, or the step that has been reached. */
  override focus(options?: FocusOptions): void {
    const root = this.renderRoot;
    void this.updateComplete.then(() => {
      (root.querySelector<HTMLElement>('[data-choose]') ?? root.querySelector<HTMLElement>('#step'))?.focus(options);
    });
  }

  connectedMoveCallback(): void {
    this.#crm.moved();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { checked, tile } = this.#model;
    this.#rows.count = !checked ? 0 : tile === 'all' ? checked.rows.length : checked.by[tile].length;
    if (changed.has('file') && this.file) this.#given = this.file;
    // A file that was given waits for the store: its custom fields are needed for guessing.
    if (this.#given && this.#crm.store && !this.busy) {
      const file = this.#given;
      this.#given = null;
      queueMicrotask(() => void this.#model.take(file));
    }
  }

  protected override render(): TemplateResult {
    const model = this.#model;
    const close = (): void => this.#close();
    return html`<div class="crm wiz" @paste=${this.#paste}>
      ${head(model, { heading: this.heading, inDialog: this.closest('dialog') !== null, close })}
      ${this.#commands.banners()}
      <div class="wiz-body" part="body">${stepHeading(model)}${this.#step()}</div>
      <footer class="wiz-foot" part="foot">${this.#foot(close)}</footer>
      ${this.#commands.render()}
    </div>`;
  }

  #step(): TemplateResult {
    const model = this.#model;
    switch (model.step) {
      case 'file':
        return fileStep(model, {
          over: this.over,
          drag: this.#drag,
          drop: this.#drop,
          choose: () => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click(),
          chosen: this.#chosen,
          template: () => void downloadTemplate(model),
          cancel: () => {
            model.end();
            this.requestUpdate();
          },
        });
      case 'columns':
        return columnsStep(model, {
          fields: this.#fields,
          howOpen: this.howOpen,
          toggleHow: () => (this.howOpen = !this.howOpen),
        });
      case 'check':
        return checkStep(model, {
          rows: this.#rows,
          addingLabel: this.addingLabel,
          setAddingLabel: (adding) => void this.#label(adding),
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

  protected override updated(): void {
    arrangeShares(this.renderRoot);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page is a disconnect, too.
    queueMicrotask(() => {
      if (!this.isConnected) this.#model.end();
    });
  }

  /** The heading of a new step gets the focus: what had it is gone. */
  async #begun(): Promise<void> {
    this.mending = null;
    this.addingLabel = false;
    if (this.#model.step !== 'columns') this.howOpen = false;
    await this.updateComplete;
    if (!this.isConnected) return;
    this.#rows.scrollTo(0, 'start');
    this.renderRoot.querySelector<HTMLElement>('#step')?.focus();
  }

  #close(): void {
    if (this.busy) return;
    this.dispatchEvent(new CustomEvent('import-close', { bubbles: true, composed: true }));
    // Still there: a page that shows it for good begins anew.
    if (this.isConnected && this.#model.step !== 'file') this.#model.reset();
  }

  /** To what has to be settled first. */
  #toProblem(): void {
    const t = this.#words.t.import;
    this.#commands.announcer.alert(t.settleFirst);
    const [problem] = this.#model.problems;
    if (!problem) return;
    const column = problem.code === 'ask' ? problem.column : (problem.columns.at(-1) ?? 0);
    const row = this.renderRoot.querySelector(`tr[data-column="${column}"]`);
    const target = row?.querySelector<HTMLElement>(problem.code === 'ask' ? '.ask button' : 'input');
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus();
  }

  async #label(adding: boolean): Promise<void> {
    this.addingLabel = adding;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(adding ? '#label-name' : '[data-add-label]')?.focus();
  }

  async #mend(mending: Mending | null): Promise<void> {
    const before = this.mending;
    if (before === mending) return;
    this.mending = mending;
    this.#rows.pinned = mending ? this.#placeOf(mending) : -1;
    await this.updateComplete;
    this.#rows.update();
    if (mending) {
      const input = this.renderRoot.querySelector<HTMLInputElement>('input.mend');
      input?.focus();
      input?.select();
    } else if (before) {
      // The row may have gone on to another tile; the table is where one was.
      const row = this.renderRoot.querySelector(`.prow[data-line="${before.line}"]`);
      (row?.querySelector<HTMLElement>('button') ?? this.renderRoot.querySelector<HTMLElement>('.win'))?.focus();
    }
  }

  #placeOf({ line }: Mending): number {
    const [start, end] = this.#rows.range;
    for (let index = start; index < end; index++) if (rowAt(index, this.#model)?.line === line) return index;
    return -1;
  }

  readonly #drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const zone = event.currentTarget as HTMLElement;
    this.over =
      event.type !== 'dragleave' || (event.relatedTarget instanceof Node && zone.contains(event.relatedTarget));
  };

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
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
      this.requestUpdate();
    } else if (this.#crm.store) void this.#model.take(file);
    else this.#given = file;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lead-import': LeadImport;
  }
}
