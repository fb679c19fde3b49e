import { html, nothing } from 'lit';
import type { Id, Trash } from '../../domain/records.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import type { LiveList } from '../../store/api.js';
import * as icons from '../icons.js';
import type { LiveView } from '../live-view.js';
import { openAny } from '../open-any.js';
import { rowsOf } from '../rows-of.js';
import type { EventLine } from './history.js';
import type { Following } from './merged.js';
import type { AnyDetail } from './model.js';
import type { Happened } from './timeline.js';

/**
 * The records that were merged into the open one, as lines of its history, as long as they can come back. They are known by the
 * ids that it keeps of them; what lies in the trash under those says the rest, and is gone when the merge is taken back.
 */
export class MergedHere {
  readonly #trash: LiveView<LiveList<'trash'>>;

  constructor(
    readonly model: AnyDetail,
    readonly following: Following,
  ) {
    const ids = (): readonly Id[] => model.record?.mergedIds ?? [];
    this.#trash = model.crm.live(
      (store) => {
        if (ids().length === 0) return null;
        const list = store.list({ kind: 'trash', where: { field: 'id', op: 'in', value: ids() } });
        list.setWindow(0, ids().length);
        return list;
      },
      { deps: () => [model.id, ids().join()] },
    );
  }

  get events(): readonly Happened[] {
    const { id } = this.model;
    return rowsOf(this.#trash.value, this.model.record?.mergedIds?.length ?? 0)
      .filter(({ mergedInto }) => mergedInto === id)
      .map((trash) => ({
        id: `merged-${trash.id}`,
        at: trash.createdAt,
        kind: 'event',
        event: { is: 'merged', trash },
      }));
  }

  /** undefined = it is another event. */
  line({ event }: Happened): ReturnType<EventLine> | undefined {
    const told = event as { readonly is: string; readonly trash: Trash } | undefined;
    if (told?.is !== 'merged') return undefined;
    const { model } = this;
    const { trash } = told;
    const { common, detail } = model.t;
    const t = wordsOf('merge', merge, model.words.lang);
    const title = trash.title || (model.kind === 'lead' ? detail.untitledLead : detail.untitledDeal);
    const merged = {
      lead: t.mergedLead,
      deal: t.mergedDeal,
      person: t.mergedPerson,
      organization: t.mergedOrganization,
    }[model.kind];
    const { notes = [], activities = [], files = [] } = trash.moved ?? {};
    // What has expired may lie there until it is swept out.
    const kept = trash.expiresAt > (model.store?.now() ?? '');
    const came = [
      ...(notes.length > 0 ? [common.countNotes(notes.length)] : []),
      ...(activities.length > 0 ? [common.countActivities(activities.length)] : []),
      ...(files.length > 0 ? [common.countFiles(files.length)] : []),
    ];
    return {
      icon: icons.merge,
      line: html`<b><bdi>${model.userName(trash.userId) || detail.someone}</bdi></b> ${merged}
        <bdi>${title}</bdi>
        ${came.length > 0 ? html`<span class="muted">${t.withIt(model.format.list(came))}</span>` : nothing}
        ${kept ? html`<button type="button" class="btn btn--sm" data-open-merged=${trash.id} aria-label=${t.openTitle(title)} @click=${() => this.#open(trash.id)}>${common.open}</button>` : html`<span class="subtle">${t.mergedNotKept}</span>`}`,
    };
  }

  /** What became of it is shown, and not led on from: one is just come from there. */
  #open(id: Id): void {
    const { crm, kind } = this.model;
    this.following.stay(id);
    openAny(crm, kind, id);
  }
}
