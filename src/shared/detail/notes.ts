import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Note } from '../../domain/records.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { Menu } from '../menu.js';
import { besideEntry } from './beside.js';
import { markByKey, markup } from './markup.js';
import type { AnyDetail } from './model.js';
import { save } from './save.js';
import type { Values } from './values.js';

/** More than this is folded: one pasted mail must not push a year of history away. */
const long = 1_200;

/** A note's text, edited where it stands, and what can be done with it. */
export class NoteCards {
  readonly #unfolded = new Set<string>();

  constructor(
    readonly model: AnyDetail,
    readonly values: Values,
    readonly menu: Menu,
  ) {}

  /** @param place tells the same note in Focus and in History apart */
  body(note: Note, place: string): TemplateResult {
    const { model, values } = this;
    const { t } = model;
    const key = this.#key(note, place);
    if (values.inline.editing === key)
      return html`<div @keydown=${markByKey}>${values.inline.render({
        key,
        name: t.common.note,
        text: note.text,
        multiline: true,
        changed: (text) => t.detail.changedNow(text.slice(0, 120)),
        commit: (text) => save(model, 'note-edit', { id: note.id, text }, t.common.note),
      })}</div>`;
    const folds = note.text.length > long && !this.#unfolded.has(note.id);
    return html`<div class="text note">${markup(folds ? `${note.text.slice(0, long)}…` : note.text)}</div>
      ${note.text.length > long ? this.#fold(note, folds) : ''}`;
  }

  /** What its drawing rests on besides the note: the same value as long as it looks the same. */
  state(note: Note, place: string): unknown {
    return this.values.inline.editing === this.#key(note, place) ? {} : this.#unfolded.has(note.id);
  }

  actions(note: Note, place: string): TemplateResult {
    const { t } = this.model;
    return html`<button type="button" class="btn btn--icon btn--quiet btn--sm" data-edit=${this.#key(note, place)} aria-haspopup="menu" aria-label=${t.detail.noteActions} title=${t.detail.noteActions}
      @click=${(event: Event) => this.#open(event, note, place)}>${icon(icons.more)}</button>`;
  }

  #fold(note: Note, folded: boolean): TemplateResult {
    const { t } = this.model;
    const turn = (): void => {
      if (folded) this.#unfolded.add(note.id);
      else this.#unfolded.delete(note.id);
      this.model.update();
    };
    return html`<button type="button" class="btn btn--link btn--sm" aria-expanded=${folded ? 'false' : 'true'} @click=${turn}>${folded ? t.detail.showAll : t.detail.showLess}</button>`;
  }

  #open(event: Event, note: Note, place: string): void {
    const { model } = this;
    this.menu.open(event.currentTarget as HTMLElement, () => {
      const { t } = model;
      const disabled = model.why('note-edit', note);
      return {
        label: t.detail.noteActions,
        align: 'end',
        items: [
          {
            id: 'edit',
            label: t.common.edit,
            icon: icons.note,
            disabled,
            run: () => this.values.inline.edit(this.#key(note, place), note.text),
          },
          {
            id: 'pin',
            label: note.pinned ? t.detail.unpin : t.detail.pin,
            icon: icons.pin,
            disabled,
            run: () => void this.#pin(note),
          },
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: model.why('note-delete', note),
            run: () => void this.#delete(note, place),
          },
        ],
        returnTo: () => model.host.shadowRoot?.querySelector<HTMLElement>('[data-history]'),
      };
    });
  }

  /** It is seen where it stands by then, and said to those who do not see it. */
  async #pin({ id, pinned }: Note): Promise<void> {
    const { model } = this;
    const result = await model.run('note-edit', { id, pinned: !pinned }, true);
    const { nowPinned, nowUnpinned } = model.t.detail;
    if (result?.outcomes[0]?.state === 'done') model.say(pinned ? nowUnpinned : nowPinned);
  }

  /** The line goes: the focus goes to what stands beside it, not to the page. */
  async #delete(note: Note, place: string): Promise<void> {
    const { model } = this;
    const goOn = place === 'history' ? besideEntry(model, note.id) : () => model.focus('[data-schedule]');
    await model.run('note-delete', { id: note.id });
    await goOn();
  }

  #key(note: Note, place: string): string {
    return `${place}-${note.id}`;
  }
}
