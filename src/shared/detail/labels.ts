import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { Code } from '../code.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { labelTag } from '../label-tag.js';
import type { Popup } from '../popup.js';
import { withPart } from '../with-part.js';
import type { DetailModel } from './model.js';

const labelsCode = new Code(() => import('../labels/label-panel.js'));

/** The labels of a record, and the button that puts them on and takes them off. */
export class Labels {
  constructor(
    readonly model: DetailModel,
    readonly panel: Popup,
  ) {}

  render(): TemplateResult {
    const { model } = this;
    const { record, store, t } = model;
    const labels = record?.labelIds.flatMap((id) => store?.directory.label(id) ?? []) ?? [];
    const locked = model.why(model.kind === 'lead' ? 'leads-label' : 'deals-label');
    const said = t.detail.labelsOf(model.title);
    return html`<span class="row wrap labels" role="group" aria-label=${t.common.labels}
      >${labels.map((label) => labelTag(label))}<button
        type="button" class="btn btn--quiet btn--sm btn--icon label-edit" data-labels aria-haspopup="dialog" aria-label=${said} title=${locked ?? said}
        aria-disabled=${locked === undefined ? 'false' : 'true'} @click=${(event: Event) => locked === undefined && this.open(event.currentTarget as HTMLElement)}
        >${icon(icons.label, { size: 'sm' })}</button></span>`;
  }

  open(anchor: HTMLElement): void {
    void this.#open(anchor);
  }

  /** The panel is fetched when somebody first asks for it. */
  async #open(anchor: HTMLElement): Promise<void> {
    const { model, panel } = this;
    const { id } = model;
    if (id === null) return;
    await withPart(
      model.host,
      labelsCode,
      () => model.commands.say(() => model.t.detail.notLoaded),
      ({ openLabels }) =>
        openLabels({
          popup: panel,
          anchor,
          ids: [id],
          model,
          labelsOf: () => model.record?.labelIds,
          put: (add, remove) =>
            model.run(model.kind === 'lead' ? 'leads-label' : 'deals-label', { ids: [id], add, remove }, true),
        }),
    );
  }
}
