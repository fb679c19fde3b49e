import type { TemplateResult } from 'lit';
import type { Id } from '../../domain/records.js';
import type { SetupKeeper } from '../setup-keeper.js';
import type { CrmHost } from '../store-controller.js';
import type { Selection } from './selection.js';

/** What a row is of. */
export interface RowRecord {
  readonly id: Id;
}

/** A column, as far as the grid goes by it. */
export interface TableColumn {
  /** Its place in the grid, as CSS writes a track; the first number in it is the least it needs, px. */
  readonly track: string;
  /** The same where the list is narrower than 900 px; null = the column leaves. */
  readonly midTrack: string | null;
}

/** The live list, as far as the grid goes by it. */
export interface TableList {
  readonly state: 'loading' | 'ready' | 'error';
  readonly total: number | undefined;
  indexOf(id: Id): number;
  row(index: number): unknown;
  hold: boolean;
}

/** The state of a list whose rows are gone about in, chosen and read by key, focus and pointer. */
export interface TableModel<R extends RowRecord = RowRecord, C extends TableColumn = TableColumn> {
  readonly host: CrmHost;
  readonly list: TableList | null;
  /** There is a list, and it is known how its rows are shown. */
  readonly ready: boolean;
  /** Loading has taken so long that it must be shown. */
  readonly slow: boolean;
  /** How many rows the list has; undefined = not known yet. */
  readonly total: number | undefined;
  /** Rows that can be drawn. */
  readonly places: number | undefined;
  readonly columns: readonly C[];
  readonly selection: Selection;
  readonly keeper: SetupKeeper | undefined;
  /** The row that has the tab stop, by id; it survives every change of the list. */
  active: Id | null;
  /** Its place when it was last seen: where the focus goes when it is gone. */
  activeIndex: number;
  /** The record in a place. */
  at(index: number): R | undefined;
  update(): void;
  say(text: string): void;
}

/** A command over many records that is being carried out. */
export interface Running {
  readonly text: string;
  readonly done: number;
  readonly of: number;
  readonly stop: () => void;
}

/** Draws a row on its way. */
export type DrawSkeleton<C extends TableColumn> = (columns: readonly C[]) => TemplateResult;
