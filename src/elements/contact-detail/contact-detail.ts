import type { PropertyDeclarations } from 'lit';
import type { Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { LateElement } from '../../shared/late-element.js';
import { Late } from '../../shared/late.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { contactDetailCode } from './code.js';
import type { ContactDetailHost } from './host.js';
import type { ContactDetailView } from './view.js';

/**
 * One person or one organization: how they are reached, to whom they belong, what is under way with them and what was, each of it
 * edited where it stands. It shows whoever its provider has open (`contact-open`), or its own `person-id` or `organization-id`.
 * Give it a height and its columns scroll on their own; without one it is as high as what it holds. Below 660 px its parts are tabs.
 *
 * Keys, while the focus is inside and nobody types: `Z` undo, `Shift+Z` redo, `Esc` close.
 *
 * @fires {CustomEvent<{ kind: 'person' | 'organization', id: string | null }>} contact-open - It is about to be closed (null), or another one opened. Cancelable.
 * @fires {CustomEvent<{ id: string | null }>} lead-open - A lead is about to be opened. Cancelable.
 * @fires {CustomEvent<{ id: string | null }>} deal-open - A deal is about to be opened. Cancelable.
 * @fires {IntentEvent} person-edit - The person is about to be changed. Cancelable; so are all intents of `events.ts`.
 * @fires {IntentEvent} organization-edit - The organization is about to be changed. Cancelable.
 * @fires {IntentEvent} persons-delete - The person is about to be deleted. Cancelable.
 * @fires {IntentEvent} person-erase - The person is about to be erased everywhere. Cancelable.
 * @fires {IntentEvent} organizations-delete - The organization is about to be deleted. Cancelable.
 * @fires {IntentEvent} persons-merge - The person and another one are about to become one. Cancelable.
 * @fires {IntentEvent} organizations-merge - The organization and another one are about to become one. Cancelable.
 * @slot - A section of the page's own, below the details.
 * @csspart head - Way back, name, what can be done.
 * @csspart duplicates - The button that says there may be another one of it.
 * @csspart side - Who they are.
 * @csspart reach - Addresses and numbers, the website.
 * @csspart details - The other fields.
 * @csspart work - Composer, focus, what is linked, history.
 * @csspart composer - Where notes are written and activities planned.
 * @csspart focus - What is planned and pinned.
 * @csspart proposal - The next activity, as it is proposed when one is done.
 * @csspart deals - Their deals.
 * @csspart projects - The projects of their deals.
 * @csspart leads - Their leads.
 * @csspart persons - The persons of an organization.
 * @csspart history - What has happened.
 * @csspart empty - What stands where nobody can be shown.
 */
export class ContactDetail extends LateElement<ContactDetailView> implements ContactDetailHost {
  static override styles = [tokens, base];
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    personId: { attribute: 'person-id' },
    organizationId: { attribute: 'organization-id' },
    theme: { reflect: true },
    density: { reflect: true },
  };

  /** A store of the page's own; stands before any provider. */
  store?: CrmStore | null;
  /** The person to show; with neither this nor `organizationId`, it follows what the provider has open. */
  personId?: Id | null;
  /** The organization to show, where there is no `personId`. */
  organizationId?: Id | null;
  /** Colours: `light`, `dark`; empty = as the page. */
  theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  density = '';

  protected readonly view = new Late(
    this,
    contactDetailCode,
    ({ ContactDetailView }) => new ContactDetailView(this, this.parts),
    ({ contactDetailStyles }) => contactDetailStyles,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'contact-detail': ContactDetail;
  }
}
