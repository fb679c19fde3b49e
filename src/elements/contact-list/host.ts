import type { CrmHost } from '../../shared/store-controller.js';
import type { ContactListSetup, SetupPart } from './first-setup.js';

/** The element, as far as its view needs it. */
export interface ContactListHost extends CrmHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  heading: string;
  /** @internal how it is set up, by the page or by a person */
  setup: ContactListSetup;
  /** @internal what of it the page has set: what was kept does not overrule that */
  readonly said: Set<SetupPart>;
}
