import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Code } from '../code.js';
import type { Dialog } from '../dialog.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { CrmHost } from '../store-controller.js';
import { withPart } from '../with-part.js';
import type { DetailModel } from './model.js';

const fieldsCode = new Code(() => import('../fields/fields.js'));

/** What leads from the details of a lead or deal to the fields that this account has made for itself. */
export class Managing {
  constructor(
    readonly model: DetailModel,
    readonly host: CrmHost,
    readonly dialog: Dialog,
  ) {}

  /** At the head of the section. */
  buttons(): TemplateResult {
    const { common } = this.model.t;
    const why = this.model.why('field-add', null);
    return html`<span class="row"
      ><button type="button" class="btn btn--icon btn--quiet btn--sm" data-add-field aria-label=${common.addField} title=${why ?? common.addField}
        aria-disabled=${why === undefined ? nothing : 'true'} @click=${() => why === undefined && void this.#open(true)}>${icon(icons.plus)}</button
      ><button type="button" class="btn btn--icon btn--quiet btn--sm" data-manage-fields aria-label=${common.manageFields} title=${common.manageFields}
        @click=${() => void this.#open(false)}>${icon(icons.columns)}</button
    ></span>`;
  }

  #open(add: boolean): Promise<void> {
    const { model, host, dialog } = this;
    const { crm, commands, words } = model;
    const returnTo = (): HTMLElement | null =>
      host.shadowRoot?.querySelector<HTMLElement>('[data-manage-fields]') ?? null;
    return withPart(
      host,
      fieldsCode,
      () => commands.say(() => model.t.detail.notLoaded),
      ({ openFields }) => openFields({ host, crm, commands, dialog, words, returnTo }, add),
    );
  }
}
