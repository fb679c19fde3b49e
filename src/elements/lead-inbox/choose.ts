import type { Id } from '../../domain/records.js';
import type { InboxModel } from './model.js';

/** Says how many are chosen now. */
export function announceSelection(model: InboxModel): void {
  const count = model.selection.count(model.total);
  model.say(count === undefined ? model.t.inbox.selectedAll : model.t.inbox.selectionSaid(count));
}

export function clearSelection(model: InboxModel): void {
  model.selection.clear();
  model.update();
}

/** Chooses a lead, or lets it go; ranges begin here. */
export function toggle(model: InboxModel, id: Id): void {
  model.selection.toggle(id);
  announceSelection(model);
  model.update();
}

/** From the last row that was chosen on its own to this one. */
export function selectTo(model: InboxModel, id: Id): void {
  const { selection, list } = model;
  const to = list?.indexOf(id) ?? -1;
  const from = selection.anchor === null ? -1 : (list?.indexOf(selection.anchor) ?? -1);
  if (to < 0 || from < 0) return toggle(model, id);
  choose(model, Math.min(from, to), Math.max(from, to) + 1);
  announceSelection(model);
  model.update();
}

/** The box in the head: what is on the screen, with an offer of the rest; a second time nothing. */
export function chooseShown(model: InboxModel, range: () => readonly [number, number]): void {
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
export function chooseAll(model: InboxModel): void {
  const { selection } = model;
  selection.whenAnswered(model.list, () => {
    selection.selectAll();
    selection.offerAll = true;
    announceSelection(model);
    model.update();
  });
}

function choose(model: InboxModel, start: number, end: number): void {
  for (let index = start; index < end; index++) {
    const lead = model.lead(index);
    if (lead) model.selection.set(lead.id, true);
  }
}
