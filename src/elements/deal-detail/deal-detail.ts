import type { PropertyDeclarations } from 'lit';
import type { Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { LateElement } from '../../shared/late-element.js';
import { Late } from '../../shared/late.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { dealDetailCode } from './code.js';
import type { DealDetailHost } from './host.js';
import type { DealDetailView } from './view.js';

/**
 * One deal: where it stands and for how long, what it is worth and how likely, who it is with, what comes next and what
 * was; moved along the stage bar, won, lost with a reason, reopened; made a lead again while its receipt is kept. It shows the deal that its provider has open
 * (`deal-open`), or its own `deal-id`. Give it a height and its columns scroll on their own; without one it is as high as
 * what it holds. Below 660 px its parts are tabs.
 *
 * Keys, while the focus is inside and nobody types: `M` move to a stage, `J` `K` next and previous where it was opened from a board or a list, `Z` undo, `Shift+Z` redo, `Esc` close; arrows along the stage bar.
 *
 * @fires {CustomEvent<{ id: string | null }>} deal-open - The deal is about to be closed (null), or another one opened. Cancelable.
 * @fires {IntentEvent} deal-move - The deal is about to be moved. Cancelable; so are all intents of `events.ts`.
 * @fires {IntentEvent} deal-wait - The deal is about to wait until a day, for a reason, or to wait no longer. Cancelable.
 * @fires {IntentEvent} deal-duplicate - The deal is about to be made once more. Cancelable.
 * @fires {IntentEvent} deals-follow - Somebody is about to follow the deal, or to follow it no longer. Cancelable.
 * @fires {IntentEvent} deal-products-add - Products are about to be put on the deal; `deal-product-edit`, `deal-products-delete`, `deal-products-sort` and `deal-pricing` likewise. Cancelable.
 * @fires {IntentEvent} product-add - A product is about to go into the catalogue; `product-edit` and `product-delete` likewise. Cancelable.
 * @fires {IntentEvent} participant-add - Somebody is about to take part in the deal; likewise `participant-edit`, `participant-delete`, `participant-promote`. Cancelable.
 * @fires {IntentEvent} project-add - A project of the deal is about to be made; likewise `project-edit`, `project-link`, `project-unlink`, `project-delete`, `project-task-add`, `project-task-edit`, `project-task-delete`, `project-tasks-sort`. Cancelable.
 * @fires {IntentEvent} file-add - Files are about to be attached, a draft each: `refuse(reason)` leaves one out. Likewise `file-edit`, `file-delete`. Cancelable.
 * @fires {IntentEvent} deals-convert - The deal is about to go back to the leads. Cancelable.
 * @fires {IntentEvent} deals-merge - The deal and another one are about to become one. Cancelable.
 * @fires {IntentEvent} conversions-undo - A lead that became this deal is about to go back to the inbox. Cancelable.
 * @fires {Event} detail-close - It is about to be closed; for an element around it, it does not leave the shadow root.
 * @slot - A section of the page's own, below the details.
 * @csspart head - Way back, title, value, labels, owner and followers, won and lost, the stage bar.
 * @csspart stages - The stage bar.
 * @csspart closed - How it ended, above a closed deal.
 * @csspart duplicates - The button that says there may be another one of it.
 * @csspart side - Summary, person, organization, details.
 * @csspart summary - Value, chance, expected close, owner.
 * @csspart person - The person.
 * @csspart organization - The organization.
 * @csspart participants - Who takes part in it beside the person.
 * @csspart projects - The projects it belongs to.
 * @csspart details - The other fields.
 * @csspart files - The files that are attached to it.
 * @csspart work - Composer, focus, products, history.
 * @csspart composer - Where notes are written and activities planned.
 * @csspart focus - What is planned and pinned.
 * @csspart proposal - The next activity, as it is proposed when one is done.
 * @csspart products - The products, and what they come to.
 * @csspart history - What has happened.
 * @csspart empty - What stands where no deal can be shown.
 */
export class DealDetail extends LateElement<DealDetailView> implements DealDetailHost {
  static override styles = [tokens, base];
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    dealId: { attribute: 'deal-id' },
    theme: { reflect: true },
    density: { reflect: true },
  };

  /** A store of the page's own; stands before any provider. */
  store?: CrmStore | null;
  /** The deal to show; left out, it follows what the provider has open. */
  dealId?: Id | null;
  /** Colours: `light`, `dark`; empty = as the page. */
  theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  density = '';

  protected readonly view = new Late(
    this,
    dealDetailCode,
    ({ DealDetailView }) => new DealDetailView(this, this.parts),
    ({ dealDetailStyles }) => dealDetailStyles,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'deal-detail': DealDetail;
  }
}
