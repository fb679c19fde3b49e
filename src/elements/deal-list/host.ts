import type { CrmHost } from '../../shared/store-controller.js';
import type { DealListSetup, SetupPart } from './first-setup.js';

/** The element, as far as its view needs it. */
export interface DealListHost extends CrmHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  heading: string;
  embedded: boolean;
  /** @internal how it is set up, by the page or by a person */
  setup: DealListSetup;
  /** @internal what of it the page has set: what was kept does not overrule that */
  readonly said: Set<SetupPart>;
}
