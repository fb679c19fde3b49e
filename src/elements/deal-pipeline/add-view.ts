import type { Id } from '../../domain/records.js';
import type { AnswerFields } from '../../shared/answer-fields.js';
import type { Combobox } from '../../shared/combobox.js';
import type { Dialog } from '../../shared/dialog.js';
import type { Menu } from '../../shared/menu.js';
import type { OpportunityDraft, OpportunityErrors } from '../../shared/opportunity/draft.js';
import type { BoardModel } from './model.js';

export interface DealDraft extends OpportunityDraft {
  stageId: Id;
  /** Own fields that a stage asks for, by id. */
  custom: Readonly<Record<Id, unknown>>;
}

/** What the form of "Add deal" shows and asks for. */
export interface AddView {
  readonly model: BoardModel;
  readonly dialog: Dialog;
  readonly draft: DealDraft;
  readonly errors: OpportunityErrors;
  /** What the chosen stage asks for. */
  readonly asked: readonly string[];
  /** Own fields that may be answered here and need not. */
  readonly offered: readonly string[];
  /** What is wrong with what it asks for, by the name of the field. */
  readonly wrong: ReadonlyMap<string, () => string>;
  readonly answers: AnswerFields;
  answer(field: string, value: unknown): void;
  /** Kept while it is typed; looked at when the field is left. */
  typed(field: string, value: unknown): void;
  invalid(field: string, message: string): void;
  readonly person: Combobox;
  readonly organization: Combobox;
  readonly labels: Menu;
  set(part: Partial<DealDraft>): void;
  submit(): Promise<void>;
}
