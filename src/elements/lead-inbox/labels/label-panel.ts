import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fold } from '../../../domain/fold.js';
import type { Id, Label } from '../../../domain/records.js';
import * as icons from '../../../shared/icons.js';
import { icon } from '../../../shared/icon.js';
import type { Popup } from '../../../shared/popup.js';
import type { Actions } from '../actions.js';
import { moveInList } from '../filter/list-keys.js';
import type { InboxModel } from '../model.js';
import { moreWords } from '../more-words.js';
import { LabelEditor } from './label-editor.js';

export interface LabelPanelOptions {
  readonly popup: Popup;
  readonly anchor: HTMLElement;
  /** The leads to put them on; none = only to make and change labels. */
  readonly ids: readonly Id[];
  readonly model: InboxModel;
  readonly actions: Actions;
  readonly onClose?: () => void;
}

/** Puts labels on leads and takes them off; makes, renames, recolours and deletes them in the same place. */
export function openLabels({ popup, anchor, ids, model, actions, onClose }: LabelPanelOptions): void {
  const words = moreWords(model);
  let find = '';
  /** What was put on or off here, over what the leads say: the answer of the storage may take a moment. */
  const put = new Map<Id, boolean>();
  /** Through the element's own update, after which the panel is put in its place again: its size may have changed. */
  const draw = (): void => model.update();
  const back = (): void => {
    editor.close();
    draw();
    void model.host.updateComplete.then(() => popup.element?.querySelector('input')?.focus());
  };
  const editor = new LabelEditor(popup, model, back, (made) => ids.length > 0 && apply(made, true));

  const apply = (id: Id, on: boolean): void => {
    put.set(id, on);
    void actions.label(on ? [id] : [], on ? [] : [id], ids);
    draw();
  };

  const content = (): TemplateResult => {
    if (editor.isOpen) return editor.render();
    const labels = model.store?.directory.labels ?? [];
    const shown = find.trim() === '' ? labels : labels.filter(({ name }) => fold(name).includes(fold(find.trim())));
    const make = find.trim() !== '' && !labels.some(({ name }) => fold(name) === fold(find.trim()));
    return html`<div class="menu-find input"
        >${icon(icons.search)}<input
          aria-label=${words.findLabel}
          placeholder=${words.findLabel}
          autocomplete="off"
          maxlength="60"
          .value=${find}
          @input=${(event: InputEvent) => {
            find = (event.target as HTMLInputElement).value;
            draw();
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || !make || event.isComposing) return;
            event.preventDefault();
            editor.open(null, find.trim());
          }}
      /></div>
      <div class="checklist" role="group" aria-label=${words.labelsTitle} @keydown=${moveInList}>
        ${shown.map((label) => item(label))}
        ${labels.length === 0 && !make ? html`<p class="menu-none">${words.labelsNone}</p>` : nothing}
      </div>
      ${
        make
          ? html`<hr /><button type="button" class="menu-item" data-make @click=${() => editor.open(null, find.trim())}
              >${icon(icons.plus)}<bdi>${words.makeLabel(find.trim())}</bdi></button
            >`
          : nothing
      }`;
  };

  const item = (label: Label): TemplateResult => {
    const state = stateOf(label.id);
    const dot = html`<span class="label label--dot" data-c=${label.color}><span dir="auto">${label.name}</span></span>`;
    const edit = words.editLabel(label.name);
    return html`<div class="row column-item" data-label=${label.id}>
      ${
        ids.length === 0
          ? html`<span class="menu-item">${dot}</span>`
          : html`<label class="menu-item"
            ><input
              type="checkbox"
              class="check"
              .checked=${state === true}
              .indeterminate=${state === null}
              ?data-mixed=${state === null}
              @change=${() => apply(label.id, state !== true)}
            />${dot}</label
          >`
      }
      <button type="button" class="btn btn--icon btn--quiet btn--sm" aria-label=${edit} title=${edit} @click=${() => editor.open(label, label.name)}
        >${icon(icons.more)}</button
      >
    </div>`;
  };

  /** true = all of the leads have it, null = some. Of many leads those that are loaded tell. */
  const stateOf = (id: Id): boolean | null => {
    const set = put.get(id);
    if (set !== undefined) return set;
    let has = 0;
    let known = 0;
    for (const leadId of ids) {
      const index = model.list?.indexOf(leadId) ?? -1;
      const lead = index < 0 ? undefined : model.lead(index);
      if (!lead) continue;
      known++;
      if (lead.labelIds.includes(id)) has++;
    }
    return has === 0 ? false : has === known && known === ids.length ? true : null;
  };

  popup.show(anchor, {
    label: words.labelsTitle,
    content,
    focus: 'input',
    onClose,
    align: anchor.closest('.lrow') ? 'end' : 'start',
  });
}
export { partStyles } from '../parts.styles.js';
