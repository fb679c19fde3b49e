import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { wantsNext } from '../../domain/agenda.js';
import type { Activity, Deal, Lead } from '../../domain/records.js';
import { Proposal } from '../../shared/detail/proposal.js';
import { FORM } from './items.js';
import type { Inserted, Items } from './items.js';
import type { AgendaModel } from './model.js';
import { isOpportunity } from './parent.js';
import type { Contact, Parent } from './parent.js';
import type { Parents } from './parents.js';
import type { Rover } from './rover.js';

/** The proposal of the day: a line of its own, in the place of what was done. */
export class DayProposal extends Proposal<AgendaModel> {
  constructor(
    model: AgendaModel,
    readonly items: Items,
    readonly parents: Parents,
    readonly rover: Rover,
  ) {
    super(model);
  }

  /** @param turn of the rover when it was marked: who has gone on since keeps the focus */
  afterDone(activity: Activity, at: Inserted, turn: number): void {
    const parent = this.parents.of(activity);
    if (!parent?.record || this.model.why('activity-add', parent.record) !== undefined) return;
    if (!isOpportunity(parent)) void this.#afterLast(parent, activity, at, turn);
    else if (wantsNext(parent.record, activity.id)) this.#propose(parent, activity, at, turn);
  }

  /** A person or an organization does not say what is planned: it is asked for. */
  async #afterLast(parent: Contact, activity: Activity, at: Inserted, turn: number): Promise<void> {
    const { store } = this.model;
    const before = this.now;
    const planned = await store
      ?.read({
        kind: 'activity',
        where: {
          all: [
            { field: `${parent.kind}Id`, op: 'is', value: parent.id },
            { field: 'done', op: 'is', value: false },
          ],
        },
        window: { offset: 0, limit: 1 },
      })
      .catch(() => undefined);
    // Not known: nothing is proposed. Nor where another one was proposed meanwhile.
    if (planned?.records.length === 0 && this.now === before) this.#propose(parent, activity, at, turn);
  }

  #propose(parent: Parent, done: Activity, at: Inserted, turn: number): void {
    const { kind, id } = parent;
    this.#put(at);
    this.open({ kind, id, title: this.model.parentName(parent), done }, done.type, done.ownerId);
    if (turn + 1 >= this.rover.turn && this.rover.focused !== null) void this.rover.go(this.items.indexOf(FORM));
  }

  /** The first one for a lead or deal that has nothing planned. */
  first(record: Lead | Deal, kind: 'lead' | 'deal', at: Inserted): void {
    if (this.model.why('activity-add', record) !== undefined) return;
    this.#put(at);
    const title = this.model.titleOf(record, kind);
    this.open({ kind, id: record.id, title, done: null }, 'call', record.ownerId);
    void this.rover.go(this.items.indexOf(FORM));
  }

  #put(at: Inserted): void {
    this.items.inserted = at;
    this.items.check();
  }

  protected override left(): void {
    this.items.inserted = null;
  }

  render(index: number, stop: boolean): TemplateResult {
    const { now } = this;
    if (!now) return html`<div role="row" data-item=${FORM}></div>`;
    return html`<div class="proposal" part="proposal" role="row" aria-level="2" tabindex=${stop ? '0' : '-1'} data-item=${FORM} aria-rowindex=${index + 1} aria-label=${this.labelOf(now)} @keydown=${this.keydown}>
      <div role="gridcell" class="proposal-cell">${this.body(now)}</div>
    </div>`;
  }
}
