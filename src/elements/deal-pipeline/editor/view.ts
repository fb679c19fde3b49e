import type { pipelines } from '../../../i18n/en/pipelines.js';
import type { Dialog } from '../../../shared/dialog.js';
import type { BoardModel } from '../model.js';
import type { Errors, PipelineDraft, StageDraft } from './draft.js';

/** What the form of a pipeline shows and asks for. */
export interface EditorView {
  readonly model: BoardModel;
  readonly dialog: Dialog;
  readonly t: typeof pipelines;
  readonly draft: PipelineDraft;
  readonly errors: Errors;
  /** How far deals have been moved out of stages that go; '' = nothing is on its way. */
  readonly progress: string;
  set(
    part: Partial<Pick<PipelineDraft, 'name' | 'reasons' | 'list' | 'wonFields' | 'lostFields'>>,
    error?: string,
  ): void;
  /** @param error what was wrong with it and need not be said any more */
  change(stage: StageDraft, part: Partial<StageDraft>, error?: string): void;
  wrong(error: string, text: string): void;
  /** One place up (-1) or down (1). */
  shift(stage: StageDraft, by: -1 | 1): void;
  add(): void;
  remove(stage: StageDraft): void;
  keep(stage: StageDraft): void;
  submit(): void;
  /** Asks, and deletes the pipeline. */
  end(): void;
}
