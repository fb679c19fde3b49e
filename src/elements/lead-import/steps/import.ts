import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { ImportModel } from '../model.js';
import { bar } from './frame.js';
import { reportFoot, reportStep } from './report.js';
import type { ImportActions } from './report.js';

export function importStep(model: ImportModel, to: ImportActions): TemplateResult {
  const { job, format } = model;
  const t = model.t.import;
  if (job.report && (job.state === 'done' || job.state === 'undone')) return reportStep(model, to);
  const undoing = job.state === 'undoing';
  const total = Math.max(1, job.total);
  return html`<div>
      <div class="row baseline">
        <span class="big-n">${format.number(job.done)}</span>
        <span class="muted">${undoing ? t.undoing : t.ofRows(job.total)}</span>
        <span class="grow"></span>
        <span class="subtle small">${undoing ? nothing : timeLeft(model)}</span>
      </div>
      ${bar(undoing ? t.undoing : t.progress, job.done / total)}
    </div>
    ${
      job.state === 'broken'
        ? html`<p><b>${t.brokenOff}</b> ${t.brokenOffText(job.done, job.total)}</p>`
        : html`<p class="muted">${undoing ? nothing : t.background}</p>`
    }`;
}

export function importFoot(model: ImportModel, to: ImportActions): TemplateResult {
  const { job } = model;
  const t = model.t.import;
  if (job.report && (job.state === 'done' || job.state === 'undone')) return reportFoot(model, to);
  if (job.state === 'broken')
    return html`<span class="grow"></span>
      <button type="button" class="btn" @click=${to.close}>${model.t.common.close}</button>
      <button type="button" class="btn btn--primary" aria-busy=${job.asking ? 'true' : nothing} @click=${() => void job.start()}>
        ${icon(icons.refresh)}${t.continue}
      </button>`;
  if (job.state === 'undoing') return html`<span class="grow"></span>`;
  return html`<p class="subtle small">${t.stopKeeps(job.done)}</p>
    <span class="grow"></span>
    <button type="button" class="btn" data-stop aria-busy=${job.stopping ? 'true' : nothing} @click=${() => job.stop()}>
      ${job.stopping ? html`<span class="spin" aria-hidden="true"></span>${t.stopping}` : t.stop}
    </button>`;
}

/** Told once there is something to tell it from. */
function timeLeft({ job, t }: ImportModel): string {
  const passed = (Date.now() - job.began) / 1000;
  if (job.state !== 'running' || job.done === 0 || passed < 2) return '';
  const left = Math.ceil((passed / job.done) * (job.total - job.done));
  return left < 90 ? t.import.secondsLeft(Math.max(1, left)) : t.import.minutesLeft(Math.round(left / 60));
}
