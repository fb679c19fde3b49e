import type { Id } from '../../domain/records.js';
import type { TableModel } from './model.js';

/** Says how many are chosen now. */
export function announceSelection(model: TableModel): void {
  const count = model.selection.count(model.total);
  model.say(model.selection.said(count));
}

export function clearSelection(model: TableModel): void {
  model.selection.clear();
  model.update();
}

/** Chooses a record, or lets it go; ranges begin here. */
export function toggle(model: TableModel, id: Id): void {
  model.selection.toggle(id);
  announceSelection(model);
  model.update();
}

/** From the last row that was chosen on its own to this one. */
export function selectTo(model: TableModel, id: Id): void {
  const { selection, list } = model;
  const to = list?.indexOf(id) ?? -1;
  const from = selection.anchor === null ? -1 : (list?.indexOf(selection.anchor) ?? -1);
  if (to < 0 || from < 0) return toggle(model, id);
  choose(model, Math.min(from, to), Math.max(from, to) + 1);
  announceSelection(model);
  model.update();
}

/** The box in the head: what is on the screen, with an offer of the rest; a second time nothing. */
export function chooseShown(model: TableModel, range: () => readonly [number, number]): void {
  const { selection } = model;
  selection.whenAnswered(model.list, () => {
    const { total = 0 } = model;
    if (!selection.empty(total)) clearSelection(model);
    else {
      choose(model, ...range());
      if (selection.count(total) === total) selection.selectAll();
      selection.offerAll = true;
      model.update();
    }
    announceSelection(model);
  });
}

/** All that match, seen or not. */
export function chooseAll(model: TableModel): void {
  const { selection } = model;
  selection.whenAnswered(model.list, () => {
    selection.selectAll();
    selection.offerAll = true;
    announceSelection(model);
    model.update();
  });
}

function choose(model: TableModel, start: number, end: number): void {
  for (let index = start; index < end; index++) {
    const record = model.at(index);
    if (record) model.selection.set(record.id, true);
  }
}
