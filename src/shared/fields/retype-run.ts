import { asCrmError } from '../../domain/errors.js';
import type { CommandInputs, Plan } from '../../domain/plan.js';
import type { Field } from '../../domain/records.js';
import { outcome } from '../../i18n/en/outcome.js';
import { wordsOf } from '../../i18n/words.js';
import { intendFrom } from '../intend.js';
import type { Again } from '../intend.js';
import { errorWords, problemWords, reasonWords, vetoWords } from '../outcome-words.js';
import type { OutcomeWords } from '../outcome-words.js';
import type { FieldsPlace, FieldWords } from './place.js';
import { readingOf, Retyping } from './retyping.js';

/** The dialog around it. */
interface Around {
  readonly place: FieldsPlace;
  readonly t: FieldWords;
  previewing(retyping: Retyping): void;
  toForm(error: string): void;
  retyped(field: Field): void;
  store(edit: CommandInputs['field-edit'] | null): Promise<string>;
}

/** Carries a retype out: every value is looked at, the person sees what becomes of them, and may stop it, go on, take it back. */
export class RetypeRun {
  #retyping: Retyping | null = null;

  constructor(readonly around: Around) {}

  get #words(): OutcomeWords {
    return wordsOf('outcome', outcome, this.around.place.words.lang);
  }

  async begin(
    field: Field,
    input: CommandInputs['field-retype'],
    edit: CommandInputs['field-edit'] | null,
  ): Promise<void> {
    const { place } = this.around;
    const { crm, commands, dialog, words } = place;
    const reading = readingOf(words.format, words.t.common);
    const retyping = (this.#retyping = new Retyping(field, { ...input, reading }));
    this.around.previewing(retyping);
    let back = false;
    let why = '';
    try {
      const result = await intendFrom(crm, 'field-retype', retyping.input, {
        stop: retyping.stop.signal,
        dialog: async (plan, again) => {
          why = this.#head(plan);
          if (why !== '') return false;
          back = !(await this.#ask(retyping, plan, again, edit));
          return !back;
        },
        onCommit: () => this.#step(retyping, 'running'),
        onProgress: (done, of) => {
          retyping.done = Math.max(0, done - 1);
          retyping.of = of - 1;
          dialog.draw();
        },
      });
      retyping.result = result;
      if (result === null) {
        this.#step(retyping, 'ask', false);
        return this.around.toForm(back ? '' : why);
      }
      const left = result.outcomes.filter(({ state }) => state !== 'done');
      const stopped = left.filter(({ state }) => state === 'stopped').length;
      if (left.length === 0) {
        dialog.busy = false;
        commands.report(result);
        return this.around.retyped(field);
      }
      retyping.of = result.outcomes.length - 1;
      retyping.done = result.outcomes.filter(({ state, kind }) => state === 'done' && kind !== 'field').length;
      const first = left.find(({ state }) => state !== 'stopped');
      if (first)
        retyping.why = this.around.t.leftText(
          left.length - stopped,
          reasonWords(first, this.#words, (name) => commands.fieldName(name)),
        );
      this.#step(retyping, 'left');
    } catch (thrown) {
      dialog.busy = false;
      this.around.toForm(errorWords(asCrmError(thrown), this.#words));
    }
  }

  /** What stands in the way of the field itself; '' = nothing does. */
  #head(plan: Plan<'field-retype'>): string {
    const [problem] = plan.drafts[0]?.problems ?? [];
    return problem ? problemWords(problem, this.#words, this.around.place.commands.fieldName(problem.field ?? '')) : '';
  }

  async #ask(
    retyping: Retyping,
    plan: Plan<'field-retype'>,
    again: Again,
    edit: CommandInputs['field-edit'] | null,
  ): Promise<boolean> {
    retyping.plan = plan;
    retyping.why = !again
      ? ''
      : again.veto
        ? vetoWords(again.veto, this.#words)
        : problemWords(
            again.gap.problem,
            this.#words,
            this.around.place.commands.fieldName(again.gap.problem.field ?? ''),
          );
    // Options that no record holds go without a word.
    let yes = plan.drafts.length === 1 && retyping.input.type === undefined && !again;
    while (!yes) {
      this.#step(retyping, 'ask');
      if (!(await new Promise<boolean>((resolve) => (retyping.answer = resolve)))) return false;
      retyping.why = await this.around.store(edit);
      yes = retyping.why === '';
    }
    return true;
  }

  #step(retyping: Retyping, step: Retyping['step'], show = true): void {
    retyping.step = step;
    this.around.place.dialog.busy = step === 'running';
    if (show) this.around.previewing(retyping);
  }

  carryOn(): void {
    const retyping = this.#retyping;
    if (retyping) void this.begin(retyping.field, retyping.input, null);
  }

  async takeBack(): Promise<void> {
    const retyping = this.#retyping;
    if (!retyping?.result) return;
    const { dialog, commands } = this.around.place;
    dialog.busy = true;
    try {
      await commands.takeBack(retyping.result);
    } finally {
      dialog.busy = false;
    }
    this.around.retyped(retyping.field);
  }
}
