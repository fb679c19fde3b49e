import { conditionOn } from '../../../domain/filter-on.js';
import type { Popup } from '../../../shared/popup.js';
import type { InboxModel } from '../model.js';
import { openBuilder } from './builder.js';
import { isTicked, openChecklist } from './checklist.js';

/** Opens the filter of a field at its chip: a list of boxes where there is a list to choose from, else the builder. */
export function openFilter(
  popup: Popup,
  anchor: HTMLElement,
  field: string,
  model: InboxModel,
  editLabels: () => void,
  all: () => void,
): void {
  const condition = conditionOn(model.setup.filter, field);
  // A group, a second condition on one field, and what boxes or a line of fields cannot say are built in the dialog.
  if (field.startsWith('#')) all();
  else if (field === 'labelIds' || field === 'ownerId' || field === 'sourceName' || field === 'nextActivity') {
    if (condition && !isTicked(condition)) all();
    else openChecklist({ popup, anchor, field, model, editLabels });
  } else openBuilder(popup, anchor, field, model, all);
}
export { partStyles } from '../parts.styles.js';
