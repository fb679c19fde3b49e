import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Problem } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import type { Dialog } from '../dialog.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { banner } from '../notice.js';
import { mergeBody } from './merge-view.js';
import type { MergeView } from './merge-view.js';

/**
 * - `form` the person decides
 * - `waiting` a listener of the page holds it
 * - `running` it is being stored
 */
export type MergeStep = 'form' | 'waiting' | 'running';

export interface MergeState {
  /** How many were to be merged. */
  readonly n: number;
  readonly step: MergeStep;
  /** Why the form is shown again; '' = it is not. */
  readonly said: string;
  why(problem: Problem): string;
  submit(): void;
  cancelWait(): void;
  open(id: Id): void;
}

/** Codes of problems that nothing in the dialog can cure. */
const final: ReadonlySet<Problem['code']> = new Set<Problem['code']>(['not-found', 'merged', 'denied', 'changed']);

/** The whole content of the dialog. */
export function mergeFrame(dialog: Dialog, view: MergeView, state: MergeState): TemplateResult {
  const { t, draft } = view;
  const out = draft.problems.find(({ code, field }) => final.has(code) && field === undefined);
  const busy = state.step !== 'form';
  return dialog.frame({
    title: {
      lead: t.titleLeads,
      deal: t.titleDeals,
      person: t.titlePersons,
      organization: t.titleOrganizations,
    }[draft.kind](state.n),
    text: t.text,
    close: view.common.close,
    onSubmit: state.submit,
    body: html`${messages(view, state, out)}${
      out ? nothing : html`<div class="merge-form" ?inert=${busy}>${mergeBody(view)}</div>`
    }`,
    foot: html`<span class="grow"></span
      ><button type="button" class="btn" ?disabled=${state.step === 'running'} @click=${() => dialog.requestClose()}>${out ? view.common.close : view.common.cancel}</button
      >${
        out
          ? nothing
          : html`<button type="submit" class="btn btn--primary" aria-busy=${busy ? 'true' : nothing}>
            ${busy ? html`<span class="spin" aria-hidden="true"></span>` : icon(icons.merge)}${busy ? t.merging : t.merge}
          </button>`
      }`,
  });
}

/** Who holds it, why it is shown again, and why there is nothing to merge. */
function messages({ t, common }: MergeView, state: MergeState, out: Problem | undefined): TemplateResult {
  const cancel = html`<span class="spin" aria-hidden="true"></span
    ><button type="button" class="btn btn--sm" data-cancel-wait @click=${state.cancelWait}>${common.cancel}</button>`;
  const why = out ? state.why(out) : state.said;
  const into = out?.mergedInto;
  const open =
    into === undefined
      ? nothing
      : html`<button type="button" class="btn btn--sm" data-open-merged @click=${() => state.open(into)}>${t.open}</button>`;
  return html`${
    state.step === 'waiting'
      ? banner({ tone: 'warning', drawing: icons.lock, head: t.waiting, body: t.waitingHow, actions: cancel })
      : nothing
  }${
    why === ''
      ? nothing
      : banner({
          tone: into === undefined ? 'negative' : 'info',
          drawing: into === undefined ? icons.warning : icons.info,
          head: into === undefined ? t.notMerged : t.mergedBefore,
          body: into === undefined ? html`<bdi>${why}</bdi>` : undefined,
          actions: open,
          alert: true,
        })
  }`;
}
