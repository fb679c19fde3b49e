import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Deal } from '../../domain/records.js';
import { missingOf } from '../../domain/validate.js';
import { commandIn } from '../dialog-command.js';
import { longTextField, textField } from '../field.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { check } from '../../styles/controls/check.js';
import { AnswerForm, askedAtOnce } from './answer-form.js';
import type { Asking } from './answer-form.js';
import { answerStyles } from './answers.styles.js';
import { errorBox } from './error-box.js';
import type { DealPlace } from './place.js';

/** The reasons that the kit has to offer where nobody has decided on others. */
export function lostReasons(t: DealPlace['t']['pipeline']): readonly string[] {
  return [t.reasonPrice, t.reasonCompetitor, t.reasonBudget, t.reasonSilent, t.reasonOther];
}

/** Said in the dialog itself, for all at once. */
const saidOnce: ReadonlySet<string> = new Set(['lostReason', 'lostComment']);

/**
 * Why deals were lost, and what their pipeline asks for then. What was chosen and written stays until the storage has it.
 * @returns when the dialog is closed
 */
export function openLost(deals: readonly [Deal, ...Deal[]], asking: Asking): Promise<void> {
  const { model, dialog, home } = asking;
  const [deal] = deals;
  const several = deals.length > 1;
  const pipelines = new Map((model.store?.directory.pipelines ?? []).map((each) => [each.id, each]));
  // Of deals of several pipelines the first one says what the reasons are.
  const own = pipelines.get(deal.pipelineId)?.lostReasons;
  const reasons = [...(own ?? lostReasons(model.t.pipeline))];
  // Of a deal that is lost already they are changed: what was said then is where one begins.
  let reason: string | null = several ? null : deal.lostReason;
  let comment = (several ? null : deal.lostComment) ?? '';
  // A pipeline without a list of its own choosing: whoever loses the deal says why.
  const free = own?.length === 0;
  if (!free && reason !== null && !reasons.includes(reason)) reasons.unshift(reason);
  let why = '';
  let wrong: ReadonlySet<string> = new Set();

  const ending = deals.filter(({ status }) => status !== 'lost');
  const asked = ending.map((each) => ({
    deal: each,
    missing: missingOf(pipelines.get(each.pipelineId)?.lostFields ?? [], each),
  }));
  const needed = new Set(asked.flatMap(({ missing }) => missing).filter((field) => saidOnce.has(field)));
  const gaps = asked
    .map((gap) => ({ ...gap, missing: gap.missing.filter((field) => !saidOnce.has(field)) }))
    .filter(({ missing }) => missing.length > 0);
  const form = new AnswerForm(gaps.slice(0, askedAtOnce), asking);
  const rest = gaps.length - form.gaps.length;

  const body = (): TemplateResult => html`${free ? written() : chosen()}
    ${longTextField({
      id: 'lost-comment',
      label: needed.has('lostComment')
        ? model.t.pipeline.comment
        : `${model.t.pipeline.comment} (${model.t.pipeline.optional})`,
      required: needed.has('lostComment'),
      error: wrong.has('lostComment') ? model.t.common.required : undefined,
      value: comment,
      rows: 2,
      maxLength: 5000,
      onInput: (text) => {
        comment = text;
        settle('lostComment');
      },
    })}
    ${gaps.length > 0 ? html`<p class="muted">${several ? model.t.pipeline.lostAsksOf(gaps.length, deals.length) : model.t.pipeline.lostAsks}</p>${form.render(several)}` : nothing}
    ${rest > 0 ? html`<p class="muted">${model.t.pipeline.answersRest(rest)}</p>` : nothing}`;
  const written = (): TemplateResult =>
    textField({
      id: 'lost-reason',
      label: model.t.pipeline.lostReason,
      required: needed.has('lostReason'),
      error: wrong.has('lostReason') ? model.t.common.required : undefined,
      value: reason ?? '',
      maxLength: 255,
      onInput: (text) => {
        reason = text;
        settle('lostReason');
      },
    });
  const chosen = (): TemplateResult => {
    const none = wrong.has('lostReason');
    return html`<fieldset class="reasons" aria-describedby=${none ? 'lost-reason-error' : nothing}>
      <legend class="sr">${model.t.pipeline.lostReason}</legend>
      ${none ? html`<p class="field-error" id="lost-reason-error">${icon(icons.warning, { size: 'sm' })}<span>${model.t.pipeline.reasonMissing}</span></p>` : nothing}
      ${reasons.map(
        (each) =>
          html`<label class="menu-item"><input type="radio" class="check" name="reason" aria-invalid=${none ? 'true' : nothing} .checked=${each === reason} @change=${() => {
            reason = each;
            settle('lostReason');
            dialog.draw();
          }} />${each}</label>`,
      )}
    </fieldset>`;
  };

  /** It is said now, and is not wrong any more. */
  const settle = (field: string): void => {
    if (!wrong.has(field)) return;
    wrong = new Set([...wrong].filter((each) => each !== field));
    dialog.draw();
  };

  /** @param leaving deals that lack something are left out */
  const submit = async (leaving: boolean): Promise<void> => {
    const said: Readonly<Record<string, string | null>> = { lostReason: reason, lostComment: comment };
    wrong = new Set([...needed].filter((field) => (said[field] ?? '').trim() === ''));
    const complete = leaving || form.complete();
    if (wrong.size > 0 || !complete) {
      dialog.draw();
      return dialog.focusFirst();
    }
    const { answers } = form;
    const ids = deals
      .map(({ id }) => id)
      .filter((id) => answers.has(id) || !gaps.some(({ deal: each }) => each.id === id));
    if (ids.length === 0) return dialog.requestClose();
    const frame = { dialog, crm: model.crm, commands: model.commands, lang: model.words.lang };
    why = await commandIn(
      frame,
      'deal-lose',
      { ids, reason, comment: comment.trim() || null },
      answers.size === 0
        ? {}
        : {
            edit: (plan) => {
              for (const draft of plan.drafts) draft.fields = { ...draft.fields, ...answers.get(draft.id) };
            },
          },
    );
    // Refused: it says why, and what was written is still there for a second try.
    if (why === '') dialog.close();
    else dialog.draw();
  };

  return new Promise((resolve) =>
    dialog.open({
      width: 480,
      focus: free ? '#lost-reason' : 'input[type=radio]',
      returnTo: home,
      onClose: () => {
        form.close();
        resolve();
      },
      content: () =>
        dialog.frame({
          title: several ? model.t.pipeline.lostTitleOf(deals.length) : model.t.pipeline.lostTitle,
          text: several
            ? undefined
            : html`<bdi>${model.titleOf(deal)}</bdi>${deal.value ? html` · <bdi>${model.format.money(deal.value)}</bdi>` : nothing}`,
          body: html`${errorBox(why)}${body()}`,
          foot: html`<span class="grow"></span
          ><button type="button" class="btn" ?disabled=${dialog.busy} @click=${() => dialog.requestClose()}>${model.t.common.cancel}</button
          >${several && gaps.length > 0 ? html`<button type="button" class="btn" data-others ?disabled=${dialog.busy} @click=${() => void submit(true)}>${model.t.pipeline.loseOthers}</button>` : nothing}<button type="submit" class="btn btn--negative" aria-busy=${dialog.busy ? 'true' : nothing}>${dialog.busy ? html`<span class="spin"></span>` : nothing}${model.t.pipeline.markLost}</button>`,
          close: model.t.common.close,
          onSubmit: () => void submit(false),
        }),
    }),
  );
}

export const partStyles = css`
  ${check} ${answerStyles}
  .reasons .menu-item { cursor: pointer; min-block-size: 32px; }
  .reasons .menu-item:has(:focus-visible) { background: var(--crm-surface-active); outline: var(--crm-focus-ring); outline-offset: -2px; }
  .reasons .check:focus-visible { outline: none; }
  @media (pointer: coarse) { .reasons .menu-item { min-block-size: 44px; } }
`;
