import type { Field, Id } from '../../domain/records.js';
import type { InlineEdit } from '../inline-edit.js';
import type { Menu } from '../menu.js';
import type { Errors, FieldDraft } from './draft.js';
import type { FieldsPlace, FieldWords } from './place.js';
import type { Retyping } from './retyping.js';

/** What all parts of the dialog show and ask for. */
export interface FieldsView {
  readonly place: FieldsPlace;
  readonly t: FieldWords;
  readonly menu: Menu;
  readonly inline: InlineEdit;
  readonly fields: readonly Field[];
  /** How many records hold a value of each; null = not counted yet. */
  readonly counts: ReadonlyMap<Id, number> | null;
  /** Where what is dragged would stand: in front of this field; null = last, undefined = nothing is dragged. */
  readonly over: Id | null | undefined;
  /** What went wrong with all of it. */
  readonly error: string;
  /** What was taken back, or done again, last. */
  readonly said: string;
  why(
    name: 'field-add' | 'field-edit' | 'fields-sort' | 'field-delete' | 'field-retype',
    field: Field | null,
  ): string | null;
  /** @param field null = a new one */
  edit(field: Field | null): void;
  rename(field: Field, name: string): string | Promise<void>;
  /** @param to its place among the fields, from 0 */
  move(field: Field, to: number): void;
  askDeletion(field: Field): void;
  back(): void;
}

/** What the form of one field shows and asks for. */
export interface FormView extends FieldsView {
  readonly draft: FieldDraft;
  readonly errors: Errors;
  /** @param error what was wrong with it and need not be said any more */
  set(part: Partial<FieldDraft>, error?: string): void;
  /** Draws it, with the focus on the element of this id. */
  focus(id: string): void;
  submit(): void;
}

/** What the preview of a retype shows. */
export interface PreviewView extends FieldsView {
  readonly retyping: Retyping;
  carryOn(): void;
  takeBack(): void;
}
