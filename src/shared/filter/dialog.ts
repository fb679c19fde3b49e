import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Filter } from '../../domain/filter.js';
import type { Dialog } from '../dialog.js';
import { draftOf, newCondition, readDraft } from './draft.js';
import type { DraftGroup } from './draft.js';
import { filterWords } from './model.js';
import type { FilterModel, FilterWords } from './model.js';
import { groupRows, holdsField } from './rows.js';
import { SavedFilters } from './saved.js';
import type { RowParts } from './rows.js';

export { filterStyles as partStyles } from './filter.styles.js';

/**
 * The whole filter of a view: any field, groups with all or any of their conditions. Nothing is asked before "Apply"; Escape
 * leaves all as it was.
 */
export function openFilter(dialog: Dialog, model: FilterModel, returnTo?: () => HTMLElement | null): void {
  let draft = begin(model.filter, model);
  let sources: readonly string[] | null = null;
  // Asked for each time: a language may come while it is open.
  const words = (): FilterWords => filterWords(model.lang);
  const parts = (): RowParts => ({
    model,
    sources,
    redraw: () => dialog.draw(),
    focus: (selector) => dialog.element?.querySelector<HTMLElement>(selector)?.focus(),
  });
  const saved = new SavedFilters({
    model,
    dialog,
    read: () => {
      const filter = readDraft(draft, model);
      return filter && flat(draft, filter);
    },
    show: (filter) => (draft = begin(filter, model)),
    focus: (selector) => dialog.element?.querySelector<HTMLElement>(selector)?.focus(),
  });
  /** What the form says, without telling what is wrong in it. */
  const now = (): Filter | null => {
    const copy = structuredClone(draft);
    const filter = readDraft(copy, model);
    return filter && flat(copy, filter);
  };
  const submit = (): void => {
    const filter = readDraft(draft, model);
    dialog.draw();
    if (filter === null) return dialog.focusFirst();
    const next = flat(draft, filter);
    saved.applied(next);
    dialog.close();
    model.setFilter(next);
    model.say(words().filter.applied(next.length));
  };
  const clear = (): void => {
    draft = draftOf([], model);
    dialog.draw();
    dialog.element?.querySelector<HTMLElement>(`[data-add-condition]`)?.focus();
  };
  /** Whether it differs from what was saved is said while one types; boxes and lists are read when they say `change`. */
  const typed = (event: Event): void => {
    if ((event.target as Element).matches('input:not([type=checkbox], [type=radio])')) dialog.draw();
  };
  const body = (): TemplateResult => html`<div class="fdialog" @input=${typed}>
    ${saved.render(now())}${holdsField(draft, words().filter.holds, parts())}${groupRows(draft, 0, parts())}
  </div>`;
  const foot = (): TemplateResult => {
    const { filter: t, common } = words();
    return html`<button type="button" class="btn btn--quiet" data-clear-filter @click=${clear}>${t.clearAll}</button>
    <span class="grow"></span>
    <button type="button" class="btn" @click=${() => dialog.close()}>${common.cancel}</button>
    <button type="submit" class="btn btn--primary" data-apply>${t.apply}</button>`;
  };
  const ends = [saved.watch(), model.store?.directory.subscribe(() => dialog.isOpen && dialog.draw())];
  dialog.open({
    width: 720,
    returnTo,
    onClose: () => ends.forEach((end) => end?.()),
    focus: '.fcondition select, .fgroup select',
    content: () => {
      const { filter: t, common } = words();
      return dialog.frame({
        title: t.dialogTitle(model.subject === 'lead' ? t.leads : t.deals),
        body: body(),
        foot: foot(),
        close: common.cancel,
        onSubmit: submit,
      });
    },
  });
  void model.store?.directory
    .sources()
    .catch(() => [])
    .then((found) => {
      sources = found;
      if (dialog.isOpen) dialog.draw();
    });
}

/** A filter that is nothing but one "any" is shown as what it is, not as a group in a list of one. */
function begin(filter: Filter, model: FilterModel): DraftGroup {
  const draft = draftOf(filter, model);
  const [only, ...more] = draft.parts;
  if (only && more.length === 0 && 'parts' in only) return only;
  if (draft.parts.length === 0) draft.parts = [newCondition(model)];
  return draft;
}

/** And kept as that again. */
function flat({ any }: DraftGroup, filter: Filter): Filter {
  return any && filter.length > 1 ? [{ any: filter }] : filter;
}
