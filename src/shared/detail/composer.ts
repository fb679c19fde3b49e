import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { same } from '../../domain/same.js';
import type { ActivityType } from '../../domain/records.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { activityForm, activityInput, checkActivity } from './activity-form.js';
import { draftOf, emptyActivity, emptyDraft } from './drafts.js';
import { isElsewhere } from './elsewhere.js';
import type { Files } from './files/files.js';
import { filesWords, showsFiles } from './files/shown.js';
import { markByKey } from './markup.js';
import type { ActivityDraft, ComposerDraft } from './drafts.js';
import type { AnyDetail } from './model.js';

/** Writes notes, plans activities, attaches files. What is typed is kept for each record until it is stored or discarded. */
export class Composer {
  /** What is wrong with a draft, and those that are being stored: each record has its own. */
  readonly #wrong = new WeakMap<ComposerDraft, Readonly<Record<string, string>>>();
  readonly #busy = new WeakSet<ComposerDraft>();
  /** null = what is written here has no files. */
  files: Files | null = null;

  constructor(readonly model: AnyDetail) {}

  get draft(): ComposerDraft {
    const { store, kind, id } = this.model;
    return store && id !== null ? draftOf(store, kind, id) : emptyDraft();
  }

  get #errors(): Readonly<Record<string, string>> {
    return this.#wrong.get(this.draft) ?? {};
  }
  set #errors(errors: Readonly<Record<string, string>>) {
    this.#wrong.set(this.draft, errors);
  }

  /** Opens the activity form with the focus in it. */
  plan(type: ActivityType = 'call'): void {
    const { draft } = this;
    draft.tab = 'activity';
    draft.activity ??= { ...this.#fresh(), type };
    this.model.update();
    void this.#focusIn('#new-subject');
  }

  async #focusIn(selector: string): Promise<void> {
    await this.model.focus(selector);
    await this.#show();
  }

  /** All of the form, where it has become longer than what is in sight. */
  async #show(): Promise<void> {
    const { host } = this.model;
    await host.updateComplete;
    host.shadowRoot?.querySelector('.composer')?.scrollIntoView({ block: 'nearest' });
  }

  render(): TemplateResult | typeof nothing {
    const { model, draft } = this;
    const { t } = model;
    const tabs = this.#tabs;
    const [first] = tabs;
    if (first === undefined) return nothing;
    const tab = this.#shown;
    const named = {
      note: [t.common.note, icons.note],
      activity: [t.common.activity, icons.calendar],
      file: [filesWords(model).file, icons.file],
    } as const;
    return html`<section class="composer" part="composer" aria-label=${t.detail.composer} ?data-open=${tab !== 'note' || draft.note !== ''}>
      <div class="tabs" role="tablist" aria-label=${t.detail.composer} @keydown=${this.#arrow}>
        ${tabs.map((name) => this.#tab(name, tab, ...named[name]))}
      </div>
      <div id="composer-panel" role="tabpanel" aria-labelledby="composer-${tab}">
        <form novalidate @submit=${this.#submit} @keydown=${this.#keydown}>${this.#panel(tab)}</form>
      </div>
    </section>`;
  }

  /** What may be done here. */
  get #tabs(): readonly ComposerDraft['tab'][] {
    const { model } = this;
    const tabs: ComposerDraft['tab'][] = [];
    if (model.why('note-add', null) === undefined) tabs.push('note');
    if (model.why('activity-add', null) === undefined) tabs.push('activity');
    if (this.files && showsFiles(model) && this.files.why === undefined) tabs.push('file');
    return tabs;
  }

  /** The one that is open: another one where that may not be used. */
  get #shown(): ComposerDraft['tab'] {
    const tabs = this.#tabs;
    const { tab } = this.draft;
    return tabs.includes(tab) ? tab : (tabs[0] ?? 'note');
  }

  #panel(tab: ComposerDraft['tab']): TemplateResult | typeof nothing {
    return tab === 'note' ? this.#note() : tab === 'activity' ? this.#activity() : this.#file();
  }

  #file(): TemplateResult | typeof nothing {
    const { draft, files, model } = this;
    files?.fetch();
    const attach = files?.view?.attach;
    if (!attach) return html`<p class="pad subtle" role="status">${model.t.common.loading}</p>`;
    const label = attach.label(draft);
    return html`${attach.render(draft)}${label === undefined ? nothing : this.#foot(label)}`;
  }

  #tab(name: ComposerDraft['tab'], open: string, label: string, drawing: icons.Drawing): TemplateResult {
    const on = name === open;
    return html`<button type="button" class="tab" role="tab" id="composer-${name}" aria-selected=${on ? 'true' : 'false'} aria-controls="composer-panel" tabindex=${on ? 0 : -1}
      @click=${() => this.#choose(name)}>${icon(drawing)}${label}</button>`;
  }

  #choose(tab: ComposerDraft['tab']): void {
    this.draft.tab = tab;
    if (tab === 'activity') this.draft.activity ??= this.#fresh();
    this.#errors = {};
    this.model.update();
    if (tab === 'activity') void this.#show();
  }

  readonly #arrow = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const tabs = this.#tabs;
    const rtl = getComputedStyle(event.currentTarget as HTMLElement).direction === 'rtl';
    const step = (event.key === 'ArrowRight') === rtl ? tabs.length - 1 : 1;
    const next = tabs[(tabs.indexOf(this.#shown) + step) % tabs.length];
    if (next === undefined || tabs.length < 2) return;
    this.#choose(next);
    void this.model.focus(`#composer-${next}`);
  };

  #note(): TemplateResult {
    const { draft, model } = this;
    const { t } = model;
    const wrong = this.#errors['note'];
    const written = draft.note.trim() !== '';
    return html`<textarea
        class="note-text" id="new-note" rows="2" dir="auto" aria-label=${t.common.note} placeholder=${t.detail.noteHint}
        aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? 'new-note-error' : nothing}
        .value=${live(draft.note)}
        @input=${(event: InputEvent) => {
          draft.note = (event.target as HTMLTextAreaElement).value;
          this.#errors = {};
          model.update();
        }}
      ></textarea>
      ${wrong ? html`<p class="field-error" id="new-note-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${wrong}</span></p>` : nothing}
      ${written || wrong ? this.#foot(t.detail.saveNote, t.detail.noteMarks) : nothing}`;
  }

  #activity(): TemplateResult {
    const draft = (this.draft.activity ??= this.#fresh());
    return html`${activityForm(this.model, {
      id: 'new',
      draft,
      errors: this.#errors,
      change: (part) => {
        Object.assign(draft, part);
        this.#errors = {};
        this.model.update();
      },
      wrong: (field, message) => {
        this.#errors = { ...this.#errors, [field]: message };
        this.model.update();
      },
    })}${this.#foot(this.model.t.detail.planActivity)}`;
  }

  /** @param hint what else can be done in the field */
  #foot(label: string, hint = ''): TemplateResult {
    return html`<footer>
      <span class="grow hint" dir="auto">${hint}</span>
      <button type="button" class="btn btn--quiet btn--sm" @click=${this.#discard}>${this.model.t.detail.discard}</button>
      <button type="submit" class="btn btn--sm" aria-busy=${this.#busy.has(this.draft) ? 'true' : nothing}>${label}</button>
    </footer>`;
  }

  #fresh(): ActivityDraft {
    return emptyActivity(this.model.store?.settings.user.id ?? '');
  }

  readonly #discard = (): void => {
    const { draft } = this;
    const tab = this.#shown;
    if (tab === 'note') draft.note = '';
    else if (tab === 'file') {
      draft.chosen.length = 0;
      draft.about = '';
    } else {
      draft.activity = null;
      draft.tab = 'note';
    }
    this.#errors = {};
    this.model.update();
    void this.model.focus(tab === 'file' ? '[data-choose]' : tab === 'note' ? '#new-note' : '#composer-note');
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.isComposing || (this.#shown === 'note' && markByKey(event))) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#store();
    } else if (event.key === 'Escape') {
      // Out of the field, with what was typed: Esc never closes a detail over somebody's text.
      event.preventDefault();
      event.stopPropagation();
      void this.model.focus(`#composer-${this.#shown}`);
    }
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#store();
  };

  /** They are on their way from now on, and seen among the files: what is not attached stands there. */
  async #attach(): Promise<void> {
    const { draft, files, model } = this;
    if (!files || draft.chosen.length === 0) return model.focus('[data-choose]');
    const picked = draft.chosen.splice(0);
    const about = draft.about.trim();
    draft.about = '';
    files.reveal();
    files.view?.uploads.add(picked, about);
    model.update();
    await model.host.updateComplete;
    // Where it is narrow the files stand in the place of the composer: one goes on there.
    const stays = model.host.shadowRoot?.getElementById('composer-file')?.checkVisibility() === true;
    await model.focus(stays ? '#composer-file' : '[data-act="upload"]');
  }

  async #store(): Promise<void> {
    const { draft, model } = this;
    if (this.#busy.has(draft)) return;
    const tab = this.#shown;
    if (tab === 'file') return this.#attach();
    const note = tab === 'note';
    if (note && draft.note.trim() === '') return;
    this.#errors = note || !draft.activity ? {} : checkActivity(draft.activity, model.t);
    model.update();
    if (Object.keys(this.#errors).length > 0) return model.focus('.composer [aria-invalid=true]');
    const sent = note ? draft.note : { ...draft.activity };
    const { on } = model;
    this.#busy.add(draft);
    model.update();
    try {
      const result = note
        ? await model.run('note-add', { on, text: draft.note })
        : await model.run('activity-add', { on, ...activityInput(draft.activity ?? this.#fresh(), model) });
      if (result?.outcomes[0]?.state !== 'done') return;
      // What was typed while it was being stored stays; `sent` is what was stored.
      if (note && draft.note === sent) draft.note = '';
      else if (!note && same(draft.activity, sent)) {
        draft.activity = null;
        draft.tab = 'note';
      }
      // Another record may be shown by now.
      if (this.draft === draft && !isElsewhere(model, '.composer'))
        void model.focus(note ? '#new-note' : '#composer-note');
    } finally {
      this.#busy.delete(draft);
      model.update();
    }
  }
}
