import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { importantStages } from '../../domain/important.js';
import type { Field } from '../../domain/records.js';
import { errorBox } from '../deals/error-box.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { MenuItem } from '../menu.js';
import { grip } from './grip.js';
import { typeForms } from './types.js';
import type { FieldsView } from './view.js';

/** All fields in their order: named, put in another place, changed, and one more. */
export function fieldList(view: FieldsView): TemplateResult {
  const { place, t, fields, menu, error, counts, over } = view;
  const { dialog } = place;
  const noAdd = view.why('field-add', null);
  const add = html`<button
    type="button" class="btn ${fields.length === 0 ? 'btn--primary' : ''}" data-add-field aria-disabled=${noAdd === null ? nothing : 'true'}
    title=${noAdd ?? nothing} @click=${() => noAdd === null && view.edit(null)}
  >${icon(icons.plus)}${fields.length === 0 ? t.addFirst : t.add}</button>`;
  return dialog.frame({
    title: t.title,
    text: fields.length > 0 ? t.text : undefined,
    body: html`${errorBox(error)}${
      fields.length === 0
        ? html`<div class="fields-empty"><b>${t.empty}</b><p>${t.emptyText}</p>${add}${noAdd === null ? nothing : html`<p class="muted">${noAdd}</p>`}</div>`
        : html`<ol class="fields-list ${over === null ? 'is-last' : ''}">
            ${repeat(
              fields,
              ({ id }) => id,
              (field, index) => row(field, index, view),
            )}
          </ol>`
    }${menu.render()}`,
    foot: html`${fields.length === 0 ? nothing : add}<span class="grow" role="status">${view.said || (fields.length > 0 && counts === null ? t.counting : '')}</span
      ><button type="submit" class="btn ${fields.length === 0 ? '' : 'btn--primary'}">${place.words.t.common.close}</button>`,
    close: place.words.t.common.close,
    onSubmit: () => dialog.close(),
  });
}

function row(field: Field, index: number, view: FieldsView): TemplateResult {
  const { t, place, counts, inline, over } = view;
  const { word, icon: drawing } = typeForms[field.type] ?? typeForms.text;
  const noEdit = view.why('field-edit', field);
  const noSort = view.why('fields-sort', field);
  const options = field.type === 'option' || field.type === 'options' ? t.optionsOf(field.options.length) : '';
  // A formula holds nothing: what it gives is worked out.
  const values = counts === null || field.type === 'formula' ? '' : t.valuesOf(counts.get(field.id) ?? 0);
  const stages = importantStages(field, (id) => place.crm.store?.directory.stage(id) !== undefined).length;
  const important = stages === 0 ? t.tagImportant : t.tagImportantIn(stages);
  const tags = [field.required && t.tagRequired, field.important && important, field.onCards && t.tagCards].filter(
    (tag) => typeof tag === 'string',
  );
  return html`<li
    data-field=${field.id} class=${over === field.id ? 'is-before' : nothing}
    @keydown=${(event: KeyboardEvent) => keys(event, field, index, view)}
  >
    <span class="field-grip" data-grip aria-hidden="true" title=${noSort ?? t.grip}>${icon(grip)}</span>
    <span class="field-type">${icon(drawing)}</span>
    <div class="grow">
      <div class="field-name">${inline.render({
        key: `field-${field.id}`,
        name: t.nameOf,
        text: field.name,
        locked: noEdit ?? undefined,
        commit: (name) => view.rename(field, name),
      })}</div>
      <small>${[word(t), options, values].filter((part) => part !== '').join(' · ')}${tags.map((tag) => html` <span class="tag">${tag}</span>`)}</small>
    </div>
    <button type="button" class="btn btn--sm" data-edit-field aria-label=${t.editOf(field.name)} aria-disabled=${noEdit === null ? nothing : 'true'}
      title=${noEdit ?? nothing} @click=${() => noEdit === null && view.edit(field)}>${place.words.t.common.edit}</button>
    <button type="button" class="btn btn--icon btn--quiet btn--sm" data-more-field aria-haspopup="menu" aria-expanded="false" aria-label=${t.moreFor(field.name)}
      title=${t.moreFor(field.name)} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown" @click=${(event: Event) => openMenu(event.currentTarget as HTMLElement, field, view)}>${icon(icons.more)}</button>
  </li>`;
}

/** Alt with an arrow puts the field before or behind its neighbour. */
function keys(event: KeyboardEvent, field: Field, index: number, view: FieldsView): void {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  if (!event.altKey || by === 0 || view.why('fields-sort', field) !== null) return;
  event.preventDefault();
  event.stopPropagation();
  view.move(field, index + by);
}

function openMenu(anchor: HTMLElement, field: Field, view: FieldsView): void {
  const { menu, inline, place } = view;
  const items = (): readonly MenuItem[] => {
    const { t } = view;
    const at = view.fields.findIndex(({ id }) => id === field.id);
    const last = view.fields.length - 1;
    const noSort = view.why('fields-sort', field) ?? undefined;
    const noEdit = view.why('field-edit', field) ?? undefined;
    const move = (id: string, label: string, drawing: icons.Drawing, to: number): readonly MenuItem[] =>
      to === at ? [] : [{ id, label, icon: drawing, disabled: noSort, run: () => view.move(field, to) }];
    return [
      {
        id: 'edit',
        label: place.words.t.common.edit,
        icon: icons.columns,
        disabled: noEdit,
        run: () => view.edit(field),
      },
      {
        id: 'rename',
        label: t.rename,
        icon: icons.label,
        disabled: noEdit,
        run: () => inline.edit(`field-${field.id}`, field.name),
      },
      'separator',
      ...(at > 0 ? move('up', t.up, icons.up, at - 1) : []),
      ...(at < last ? move('down', t.down, icons.down, at + 1) : []),
      ...move('first', t.first, icons.up, 0),
      ...move('last', t.last, icons.down, last),
      'separator',
      {
        id: 'delete',
        label: t.deleteField,
        icon: icons.trash,
        negative: true,
        disabled: view.why('field-delete', field) ?? undefined,
        run: () => view.askDeletion(field),
      },
    ];
  };
  menu.open(anchor, () => ({ label: view.t.moreFor(field.name), items, align: 'end' }));
}
