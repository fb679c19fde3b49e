import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { cardFields } from '../../i18n/en/card-fields.js';
import { wordsOf } from '../../i18n/words.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { moveInList } from '../../shared/list-keys.js';
import type { Popup } from '../../shared/popup.js';
import { defaultFields, mostFields } from './card-fields.js';
import type { BoardModel } from './model.js';
import { allFields } from './own-card.js';
import type { CardField } from './own-card.js';

/** Which fields the cards show, and in which order: by box and by arrows, so that the keyboard needs no dragging. */
export function openFields(popup: Popup, anchor: HTMLElement, model: BoardModel): void {
  popup.show(anchor, {
    label: () => wordsOf('cardFields', cardFields, model.words.lang).title,
    align: 'end',
    focus: 'input',
    content: () => content(popup, model),
  });
}

function content(popup: Popup, model: BoardModel): TemplateResult {
  const t = wordsOf('cardFields', cardFields, model.words.lang);
  const all = allFields(model);
  const chosen = model.host.fields.flatMap((id) => all.find((field) => field.id === id) ?? []);
  const rest = all.filter((field) => !chosen.includes(field));
  const ids = chosen.map(({ id }) => id);
  const set = (fields: readonly string[], focus: string): void => {
    model.arrange({ fields });
    // Its row has moved, and the browser takes the focus from what moves.
    void model.host.updateComplete.then(() => popup.element?.querySelector<HTMLElement>(focus)?.focus());
  };
  return html`<div class="card-fields">
    <div class="menu-head" id="fields-head">${t.title}</div>
    <p id="fields-most">${t.most(ids.length, mostFields)}</p>
    <div role="group" aria-labelledby="fields-head" aria-describedby="fields-most" @keydown=${moveInList}>
      ${repeat(
        [...chosen, ...rest],
        ({ id }) => id,
        (field) => item(field, ids, set, model),
      )}
    </div>
    <hr />
    <button type="button" class="menu-item" data-reset @click=${() => set(defaultFields, '[data-reset]')}>${t.reset}</button>
  </div>`;
}

function item(
  { id, name }: CardField,
  ids: readonly string[],
  set: (fields: readonly string[], focus: string) => void,
  model: BoardModel,
): TemplateResult {
  const t = wordsOf('cardFields', cardFields, model.words.lang);
  const at = ids.indexOf(id);
  const full = at < 0 && ids.length >= mostFields;
  const own = `[data-field="${CSS.escape(id)}"]`;
  const toggle = (event: Event): void => {
    if (full) {
      (event.target as HTMLInputElement).checked = false;
      return model.say(t.full(mostFields));
    }
    set(at < 0 ? [...ids, id] : ids.filter((one) => one !== id), `${own} input`);
  };
  const move = (by: -1 | 1): void => {
    const to = at + by;
    const goesOn = by < 0 ? to > 0 : to < ids.length - 1;
    set(ids.toSpliced(at, 1).toSpliced(to, 0, id), `${own} [data-by="${goesOn ? by : -by}"]`);
    model.say(t.movedTo(name, to + 1, ids.length));
  };
  const arrow = (by: -1 | 1): TemplateResult => html`<button
    type="button"
    class="btn btn--icon btn--quiet btn--sm"
    aria-label=${by < 0 ? t.moveUp(name) : t.moveDown(name)}
    title=${by < 0 ? t.moveUp(name) : t.moveDown(name)}
    ?disabled=${by < 0 ? at <= 0 : at === ids.length - 1}
    data-by=${by}
    @click=${() => move(by)}
  >${icon(by < 0 ? icons.up : icons.down)}</button>`;
  return html`<div class="field-item" data-field=${id}>
    <label class="menu-item"
      ><input type="checkbox" class="check" .checked=${at >= 0} aria-disabled=${full ? 'true' : 'false'} @change=${toggle} /><span class="grow"><bdi>${name}</bdi></span></label
    >
    ${at < 0 ? '' : html`${arrow(-1)}${arrow(1)}`}
  </div>`;
}
