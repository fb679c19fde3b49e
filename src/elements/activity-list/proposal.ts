import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { wantsNext } from '../../domain/agenda.js';
import type { Activity, Deal, Lead } from '../../domain/records.js';
import { Proposal } from '../../shared/detail/proposal.js';
import { FORM } from './items.js';
import type { Inserted, Items } from './items.js';
import type { AgendaModel } from './model.js';
import { isOpportunity } from './parent.js';
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
    if (!isOpportunity(parent) || !parent.record || !wantsNext(parent.record, activity.id)) return;
    if (this.model.why('activity-add', parent.record) !== undefined) return;
    const { kind, id, record } = parent;
    this.#put(at);
    this.open({ kind, id, title: this.model.titleOf(record, kind), done: activity }, activity.type, activity.ownerId);
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
