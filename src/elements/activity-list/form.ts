import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Activity, Deal, Id, Lead } from '../../domain/records.js';
import { ranked } from '../../domain/search-rank.js';
import { closest } from '../../shared/closest.js';
import { Combobox } from '../../shared/combobox.js';
import type { Choice, Chosen } from '../../shared/combobox.js';
import {
  activityEdits,
  activityForm,
  activityInput,
  checkActivity,
  draftFrom,
} from '../../shared/detail/activity-form.js';
import { emptyActivity } from '../../shared/detail/drafts.js';
import type { ActivityDraft } from '../../shared/detail/drafts.js';
import type { AgendaModel } from './model.js';
import { Kept } from './kept.js';
import type { Rover } from './rover.js';

interface Form {
  /** What is changed; null = a new one is planned. */
  readonly before: Activity | null;
  readonly draft: ActivityDraft;
  on: Chosen | null;
  errors: Record<string, string>;
  /** Why it has no row any more: the activity was deleted, or marked done, since the form was opened. */
  lost?: 'gone' | 'done' | undefined;
}

/** So many leads and deals are offered. */
const offered = 8;

/** Plans a new activity above the list, and changes one in its row. What is typed stays until it is stored or given up. */
export class Forms {
  planning: Form | null = null;
  editing: Form | null = null;
  /** Grows with what may change the height of the row. */
  version = 0;
  readonly #on: Combobox;
  /** The activity that is changed, as it is by now. */
  readonly #kept: Kept;

  constructor(
    readonly model: AgendaModel,
    readonly rover: () => Rover,
  ) {
    this.#kept = new Kept(model, rover);
    this.#on = new Combobox(model.host, model.words, { search: (query, signal) => this.#find(query, signal) });
  }

  plan(): void {
    const { model } = this;
    if (model.why('activity-add') !== undefined) return;
    const { today, store, host } = model;
    this.planning ??= {
      before: null,
      draft: { ...emptyActivity(store?.settings.user.id ?? ''), due: today },
      on: null,
      errors: {},
    };
    model.update();
    void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>('#plan-on')?.focus());
  }

  edit(activity: Activity): void {
    if (this.model.why('activity-edit', activity) !== undefined) return;
    this.editing = { before: activity, draft: draftFrom(activity), on: null, errors: {} };
    this.#kept.watch(activity);
    this.version++;
    this.model.update();
    void this.rover().into(activity.id, '#edit-subject');
  }

  /** Before each drawing: whether what is changed still has a row. */
  check(): void {
    const { editing } = this;
    if (!editing) return this.#kept.end();
    if (this.#kept.check(editing)) this.version++;
  }

  /** Nobody is told any more while it is out of the page. */
  end(): void {
    this.#kept.end();
  }

  /** Above the list, where its row is gone: what was typed, what has happened, and where it may go. */
  renderKept(): TemplateResult | typeof nothing {
    const { editing } = this;
    if (!editing?.before || !editing.lost) return nothing;
    const close = (): void => {
      this.editing = null;
      this.model.update();
      void this.rover().go(this.rover().index);
    };
    return this.#kept.render(
      { before: editing.before, draft: editing.draft, lost: editing.lost },
      this.#fields('edit', editing),
      { close, checked: () => this.#checked(editing), save: (event) => void this.#save(event, editing, close) },
    );
  }

  async #find(query: string, signal: AbortSignal): Promise<readonly Choice[]> {
    const { store, t } = this.model;
    if (!store) return [];
    const one = async (kind: 'lead' | 'deal'): Promise<readonly (Lead | Deal)[]> => {
      const where =
        kind === 'lead'
          ? ({ field: 'archivedAt', op: 'empty' } as const)
          : ({
              all: [
                { field: 'status', op: 'is', value: 'open' },
                { field: 'archivedAt', op: 'empty' },
              ],
            } as const);
      const { records } = await closest(store, { kind, where, search: query, related: false }, offered, signal);
      return records;
    };
    const found = (await Promise.all([one('deal'), one('lead')])).flat();
    return ranked(found, query).map((record) => {
      const kind = 'stageId' in record ? 'deal' : 'lead';
      return {
        id: `${kind} ${record.id}`,
        label: this.model.titleOf(record, kind),
        detail: [t.common[kind], record.personName, record.organizationName].filter(Boolean).join(' · '),
      };
    });
  }

  /** Above the list: a new one. */
  renderPlan(): TemplateResult | typeof nothing {
    const form = this.planning;
    const { t } = this.model;
    if (!form) return nothing;
    const close = (): void => {
      this.planning = null;
      this.model.update();
      void this.#back();
    };
    return html`<form class="plan" part="plan" aria-label=${t.agenda.planHead} novalidate @submit=${(event: Event) => void this.#add(event, form, close)} @keydown=${escapes(close)}>
      <h3>${t.agenda.planHead}</h3>
      ${this.#on.render({
        id: 'plan-on',
        label: t.agenda.planFor,
        placeholder: t.agenda.planForHint,
        required: true,
        value: form.on,
        error: form.errors['on'],
        onChange: (on) => {
          form.on = on;
          delete form.errors['on'];
          this.model.update();
        },
      })}
      ${this.#fields('plan', form)}
      <footer><span class="grow"></span><button type="button" class="btn btn--quiet btn--sm" @click=${close}>${t.common.cancel}</button
        ><button type="submit" class="btn btn--primary btn--sm">${t.detail.planActivity}</button></footer>
    </form>`;
  }

  /** In the place of its row. */
  renderEdit(activity: Activity, index: number): TemplateResult {
    const form = this.editing;
    const { t } = this.model;
    const label = t.agenda.editHead(this.model.subjectOf(activity));
    const close = (): void => {
      this.editing = null;
      this.model.update();
      void this.rover().into(activity.id, '[data-item]');
    };
    return html`<div class="aedit" role="row" aria-level="2" tabindex="-1" data-item=${activity.id} aria-rowindex=${index + 1} aria-label=${label}
      ><div role="gridcell"><form novalidate @submit=${(event: Event) => form && void this.#save(event, form, close)} @keydown=${escapes(close)}>
        ${form ? this.#fields('edit', form) : nothing}
        <footer><span class="grow"></span><button type="button" class="btn btn--quiet btn--sm" @click=${close}>${t.common.cancel}</button
          ><button type="submit" class="btn btn--primary btn--sm">${t.detail.saveActivity}</button></footer>
      </form></div></div>`;
  }

  #fields(id: string, form: Form): TemplateResult {
    return activityForm(this.model, {
      id,
      draft: form.draft,
      errors: form.errors,
      change: (part) => {
        Object.assign(form.draft, part);
        if (Object.keys(form.errors).some((field) => field !== 'on')) this.version++;
        form.errors = form.errors['on'] ? { on: form.errors['on'] } : {};
        this.model.update();
      },
      wrong: (field, message) => {
        form.errors = { ...form.errors, [field]: message };
        this.version++;
        this.model.update();
      },
    });
  }

  /** True where it may be sent. */
  #checked(form: Form): boolean {
    form.errors = checkActivity(form.draft, this.model.t);
    if (!form.before && form.on?.kind !== 'existing') form.errors['on'] = this.model.t.agenda.planForMissing;
    this.version++;
    this.model.update();
    if (Object.keys(form.errors).length === 0) return true;
    const { host } = this.model;
    void host.updateComplete.then(() =>
      host.renderRoot.querySelector<HTMLElement>(':is(.plan, .aedit) [aria-invalid=true]')?.focus(),
    );
    return false;
  }

  async #add(event: Event, form: Form, close: () => void): Promise<void> {
    event.preventDefault();
    if (!this.#checked(form) || form.on?.kind !== 'existing') return;
    const [kind = '', id = ''] = form.on.id.split(' ') as [string, Id];
    const { model } = this;
    const input = activityInput(form.draft, model);
    const on = kind === 'lead' ? { leadId: id } : { dealId: id };
    const said = (): string => model.t.next.plannedFor(input.subject, model.dayName(input.due ?? null));
    const result = await model.commands.run('activity-add', { ...input, on }, { said });
    // Not stored: what was typed stands where it was typed; the banner says why.
    if (result?.outcomes[0]?.state === 'done' && this.planning === form) close();
  }

  async #save(event: Event, form: Form, close: () => void): Promise<void> {
    event.preventDefault();
    const { before } = form;
    if (!before || !this.#checked(form)) return;
    // Against what it was when the form was opened: what others have changed since is not taken back.
    const fields = activityEdits(form.draft, before, this.model);
    if (Object.keys(fields).length === 0) return close();
    const result = await this.model.commands.run('activity-edit', { id: before.id, fields });
    if (result?.outcomes[0]?.state === 'done' && this.editing === form) close();
  }

  async #back(): Promise<void> {
    const { host } = this.model;
    await host.updateComplete;
    host.renderRoot.querySelector<HTMLElement>('[data-plan]')?.focus();
  }
}

function escapes(close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.isComposing || event.defaultPrevented || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
}
