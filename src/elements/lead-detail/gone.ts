import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Trash } from '../../domain/records.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { LiveView } from '../../shared/live-view.js';
import { openRecord } from '../../shared/open-record.js';
import type { LiveRecord } from '../../store/api.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { dealArt, nobodyArt, stateBox } from '../../shared/detail/states.js';
import { mergedState } from '../../shared/detail/merged.js';
import { trashState } from '../../shared/detail/trashed.js';

/** A lead that is not there (any more): its receipts say what became of it, and lead on. */
export class Gone {
  readonly #conversion: LiveView<LiveRecord<'conversion'>>;
  readonly #trash: LiveView<LiveRecord<'trash'>>;

  constructor(readonly model: DetailModel) {
    // Read only when there is something to explain.
    const missing = (): string | null => (model.live()?.state === 'ready' && model.record === null ? model.id : null);
    const deps = (): readonly unknown[] => [missing()];
    this.#conversion = model.crm.live(
      (store) => (missing() === null ? null : store.record('conversion', missing() ?? '')),
      { deps },
    );
    this.#trash = model.crm.live((store) => (missing() === null ? null : store.record('trash', missing() ?? '')), {
      deps,
    });
  }

  /** What became of it is still being read. */
  get loading(): boolean {
    return this.#conversion.value?.state === 'loading' || this.#trash.value?.state === 'loading';
  }

  get trash(): Trash | null | undefined {
    return this.#trash.value?.record;
  }

  render(): TemplateResult {
    const { model } = this;
    const { t } = model;
    const receipt = this.#conversion.value?.record;
    if (receipt && receipt.state !== 'undone') {
      const ago = model.ago(receipt.createdAt);
      const said = model.isMe(receipt.userId)
        ? t.detail.convertedYou(ago)
        : t.detail.convertedBy(model.userName(receipt.userId) || t.detail.someone, ago);
      return stateBox(
        dealArt,
        t.detail.convertedTitle,
        [receipt.lead.title, said],
        html`<button type="button" class="btn btn--primary" data-open-deal @click=${() => void openRecord(model.crm, 'deal', receipt.dealId)}>${icon(icons.external)}${t.detail.openDeal}</button>`,
      );
    }
    const trash = this.#trash.value?.record;
    if (trash) return trash.mergedInto ? mergedState(model, trash, trash.mergedInto) : trashState(model, trash);
    return stateBox(nobodyArt, t.detail.goneTitle, [t.detail.goneText]);
  }
}
