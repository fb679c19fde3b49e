import type { PropertyDeclarations } from 'lit';
import type { CrmStore } from '../../store/api.js';
import { LateElement } from '../../shared/late-element.js';
import { Late } from '../../shared/late.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { leadImportCode } from './code.js';
import type { LeadImportHost } from './host.js';
import type { LeadImportView } from './view.js';

/**
 * From a spreadsheet to leads, in four steps: choose a file (CSV, TSV, text), say what each column becomes, see what every
 * row will do, import. Nothing is written before the last step; what was imported can be taken back for as long as its
 * receipt is kept: from the report, and later from the list of earlier imports. The same file a second time says "unchanged"; one that was broken off goes on where it ended.
 *
 * It stands alone in a page, and `<lead-inbox>` opens it in a dialog. Its leads go to the provider around it, or to the
 * page's default store.
 *
 * @fires {IntentEvent} leads-import - The checked rows are about to be written; `plan.input` has the file's name and the
 * counts. Cancelable, and can be held with `waitUntil`.
 * @fires {IntentEvent} import-undo - An import is about to be taken back. Cancelable.
 * @fires {CustomEvent} leads-imported - Rows were written.
 * @fires {CustomEvent} import-undone - An import was taken back.
 * @fires {CustomEvent} import-close - The person is done with it, or has given up: whoever shows it may take it away.
 * @csspart head - Title and steps.
 * @csspart body - The step.
 * @csspart foot - Back and on.
 * @csspart drop - Where a file is dropped.
 * @cssproperty --crm-accent - The one accent.
 * @cssproperty --crm-surface - The ground.
 * @cssproperty --crm-text - The text.
 * @cssproperty --crm-border - The lines.
 * @cssproperty --crm-radius - The corners; 0 squares them all.
 * @cssproperty --crm-font - The typeface.
 */
export class LeadImport extends LateElement<LeadImportView> implements LeadImportHost {
  static override styles = [tokens, base];
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    file: { attribute: false },
    heading: {},
    theme: { reflect: true },
    density: { reflect: true },
  };

  /** A store of the page's own; stands before any provider. */
  store?: CrmStore | null;
  /** A file to begin with: the first step is passed over. */
  file?: File | null;
  /** The title; empty = "Import leads". */
  heading = '';
  /** Colours: `light`, `dark`; empty = as the page. */
  theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  density = '';

  protected readonly view = new Late(
    this,
    leadImportCode,
    ({ LeadImportView }) => new LeadImportView(this, this.parts),
    ({ importStyles }) => importStyles,
  );

  /** Rows are being written or taken back: do not take it away without asking. */
  get busy(): boolean {
    return this.view.here?.busy ?? false;
  }

  /**
   * Whether it may be taken away now: not while rows are being written. Where something was chosen that would be lost, it
   * asks first, and says `import-close` if the answer is to give it up.
   */
  mayClose(): boolean {
    return this.view.here?.mayClose() ?? true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lead-import': LeadImport;
  }
}
