import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { moveChoices, proposedDay } from '../../domain/agenda.js';
import type { On } from '../../domain/plan.js';
import { activityTypes } from '../../domain/records.js';
import type { Activity, ActivityType, Day, Id } from '../../domain/records.js';
import type { common } from '../../i18n/en/common.js';
import type { detail } from '../../i18n/en/detail.js';
import { next } from '../../i18n/en/next.js';
import type { Format } from '../../i18n/format.js';
import { wordsOf } from '../../i18n/words.js';
import type { CrmStore } from '../../store/api.js';
import type { Commands } from '../commands.js';
import { selectField, textField } from '../field.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { StoreController } from '../store-controller.js';
import { dateField } from '../value-fields.js';
import { weekOf } from '../week.js';
import { activityInput, typeName } from './activity-form.js';
import { emptyActivity } from './drafts.js';
import type { ActivityDraft } from './drafts.js';
import type { DetailKind } from './model.js';

/** What it needs of who shows it: the models of the day and of every detail are such. */
export interface ProposalModel {
  readonly crm: StoreController;
  readonly store: CrmStore | null;
  readonly today: Day;
  readonly format: Format;
  readonly commands: Commands;
  readonly t: { readonly common: typeof common; readonly detail: typeof detail };
  readonly words: { readonly lang: string; due(day: Day | null, time: string | null, today: Day): string };
  update(): void;
  say(text: string): void;
}

/** What the next one is for, and after what. */
export interface ProposedFor {
  readonly kind: DetailKind;
  readonly id: Id;
  readonly title: string;
  /** What was done; null = nothing was planned before, or it is not known here. */
  readonly done: Activity | null;
}

export interface Proposed extends ProposedFor {
  readonly draft: ActivityDraft;
  outcome: string;
  wrong: string | undefined;
  busy: boolean;
}

/** What comes next, proposed where something was done: Enter plans it, Escape does not. The day and the details say where it stands. */
export abstract class Proposal<M extends ProposalModel = ProposalModel> {
  now: Proposed | null = null;
  /** Grows with what may change its height. */
  version = 0;

  constructor(readonly model: M) {
    // What was done is not any more: nothing comes after it.
    model.crm.listen('undone', ({ plan }) => {
      const { name, input } = plan;
      if (name === 'activity-done' && this.now?.done?.id === (input as { id?: Id }).id) this.end(null);
    });
  }

  protected get t(): typeof next {
    return wordsOf('next', next, this.model.words.lang);
  }

  /** It is not shown any more. @param planned the activity that was; null = none */
  protected abstract left(before: Proposed, planned: Id | null): void;

  protected open(what: ProposedFor, type: ActivityType, ownerId: Id | null): void {
    this.keepOutcome();
    const { model } = this;
    const due = proposedDay(type, model.today, weekOf(model.format).weekend);
    const draft = { ...emptyActivity(ownerId ?? model.store?.settings.user.id ?? ''), type, due };
    this.now = { ...what, draft, outcome: '', wrong: undefined, busy: false };
    this.version++;
    model.say(this.t.proposal(typeName(type, model.t.common), this.#dayName(due)));
    model.update();
  }

  protected end(planned: Id | null): void {
    const { now } = this;
    if (!now) return;
    this.now = null;
    this.model.update();
    this.left(now, planned);
  }

  /** Nothing is planned; what was written about what was done is kept. */
  decline(): void {
    if (!this.now || this.now.busy) return;
    this.keepOutcome();
    this.model.say(this.t.declined);
    this.end(null);
  }

  protected keepOutcome(): void {
    const { done, outcome = '' } = this.now ?? {};
    if (!done || outcome.trim() === '') return;
    const note = [done.note, outcome.trim()].filter(Boolean).join('\n');
    void this.model.commands.run('activity-edit', { id: done.id, fields: { note } }, { quiet: true });
  }

  async accept(): Promise<void> {
    const { now, model } = this;
    if (!now || now.busy) return;
    if (now.draft.due === '') return this.#change(now, {});
    now.busy = true;
    model.update();
    const input = activityInput(now.draft, model);
    const on = { [`${now.kind}Id`]: now.id } as unknown as On;
    const { due } = now.draft;
    const said = (): string => this.t.plannedFor(input.subject, this.#dayName(due));
    const result = await model.commands.run('activity-add', { ...input, on }, { said });
    now.busy = false;
    if (this.now !== now) return;
    const [outcome] = result?.outcomes ?? [];
    // Not stored: what was chosen stands where it was; the banner says why.
    if (outcome?.state !== 'done') return model.update();
    this.keepOutcome();
    this.end(outcome.id);
  }

  #dayName(due: Day): string {
    return this.model.words.due(due, null, due < this.model.today ? due : this.model.today);
  }

  #change(now: Proposed, part: Partial<ActivityDraft>): void {
    Object.assign(now.draft, part);
    const wrong = now.draft.due === '' ? this.model.t.common.required : undefined;
    if (wrong !== now.wrong) this.version++;
    now.wrong = wrong;
    this.model.update();
  }

  protected readonly keydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') this.decline();
    else if (event.key !== 'Enter' || target.matches('button, select')) return;
    // The key that has marked the last one done may still be held.
    else if (!event.repeat) {
      // Where a day is typed as text, the browser tells of it when the field is left.
      if (target.matches('[type=date]')) {
        target.blur();
        target.focus();
      }
      void this.accept();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  protected labelOf({ title }: ProposedFor): string {
    return this.t.nextFor(title);
  }

  /** All that is in it. */
  protected body(now: Proposed): TemplateResult {
    const { model, t } = this;
    const { draft } = now;
    const { common, detail } = model.t;
    const names: Partial<Record<string, string>> = {
      tomorrow: model.format.capital(model.format.daysAway(1)),
      inTwoDays: t.inTwoDays,
      nextMonday: t.nextMonday,
      nextWeek: t.inAWeek,
    };
    // On a Saturday next Monday is in two days: one of both.
    const days = new Set<Day>();
    const chips = moveChoices(model.today).filter(
      ([name, day]) => name in names && !days.has(day) && days.add(day) !== undefined,
    );
    return html`<div class="proposal-head">${now.done ? icon(icons.check) : nothing}<b dir="auto">${this.labelOf(now)}</b><span class="grow"></span>
        <div class="chips" role="group" aria-label=${detail.due}>
          ${chips.map(
            ([name, day]) =>
              html`<button type="button" class="chip" aria-pressed=${day === draft.due ? 'true' : 'false'} @click=${() => this.#change(now, { due: day })}>${names[name]}</button>`,
          )}
        </div>
      </div>
      <div class="proposal-fields">
        ${selectField({ id: 'next-type', label: detail.type, value: draft.type, options: activityTypes.map((type) => ({ value: type, label: typeName(type, common) })), onChange: (type) => this.#change(now, { type: type as ActivityType }) })}
        ${textField({ id: 'next-subject', label: detail.subject, value: draft.subject, placeholder: typeName(draft.type, common), maxLength: 1000, onInput: (subject) => this.#change(now, { subject }) })}
        ${dateField({ id: 'next-due', label: detail.due, value: draft.due || null, words: common, error: now.wrong, onChange: (due) => this.#change(now, { due: due ?? '' }), onInvalid: () => this.#change(now, { due: '' }) })}
      </div>
      <div class="proposal-foot">
        ${now.done ? textField({ id: 'next-outcome', label: t.outcome, value: now.outcome, placeholder: t.outcomeHint, onInput: (outcome) => (now.outcome = outcome) }) : nothing}
        <span class="grow"></span>
        <button type="button" class="btn btn--quiet btn--sm" data-decline @click=${() => this.decline()}>${t.notNow}<kbd aria-hidden="true">Esc</kbd></button>
        <button type="button" class="btn btn--primary btn--sm" data-accept aria-busy=${now.busy ? 'true' : nothing} @click=${() => void this.accept()}>${t.planIt}<kbd aria-hidden="true">Enter</kbd></button>
      </div>`;
  }
}
