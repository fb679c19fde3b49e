import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { moveChoices, proposedDay } from '../../domain/agenda.js';
import { activityTypes } from '../../domain/records.js';
import type { Activity, ActivityType, Deal, Id, Lead } from '../../domain/records.js';
import { activityInput } from '../../shared/detail/activity-form.js';
import { emptyActivity } from '../../shared/detail/drafts.js';
import type { ActivityDraft } from '../../shared/detail/drafts.js';
import { selectField, textField } from '../../shared/field.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { dateField } from '../../shared/value-fields.js';
import { FORM } from './items.js';
import type { Inserted, Items } from './items.js';
import type { AgendaModel } from './model.js';
import { isOpportunity } from './parent.js';
import type { Parents } from './parents.js';
import type { Rover } from './rover.js';
import { weekOf } from './week.js';

interface Proposed {
  readonly kind: 'lead' | 'deal';
  readonly id: Id;
  readonly title: string;
  /** What was done; null = nothing was planned before. */
  readonly done: Activity | null;
  readonly draft: ActivityDraft;
  outcome: string;
  wrong: string | undefined;
  busy: boolean;
}

/** What comes next for a lead or deal, proposed in the place of what was done: Enter plans it, Escape does not. */
export class Proposal {
  now: Proposed | null = null;
  /** Grows with what may change its height. */
  version = 0;

  constructor(
    readonly model: AgendaModel,
    readonly items: Items,
    readonly parents: Parents,
    readonly rover: Rover,
  ) {
    // What was done is not any more: nothing comes after it.
    model.crm.listen('undone', ({ plan }) => {
      const { name, input } = plan;
      if (name === 'activity-done' && this.now?.done?.id === (input as { id?: Id }).id) this.#end();
    });
  }

  /** @param turn of the rover when it was marked: who has gone on since keeps the focus */
  afterDone(activity: Activity, at: Inserted, turn: number): void {
    const parent = this.parents.of(activity);
    if (!isOpportunity(parent) || !parent.record || this.model.why('activity-add', parent.record) !== undefined) return;
    const title = this.model.titleOf(parent.record, parent.kind);
    this.#open({ kind: parent.kind, id: parent.id, title, done: activity }, activity.type, activity.ownerId, at);
    if (turn + 1 >= this.rover.turn && this.rover.focused !== null) void this.rover.go(this.items.indexOf(FORM));
  }

  /** The first one for a lead or deal that has nothing planned. */
  first(record: Lead | Deal, kind: 'lead' | 'deal', at: Inserted): void {
    if (this.model.why('activity-add', record) !== undefined) return;
    const title = this.model.titleOf(record, kind);
    this.#open({ kind, id: record.id, title, done: null }, 'call', record.ownerId, at);
    void this.rover.go(this.items.indexOf(FORM));
  }

  #open(
    what: Pick<Proposed, 'kind' | 'id' | 'title' | 'done'>,
    type: ActivityType,
    ownerId: Id | null,
    at: Inserted,
  ): void {
    this.#keepOutcome();
    const { model } = this;
    const due = proposedDay(type, model.today, weekOf(model.format).weekend);
    const draft = { ...emptyActivity(ownerId ?? model.store?.settings.user.id ?? ''), type, due };
    this.now = { ...what, draft, outcome: '', wrong: undefined, busy: false };
    this.version++;
    this.items.inserted = at;
    this.items.check();
    model.say(model.t.agenda.proposal(model.typeName(type), model.dayName(due)));
    model.update();
  }

  #end(): void {
    this.now = null;
    this.items.inserted = null;
    this.model.update();
  }

  /** Nothing is planned; what was written about what was done is kept. */
  decline(): void {
    if (!this.now || this.now.busy) return;
    this.#keepOutcome();
    this.model.say(this.model.t.agenda.declined);
    this.#end();
  }

  #keepOutcome(): void {
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
    const on = now.kind === 'lead' ? { leadId: now.id } : { dealId: now.id };
    const said = model.t.agenda.plannedFor(input.subject, model.dayName(input.due ?? null));
    const result = await model.commands.run('activity-add', { ...input, on }, { said: () => said });
    now.busy = false;
    if (this.now !== now) return;
    // Not stored: what was chosen stands where it was; the banner says why.
    if (result?.outcomes[0]?.state !== 'done') return model.update();
    this.#keepOutcome();
    this.#end();
  }

  #change(now: Proposed, part: Partial<ActivityDraft>): void {
    Object.assign(now.draft, part);
    const wrong = now.draft.due === '' ? this.model.t.common.required : undefined;
    if (wrong !== now.wrong) this.version++;
    now.wrong = wrong;
    this.model.update();
  }

  render(index: number, stop: boolean): TemplateResult {
    const { now, model } = this;
    if (!now) return html`<div role="row" data-item=${FORM}></div>`;
    const { t } = model;
    const { draft } = now;
    const chips = moveChoices(model.today).filter(([name]) => name !== 'today' && name !== 'nextMonth');
    const names = {
      today: t.agenda.today,
      tomorrow: t.agenda.tomorrow,
      inTwoDays: t.agenda.inTwoDays,
      nextMonday: t.agenda.nextMonday,
      nextWeek: t.agenda.inAWeek,
      nextMonth: t.agenda.nextMonth,
    };
    const keydown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === 'Escape') this.decline();
      else if (event.key === 'Enter' && !(event.target as Element).matches('button, select')) void this.accept();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const label = t.agenda.nextFor(now.title);
    return html`<div class="proposal" part="proposal" role="row" aria-level="2" tabindex=${stop ? '0' : '-1'} data-item=${FORM} aria-rowindex=${index + 1} aria-label=${label} @keydown=${keydown}>
      <div role="gridcell" class="proposal-cell">
        <div class="proposal-head">${now.done ? icon(icons.check) : nothing}<b dir="auto">${label}</b><span class="grow"></span>
          <div class="chips" role="group" aria-label=${t.detail.due}>
            ${chips.map(
              ([name, day]) =>
                html`<button type="button" class="chip" aria-pressed=${day === draft.due ? 'true' : 'false'} @click=${() => this.#change(now, { due: day })}>${names[name]}</button>`,
            )}
          </div>
        </div>
        <div class="proposal-fields">
          ${selectField({ id: 'next-type', label: t.detail.type, value: draft.type, options: activityTypes.map((type) => ({ value: type, label: model.typeName(type) })), onChange: (type) => this.#change(now, { type: type as ActivityType }) })}
          ${textField({ id: 'next-subject', label: t.detail.subject, value: draft.subject, placeholder: model.typeName(draft.type), maxLength: 1000, onInput: (subject) => this.#change(now, { subject }) })}
          ${dateField({ id: 'next-due', label: t.detail.due, value: draft.due || null, words: t.common, error: now.wrong, onChange: (due) => this.#change(now, { due: due ?? '' }), onInvalid: () => this.#change(now, { due: '' }) })}
        </div>
        <div class="proposal-foot">
          ${now.done ? textField({ id: 'next-outcome', label: t.agenda.outcome, value: now.outcome, placeholder: t.agenda.outcomeHint, onInput: (outcome) => (now.outcome = outcome) }) : nothing}
          <span class="grow"></span>
          <button type="button" class="btn btn--quiet btn--sm" data-decline @click=${() => this.decline()}>${t.agenda.notNow}<kbd aria-hidden="true">Esc</kbd></button>
          <button type="button" class="btn btn--primary btn--sm" data-accept aria-busy=${now.busy ? 'true' : nothing} @click=${() => void this.accept()}>${t.agenda.planIt}<kbd aria-hidden="true">Enter</kbd></button>
        </div>
      </div>
    </div>`;
  }
}
