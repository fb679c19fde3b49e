import type { Field, Id } from '../../domain/records.js';
import { Drag } from '../drag.js';
import type { Point } from '../drag.js';
import type { FieldsView } from './view.js';

/** A field dragged by its grip to another place in the list. */
export class FieldDrag {
  /** In front of which field it would stand; null = last, undefined = nothing is dragged. */
  over: Id | null | undefined;

  constructor(readonly view: FieldsView) {
    const { host, dialog } = view.place;
    new Drag<Field>(host, {
      grip: (event) => {
        const at = event.composedPath()[0];
        const grip = at instanceof Element ? at.closest('[data-grip]') : null;
        const row = grip?.closest<HTMLElement>('[data-field]');
        if (!row || !dialog.element?.contains(row)) return null;
        const field = view.fields.find(({ id }) => id === row.dataset['field']);
        return field && view.why('fields-sort', field) === null ? { item: field, element: row } : null;
      },
      onLift: (field) => this.#put(this.#behind(field)),
      onOver: (_field, target, point) => this.#put(this.#before(target, point)),
      onDrop: (field, target, point) => {
        const before = this.#before(target, point);
        this.#put(undefined);
        if (before === undefined || before === field.id) return;
        const others = view.fields.filter(({ id }) => id !== field.id);
        const to = before === null ? others.length : others.findIndex(({ id }) => id === before);
        if (to >= 0 && view.fields[to]?.id !== field.id) view.move(field, to);
      },
      onCancel: () => this.#put(undefined),
      scrollers: () => {
        const body = dialog.element?.querySelector<HTMLElement>('.dialog-body');
        return body ? [body] : [];
      },
      stillThere: ({ id }) => dialog.isOpen && view.fields.some((field) => field.id === id),
    });
  }

  #put(over: Id | null | undefined): void {
    if (this.over === over) return;
    this.over = over;
    this.view.place.dialog.draw();
  }

  #behind(field: Field): Id | null {
    const { fields } = this.view;
    return fields[fields.findIndex(({ id }) => id === field.id) + 1]?.id ?? null;
  }

  /** The field below the pointer, or the one behind it where the pointer is in its lower half; undefined beside the list. */
  #before(target: Element | null, { y }: Point): Id | null | undefined {
    const row = target?.closest<HTMLElement>('[data-field]');
    if (!row || !this.view.place.dialog.element?.contains(row)) return undefined;
    const field = this.view.fields.find(({ id }) => id === row.dataset['field']);
    if (!field) return undefined;
    const box = row.getBoundingClientRect();
    return y < box.top + box.height / 2 ? field.id : this.#behind(field);
  }
}
