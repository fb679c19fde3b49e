import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { wantsNext } from '../../domain/agenda.js';
import type { Activity, ActivityType, Id } from '../../domain/records.js';
import { activeIn } from '../active.js';
import { hasLostFocus } from '../keep-focus.js';
import { typeName } from './activity-form.js';
import type { AnyDetail } from './model.js';
import { Proposal } from './proposal.js';
import type { Proposed } from './proposal.js';
import { headButton } from './sections.js';
import type { Timeline } from './timeline.js';

/** Where one was marked done, and the next one is proposed: in the Focus, or in the strip below a lead's head. */
export type ProposalPlace = 'focus' | 'strip';

/** Where the focus is put when what had it is gone: nobody has chosen to be there. */
const instead = `.detail-body, [data-act], section > ${headButton}`;

/** What is known of it everywhere. */
type Done = Pick<Activity, 'id' | 'type' | 'subject'>;

/** The proposal of a detail: in the place of what was done. */
export class NextProposal extends Proposal<AnyDetail> {
  #place: ProposalPlace = 'focus';

  constructor(
    model: AnyDetail,
    readonly timeline: Timeline,
  ) {
    super(model);
  }

  /** Done: what comes next is proposed where it stood, or the strip and the list say what is planned; the focus goes along. */
  async markDone({ id, type, subject }: Done, place: ProposalPlace): Promise<void> {
    const { model } = this;
    const { host, id: of } = model;
    const root = host.shadowRoot;
    const held = root ? activeIn(root) : null;
    const activity = this.timeline.planned.find((each) => each.id === id) ?? null;
    const said = (): string => this.t.isDone(subject || typeName(type, model.t.common));
    const result = await model.commands.run('activity-done', { id, done: true }, { said });
    await host.updateComplete;
    const proposed = result?.outcomes[0]?.state === 'done' && model.id === of && this.#after(id, type, activity, place);
    // Whoever has gone on meanwhile stays there.
    const active = root ? activeIn(root) : null;
    if (active === null ? !hasLostFocus(host) : active !== held && !active.matches(instead)) return;
    if (proposed) await model.focus('.proposal');
    else if (held?.matches('[data-next], .focus-item *') && !held.isConnected)
      await model.focus('[data-next], [data-schedule]');
  }

  #after(id: Id, type: ActivityType, done: Activity | null, place: ProposalPlace): boolean {
    const { model, timeline } = this;
    const { record, kind } = model;
    if (!record || !this.#wanted(id) || timeline.planned.some((each) => each.id !== id)) return false;
    if (model.why('activity-add', record) !== undefined) return false;
    this.#place = place;
    const ownerId = done ? done.ownerId : 'ownerId' in record ? record.ownerId : null;
    this.open({ kind, id: record.id, title: model.title, done }, type, ownerId);
    return true;
  }

  #wanted(done: Id | undefined): boolean {
    const { record } = this.model;
    return record !== null && (!('nextActivity' in record) || wantsNext(record, done));
  }

  /** Before each drawing: another record, or one that was closed or planned for meanwhile, has no use for it; unless somebody is in it. */
  check(): void {
    const { now, model } = this;
    if (!now || now.busy) return;
    if (now.id !== model.id || (model.record && !this.#wanted(now.done?.id) && !this.#within)) {
      this.keepOutcome();
      this.end(null);
    }
  }

  get #within(): boolean {
    const root = this.model.host.shadowRoot;
    return root ? activeIn(root)?.closest('.proposal') != null : false;
  }

  protected override left({ done }: Proposed, planned: Id | null): void {
    if (!this.#within) return;
    const item = planned ?? done?.id ?? '';
    const own = `.focus-item[data-id="${CSS.escape(item)}"] [aria-haspopup]`;
    const wanted = this.#place === 'strip' ? ['[data-next]', '[data-schedule]'] : [own, '[data-schedule]'];
    const { host } = this.model;
    void host.updateComplete.then(() => {
      for (const selector of wanted) {
        const found = host.shadowRoot?.querySelector<HTMLElement>(selector);
        if (found) return found.focus();
      }
    });
  }

  /** Is it shown there? */
  at(place: ProposalPlace): boolean {
    return this.now !== null && this.now.id === this.model.id && this.#place === place;
  }

  render(place: ProposalPlace): TemplateResult | typeof nothing {
    const { now } = this;
    if (!now || !this.at(place)) return nothing;
    return html`<div class="proposal" part="proposal" role="group" tabindex="-1" aria-label=${this.labelOf(now)} @keydown=${this.keydown}>
      <div class="proposal-cell">${this.body(now)}</div>
    </div>`;
  }
}
