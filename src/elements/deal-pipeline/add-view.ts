import type { Id } from '../../domain/records.js';
import type { Combobox } from '../../shared/combobox.js';
import type { Dialog } from '../../shared/dialog.js';
import type { Menu } from '../../shared/menu.js';
import type { OpportunityDraft, OpportunityErrors } from '../../shared/opportunity/draft.js';
import type { BoardModel } from './model.js';

export interface DealDraft extends OpportunityDraft {
  stageId: Id;
}

/** What the form of "Add deal" shows and asks for. */
export interface AddView {
  readonly model: BoardModel;
  readonly dialog: Dialog;
  readonly draft: DealDraft;
  readonly errors: OpportunityErrors;
  readonly person: Combobox;
  readonly organization: Combobox;
  readonly labels: Menu;
  set(part: Partial<DealDraft>): void;
  submit(): Promise<void>;
}
