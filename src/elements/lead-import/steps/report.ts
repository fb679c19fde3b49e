import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { instant } from '../../../i18n/format-more.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { TakenBack } from '../earlier.js';
import type { ImportModel } from '../model.js';
import { groupWords, refusedWords } from '../reasons.js';
import type { Report } from '../running.js';

export interface ImportActions {
  readonly download: () => void;
  readonly close: () => void;
}

/** Lines that are named before "and 3 more". */
const named = 4;

/** Counts that add up to the file, and what was left out with its reason. */
export function reportStep(model: ImportModel, to: ImportActions): TemplateResult {
  const { job, format, store } = model;
  const t = model.t.import;
  const report = job.report!;
  const { result, checked, fileName, at, seconds, left, failed } = report;
  const { created, updated, newPersons, newOrganizations } = result;
  const same = checked.by.same.length + result.unchanged;
  const skipped = checked.by.skip.length;
  const shares = [
    ['positive', created],
    ['info', updated],
    ['plain', same],
    ['warning', skipped + left.length],
    ['negative', failed.length],
  ] as const;
  const all = Math.max(1, checked.rows.length);
  const facts: readonly (readonly [n: number, words: string, always?: boolean])[] = [
    [checked.rows.length, t.rowsIn(checked.rows.length), true],
    [created, t.created(created), true],
    [updated, t.updated(updated)],
    [same, t.unchangedCount(same)],
    [skipped, t.skipped(skipped), true],
    [failed.length, t.failedCount(failed.length)],
    [left.length, t.left(left.length)],
    [newOrganizations, t.newOrganizations(newOrganizations)],
    [newPersons, t.newPersons(newPersons)],
  ];
  return html`<div class="row told">
      <span class="file-kind" data-undone=${job.state === 'undone' ? '' : nothing}>${icon(job.state === 'undone' ? icons.undo : icons.check)}</span>
      <div>
        <div class="big-n"><bdi>${job.state === 'undone' ? t.undone : `${result.stopped ? `${t.stopped} ` : ''}${t.imported(created + updated)}`}</bdi></div>
        <div class="muted">
          ${
            job.state === 'undone'
              ? takenBackWords(job.undone ?? { gone: 0, kept: 0 }, model)
              : t.from(fileName, instant(format, at, store?.settings.timeZone), t.seconds(seconds))
          }
        </div>
      </div>
    </div>
    <div>
      <div class="stackbar" aria-hidden="true">
        ${shares.filter(([, n]) => n > 0).map(([tone, n]) => html`<i class="bar--${tone}" data-share=${(100 * n) / all}></i>`)}
      </div>
      <div class="facts">
        ${facts.map(([n, words, always]) => (n > 0 || always ? html`<span><b class="num">${format.number(n)}</b> ${words}</span>` : nothing))}
      </div>
    </div>
    ${leftOut(model, report, to)}`;
}

/** How many leads are gone, and how many stayed. */
export function takenBackWords({ gone, kept }: TakenBack, { t }: ImportModel): string {
  return [t.import.undoneText(gone), kept > 0 ? t.import.undoneKept(kept) : ''].filter(Boolean).join(' ');
}

function leftOut(model: ImportModel, report: Report, to: ImportActions): TemplateResult | typeof nothing {
  const t = model.t.import;
  const { checked, left, failed } = report;
  const groups: readonly (readonly [words: string, lines: readonly number[]])[] = [
    ...refusedGroups(model, failed),
    ...(left.length > 0 ? [[t.notBegunRows, left.map(({ line }) => line)] as const] : []),
    ...checked.report.skips
      .filter(({ code }) => code !== 'unchanged')
      .map(({ lines, ...reason }) => [groupWords(reason, model), lines] as const),
  ];
  if (groups.length === 0) return nothing;
  const count = checked.by.skip.length + left.length + failed.length;
  return html`<div class="boxed">
    <div class="row boxed-head">
      <h4><bdi>${t.wereSkipped(count)}</bdi></h4>
      <span class="grow"></span>
      <button type="button" class="btn btn--sm" @click=${to.download}>${icon(icons.download)}${t.downloadSkipped}</button>
    </div>
    <ul class="skips">
      ${groups.map(
        ([words, lines]) => html`<li>
          <span class="subtle num"><bdi>${t.rows(lines.length)}</bdi></span><span>${words}</span>
          <span class="subtle small">${linesWords(lines, model)}</span>
        </li>`,
      )}
    </ul>
  </div>`;
}

/** Rows that were refused while they were written: by the storage, or as a field has become required meanwhile. */
function refusedGroups(
  model: ImportModel,
  failed: Report['failed'],
): readonly (readonly [words: string, lines: readonly number[]])[] {
  const groups = new Map<string, number[]>();
  for (const { row, reason, missing } of failed) {
    const words = missing ? refusedWords(reason, missing, model).replace(/\.$/, '') : model.t.import.failedRows;
    groups.set(words, [...(groups.get(words) ?? []), row.line]);
  }
  return [...groups];
}

function linesWords(lines: readonly number[], { format, t }: ImportModel): string {
  const shown = lines.slice(0, lines.length === named + 1 ? named + 1 : named);
  const list = shown.map((line) => format.number(line)).join(', ');
  return shown.length === lines.length
    ? t.import.lines(list, lines.length)
    : t.import.linesMore(list, lines.length - shown.length);
}

export function reportFoot(model: ImportModel, to: ImportActions): TemplateResult {
  const { job, store } = model;
  const t = model.t.import;
  const wrote = (job.report?.result.receipt.created ?? 0) + (job.report?.result.receipt.updated ?? 0) > 0;
  return html`${
    job.state === 'done' && wrote
      ? html`<button type="button" class="btn" data-undo @click=${() => void job.undo()}>${icon(icons.undo, { turn: true })}${t.undoImport}</button>
          <p class="subtle small">${t.undoFor(store?.settings.keepReceipts ?? 30)}</p>`
      : nothing
  }
    <span class="grow"></span>
    <button type="button" class="btn" @click=${() => model.reset()}>${t.again}</button>
    <button type="button" class="btn btn--primary" data-finish @click=${to.close}>${t.show}</button>`;
}
