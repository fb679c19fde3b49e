import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { LiveView } from '../../shared/live-view.js';
import type { LiveRecord } from '../../store/api.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { dealArt, nobodyArt, stateBox, trashArt } from '../../shared/detail/states.js';

/** A lead that is not there (any more): its receipts say what became of it, and lead on. */
export class Gone {
  readonly #conversion: LiveView<LiveRecord<'conversion'>>;
  readonly #trash: LiveView<LiveRecord<'trash'>>;

  constructor(readonly model: DetailModel) {
    // Read only when there is something to explain.
    const missing = (): string | null => (model.live()?.state === 'ready' && model.record === null ? model.id : null);
    const deps = (): readonly unknown[] => [missing()];
    this.#conversion = model.crm.live((store) => (missing() === null ? null : store.record('conversion', missing() ?? '')), { deps });
    this.#trash = model.crm.live((store) => (missing() === null ? null : store.record('trash', missing() ?? '')), { deps });
  }

  /** What became of it is still being read. */
  get loading(): boolean {
    return this.#conversion.value?.state === 'loading' || this.#trash.value?.state === 'loading';
  }

  render(): TemplateResult | typeof nothing {
    const { model } = this;
    const { t } = model;
    const receipt = this.#conversion.value?.record;
    if (receipt && receipt.state !== 'undone') {
      const ago = model.ago(receipt.createdAt);
      const said = model.isMe(receipt.userId) ? t.detail.convertedYou(ago) : t.detail.convertedBy(model.userName(receipt.userId) || t.detail.someone, ago);
      return stateBox(
        dealArt, t.detail.convertedTitle, [receipt.lead.title, said],
        html`<button type="button" class="btn btn--primary" data-open-deal @click=${() => void model.crm.open('deal', receipt.dealId)}>${icon(icons.external)}${t.detail.openDeal}</button>`,
      );
    }
    const trash = this.#trash.value?.record;
    if (trash) {
      const ago = model.ago(trash.createdAt);
      const said = model.isMe(trash.userId) ? t.detail.trashYou(trash.title, ago) : t.detail.trashBy(model.userName(trash.userId) || t.detail.someone, trash.title, ago);
      const locked = model.why('trash-restore', trash);
      return stateBox(
        trashArt, t.detail.trashTitle, [said, t.detail.trashUntil(model.day(trash.expiresAt.slice(0, 10)))],
        locked === undefined
          ? html`<button type="button" class="btn btn--primary" data-restore @click=${() => void model.run('trash-restore', { ids: [trash.id] })}>${icon(icons.undo)}${t.detail.restore}</button>`
          : nothing,
      );
    }
    return stateBox(nobodyArt, t.detail.goneTitle, [t.detail.goneText]);
  }
}
