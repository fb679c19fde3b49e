import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { same } from '../../domain/same.js';
import type { ActivityType } from '../../domain/records.js';
import { activeIn } from '../active.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { activityForm, activityInput, checkActivity } from './activity-form.js';
import { draftOf, emptyActivity } from './drafts.js';
import { markByKey } from './markup.js';
import type { ActivityDraft, ComposerDraft } from './drafts.js';
import type { AnyDetail } from './model.js';

/** Writes notes and plans activities. What is typed is kept for each record until it is stored or discarded. */
export class Composer {
  /** What is wrong with a draft, and those that are being stored: each record has its own. */
  readonly #wrong = new WeakMap<ComposerDraft, Readonly<Record<string, string>>>();
  readonly #busy = new WeakSet<ComposerDraft>();

  constructor(readonly model: AnyDetail) {}

  get draft(): ComposerDraft {
    const { store, kind, id } = this.model;
    return store && id !== null ? draftOf(store, kind, id) : { tab: 'note', note: '', activity: null };
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
    const noNote = model.why('note-add', null);
    const noActivity = model.why('activity-add', null);
    if (noNote !== undefined && noActivity !== undefined) return nothing;
    const tab = noNote !== undefined ? 'activity' : noActivity !== undefined ? 'note' : draft.tab;
    return html`<section class="composer" part="composer" aria-label=${t.detail.composer} ?data-open=${tab === 'activity' || draft.note !== ''}>
      <div class="tabs" role="tablist" aria-label=${t.detail.composer} @keydown=${this.#arrow}>
        ${noNote === undefined ? this.#tab('note', tab, t.common.note, icons.note) : nothing}
        ${noActivity === undefined ? this.#tab('activity', tab, t.common.activity, icons.calendar) : nothing}
      </div>
      <div id="composer-panel" role="tabpanel" aria-labelledby="composer-${tab}">
        <form novalidate @submit=${this.#submit} @keydown=${this.#keydown}>${tab === 'note' ? this.#note() : this.#activity()}</form>
      </div>
    </section>`;
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
    const { draft } = this;
    if ((event.currentTarget as HTMLElement).querySelectorAll('[role=tab]').length < 2) return;
    this.#choose(draft.tab === 'note' ? 'activity' : 'note');
    void this.model.focus(`#composer-${draft.tab}`);
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
    if (draft.tab === 'note') draft.note = '';
    else {
      draft.activity = null;
      draft.tab = 'note';
    }
    this.#errors = {};
    this.model.update();
    void this.model.focus(draft.tab === 'note' ? '#new-note' : '#composer-note');
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.isComposing || (this.draft.tab === 'note' && markByKey(event))) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#store();
    } else if (event.key === 'Escape') {
      // Out of the field, with what was typed: Esc never closes a detail over somebody's text.
      event.preventDefault();
      event.stopPropagation();
      void this.model.focus(`#composer-${this.draft.tab}`);
    }
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#store();
  };

  async #store(): Promise<void> {
    const { draft, model } = this;
    if (this.#busy.has(draft)) return;
    const note = draft.tab === 'note';
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
      // Whoever has gone on meanwhile, to another record or another field, stays there.
      if (this.draft === draft && !isElsewhere(model)) void model.focus(note ? '#new-note' : '#composer-note');
    } finally {
      this.#busy.delete(draft);
      model.update();
    }
  }
}

/** The focus is neither in the composer nor lost. */
function isElsewhere({ host }: AnyDetail): boolean {
  const root = host.shadowRoot;
  const active = root ? activeIn(root) : null;
  if (active) return active.closest('.composer') === null;
  const { activeElement, body } = host.ownerDocument;
  return activeElement !== null && activeElement !== body && activeElement !== host && !activeElement.contains(host);
}
