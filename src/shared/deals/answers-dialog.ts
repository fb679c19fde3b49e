import { html, nothing } from 'lit';
import { AnswerForm, askedAtOnce } from './answer-form.js';
import type { Answers, Asking, Gap } from './answer-form.js';
import { answerStyles } from './answers.styles.js';
import { errorBox } from './error-box.js';

/** What is asked for, in words. */
export interface Question {
  readonly title: string;
  /** What the button does. */
  readonly action: string;
  /** The same, with only those that have all answers. */
  readonly others: string;
  /** How many deals it is about in all. */
  readonly of: number;
}

/**
 * Asks for what deals lack to be moved, or to be won.
 * @param question asked with each drawing, in the language that is spoken then
 * @param why the last answers were refused: what was said to them
 * @returns the answers, for the drafts of the command: a deal that lacks something and is not among them is left out.
 *   null = the person went back
 */
export function askAnswers(
  gaps: readonly Gap[],
  question: () => Question,
  why: string,
  asking: Asking,
): Promise<Answers | null> {
  const { dialog, model, home } = asking;
  const { of } = question();
  const several = of > 1;
  const shown = gaps.slice(0, askedAtOnce);
  const rest = gaps.length - shown.length;
  const form = new AnswerForm(shown, asking);
  const [first] = gaps;
  return new Promise((resolve) => {
    let answers: Answers | null = null;
    const close = (): void => {
      answers = form.answers;
      dialog.close();
    };
    dialog.open({
      width: 440,
      returnTo: home,
      onClose: () => {
        form.close();
        resolve(answers);
      },
      content: () => {
        const { title, action, others } = question();
        return dialog.frame({
          title,
          text: several
            ? model.t.pipeline.answersOf(gaps.length, of)
            : model.t.pipeline.answersText(model.titleOf(first!.deal), first!.missing.length),
          body: html`${errorBox(why)}${form.render(several)}${rest > 0 ? html`<p class="muted">${model.t.pipeline.answersRest(rest)}</p>` : nothing}`,
          foot: html`<span class="grow"></span
            ><button type="button" class="btn" @click=${() => dialog.requestClose()}>${model.t.common.cancel}</button
            >${several ? html`<button type="button" class="btn" data-others @click=${close}>${others}</button>` : nothing}<button type="submit" class="btn btn--primary">${action}</button>`,
          close: model.t.common.close,
          onSubmit: () => {
            if (!form.complete()) return dialog.focusFirst();
            close();
          },
        });
      },
    });
  });
}

export { answerStyles as partStyles };
