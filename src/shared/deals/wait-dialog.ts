import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Day, Deal } from '../../domain/records.js';
import { isWaiting } from '../../domain/rotting.js';
import { waitDays } from '../../domain/waiting.js';
import { check } from '../../styles/controls/check.js';
import type { Dialog } from '../dialog.js';
import { commandIn } from '../dialog-command.js';
import { textField } from '../field.js';
import { dateField } from '../value-fields.js';
import { errorBox } from './error-box.js';
import type { DealPlace } from './place.js';

/** Until when a deal waits, and why. What was chosen and written stays until the storage has it. */
export function openWait(deal: Deal, model: DealPlace, dialog: Dialog, home: () => HTMLElement | null): void {
  const today = model.store?.today() ?? '';
  const waits = isWaiting(deal, today);
  const days = waitDays(today);
  const offered = [
    ['waitTomorrow', days.tomorrow],
    // On a Sunday it is the same day.
    ...(days.nextWeek === days.tomorrow ? [] : [['waitNextWeek', days.nextWeek] as const]),
    ['waitNextMonth', days.nextMonth],
  ] as const;
  let until: Day | null = waits ? deal.waitUntil! : days.nextWeek;
  let own = !offered.some(([, day]) => day === until);
  let reason = (waits && deal.waitReason) || '';
  let wrong: { day?: string; reason?: string } = {};
  let why = '';

  const choice = (label: string, day: Day | null): TemplateResult => html`<label class="menu-item"><input
      type="radio" class="check" name="until" .checked=${day === null ? own : !own && until === day}
      @change=${() => {
        own = day === null;
        until = day ?? until;
        wrong = {};
        dialog.draw();
      }}
    />${label} <span class="grow"></span>${day ? html`<span class="wait-day num">${model.format.day(day, { today })}</span>` : nothing}</label>`;

  const body = (): TemplateResult => html`<fieldset class="reasons">
      <legend class="field-label">${model.t.pipeline.waitUntil}</legend>
      ${offered.map(([label, day]) => choice(model.t.pipeline[label], day))}${choice(model.t.pipeline.waitOn, null)}
    </fieldset>
    ${
      own
        ? dateField({
            id: 'wait-until',
            label: model.t.pipeline.waitDay,
            value: until,
            min: days.tomorrow,
            required: true,
            error: wrong.day,
            words: model.t.common,
            onChange: (day) => {
              until = day;
              wrong = {};
              dialog.draw();
            },
            onInvalid: (message) => {
              wrong = { day: message };
              until = null;
              dialog.draw();
            },
          })
        : nothing
    }
    ${textField({
      id: 'wait-reason',
      label: model.t.pipeline.waitBecause,
      value: reason,
      required: true,
      maxLength: 255,
      error: wrong.reason,
      note: model.t.pipeline.waitNote,
      onInput: (text) => (reason = text),
    })}`;

  const submit = async (): Promise<void> => {
    wrong = {
      ...((until === null || until <= today) && { day: model.t.pipeline.waitPast }),
      ...(reason.trim() === '' && { reason: model.t.common.required }),
    };
    if (wrong.day || wrong.reason) {
      dialog.draw();
      return dialog.focusFirst();
    }
    const frame = { dialog, crm: model.crm, commands: model.commands, lang: model.words.lang };
    why = await commandIn(frame, 'deal-wait', { ids: [deal.id], until, reason: reason.trim() });
    // Refused: it says why, and what was written is still there for a second try.
    if (why === '') dialog.close();
    else dialog.draw();
  };

  dialog.open({
    width: 440,
    focus: 'input[type=radio]:checked',
    returnTo: home,
    content: () =>
      dialog.frame({
        title: model.t.pipeline.wait,
        text: html`<bdi>${model.titleOf(deal)}</bdi>`,
        body: html`${errorBox(why)}${body()}`,
        foot: html`<span class="grow"></span
          ><button type="button" class="btn" ?disabled=${dialog.busy} @click=${() => dialog.requestClose()}>${model.t.common.cancel}</button
          ><button type="submit" class="btn btn--primary" aria-busy=${dialog.busy ? 'true' : nothing}>${dialog.busy ? html`<span class="spin"></span>` : nothing}${model.t.pipeline.waitAction}</button>`,
        close: model.t.common.close,
        onSubmit: () => void submit(),
      }),
  });
}

export const partStyles = css`
  ${check}
  .reasons .menu-item { cursor: pointer; min-block-size: 32px; }
  .reasons .menu-item:has(:focus-visible) { background: var(--crm-surface-active); outline: var(--crm-focus-ring); outline-offset: -2px; }
  .reasons .check:focus-visible { outline: none; }
  .reasons .field-label { font-size: var(--crm-text-xs); color: var(--crm-text-muted); font-weight: var(--crm-weight-medium); padding: 0; margin-block-end: 2px; }
  .wait-day { color: var(--crm-text-muted); font-size: var(--crm-text-xs); }
  @media (pointer: coarse) { .reasons .menu-item { min-block-size: 44px; } }
`;
