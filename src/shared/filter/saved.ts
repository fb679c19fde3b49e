import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { readFilter } from '../../domain/filter-check.js';
import { isAsking } from '../../domain/filter.js';
import type { Filter } from '../../domain/filter.js';
import type { CommandInputs } from '../../domain/plan.js';
import type { Id, SavedFilter } from '../../domain/records.js';
import { same } from '../../domain/same.js';
import { isNameTaken, isTheirs } from '../../domain/saved-filters.js';
import { activeIn } from '../active.js';
import { errorBox } from '../deals/error-box.js';
import { commandIn } from '../dialog-command.js';
import type { Dialog } from '../dialog.js';
import { selectField, textField } from '../field.js';
import { filterWords } from './model.js';
import type { FilterModel } from './model.js';
import { chosenBefore, keepChosen, SavedList } from './saved-list.js';

/** What has the focus when what had it is gone. */
const listOrNew = '#filter-saved, [data-saved=new]';

/** What a filter's dialog hands to the part that keeps filters under names. */
export interface SavedPlace {
  readonly model: FilterModel;
  readonly dialog: Dialog;
  /** What the form says now; null = something in it is wrong, and told there. */
  read(): Filter | null;
  /** Puts a filter into the form. */
  show(filter: Filter): void;
  focus(selector: string): void;
}

/** The saved filters over the form: one is chosen, and what the form says is kept under its name or under another one. */
export class SavedFilters {
  readonly #list: SavedList;
  /** What somebody has chosen here; undefined = nothing yet. */
  #picked: Id | null | undefined;
  /** What was chosen when the dialog was opened, as far as it is known. */
  #before: Id | null = null;
  /** What is asked in the place of the buttons. */
  #asks: 'new' | 'rename' | 'delete' | null = null;
  #name = '';
  #nameError = '';
  #error = '';

  constructor(readonly place: SavedPlace) {
    this.#list = new SavedList(place.model);
  }

  /** Keeps what is shown current. @returns the end of it */
  watch(): () => void {
    void chosenBefore(this.place.model)
      .catch(() => null)
      .then((id) => {
        this.#before = id;
        this.#draw();
      });
    return this.#list.watch(() => this.#draw());
  }

  /** What the form says narrows the view now: what was chosen is known again, even where the form differs from it. */
  applied(filter: Filter): void {
    const id = filter.length === 0 ? null : (this.#chosen?.id ?? null);
    if (id !== this.#before) keepChosen(this.place.model, id);
  }

  get #chosen(): SavedFilter | undefined {
    const { all } = this.#list;
    if (this.#picked !== undefined) return all.find(({ id }) => id === this.#picked);
    // What narrows the view is known by what it says, and by what was kept of the choice.
    const { filter } = this.place.model;
    if (filter.length === 0) return undefined;
    return all.find((one) => same(one.filter, filter)) ?? all.find(({ id }) => id === this.#before);
  }

  /** @param now what the form says; null = it cannot be read yet */
  render(now: Filter | null): TemplateResult {
    const { model } = this.place;
    const { filter: t } = filterWords(model.lang);
    const chosen = this.#chosen;
    if (this.#asks === 'delete' && chosen) return this.#question(chosen);
    if (this.#asks === 'new' || (this.#asks === 'rename' && chosen)) return this.#nameForm(this.#asks);
    const differs = chosen !== undefined && (now === null || !same(chosen.filter, now));
    const { store } = model;
    const theirs =
      chosen !== undefined && isTheirs(chosen, store?.settings.user.id ?? null, store?.directory.users ?? []);
    const why = model.why('filter-save', chosen ?? null);
    const button = (key: string, text: string, run: () => void, no: string | null): TemplateResult =>
      html`<button type="button" class="btn btn--sm" data-saved=${key} aria-disabled=${no === null ? nothing : 'true'} title=${no ?? nothing} @click=${() => no === null && run()}>${text}</button>`;
    return html`<div class="fsaved" role="group" aria-label=${t.saved}>
      ${errorBox(this.#error)}
      ${
        this.#list.known && this.#list.all.length === 0
          ? html`<p class="subtle" data-saved-none>${t.savedNoneYet}</p>`
          : selectField({
              id: 'filter-saved',
              label: t.saved,
              value: chosen?.id ?? '',
              options: [
                { value: '', label: t.savedNone },
                ...this.#list.all.map(({ id, name, shared }) => ({
                  value: id,
                  label: shared ? t.savedShared(name) : name,
                })),
              ],
              note: differs ? t.savedDiffers(chosen.name) : undefined,
              onChange: (id) => this.#choose(id),
            })
      }
      <div class="row wrap">
        ${chosen && theirs && differs ? button('update', t.savedUpdate, () => void this.#save({ id: chosen.id }, true), why) : nothing}
        ${button('new', t.savedAs, () => this.#ask('new', '', '#filter-saved-name'), model.why('filter-save', null))}
        ${
          chosen && theirs
            ? html`${button('rename', t.savedRename, () => this.#ask('rename', chosen.name, '#filter-saved-name'), why)}
              ${button('share', chosen.shared ? t.savedOnlyMe : t.savedShare, () => void this.#save({ id: chosen.id, shared: !chosen.shared }, false), why)}
              ${button('delete', t.savedDelete, () => this.#ask('delete', '', '[data-saved=keep]'), model.why('filter-delete', chosen))}`
            : nothing
        }
      </div>
    </div>`;
  }

  #draw(): void {
    const { dialog, focus, model } = this.place;
    if (!dialog.isOpen) return;
    const root = model.crm.host.shadowRoot;
    const had = root && activeIn(root)?.id === 'filter-saved';
    dialog.draw();
    // The last one was deleted, here or elsewhere: there is nothing to choose from any more.
    if (had && activeIn(root)?.id !== 'filter-saved') focus(listOrNew);
  }

  #choose(id: Id): void {
    this.#picked = id || null;
    this.#error = '';
    const chosen = this.#chosen;
    const { model } = this.place;
    if (chosen) {
      this.place.show(readFilter(chosen.filter).filter);
      model.say(filterWords(model.lang).filter.savedChosen(chosen.name));
    }
    this.#draw();
  }

  #ask(what: 'new' | 'rename' | 'delete', name: string, focus: string): void {
    // What is saved has to be right, and something: said before a name is asked for it.
    if (what === 'new' && !this.#asking()) return;
    this.#asks = what;
    this.#name = name;
    this.#nameError = this.#error = '';
    this.#draw();
    this.place.focus(focus);
  }

  #back(selector: string): void {
    this.#asks = null;
    this.#error = '';
    this.#draw();
    this.place.focus(selector);
  }

  /** What the form says, if it can be saved; else what is wrong is said there. */
  #asking(): Filter | null {
    const filter = this.place.read();
    const nothingYet = filter !== null && !isAsking(filter);
    this.#error = nothingYet ? filterWords(this.place.model.lang).filter.savedNothing : '';
    if (filter !== null && !nothingYet) return filter;
    this.#draw();
    this.place.focus(nothingYet ? '[data-error]' : '[aria-invalid=true]');
    return null;
  }

  #nameForm(what: 'new' | 'rename'): TemplateResult {
    const { filter: t, common } = filterWords(this.place.model.lang);
    const back = (): void => this.#back(`[data-saved=${what}]`);
    // The whole dialog is one form, whose Enter applies the filter; Escape leaves the name, not the dialog.
    const keys = (event: KeyboardEvent): void => {
      const inField = (event.target as Element).localName === 'input';
      if (event.isComposing || !(event.key === 'Escape' || (event.key === 'Enter' && inField))) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') void this.#saveName();
      else back();
    };
    return html`<div class="fsaved" role="group" aria-label=${what === 'new' ? t.savedAs : t.savedRename} @keydown=${keys}>
      ${errorBox(this.#error)}
      ${textField({
        id: 'filter-saved-name',
        label: t.savedName,
        value: this.#name,
        required: true,
        error: this.#nameError || undefined,
        maxLength: 60,
        onInput: (value) => (this.#name = value),
      })}
      <div class="row">
        <button type="button" class="btn btn--sm" data-saved="cancel" @click=${back}>${common.cancel}</button>
        <button type="button" class="btn btn--sm btn--primary" data-saved="save" @click=${() => void this.#saveName()}>${t.savedSave}</button>
      </div>
    </div>`;
  }

  #question(chosen: SavedFilter): TemplateResult {
    const { filter: t, common } = filterWords(this.place.model.lang);
    const back = (): void => this.#back('[data-saved=delete]');
    const keys = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      back();
    };
    return html`<div class="fsaved" role="group" aria-label=${t.savedDelete} @keydown=${keys}>
      ${errorBox(this.#error)}
      <p id="filter-saved-ask" dir="auto">${chosen.shared ? t.savedDeleteShared(chosen.name) : t.savedDeleteAsk(chosen.name)}</p>
      <div class="row">
        <button type="button" class="btn btn--sm" data-saved="keep" aria-describedby="filter-saved-ask" @click=${back}>${common.cancel}</button>
        <button type="button" class="btn btn--sm btn--negative" data-saved="confirm" @click=${() => void this.#delete(chosen)}>${t.savedDelete}</button>
      </div>
    </div>`;
  }

  async #saveName(): Promise<void> {
    const { filter: t } = filterWords(this.place.model.lang);
    const name = this.#name.trim();
    const renamed = this.#asks === 'rename' ? this.#chosen?.id : undefined;
    const others = this.#list.all.filter(({ id }) => id !== renamed);
    this.#nameError = name === '' ? t.savedNameMissing : isNameTaken(name, others) ? t.savedTaken : '';
    if (this.#nameError) {
      this.#draw();
      return this.place.focus('#filter-saved-name');
    }
    const { subject } = this.place.model;
    if (renamed === undefined) await this.#save({ name, subject }, true);
    else await this.#save({ id: renamed, name }, false);
  }

  /** @param whole with what the form says */
  async #save(input: CommandInputs['filter-save'], whole: boolean): Promise<void> {
    const filter = whole ? this.#asking() : null;
    if (whole && filter === null) return;
    const id = await this.#run('filter-save', filter ? { ...input, filter } : input);
    if (id === null) return;
    this.#picked = id;
    this.#back(listOrNew);
  }

  async #delete({ id }: SavedFilter): Promise<void> {
    if ((await this.#run('filter-delete', { id })) === null) return;
    this.#picked = null;
    this.#back(listOrNew);
  }

  /** @returns the id of what was done; null = it was not, which is said above the fields. */
  async #run<N extends 'filter-save' | 'filter-delete'>(name: N, input: CommandInputs[N]): Promise<Id | null> {
    const { dialog, model } = this.place;
    if (dialog.busy) return null;
    let id: Id | null = null;
    this.#error = await commandIn({ dialog, crm: model.crm, commands: model.commands, lang: model.lang }, name, input, {
      done: (outcome) => (id = outcome.id),
    });
    if (this.#error === '') return id;
    this.#draw();
    this.place.focus('[data-error]');
    return null;
  }
}
