import type { PropertyDeclarations } from 'lit';
import type { Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { LateElement } from '../../shared/late-element.js';
import { Late } from '../../shared/late.js';
import type { Position } from '../../shared/detail/position.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { leadDetailCode } from './code.js';
import type { LeadDetailHost } from './host.js';
import type { LeadDetailView } from './view.js';

/**
 * One lead: who it is, what it is worth, what comes next, what was; notes and activities; and the way to the pipeline,
 * "Convert to deal", at the lower left. It shows the lead that its provider has open (`lead-open`), or its own `lead-id`.
 * `<lead-inbox>` makes one beside its list; on its own it wants a height: `lead-detail { block-size: 100% }`.
 *
 * Keys, while the focus is inside and nobody types: `C` convert, `E` archive or restore, `Shift+M` merge with another one, `J` `K` next and previous where it
 * stands in an inbox, `Z` undo, `Shift+Z` redo, `Esc` close.
 *
 * @fires {CustomEvent<{ id: string | null }>} lead-open - The lead is about to be closed (null). Cancelable.
 * @fires {CustomEvent<{ id: string | null }>} deal-open - A deal is about to be opened from here. Cancelable.
 * @fires {IntentEvent} leads-convert - The lead is about to become a deal. Cancelable; so are all intents of `events.ts`.
 * @fires {IntentEvent} file-add - Files are about to be attached, where the page's profile gives leads files; likewise `file-edit`, `file-delete`. Cancelable.
 * @fires {IntentEvent} leads-merge - The lead and another one are about to become one. Cancelable.
 * @fires {Event} lead-next - The next lead is wanted; for the list around it, it does not leave the shadow root.
 * @fires {Event} lead-previous - The lead before is wanted; likewise.
 * @fires {Event} detail-close - It is about to be closed; likewise.
 * @slot - A section of the page's own, below the details.
 * @csspart head - Place in the list, title, value, labels, owner.
 * @csspart duplicates - The button that says there may be another one of it.
 * @csspart next - The strip of the next activity.
 * @csspart side - Person, organization, details.
 * @csspart person - The person.
 * @csspart organization - The organization.
 * @csspart details - The fields.
 * @csspart files - The files that are attached to it, where the page's profile gives leads files.
 * @csspart work - Composer, focus, history.
 * @csspart composer - Where notes are written and activities planned.
 * @csspart focus - What is planned and pinned.
 * @csspart proposal - The next activity, as it is proposed when one is done.
 * @csspart history - What has happened.
 * @csspart foot - Convert, archive, more.
 * @csspart empty - What stands where no lead can be shown.
 */
export class LeadDetail extends LateElement<LeadDetailView> implements LeadDetailHost {
  static override styles = [tokens, base];
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    leadId: { attribute: 'lead-id' },
    position: { attribute: false },
    theme: { reflect: true },
    density: { reflect: true },
  };

  /** A store of the page's own; stands before any provider. */
  store?: CrmStore | null;
  /** The lead to show; left out, it follows what the provider has open. */
  leadId?: Id | null;
  /** Its place in the list it was opened from; null = not known (yet), one may go on all the same; undefined = there is no list. */
  position?: Position | null;
  /** Colours: `light`, `dark`; empty = as the page. */
  theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  density = '';

  protected readonly view = new Late(
    this,
    leadDetailCode,
    ({ LeadDetailView }) => new LeadDetailView(this, this.parts),
    ({ leadDetailStyles }) => leadDetailStyles,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'lead-detail': LeadDetail;
  }
}
