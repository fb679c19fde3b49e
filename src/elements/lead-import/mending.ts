import type { RowWindow } from '../../shared/row-window.js';
import type { ImportHost, ImportModel } from './model.js';
import { rowAt } from './steps/row.js';
import type { Mending } from './steps/row.js';

/** A wrong cell of the check that is mended in place: which one it is, and where the focus goes before and after. */
export class Mender {
  now: Mending | null = null;

  constructor(
    private readonly host: ImportHost & { readonly renderRoot: ParentNode },
    private readonly model: ImportModel,
    private readonly rows: () => RowWindow,
  ) {}

  /** Opens a field in place of the cell. */
  async begin(mending: Mending): Promise<void> {
    await this.#show(mending);
    const input = this.host.renderRoot.querySelector<HTMLInputElement>('input.mend');
    input?.focus();
    input?.select();
  }

  /** The answer; null = as it was. A field that is taken away loses the focus, which is no second answer. */
  async finish({ line, column }: Mending, value: string | null): Promise<void> {
    if (this.now?.line !== line || this.now.column !== column) return;
    const shown = this.#show(null);
    if (value !== null) this.model.mend(line, column, value);
    await shown;
    // The row may have gone on to another tile; the table is where one was.
    const root = this.host.renderRoot;
    const row = root.querySelector(`.prow[data-line="${line}"]`);
    (row?.querySelector<HTMLElement>('button') ?? root.querySelector<HTMLElement>('.win'))?.focus();
  }

  async #show(mending: Mending | null): Promise<void> {
    const rows = this.rows();
    this.now = mending;
    rows.pinned = mending ? this.#placeOf(mending) : -1;
    this.host.requestUpdate();
    await this.host.updateComplete;
    rows.update();
  }

  #placeOf({ line }: Mending): number {
    const [start, end] = this.rows().range;
    for (let index = start; index < end; index++) if (rowAt(index, this.model)?.line === line) return index;
    return -1;
  }
}
