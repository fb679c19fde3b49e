import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { ImportModel, Step } from '../model.js';
import { steps } from '../model.js';

export function stepName(step: Step, { t }: ImportModel): string {
  return {
    file: t.import.stepFile,
    columns: t.import.stepColumns,
    check: t.import.stepCheck,
    import: t.import.stepImport,
  }[step];
}

/** Title, where one is, and the cross. In a dialog of the page the dialog has both title and cross. */
export function head(
  model: ImportModel,
  options: { heading: string; inDialog: boolean; close: () => void },
): TemplateResult {
  const t = model.t.import;
  const now = steps.indexOf(model.step);
  const { close: word } = model.t.common;
  return html`<div class="wiz-head" part="head">
    ${options.inDialog ? nothing : html`<h2>${options.heading || t.title}</h2>`}
    <ol class="steps" aria-label=${t.steps}>
      ${steps.map((step, i) => {
        const was = i < now;
        return html`<li class=${i === now ? 'now' : was ? 'was' : ''} aria-current=${i === now ? 'step' : nothing}>
          <b>${was ? icon(icons.check, { size: 'sm' }) : model.format.number(i + 1)}</b>
          <span class="step-name">${was ? html`<span class="sr">${t.stepDone}</span> ` : nothing}${stepName(step, model)}</span>
        </li>`;
      })}
    </ol>
    ${
      options.inDialog
        ? nothing
        : html`<button type="button" class="btn btn--icon btn--quiet" data-close aria-label=${word} title=${word} @click=${options.close}>
            ${icon(icons.x)}
          </button>`
    }
  </div>`;
}

/** The heading of the step, which gets the focus when it begins. */
export function stepHeading(model: ImportModel): TemplateResult {
  const now = steps.indexOf(model.step);
  return html`<h3 class="sr" tabindex="-1" id="step">${model.t.import.stepOf(now + 1, steps.length, stepName(model.step, model))}</h3>`;
}

/** How far something is. `share` 0 to 1. */
export function bar(name: string, share: number): TemplateResult {
  const percent = Math.round(share * 100);
  return html`<div class="progress" role="progressbar" aria-label=${name} aria-valuenow=${percent} aria-valuemin="0" aria-valuemax="100">
    <i data-share=${percent}></i>
  </div>`;
}

/** Widths are set from code: a page may forbid style attributes. */
export function arrangeShares(root: ParentNode): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-share]'))
    part.style.inlineSize = `${part.dataset['share']}%`;
}
