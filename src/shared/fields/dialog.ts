import type { TemplateResult } from 'lit';
import type { CommandInputs } from '../../domain/plan.js';
import type { Field, Id } from '../../domain/records.js';
import { outcome } from '../../i18n/en/outcome.js';
import { wordsOf } from '../../i18n/words.js';
import { commandIn } from '../dialog-command.js';
import { InlineEdit } from '../inline-edit.js';
import { Menu } from '../menu.js';
import { errorWords } from '../outcome-words.js';
import { move, rename } from './arranging.js';
import { Counting } from './counts.js';
import { deletion } from './deletion.js';
import { discarding } from './discarding.js';
import { FieldDrag } from './drag.js';
import { addInput, editInput, errorsOf, face, fieldDraft, retypeInput } from './draft.js';
import type { Errors, FieldDraft } from './draft.js';
import { fieldForm } from './form.js';
import { fieldList } from './list.js';
import { fieldWords, redraw, refusal } from './place.js';
import type { FieldsPlace, FieldWords } from './place.js';
import { preview } from './preview.js';
import { RetypeRun } from './retype-run.js';
import type { Retyping } from './retyping.js';
import { FieldsTurning } from './turning.js';
import type { FormView, PreviewView } from './view.js';

/** The dialog of all fields: the list, the form of one, what asks before one goes, and what becomes of values. */
export class FieldsDialog implements FormView, PreviewView {
  readonly menu: Menu;
  readonly inline: InlineEdit;
  error = '';
  errors: Errors = {};
  draft!: FieldDraft;
  retyping!: Retyping;
  readonly #run = new RetypeRun(this);
  readonly #drag: FieldDrag;
  #began!: FieldDraft;
  #mode: 'list' | 'form' | 'delete' | 'preview' | 'discard' = 'list';
  #leaving: Field | null = null;
  /** What one typed into when it was asked whether to discard it; it goes on there. */
  #left = '';
  /** It was opened for one field, or a new one: there is no list to go back to. */
  #alone = false;
  readonly #counting = new Counting();
  readonly #turning = new FieldsTurning(this);
  /** Something was typed or chosen in the form since it was begun. */
  #touched = false;

  constructor(readonly place: FieldsPlace) {
    this.menu = new Menu(place.host);
    this.inline = new InlineEdit(place.host, place.words);
    this.#drag = new FieldDrag(this);
  }

  get t(): FieldWords {
    return fieldWords(this.place);
  }
  get fields(): readonly Field[] {
    return this.place.crm.store?.directory.fields ?? [];
  }
  get counts(): ReadonlyMap<Id, number> | null {
    return this.#counting.counts;
  }
  get said(): string {
    return this.#turning.said;
  }
  get over(): Id | null | undefined {
    return this.#drag.over;
  }

  open(add: boolean): void {
    const { dialog, crm } = this.place;
    const { store } = crm;
    if (!store || dialog.isOpen) return;
    const off = store.directory.subscribe(() => redraw(this.place));
    const open = new AbortController();
    this.#alone = add;
    this.#mode = 'list';
    this.error = '';
    if (add) this.#begin(null);
    dialog.open({
      width: 620,
      focus: add ? '#field-name' : '[data-add-field]',
      returnTo: this.place.returnTo,
      content: () => this.#content(),
      mayClose: () => this.#mayClose(),
      onClose: () => {
        off();
        open.abort();
        this.#counting.stop();
      },
    });
    this.#turning.begin(open.signal);
    void this.#count();
  }

  why(...[name, field]: Parameters<FormView['why']>): string | null {
    return refusal(this.place, wordsOf('outcome', outcome, this.place.words.lang).denied, name, field);
  }

  #content(): TemplateResult {
    switch (this.#mode) {
      case 'list':
        return fieldList(this);
      case 'form':
        return fieldForm(this);
      case 'delete':
        return deletion(this.#leaving!, this, () => void this.#delete());
      case 'preview':
        return preview(this);
      case 'discard':
        return discarding(this, {
          keep: () => this.#show('form', `#${CSS.escape(this.#left || 'field-name')}`),
          discard: () => this.#done(this.draft.was?.id),
        });
    }
  }

  /** Draws another part, and gives the focus to where one begins in it. */
  #show(mode: 'list' | 'form' | 'delete' | 'preview' | 'discard', focus: string): void {
    const { dialog, host } = this.place;
    if (mode === 'discard') this.#left = host.shadowRoot?.activeElement?.id ?? '';
    this.#mode = mode;
    this.#turning.quiet();
    dialog.draw();
    const target =
      dialog.element?.querySelector<HTMLElement>(focus) ?? dialog.element?.querySelector<HTMLElement>('[data-close]');
    target?.focus();
  }

  /** Back to all fields, at the row of one; or to where it was opened from. */
  #done(id?: Id): void {
    this.error = '';
    if (this.#alone) return this.place.dialog.close();
    this.#show('list', id ? `[data-field="${CSS.escape(id)}"] [data-edit-field]` : '[data-add-field]');
  }

  #mayClose(): boolean {
    if (this.#mode !== 'form')
      return this.#mode !== 'preview' || this.retyping.step === 'left' || this.retyping.step === 'ask';
    if (face(this.draft) === face(this.#began)) return true;
    this.#show('discard', '[data-keep-typing]');
    return false;
  }

  async #count(): Promise<void> {
    const { dialog, crm, words } = this.place;
    const thrown = crm.store && (await this.#counting.begin(crm.store));
    if (thrown) this.error = errorWords(thrown, wordsOf('outcome', outcome, words.lang));
    dialog.draw();
  }

  // The list

  edit(field: Field | null): void {
    this.#begin(field);
    this.#show('form', '#field-name');
  }

  #begin(field: Field | null): void {
    const { directory } = this.place.crm.store!;
    this.draft = fieldDraft(field, directory);
    this.#began = fieldDraft(field, directory);
    this.errors = {};
    this.error = '';
    this.#touched = false;
    this.#mode = 'form';
  }

  rename(field: Field, name: string): string | Promise<void> {
    this.#turning.quiet();
    return rename(this, this.#frame, field, name);
  }

  move(field: Field, to: number): void {
    this.#turning.quiet();
    move(this, field, to);
  }

  askDeletion(field: Field): void {
    this.#leaving = field;
    this.error = '';
    this.#show('delete', '[data-cancel]');
  }

  async #delete(): Promise<void> {
    const field = this.#leaving!;
    const at = this.fields.findIndex(({ id }) => id === field.id);
    this.error = await commandIn(this.#frame, 'field-delete', { id: field.id });
    if (this.error !== '') return this.#show('delete', '[data-error]');
    const left = this.fields.filter(({ id }) => id !== field.id);
    this.#done(left[Math.min(at, left.length - 1)]?.id);
  }

  back(): void {
    if (this.#mode === 'form' && face(this.draft) !== face(this.#began))
      return this.#show('discard', '[data-keep-typing]');
    const id =
      this.#mode === 'delete'
        ? this.#leaving?.id
        : this.#mode === 'preview'
          ? this.retyping.field.id
          : this.draft?.was?.id;
    this.#done(id);
  }

  // The form

  set(part: Partial<FieldDraft>, error = ''): void {
    Object.assign(this.draft, part);
    this.#touched = true;
    const { [error]: _said, ...rest } = this.errors;
    this.errors = rest;
    this.error = '';
    this.place.dialog.draw();
  }

  focus(id: string): void {
    this.place.dialog.draw();
    this.place.host.shadowRoot?.getElementById(id)?.focus();
  }

  submit(): void {
    void this.#submit();
  }

  async #submit(): Promise<void> {
    const { draft, place } = this;
    const others = this.fields.filter(({ id }) => id !== draft.was?.id).map(({ name }) => name);
    this.errors = errorsOf(draft, others, this.t);
    if (Object.keys(this.errors).length > 0) {
      place.dialog.draw();
      return place.dialog.focusFirst();
    }
    const retype = retypeInput(draft);
    const edit = editInput(draft, this.#began);
    if (retype !== null) return this.#run.begin(draft.was!, retype, edit);
    if (draft.was !== null && edit === null) return this.#done(draft.was.id);
    let made = draft.was?.id;
    const done = { done: ({ id }: { readonly id: Id }) => void (made = id) };
    this.error = await (edit === null
      ? commandIn(this.#frame, 'field-add', addInput(draft, this.#began), done)
      : commandIn(this.#frame, 'field-edit', edit, done));
    if (this.error !== '') return this.#show('form', '[data-error]');
    this.#done(made);
  }

  /** What is an edit beside a retype, stored before it. @returns why not; '' where it is */
  store(edit: CommandInputs['field-edit'] | null): Promise<string> {
    return edit === null ? Promise.resolve('') : commandIn(this.#frame, 'field-edit', edit);
  }

  get #frame(): Parameters<typeof commandIn>[0] {
    const { dialog, crm, commands, words } = this.place;
    return { dialog, crm, commands, lang: words.lang };
  }

  // Another type

  /** Shows what becomes of the values. */
  previewing(retyping: Retyping): void {
    this.retyping = retyping;
    this.#show('preview', retyping.why ? '[data-error]' : '[data-cancel], [data-stop], [data-carry-on]');
  }

  /** The person went back, or the field cannot be changed so. */
  toForm(error: string): void {
    this.error = error;
    this.#show('form', error ? '[data-error]' : '#field-type');
  }

  /** All of it is done. */
  retyped(field: Field): void {
    void this.#count();
    this.#done(field.id);
  }

  readonly carryOn = (): void => this.#run.carryOn();
  readonly takeBack = (): void => void this.#run.takeBack();

  // Taken back, and done again

  settled(typing: boolean): boolean {
    return this.#mode === 'list' ? !typing : this.#mode === 'form' && !this.#touched;
  }

  turned(error: string): void {
    const { dialog } = this.place;
    const was = this.#mode === 'form' ? this.draft.was : null;
    const now = was && (this.fields.find(({ id }) => id === was.id) ?? null);
    // The field that it shows may be gone by it.
    if (was && !now) this.#mode = 'list';
    else if (this.#mode === 'form') this.#begin(now);
    this.error = error;
    dialog.draw();
    if (!dialog.element?.contains(this.place.host.shadowRoot?.activeElement ?? null)) dialog.focusFirst();
    void this.#count();
  }
}
