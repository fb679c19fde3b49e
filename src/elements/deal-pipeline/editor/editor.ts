import { css } from 'lit';
import { asCrmError } from '../../../domain/errors.js';
import type { Outcome } from '../../../domain/plan.js';
import type { Id, Pipeline } from '../../../domain/records.js';
import { outcome } from '../../../i18n/en/outcome.js';
import { pipelines } from '../../../i18n/en/pipelines.js';
import { wordsOf } from '../../../i18n/words.js';
import type { Dialog } from '../../../shared/dialog.js';
import { commandIn } from '../../../shared/dialog-command.js';
import { errorWords } from '../../../shared/outcome-words.js';
import { check } from '../../../styles/controls/check.js';
import type { BoardModel } from '../model.js';
import { clear, dealsIn } from './clearing.js';
import { askDeletion } from './deletion.js';
import { errorsOf, face, inputOf, pipelineDraft, stageDraft, staying } from './draft.js';
import type { Errors, PipelineDraft, StageDraft } from './draft.js';
import { editorForm } from './form.js';
import { editorStyles } from './editor.styles.js';
import { redraw } from './step.js';
import type { EditorView } from './view.js';

export interface EditorPlace {
  readonly model: BoardModel;
  readonly dialog: Dialog;
  /** A question over the form. */
  readonly question: Dialog;
  readonly home: () => HTMLElement | null;
}

/** A pipeline being made or changed: what was typed stays until it is stored, whatever the page or the storage says to it. */
export class PipelineEditor implements EditorView {
  readonly model: BoardModel;
  readonly dialog: Dialog;
  draft: PipelineDraft;
  errors: Errors = {};
  progress = '';
  readonly #began: string;

  constructor(
    readonly place: EditorPlace,
    /** null = a new one */
    was: Pipeline | null,
  ) {
    ({ model: this.model, dialog: this.dialog } = place);
    this.draft = pipelineDraft(was, was ? (this.model.store?.directory.stagesOf(was.id) ?? []) : this.model.stages);
    this.#began = face(this.draft);
  }

  get t(): typeof pipelines {
    return wordsOf('pipelines', pipelines, this.model.words.lang);
  }

  open(): void {
    this.dialog.open({
      width: 760,
      focus: '#pipeline-name',
      content: () => editorForm(this),
      mayClose: () => this.#mayClose(),
      returnTo: this.place.home,
    });
  }

  #mayClose(): boolean {
    if (face(this.draft) === this.#began) return true;
    const asked = this.place.question.confirm(() => ({
      title: this.t.discard,
      text: this.t.discardText,
      action: this.model.t.pipeline.discardAction,
      cancel: this.model.t.pipeline.keepTyping,
      negative: true,
    }));
    void asked.then((yes) => yes && this.dialog.close());
    return false;
  }

  set(part: Partial<PipelineDraft>, error = ''): void {
    Object.assign(this.draft, part);
    this.#forget(error);
  }

  change(stage: StageDraft, part: Partial<StageDraft>, error = ''): void {
    Object.assign(stage, part);
    this.#forget(error);
  }

  #forget(error: string): void {
    const { [error]: _said, all: _all, ...rest } = this.errors;
    this.errors = rest;
    this.dialog.draw();
  }

  wrong(error: string, text: string): void {
    this.errors = { ...this.errors, [error]: text };
    this.dialog.draw();
  }

  shift(stage: StageDraft, by: -1 | 1): void {
    const { stages } = this.draft;
    const at = stages.indexOf(stage);
    const to = at + by;
    if (to < 0 || to >= stages.length) return;
    this.draft.stages = stages.with(at, stages[to]!).with(to, stage);
    redraw(this.model, () => this.dialog.draw());
    this.model.say(this.t.nowAt(stage.name, to + 1, stages.length));
  }

  add(): void {
    const stage = stageDraft(null);
    this.draft.stages = [...this.draft.stages, stage];
    this.dialog.draw();
    this.#field(`${stage.key}-name`)?.focus();
  }

  remove(stage: StageDraft): void {
    if (staying(this.draft).length < 2) return this.wrong('all', this.t.lastStage);
    const { stages } = this.draft;
    const next = stages[stages.indexOf(stage) + 1] ?? stages.at(-2)!;
    if (stage.was === null) {
      this.draft.stages = stages.filter((each) => each !== stage);
      this.dialog.draw();
      this.#field(`${next.key}-name`)?.focus();
      return;
    }
    stage.gone = true;
    this.dialog.draw();
    this.#row(stage)?.querySelector<HTMLElement>('[data-keep]')?.focus();
    void this.#count(stage);
  }

  keep(stage: StageDraft): void {
    Object.assign(stage, { gone: false, target: '' });
    this.dialog.draw();
    this.#field(`${stage.key}-name`)?.focus();
  }

  async #count(stage: StageDraft): Promise<readonly Id[] | null> {
    try {
      const ids = await dealsIn(this.model, 'stageId', stage.was!.id);
      stage.deals = ids.length;
      this.dialog.draw();
      return ids;
    } catch (thrown) {
      this.wrong('all', errorWords(asCrmError(thrown), wordsOf('outcome', outcome, this.model.words.lang)));
      return null;
    }
  }

  end(): void {
    const { was } = this.draft;
    if (was === null) return;
    void askDeletion(was, this.model, this.place.question, () => this.t).then((gone) => gone && this.dialog.close());
  }

  submit(): void {
    void this.#submit();
  }

  async #submit(): Promise<void> {
    const { model, draft, dialog, t } = this;
    const others = model.pipelines.filter(({ id }) => id !== draft.was?.id).map(({ name }) => name);
    // What could not be read stays said: the value below it is an older one.
    const unread = Object.fromEntries(Object.entries(this.errors).filter(([key]) => /\.(chance|days)$/.test(key)));
    this.errors = { ...errorsOf(draft, others, t), ...unread };
    if (Object.keys(this.errors).length > 0) return this.#show();
    dialog.busy = true;
    const why = (await this.#clearStages()) || (await this.#save());
    this.progress = '';
    dialog.busy = false;
    if (why === '') return dialog.close();
    this.errors = { ...this.errors, all: why };
    this.#show();
  }

  /** Moves deals out of the stages that go. @returns why not; '' where nothing stands there any more */
  async #clearStages(): Promise<string> {
    for (const stage of this.draft.stages) {
      if (!stage.gone) continue;
      // Counted anew: some may have come since it was asked where they go.
      const ids = await this.#count(stage);
      if (ids === null) return this.errors['all'] ?? '';
      if (ids.length > 0 && stage.target === '') return this.t.goToMissing;
      const { stayed, why } = await clear(this.model, ids, stage.target, (done) => {
        this.progress = this.t.moving(done, ids.length);
        this.dialog.draw();
      });
      if (stayed > 0) return this.t.someStayed(stayed, why);
    }
    return '';
  }

  #save(): Promise<string> {
    const { model, dialog, draft } = this;
    const frame = { dialog, crm: model.crm, commands: model.commands, lang: model.words.lang };
    // Whoever has made one wants to see it.
    const show = ({ id }: Outcome): void => model.arrange({ pipelineId: id });
    return commandIn(frame, 'pipeline-save', inputOf(draft), draft.was === null ? { done: show } : {});
  }

  #show(): void {
    this.dialog.draw();
    if (this.errors['all']) this.dialog.element?.querySelector<HTMLElement>('[data-error]')?.focus();
    else this.dialog.focusFirst();
  }

  #field(id: string): HTMLElement | null {
    return this.model.host.shadowRoot?.getElementById(id) ?? null;
  }
  #row(stage: StageDraft): HTMLElement | null | undefined {
    return this.dialog.element?.querySelector<HTMLElement>(`[data-key=${stage.key}]`);
  }
}

export function openEditor(place: EditorPlace, pipeline: Pipeline | null): void {
  if (!place.model.store) return;
  new PipelineEditor(place, pipeline).open();
}

export const partStyles = css`${check} ${editorStyles}`;
