import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Deal } from '../../domain/records.js';
import type { Dialog } from '../dialog.js';
import { commandIn } from '../dialog-command.js';
import { longTextField, textField } from '../field.js';
import { check } from '../../styles/controls/check.js';
import { fields } from '../../styles/controls/fields.js';
import { errorBox } from './error-box.js';
import type { DealPlace } from './place.js';

/** The reasons that the kit has to offer where nobody has decided on others. */
export function lostReasons(t: DealPlace['t']['pipeline']): readonly string[] {
  return [t.reasonPrice, t.reasonCompetitor, t.reasonBudget, t.reasonSilent, t.reasonOther];
}

/** Why a deal was lost. What was chosen and written stays until the storage has it. */
export function openLost(deal: Deal, model: DealPlace, dialog: Dialog, home: () => HTMLElement | null): void {
  const { t } = model;
  const own = model.store?.directory.pipelines.find(({ id }) => id === deal.pipelineId)?.lostReasons;
  const reasons = [...(own ?? lostReasons(t.pipeline))];
  // Of a deal that is lost already they are changed: what was said then is where one begins.
  let reason: string | null = deal.lostReason;
  let comment = deal.lostComment ?? '';
  // A pipeline without a list of its own choosing: whoever loses the deal says why.
  const free = own?.length === 0;
  if (!free && reason !== null && !reasons.includes(reason)) reasons.unshift(reason);
  let why = '';

  const body = (): TemplateResult => html`${free ? written() : chosen()}
    ${longTextField({ id: 'lost-comment', label: `${t.pipeline.comment} (${t.pipeline.optional})`, value: comment, rows: 2, maxLength: 5000, onInput: (text) => (comment = text) })}`;
  const written = (): TemplateResult =>
    textField({
      id: 'lost-reason',
      label: t.pipeline.lostReason,
      value: reason ?? '',
      maxLength: 255,
      onInput: (text) => (reason = text),
    });
  const chosen = (): TemplateResult => html`<fieldset class="reasons">
      <legend class="sr">${t.pipeline.lostReason}</legend>
      ${reasons.map(
        (each) =>
          html`<label class="menu-item"><input type="radio" class="check" name="reason" .checked=${each === reason} @change=${() => {
            reason = each;
            dialog.draw();
          }} />${each}</label>`,
      )}
    </fieldset>`;

  const submit = async (): Promise<void> => {
    const frame = { dialog, crm: model.crm, commands: model.commands, lang: model.words.lang };
    why = await commandIn(frame, 'deal-lose', { ids: [deal.id], reason, comment: comment.trim() || null });
    // Refused: it says why, and what was written is still there for a second try.
    if (why === '') dialog.close();
    else dialog.draw();
  };

  dialog.open({
    width: 480,
    focus: free ? '#lost-reason' : 'input[type=radio]',
    returnTo: home,
    content: () =>
      dialog.frame({
        title: t.pipeline.lostTitle,
        text: html`<bdi>${model.titleOf(deal)}</bdi>${deal.value ? html` · <bdi>${model.format.money(deal.value)}</bdi>` : nothing}`,
        body: html`${errorBox(why)}${body()}`,
        foot: html`<span class="grow"></span
          ><button type="button" class="btn" ?disabled=${dialog.busy} @click=${() => dialog.requestClose()}>${t.common.cancel}</button
          ><button type="submit" class="btn btn--negative" aria-busy=${dialog.busy ? 'true' : nothing}>${dialog.busy ? html`<span class="spin"></span>` : nothing}${t.pipeline.markLost}</button>`,
        close: t.common.close,
        onSubmit: () => void submit(),
      }),
  });
}

export const styles = css`
  ${check} ${fields}
  .reasons .menu-item { cursor: pointer; min-block-size: 32px; }
  .reasons .menu-item:has(:focus-visible) { background: var(--crm-surface-active); outline: var(--crm-focus-ring); outline-offset: -2px; }
  .reasons .check:focus-visible { outline: none; }
  @media (pointer: coarse) { .reasons .menu-item { min-block-size: 44px; } }
`.styleSheet;
