import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { asCrmError } from '../../../domain/errors.js';
import type { AttachedFile, Id } from '../../../domain/records.js';
import { outcome } from '../../../i18n/en/outcome.js';
import { fileSize } from '../../../i18n/format-more.js';
import { wordsOf } from '../../../i18n/words.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { Menu } from '../../menu.js';
import { errorWords } from '../../outcome-words.js';
import { saveFile } from '../../save-file.js';
import { besideEntry } from '../beside.js';
import { linkify } from '../linkify.js';
import type { DetailModel } from '../model.js';
import { partsIn } from '../model.js';
import { save } from '../save.js';
import type { Values } from '../values.js';
import { kindBadge, nameLine, stemOf } from './kind.js';
import { filesWords } from './shown.js';

/** One file, wherever it is shown: what it is called, how large, whose; saved, renamed, described, deleted. */
export class FileRows {
  readonly #saving = new Set<Id>();
  readonly #failed = new Map<Id, 'gone' | (() => string)>();
  /** What was last begun from the menu of each: the focus goes back there. */
  readonly #begun = new Map<string, string>();

  constructor(
    readonly model: DetailModel,
    readonly values: Values,
    readonly menu: Menu,
  ) {}

  /** What its drawing rests on besides the file: the same value as long as it looks the same. */
  state(file: AttachedFile, place: string): unknown {
    const { editing } = this.values.inline;
    const mine = editing === this.#key(file, place, 'name') || editing === this.#key(file, place, 'about');
    const failed = this.#failed.get(file.id);
    return mine || (failed !== undefined && failed !== 'gone') ? {} : `${failed} ${this.#saving.has(file.id)}`;
  }

  /** @param place tells the same file in its section and in the history apart */
  render(file: AttachedFile, place: string): TemplateResult {
    const { model } = this;
    const words = filesWords(model);
    const load = words.download(file.name);
    const label = words.actionsFor(file.name);
    return html`<div class="file">
        ${kindBadge(file.name)}
        <div class="grow">${this.#name(file, place)}<small><bdi>${place === 'history' ? fileSize(model.format, file.size) : this.#facts(file)}</bdi></small></div>
        <button type="button" class="btn btn--icon btn--quiet btn--sm" data-download aria-label=${load} title=${load} aria-busy=${this.#saving.has(file.id) ? 'true' : nothing}
          @click=${() => void this.#save(file)}>${icon(icons.download)}</button>
        <button type="button" class="btn btn--icon btn--quiet btn--sm" data-file-menu data-edit=${this.#begun.get(this.values.key(`${place}-${file.id}`)) ?? nothing} aria-haspopup="menu" aria-label=${label} title=${label}
          @click=${(event: Event) => this.#open(event, file, place)}>${icon(icons.more)}</button>
      </div>
      ${this.#about(file, place)}${this.#trouble(file)}`;
  }

  #key({ id }: AttachedFile, place: string, what: 'name' | 'about'): string {
    return this.values.key(`${place}-${id}-${what}`);
  }

  #name(file: AttachedFile, place: string): TemplateResult {
    const { model, values } = this;
    const words = filesWords(model);
    const key = this.#key(file, place, 'name');
    if (values.inline.editing !== key) return html`${nameLine(file.name)}${this.#refused(key, words.rename)}`;
    return values.inline.render({
      ...{ key, name: words.name, text: file.name, changed: values.changed },
      // As elsewhere on a computer: what is typed takes the place of the name, and the file stays of its kind.
      selected: stemOf,
      commit: (name) => (name === '' ? words.nameMissing : save(model, 'file-edit', { id: file.id, name }, words.name)),
    });
  }

  /** What was typed and could not be stored waits: the way back to it. */
  #refused(key: string, label: string): TemplateResult | typeof nothing {
    const { inline } = this.values;
    if (!inline.waiting(key).some(([each]) => each === key)) return nothing;
    return html`<button type="button" class="btn btn--sm" data-edit=${key} @click=${() => inline.edit(key, '')}>${label}</button>`;
  }

  #about(file: AttachedFile, place: string): TemplateResult | typeof nothing {
    const { model, values } = this;
    const words = filesWords(model);
    const key = this.#key(file, place, 'about');
    const text = file.description;
    if (values.inline.editing === key)
      return html`<div class="file-about">${values.inline.render({
        ...{ key, name: words.description, text, multiline: true, changed: values.changed },
        commit: (description) => save(model, 'file-edit', { id: file.id, description }, words.description),
      })}</div>`;
    const back = this.#refused(key, words.editDescription);
    if (text === '') return back;
    return html`<div class="file-about text" dir="auto">${linkify(text)}</div>${back}`;
  }

  /** "88 kB, Jonas, 19 Nov, from the lead" */
  #facts({ size, authorId, createdAt, leadId, dealId }: AttachedFile): string {
    const { model } = this;
    const { deal, format, today, store } = model;
    const [day] = partsIn(createdAt, store?.settings.timeZone);
    // As the history has it: what was attached before there was a deal was attached to the lead.
    const came = deal !== null && (createdAt < deal.createdAt || (leadId !== null && dealId === null));
    return [
      fileSize(format, size),
      model.userName(authorId),
      format.day(day, { weekday: false, today }),
      came ? filesWords(model).fromLead : '',
    ]
      .filter(Boolean)
      .join(', ');
  }

  #trouble({ id }: AttachedFile): TemplateResult | typeof nothing {
    const why = this.#failed.get(id);
    if (why === undefined) return nothing;
    const said = why === 'gone' ? filesWords(this.model).gone : why();
    return html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span><bdi>${said}</bdi></span></p>`;
  }

  /** Saved under its name, never opened: what somebody has attached is nothing the page shows as its own. */
  async #save(file: AttachedFile): Promise<void> {
    const { model } = this;
    const { store, host } = model;
    const { id, name } = file;
    if (!store || this.#saving.has(id)) return;
    this.#saving.add(id);
    this.#failed.delete(id);
    model.update();
    try {
      saveFile(await store.blob(file), name, host.ownerDocument);
    } catch (thrown) {
      const error = asCrmError(thrown);
      const say = (): string => errorWords(error, wordsOf('outcome', outcome, model.words.lang));
      this.#failed.set(id, error.code === 'not-found' ? 'gone' : () => `${filesWords(model).notRead} ${say()}`);
    } finally {
      this.#saving.delete(id);
      model.update();
    }
  }

  #open(event: Event, file: AttachedFile, place: string): void {
    const { model, menu } = this;
    menu.open(event.currentTarget as HTMLElement, () => {
      const words = filesWords(model);
      const disabled = model.why('file-edit', file);
      return {
        label: words.actionsFor(file.name),
        align: 'end',
        items: [
          {
            ...{ id: 'rename', label: words.rename, icon: icons.file, disabled },
            run: () => this.#edit(file, place, 'name', file.name),
          },
          {
            ...{ id: 'describe', icon: icons.note, disabled },
            label: file.description === '' ? words.describe : words.editDescription,
            run: () => this.#edit(file, place, 'about', file.description),
          },
          'separator',
          {
            ...{ id: 'delete', label: words.remove, icon: icons.trash, negative: true },
            disabled: model.why('file-delete', file),
            run: () => void this.#delete(file, place),
          },
        ],
        returnTo: () => model.host.shadowRoot?.querySelector<HTMLElement>(home(place)),
      };
    });
  }

  #edit(file: AttachedFile, place: string, what: 'name' | 'about', text: string): void {
    const key = this.#key(file, place, what);
    this.#begun.set(this.values.key(`${place}-${file.id}`), key);
    this.values.inline.edit(key, text);
  }

  /** The row goes: the focus goes to what stands beside it. */
  async #delete({ id }: AttachedFile, place: string): Promise<void> {
    const goOn = place === 'history' ? besideEntry(this.model, id) : this.#beside(id);
    await this.model.run('file-delete', { id });
    await goOn();
  }

  /** As in the history: at the next one, else at the one before it, else in the head. Asked before it goes. */
  #beside(id: Id): () => Promise<void> {
    const { model } = this;
    const root = model.host.shadowRoot;
    const ids = [...(root?.querySelectorAll<HTMLElement>('#files [data-file]') ?? [])].map(
      (row) => row.dataset['file'],
    );
    const at = ids.indexOf(id);
    return async () => {
      await model.host.updateComplete;
      for (const each of [id, ids[at + 1], ids[at - 1]]) {
        const button =
          each && root?.querySelector<HTMLElement>(`#files [data-file="${CSS.escape(each)}"] [data-file-menu]`);
        if (button) return button.focus({ preventScroll: true });
      }
      await model.focus('[data-act="upload"]');
    };
  }
}

function home(place: string): string {
  return place === 'history' ? '[data-history]' : '[data-act="upload"]';
}
