import type { DealProduct, Id } from '../../../domain/records.js';
import { save } from '../save.js';
import type { DetailModel } from '../model.js';
import { readCell, typedOf, type Column } from './fields.js';
import { productWords } from './words.js';

/** What a person stands on; `menu` is the last of a line. */
export type Stop = Column | 'menu';

export interface Editing {
  readonly id: Id;
  readonly column: Column;
  /** What the editor began with. */
  readonly before: string;
  typed: string;
  error: string;
}

/** How one goes about in the table, as in a spreadsheet: one tab stop, arrows, Enter or F2 to edit, Tab on to the next cell while editing. */
export class Cells {
  editing: Editing | null = null;
  /** The tab stop. */
  active: { readonly id: Id; readonly stop: Stop } | null = null;
  /** What was typed and is on its way to the storage, by line and column. */
  readonly pending = new Map<string, string>();

  constructor(
    readonly model: DetailModel,
    readonly lines: () => readonly DealProduct[],
    readonly currency: () => string,
    /** Those that are shown: without tax there is no column for it. */
    readonly shown: () => readonly Column[],
    /** Alt with an arrow. */
    readonly move: (line: DealProduct, by: -1 | 1) => void,
    /** Draws the lines that are not drawn yet. */
    readonly whole: () => void,
  ) {}

  /** The cell that Tab comes to: where one was last, or the first of all. */
  get stop(): { readonly id: Id; readonly stop: Stop } | null {
    const { active } = this;
    const lines = this.lines();
    if (active !== null && lines.some(({ id }) => id === active.id)) return active;
    return lines[0] ? { id: lines[0].id, stop: 'name' } : null;
  }

  get locked(): string | undefined {
    return this.model.why('deal-product-edit');
  }

  edit(line: DealProduct, column: Column, typed?: string): void {
    if (this.locked !== undefined) return;
    const { editing } = this;
    if (editing !== null && (editing.id !== line.id || editing.column !== column) && !this.commit()) return;
    const before = typedOf(this.model, line, column);
    this.editing = { id: line.id, column, before, typed: typed ?? before, error: '' };
    this.active = { id: line.id, stop: column };
    this.model.update();
    void this.#intoEditor(typed === undefined);
  }

  async #intoEditor(all: boolean): Promise<void> {
    await this.model.host.updateComplete;
    const editor = (): HTMLInputElement | null | undefined =>
      this.model.host.shadowRoot?.querySelector<HTMLInputElement>('[data-cell-input]');
    if (!editor()) this.whole();
    const input = editor();
    if (!input || input === input.ownerDocument.activeElement) return;
    input.focus();
    if (all) input.select();
  }

  /** @returns whether it may be left: what is wrong stays as it was typed, with the reason */
  commit(): boolean {
    const { editing, model } = this;
    if (editing === null) return true;
    const line = this.lines().find(({ id }) => id === editing.id);
    if (line === undefined || editing.typed.trim() === editing.before.trim()) {
      this.editing = null;
      model.update();
      return true;
    }
    const read = readCell(model, line, editing.column, editing.typed, this.currency());
    if (typeof read === 'string') {
      editing.error = read;
      model.update();
      return false;
    }
    this.editing = null;
    const key = `${line.id} ${editing.column}`;
    this.pending.set(key, editing.typed);
    model.update();
    const words = productWords(model);
    save(model, 'deal-product-edit', { id: line.id, fields: read }, words[editing.column])
      .catch((error: Error) => {
        // What was typed comes back with the reason, unless somebody types elsewhere by now.
        this.editing ??= { ...editing, error: error.message };
      })
      .finally(() => {
        this.pending.delete(key);
        model.update();
      });
    return true;
  }

  cancel(): void {
    const { editing } = this;
    this.editing = null;
    this.model.update();
    if (editing !== null) void this.focus(editing.id, editing.column);
  }

  async focus(id: Id, stop: Stop): Promise<void> {
    this.active = { id, stop };
    this.model.update();
    await this.model.host.updateComplete;
    const cell = (): HTMLElement | null | undefined =>
      this.model.host.shadowRoot?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${id} ${stop}`)}"]`);
    if (!cell()) this.whole();
    cell()?.focus();
  }

  /** Keys on a cell. */
  readonly keydown = (event: KeyboardEvent): void => {
    const [id = '', stop] = this.#at(event);
    const lines = this.lines();
    const at = lines.findIndex((line) => line.id === id);
    const line = lines[at];
    if (line === undefined || stop === undefined || event.isComposing) return;
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      take(event);
      return this.move(line, key === 'ArrowUp' ? -1 : 1);
    }
    if (altKey) return;
    const stops: readonly Stop[] = [...this.shown(), 'menu'];
    const place = stops.indexOf(stop);
    const rtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const side = (step: number): Stop | undefined => stops[place + (rtl ? -step : step)];
    const go = (to: DealProduct | undefined, where: Stop | undefined): void => {
      take(event);
      if (to && where) void this.focus(to.id, where);
    };
    const mod = ctrlKey || metaKey;
    switch (key) {
      case 'ArrowDown':
        return go(lines[at + 1], stop);
      case 'ArrowUp':
        return go(lines[at - 1], stop);
      case 'ArrowRight':
        return go(line, side(1));
      case 'ArrowLeft':
        return go(line, side(-1));
      case 'Home':
        return go(mod ? lines[0] : line, stops[0]);
      case 'End':
        return go(mod ? lines.at(-1) : line, stops.at(-1));
    }
    if (stop === 'menu' || mod) return;
    if (key === 'Enter' || key === 'F2') {
      take(event);
      return this.edit(line, stop);
    }
    // A number that is typed takes the place of what stands there; letters are shortcuts of the view.
    if (stop !== 'name' && /^[\p{Nd}.,%-]$/u.test(key)) {
      take(event);
      this.edit(line, stop, key);
    }
  };

  #at(event: Event): readonly [Id?, Stop?] {
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]')?.dataset['cell'];
    const cut = cell?.lastIndexOf(' ') ?? -1;
    return cell === undefined || cut < 0 ? [] : [cell.slice(0, cut), cell.slice(cut + 1) as Stop];
  }

  /** Keys in the editor of a cell. */
  readonly typing = (event: KeyboardEvent): void => {
    const { editing } = this;
    if (editing === null || event.isComposing) return;
    const { key, shiftKey } = event;
    if (key === 'Escape') {
      take(event);
      return this.cancel();
    }
    // Letters are no shortcuts of the view while one types.
    event.stopPropagation();
    if (key !== 'Enter' && key !== 'Tab') return;
    const lines = this.lines();
    const at = lines.findIndex(({ id }) => id === editing.id);
    if (!this.commit()) return take(event);
    if (key === 'Enter') {
      take(event);
      const down = lines[at + (shiftKey ? -1 : 1)] ?? lines[at];
      if (down) void this.focus(down.id, editing.column);
      return;
    }
    const order = lines.flatMap((line) => this.shown().map((column) => [line, column] as const));
    const here = order.findIndex(([line, column]) => line.id === editing.id && column === editing.column);
    const next = order[here + (shiftKey ? -1 : 1)];
    // Beyond the last one, or the first, Tab leaves the table.
    if (next === undefined) return;
    take(event);
    this.edit(...next);
  };

  /** The editor was left by a press elsewhere. */
  left(editing: Editing): void {
    queueMicrotask(() => {
      if (this.editing === editing && editing.error === '') this.commit();
    });
  }
}

function take(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
