import type { TemplateResult } from 'lit';
import type { Forms } from './form.js';
import { FORM } from './items.js';
import type { Item, Items } from './items.js';
import type { AgendaModel } from './model.js';
import type { Parents } from './parents.js';
import type { DayProposal } from './proposal.js';
import type { Rover } from './rover.js';
import { activityRow, headRow, skeletonRow, unplannedRow } from './row.js';
import type { RowState } from './row.js';
import type { Selection } from './selection.js';

/** Draws each line of the list, and only where something of it is different. */
export class Lines {
  #active = '';
  #drawing = 0;

  constructor(
    readonly model: AgendaModel,
    readonly items: Items,
    readonly parents: Parents,
    readonly selection: Selection,
    readonly rover: Rover,
    readonly forms: { readonly forms: Forms; readonly proposal: DayProposal },
  ) {}

  /** Before each drawing. */
  check(): void {
    this.#drawing++;
    this.#active = this.rover.active;
  }

  #editing(item: Item): boolean {
    const { editing } = this.forms.forms;
    return item.record !== undefined && editing?.before?.id === item.record.id && !editing.lost;
  }

  #state(item: Item, index: number): RowState {
    const { record, section } = item;
    return {
      index,
      stop: item.id !== '' && item.id === this.#active,
      selected: record !== undefined && this.selection.has(record.id),
      selecting: this.selection.size > 0 && section.kind !== 'done',
      pending: record !== undefined && section.list.pending(record.id),
      parent: record && 'done' in record ? this.parents.of(record) : null,
      closed: this.items.isClosed(section),
    };
  }

  shows(index: number): readonly unknown[] {
    const item = this.items.at(index);
    if (!item) return [];
    // Forms are drawn each time: what is typed changes them.
    if (item.id === FORM || this.#editing(item)) return [this.#drawing];
    const { parent, ...state } = this.#state(item, index);
    const { words, today, store } = this.model;
    return [
      item.id,
      item.record,
      item.section,
      item.section.kind,
      item.place === -1 ? item.section.total : 0,
      ...(Object.values(state) as unknown[]),
      parent?.record,
      words.t,
      words.lang,
      today,
      store?.directory.users,
      store?.settings,
    ];
  }

  draw(index: number): TemplateResult {
    const item = this.items.at(index);
    if (!item) return skeletonRow();
    const { forms, proposal } = this.forms;
    const state = this.#state(item, index);
    if (item.id === FORM) return proposal.render(index, state.stop);
    if (item.place === -1) return headRow(item, this.model, state);
    const { record } = item;
    if (!record) return skeletonRow();
    if (!('done' in record)) return unplannedRow(record, item, this.model, state);
    return this.#editing(item) ? forms.renderEdit(record, index) : activityRow(record, item, this.model, state);
  }

  /** What decides how tall a line is. */
  kindOf(index: number): string {
    const item = this.items.at(index);
    if (!item) return '';
    const { forms, proposal } = this.forms;
    if (item.id === FORM) return `proposal ${proposal.version}`;
    if (item.place === -1) return 'head';
    return this.#editing(item) ? `edit ${forms.version}` : 'row';
  }
}
