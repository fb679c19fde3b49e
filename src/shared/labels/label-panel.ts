import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fold } from '../../domain/fold.js';
import type { Id, Label } from '../../domain/records.js';
import * as icons from '../icons.js';
import { icon } from '../icon.js';
import type { Popup } from '../popup.js';
import { moveInList, moveIntoList } from '../list-keys.js';
import { LabelEditor } from './label-editor.js';
import { labelWords } from './place.js';
import type { LabelPlace } from './place.js';

export interface LabelPanelOptions {
  readonly popup: Popup;
  readonly anchor: HTMLElement;
  /** The leads or deals to put them on; none = only to make and change labels. */
  readonly ids: readonly Id[];
  readonly model: LabelPlace;
  /** The labels that one of them has now; undefined = not known here. */
  readonly labelsOf: (id: Id) => readonly Id[] | undefined;
  /** Puts labels on and takes them off. */
  readonly put: (add: readonly Id[], remove: readonly Id[]) => unknown;
  readonly onClose?: () => void;
}

/** Puts labels on leads or deals and takes them off; makes, renames, recolours and deletes them in the same place. */
export function openLabels({ popup, anchor, ids, model, labelsOf, put: store, onClose }: LabelPanelOptions): void {
  const words = (): ReturnType<typeof labelWords> => labelWords(model);
  let find = '';
  /** What was put on or off here, over what the records say: the answer of the storage may take a moment. */
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
    void store(on ? [id] : [], on ? [] : [id]);
    draw();
  };

  const content = (): TemplateResult => {
    if (editor.isOpen) return editor.render();
    const labels = model.store?.directory.labels ?? [];
    const shown = find.trim() === '' ? labels : labels.filter(({ name }) => fold(name).includes(fold(find.trim())));
    const make = find.trim() !== '' && !labels.some(({ name }) => fold(name) === fold(find.trim()));
    return html`<div class="menu-find input"
        >${icon(icons.search)}<input
          aria-label=${words().findLabel}
          placeholder=${words().findLabel}
          autocomplete="off"
          maxlength="60"
          .value=${find}
          @input=${(event: InputEvent) => {
            find = (event.target as HTMLInputElement).value;
            draw();
          }}
          @keydown=${(event: KeyboardEvent) => {
            moveIntoList(event);
            if (event.key !== 'Enter' || !make || event.isComposing) return;
            event.preventDefault();
            editor.open(null, find.trim());
          }}
      /></div>
      <div class="checklist" role="group" aria-label=${words().labelsTitle} @keydown=${moveInList}>
        ${shown.map((label) => item(label))}
        ${labels.length === 0 && !make ? html`<p class="menu-none">${words().labelsNone}</p>` : nothing}
      </div>
      ${
        make
          ? html`<hr /><button type="button" class="menu-item" data-make @click=${() => editor.open(null, find.trim())}
              >${icon(icons.plus)}<bdi>${words().makeLabel(find.trim())}</bdi></button
            >`
          : nothing
      }`;
  };

  const item = (label: Label): TemplateResult => {
    const state = stateOf(label.id);
    const dot = html`<span class="label label--dot" data-c=${label.color}><span dir="auto">${label.name}</span></span>`;
    const edit = words().editLabel(label.name);
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

  /** true = all of them have it, null = some. Of many those that are loaded tell. */
  const stateOf = (id: Id): boolean | null => {
    const set = put.get(id);
    if (set !== undefined) return set;
    let has = 0;
    let known = 0;
    for (const recordId of ids) {
      const labelIds = labelsOf(recordId);
      if (!labelIds) continue;
      known++;
      if (labelIds.includes(id)) has++;
    }
    return has === 0 ? false : has === known && known === ids.length ? true : null;
  };

  popup.show(anchor, {
    label: () => words().labelsTitle,
    content,
    focus: 'input',
    onClose,
    align: anchor.closest('.lrow') ? 'end' : 'start',
  });
}
export { picker as partStyles } from '../../styles/controls/picker.js';
