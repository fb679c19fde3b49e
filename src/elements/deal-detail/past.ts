import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChangelogRow, Conversion, Deal, Id } from '../../domain/records.js';
import { addedLine } from '../../shared/detail/details.js';
import type { DetailModel } from '../../shared/detail/model.js';
import type { Happened } from '../../shared/detail/timeline.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { Receipts } from './receipts.js';
import { dealWords } from './words.js';

type DealEvent =
  | { readonly is: 'moved'; readonly from: Id; readonly to: Id }
  | { readonly is: 'converted'; readonly receipt: Conversion }
  | { readonly is: 'lead' | 'added' | 'won' | 'lost' }
  | { readonly is: 'then'; readonly status: Deal['status']; readonly by: string; readonly reason: string };

/** What has happened to the deal itself: made, converted from leads, moved, won, lost, reopened; and by whom, as far as it is known. */
export class Past {
  /** Who set which field when, by the instant. */
  #rows: readonly ChangelogRow[] = [];
  #asked = '';

  constructor(
    readonly model: DetailModel,
    readonly receipts: Receipts,
  ) {}

  /** Reads who did it, and what the deal itself no longer says, each time something has been done. */
  check(): void {
    const { deal, store } = this.model;
    if (!deal || !store) return;
    const asked = `${deal.id} ${deal.stageHistory.length} ${deal.status} ${this.model.live()?.pending}`;
    if (asked === this.#asked) return;
    if (!this.#asked.startsWith(`${deal.id} `)) this.#rows = [];
    this.#asked = asked;
    // Nothing has been done to it since it was made: there is nobody to name.
    if (deal.updatedAt === deal.createdAt) return;
    const where = {
      all: [
        { field: 'recordId', op: 'is', value: deal.id },
        { field: 'field', op: 'in', value: ['stageId', 'status', 'lostReason'] },
      ],
    } as const;
    store
      .read({ kind: 'changelog', where, order: [{ field: 'at', descending: true }], window: { offset: 0, limit: 200 } })
      .then(
        ({ records }) => {
          if (this.#asked !== asked) return;
          this.#rows = records;
          this.model.update();
        },
        // Names are missing then, and what was taken back: moves and the end are told from the deal itself.
        () => undefined,
      );
  }

  /** Who closed the deal; '' where nobody knows. */
  get closedBy(): string {
    const { deal } = this.model;
    const at = deal?.closedAt;
    return at ? this.#who('status', at) : '';
  }

  get events(): readonly Happened[] {
    const { deal } = this.model;
    if (!deal) return [];
    const receipts = this.receipts.active;
    const made = receipts.find(({ joined }) => !joined);
    const happened = (id: string, at: string, event: DealEvent): Happened => ({ id, at, kind: 'event', event });
    const history = deal.stageHistory;
    return [
      ...history
        .slice(1)
        .map((visit, at) =>
          happened(`moved-${at}`, visit.at, { is: 'moved', from: history[at]?.stageId ?? '', to: visit.stageId }),
        ),
      ...receipts.map((receipt) =>
        happened(`converted-${receipt.id}`, receipt.createdAt, { is: 'converted', receipt }),
      ),
      made ? happened('lead', made.lead.createdAt, { is: 'lead' }) : happened('added', deal.createdAt, { is: 'added' }),
      ...(deal.wonAt ? [happened('won', deal.wonAt, { is: 'won' })] : []),
      ...(deal.lostAt ? [happened('lost', deal.lostAt, { is: 'lost' })] : []),
      ...this.#before(deal),
    ];
  }

  /** How it ended before, and that it was reopened: the deal itself says only how it is now. */
  #before(deal: Deal): Happened[] {
    const told = deal.wonAt ?? deal.lostAt;
    const ends = this.#rows.filter(({ field }) => field === 'status');
    const last = told === null ? undefined : ends.find(({ at, after }) => after === deal.status && near(at, told));
    return ends
      .filter((row) => row !== last)
      .map(({ id, at, command, after, userId }) => {
        const reason = this.#rows.find((row) => row.field === 'lostReason' && row.command === command)?.after;
        const event: DealEvent = {
          is: 'then',
          status: after as Deal['status'],
          by: this.model.userName(userId),
          reason: typeof reason === 'string' ? reason : '',
        };
        return { id: `then-${id}`, at, kind: 'event', event };
      });
  }

  line({ event, at }: Happened): { icon: icons.Drawing; turn?: boolean; line: TemplateResult } {
    const told = event as DealEvent;
    const { deal } = this.model;
    const t = dealWords(this.model);
    switch (told.is) {
      case 'moved': {
        const by = this.#who('stageId', at);
        return {
          icon: icons.move,
          turn: true,
          line: html`${by ? html`<b><bdi>${by}</bdi></b> ${t.movedDeal}` : html`<b>${t.dealMoved}</b>`} <del><bdi>${this.#stage(told.from)}</bdi></del><span class="sr">${t.to}</span><span aria-hidden="true">${icon(icons.move, { size: 'sm', turn: true })}</span><ins><bdi>${this.#stage(told.to)}</bdi></ins>`,
        };
      }
      case 'converted':
        return { icon: icons.convert, line: this.#converted(told.receipt) };
      case 'lead':
        return {
          icon: icons.plus,
          line: addedLine(
            this.model,
            this.model.t.detail.leadAdded,
            this.receipts.active.find(({ joined }) => !joined)?.lead,
          ),
        };
      case 'added':
        return { icon: icons.plus, line: addedLine(this.model, t.dealAdded, deal) };
      case 'won':
      case 'lost':
        return this.#ended(told.is, this.#who('status', at), deal?.lostReason);
      case 'then':
        return this.#ended(told.status, told.by, told.reason);
    }
  }

  #ended(
    how: Deal['status'],
    by: string,
    reason: string | null | undefined,
  ): { icon: icons.Drawing; line: TemplateResult } {
    const t = dealWords(this.model);
    const { drawing, did, plain } = {
      won: { drawing: icons.won, did: t.dealWon, plain: t.wonPlain },
      lost: { drawing: icons.lost, did: t.dealLost, plain: t.lostPlain },
      open: { drawing: icons.undo, did: t.dealReopened, plain: t.reopenedPlain },
    }[how];
    const line = by ? html`<b><bdi>${by}</bdi></b> ${did}` : html`<b>${plain}</b>`;
    const why = how === 'lost' && reason ? html`<span class="muted"><bdi>${reason}</bdi></span>` : nothing;
    return { icon: drawing, line: html`${line} ${why}` };
  }

  /** "converted the lead to this deal with 3 notes, 2 activities" */
  #converted(receipt: Conversion): TemplateResult {
    const { model } = this;
    const { userId, joined, movedNotes, movedActivities, movedFiles } = receipt;
    const { common, detail } = model.t;
    const t = dealWords(model);
    const moved = [
      ...(movedNotes.length > 0 ? [common.countNotes(movedNotes.length)] : []),
      ...(movedActivities.length > 0 ? [common.countActivities(movedActivities.length)] : []),
      ...(movedFiles?.length ? [common.countFiles(movedFiles.length)] : []),
    ];
    return html`<b><bdi>${model.userName(userId) || detail.someone}</bdi></b> ${joined ? t.joinedLead : t.convertedLead}
      ${moved.length > 0 ? html`<span class="muted">${t.withMoved(model.format.list(moved))}</span>` : nothing} ${this.#back(receipt)}`;
  }

  #back(receipt: Conversion): TemplateResult | typeof nothing {
    const { model, receipts } = this;
    if (!receipts.canTakeBack(receipt)) return nothing;
    const why = model.why('conversions-undo');
    const name = dealWords(model).undoConversionOf(receipt.lead.title);
    return html`<button type="button" class="btn btn--sm" data-take-back aria-label=${name} aria-disabled=${why === undefined ? 'false' : 'true'} title=${why ?? nothing}
      @click=${() => void receipts.takeBack(receipt)}>${icon(icons.undo, { size: 'sm', turn: true })}${model.t.common.undo}</button>`;
  }

  #stage(id: Id): string {
    return this.model.store?.directory.stage(id)?.name ?? dealWords(this.model).stageGone;
  }

  #who(field: 'stageId' | 'status', at: string): string {
    const row = this.#rows.find((each) => each.field === field && near(each.at, at));
    return row ? this.model.userName(row.userId) : '';
  }
}

/** A row is written by the same commit: its instant is the same, give or take the way to a server. */
function near(one: string, other: string): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) < 5_000;
}
