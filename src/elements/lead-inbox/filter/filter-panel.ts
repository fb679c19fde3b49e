import type { Popup } from '../../../shared/popup.js';
import type { InboxModel } from '../model.js';
import { openBuilder } from './builder.js';
import { openChecklist } from './checklist.js';

/** Opens the filter of a field at its chip: a list of boxes where there is a list to choose from, else the builder. */
export function openFilter(
  popup: Popup,
  anchor: HTMLElement,
  field: string,
  model: InboxModel,
  editLabels: () => void,
): void {
  if (field === 'labelIds' || field === 'ownerId' || field === 'sourceName' || field === 'nextActivity')
    openChecklist({ popup, anchor, field, model, editLabels });
  else openBuilder(popup, anchor, field, model);
}
export { partStyles } from '../parts.styles.js';
