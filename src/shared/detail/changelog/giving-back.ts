import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { restoringBeside } from '../../../domain/changelog-beside.js';
import type { NotGiven } from '../../../domain/changelog-beside.js';
import { restoring, whyNotRestored } from '../../../domain/changelog.js';
import type { CommandName } from '../../../domain/plan.js';
import type { ChangelogRow, DealProduct, Id, Participant, Project } from '../../../domain/records.js';
import { isTold } from '../../../domain/told-to.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { DetailModel } from '../model.js';
import type { There } from './there.js';
import { nameOf, tasksText, textOf } from './values.js';
import type { Telling } from './values.js';
import { calledOf, fieldBeside, textBeside } from './whose.js';

/** Commands that give something back: whether they are refused is seen on the rows. */
export const commands: Readonly<Record<'lead' | 'deal', readonly CommandName[]>> = {
  lead: ['lead-edit', 'leads-assign', 'leads-label'],
  deal: [
    ...(['deal-edit', 'deals-assign', 'deals-label', 'deals-move', 'deal-product-edit', 'deal-products-add'] as const),
    ...([
      'participant-edit',
      'participant-add',
      'file-add',
      'file-edit',
      'project-add',
      'project-edit',
      'project-link',
      'project-unlink',
    ] as const),
  ],
};

const whys = {
  gone: 'whyGone',
  unlinked: 'whyUnlinked',
  personGone: 'whyPersonGone',
  swept: 'whySwept',
  notKept: 'whyNotKept',
  currency: 'whyCurrency',
  ruled: 'whyRuled',
  values: 'whyValues',
} as const satisfies Readonly<Record<NotGiven, string>>;

/** What the open deal has now; undefined while it is read. */
export interface BesideNow {
  lines(): readonly DealProduct[] | undefined;
  participants(): readonly Participant[] | undefined;
  projects(): readonly Project[] | undefined;
}

type Answer = ReturnType<typeof restoring> | ReturnType<typeof restoringBeside>;

/** What is at the end of a row: what it was is given back by a command like any other, or it says why not. */
export class GivingBack {
  constructor(
    readonly model: DetailModel,
    readonly beside: BesideNow,
    readonly there: There,
  ) {}

  button(telling: Telling, row: ChangelogRow): TemplateResult | typeof nothing {
    const answer = this.#answer(row);
    if (answer === null) return nothing;
    const label = this.#label(telling, row);
    const why = 'why' in answer ? telling.words[whys[answer.why]] : this.model.why(answer.name);
    const run = async (event: Event): Promise<void> => {
      if (why !== undefined || 'why' in answer) return;
      const { model } = this;
      const pressed = event.currentTarget as HTMLElement;
      const result = await model.run(answer.name, answer.input);
      await model.host.updateComplete;
      // Where the value is given back, there is nothing more to press: at once, or when what the deal has is read. One goes on from the row.
      const done = result?.outcomes.some(({ state }) => state === 'done') === true;
      if (!done && pressed.isConnected) return;
      const line = model.host.shadowRoot?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`);
      if (line) line.focus({ preventScroll: true });
      else await model.focus('[data-history]');
    };
    return html`<button type="button" class="btn btn--icon btn--quiet btn--sm" data-give-back aria-label=${label} title=${why ?? label}
      aria-disabled=${why === undefined ? 'false' : 'true'} @click=${run}>${icon(icons.undo, { size: 'sm', turn: true })}</button>`;
  }

  #answer(row: ChangelogRow): Answer {
    const { record, deal, store, today } = this.model;
    if (!record || !store) return null;
    if (!isTold(row.of)) {
      const { labels, pipelines, fields } = store.directory;
      const answer = restoring(row, record, this.model.kind, new Set(labels.map(({ id }) => id)));
      const stages = pipelines.flatMap(({ id }) => store.directory.stagesOf(id));
      const why = answer && whyNotRestored(row, fields, new Set(stages.map(({ id }) => id)));
      return why ? { why } : answer;
    }
    const [lines, participants, projects] = [
      this.beside.lines(),
      this.beside.participants(),
      this.beside.projects(),
    ] as const;
    if (!deal || !lines || !participants || !projects) return null;
    const answer = restoringBeside(row, {
      ...{ deal, lines, participants, projects, today },
      currency: store.settings.currency,
      has: (kind, id) => this.there.has(kind, id),
      file: (by, value) => this.there.file(by, value),
      holds: (ref) => this.there.has('blob', ref),
    });
    return answer && 'name' in answer && answer.name === 'deal-products-add' ? this.#known(answer) : answer;
  }

  /** A line of a product that was taken out of the catalogue keeps what it says, and is of none. */
  #known(answer: Extract<Answer, { readonly name: 'deal-products-add' }>): Answer {
    const { dealId, lines } = answer.input;
    const [line] = lines;
    if (!line?.productId) return answer;
    const there = this.there.has('product', line.productId);
    if (there === undefined) return null;
    return there ? answer : { ...answer, input: { dealId, lines: [{ ...line, productId: null, variationId: null }] } };
  }

  #label(telling: Telling, row: ChangelogRow): string {
    const { words, model } = telling;
    const { of, op, field, before, after, units } = row;
    if (!isTold(of)) {
      const name = nameOf(telling, field);
      const value =
        field === 'labelIds'
          ? model.format.list((before as readonly Id[]).flatMap((id) => model.store?.directory.label(id)?.name ?? []))
          : textOf(telling, field, before);
      return value === '' ? words.restoreEmpty(name) : words.restore(name, value);
    }
    const called = calledOf(telling, row);
    if (op === 'delete') return words.putBack(called);
    if (field === 'dealIds') {
      const linked = Array.isArray(before) && (before as readonly Id[]).includes(model.id ?? '');
      return linked ? words.linkAgain(called) : words.unlinkAgain(called);
    }
    if (field === 'tasks') return words.tasksBack(tasksText(telling, before, after), called);
    const name = words.fieldOf(fieldBeside(telling, of, field), called);
    const value =
      of === 'dealProduct' ? textBeside(telling, field, before, units?.[0]) : textOf(telling, field, before);
    return value === '' ? words.restoreEmpty(name) : words.restore(name, value);
  }
}
