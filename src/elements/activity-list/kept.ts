import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Activity } from '../../domain/records.js';
import { activeIn } from '../../shared/active.js';
import { activityInput } from '../../shared/detail/activity-form.js';
import type { ActivityDraft } from '../../shared/detail/drafts.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { LiveRecord } from '../../store/api.js';
import type { AgendaModel } from './model.js';
import type { Rover } from './rover.js';

type Lost = 'gone' | 'done';
interface Changing {
  readonly before: Activity | null;
  lost?: Lost | undefined;
}
interface KeptForm {
  readonly before: Activity;
  readonly draft: ActivityDraft;
  readonly lost: Lost;
}
interface KeptActions {
  readonly close: () => void;
  /** True where it may be sent; else it says what is wrong. */
  readonly checked: () => boolean;
  readonly save: (event: Event) => void;
}

/**
 * What is being typed about an activity that somebody else, or another tab, deletes or marks done: its row goes, the text does
 * not. It stands above the list, with the focus where it was, until it is added as a new one, copied, or given up.
 */
export class Kept {
  #live: LiveRecord<'activity'> | null = null;
  #off = (): void => undefined;
  /** As it was last seen: what it hangs on may have changed since. */
  #last: Activity | null = null;

  constructor(
    readonly model: AgendaModel,
    readonly rover: () => Rover,
  ) {}

  watch(activity: Activity): void {
    this.end();
    this.#last = activity;
    this.#live = this.model.store?.record('activity', activity.id) ?? null;
    this.#off = this.#live?.subscribe(() => this.model.update()) ?? this.#off;
  }

  end(): void {
    this.#off();
    this.#off = () => undefined;
    this.#live = null;
  }

  /** @returns whether it has lost its row, or has it again */
  check(form: Changing): boolean {
    if (!this.#live && form.before) this.watch(form.before);
    const live = this.#live;
    if (live?.state !== 'ready') return false;
    const { record } = live;
    this.#last = record ?? this.#last;
    const lost = record === null ? 'gone' : record.done && !form.before?.done ? 'done' : undefined;
    if (lost === form.lost) return false;
    const moves = (lost === undefined) !== (form.lost === undefined);
    form.lost = lost;
    if (lost) this.model.say(this.#said(lost));
    if (moves) this.#bringFocus();
    return true;
  }

  #said(lost: Lost): string {
    const { keptGone, keptDone } = this.model.t.agenda;
    return lost === 'gone' ? keptGone : keptDone;
  }

  /** The fields are drawn in another place: the focus, and where one was in the text, go along. */
  #bringFocus(): void {
    const { host } = this.model;
    const root = host.shadowRoot;
    const field = root && activeIn(root);
    if (!root || !field?.closest('.aedit, .plan--kept')) return;
    const { id } = field;
    const text = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
    const at = text?.selectionStart ?? null;
    const to = text?.selectionEnd ?? null;
    this.rover().letGo();
    void host.updateComplete.then(() => {
      const found =
        (id && root.querySelector<HTMLElement>(`#${id}`)) || root.querySelector<HTMLElement>('#edit-subject');
      found?.focus();
      if (at !== null && (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement))
        found.setSelectionRange(at, to);
    });
  }

  render({ before, draft, lost }: KeptForm, fields: TemplateResult, actions: KeptActions): TemplateResult {
    const { model } = this;
    const { t } = model;
    const subject = model.subjectOf(before);
    const why = model.why('activity-add');
    const { close, save } = actions;
    const add = (event: Event): void => {
      event.preventDefault();
      if (why === undefined && actions.checked()) void this.#add(draft, close);
    };
    const escape = (event: KeyboardEvent): void => {
      // It is nowhere else: one key too many is not to lose it.
      if (event.key === 'Escape') event.stopPropagation();
    };
    return html`<form class="plan plan--kept" part="plan" aria-label=${t.agenda.editHead(subject)} novalidate @submit=${add} @keydown=${escape}>
      <h3>${t.agenda.editHead(subject)}</h3>
      <p class="kept" data-kept=${lost}>${icon(icons.info, { size: 'sm' })}<span dir="auto">${this.#said(lost)}</span></p>
      ${fields}
      <footer><span class="grow"></span><button type="button" class="btn btn--quiet btn--sm" data-kept-do="discard" @click=${close}>${t.agenda.keptDiscard}</button
        ><button type="button" class="btn btn--sm" data-kept-do="copy" @click=${() => void this.#copy(draft)}>${t.agenda.keptCopy}</button
        >${lost === 'done' ? html`<button type="button" class="btn btn--sm" data-kept-do="save" @click=${save}>${t.agenda.keptSave}</button>` : nothing}<button type="submit" class="btn btn--primary btn--sm" data-kept-do="add" aria-disabled=${why === undefined ? nothing : 'true'} title=${why ?? nothing}>${t.agenda.keptAdd}</button></footer>
    </form>`;
  }

  async #add(draft: ActivityDraft, close: () => void): Promise<void> {
    const { model } = this;
    const input = activityInput(draft, model);
    const { dealId = null, leadId = null } = this.#last ?? {};
    const on = dealId === null ? { leadId: leadId ?? '' } : { dealId };
    const said = model.t.next.plannedFor(input.subject, model.dayName(input.due ?? null));
    const result = await model.commands.run('activity-add', { ...input, on }, { said: () => said });
    // Not stored (its lead or deal may be gone, too): the text stands where it is, the banner says why.
    if (result?.outcomes[0]?.state === 'done') close();
  }

  async #copy({ subject, note }: ActivityDraft): Promise<void> {
    const { t } = this.model;
    try {
      await navigator.clipboard.writeText([subject, note].filter((text) => text.trim() !== '').join('\n'));
      this.model.say(t.agenda.keptCopied);
    } catch {
      this.model.commands.say(() => this.model.t.agenda.keptNotCopied);
    }
  }
}
