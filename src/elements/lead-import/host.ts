import type { CrmHost } from '../../shared/store-controller.js';

/** The element, as far as its view needs it. */
export interface LeadImportHost extends CrmHost {
  file?: File | null;
  heading: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
}
