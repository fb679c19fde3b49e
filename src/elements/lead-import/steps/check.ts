import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { banner } from '../../../shared/notice.js';
import type { RowWindow } from '../../../shared/row-window.js';
import type { Tile } from '../checking.js';
import { tiles } from '../checking.js';
import type { ImportModel } from '../model.js';
import { bar } from './frame.js';
import type { LabelActions } from './labels.js';
import { labels } from './labels.js';
import { isMuch, nobody } from './nobody.js';
import { requiredNotes } from './required.js';
import { seg } from './seg.js';

export interface CheckActions {
  readonly rows: RowWindow;
  readonly label: LabelActions;
}

export function checkStep(model: ImportModel, to: CheckActions): TemplateResult {
  const t = model.t.import;
  const { checked, checkError, busy, choices } = model;
  if (checkError)
    return html`<div class="boxed-note">${banner({
      tone: 'negative',
      drawing: icons.warning,
      head: t.checkFailed,
      body: html`<bdi>${checkError.reason ?? ''}</bdi>`,
      actions: html`<button type="button" class="btn btn--sm" @click=${() => void model.check()}>${model.t.common.retry}</button>`,
      alert: true,
    })}</div>`;
  if (!checked)
    return html`<div class="waiting"><p class="muted">${t.checking}</p>${bar(t.checking, busy?.share ?? 0)}</div>`;
  const exists = checked.rows.some(({ lead }) => lead !== null) || choices.existing !== 'update';
  const repeats =
    choices.repeated === 'create' || checked.rows.some(({ reasons }) => reasons[0]?.code === 'repeated-row');
  const asked = checked.nobody.count > 0 ? nobody(model, checked) : nothing;
  const much = isMuch(checked);
  return html`<div class="verdicts" role="group" aria-label=${t.showRows}>
      ${tiles.map((tile) => tileButton(tile, model))}
    </div>
    ${much ? asked : nothing} ${badColumns(model)} ${requiredNotes(model)}
    <div class="row wrap policies">
      ${
        exists
          ? seg(
              'existing',
              t.whenExists,
              choices.existing,
              [
                ['update', t.existsUpdate],
                ['skip', t.existsSkip],
                ['create', t.existsCreate],
              ] as const,
              (existing) => model.choose({ existing }),
            )
          : nothing
      }
      ${
        repeats
          ? seg(
              'repeated',
              t.whenRepeated,
              choices.repeated,
              [
                ['skip', t.repeatedSkip],
                ['create', t.repeatedCreate],
              ] as const,
              (repeated) => model.choose({ repeated }),
            )
          : nothing
      }
      ${much ? nothing : asked}
      <span class="grow"></span>
      ${labels(model, to.label)}
    </div>
    ${busy ? bar(t.checking, busy.share) : nothing} ${table(model, to.rows)}`;
}

export function checkFoot(model: ImportModel, back: () => void): TemplateResult {
  const t = model.t.import;
  const { checked, busy, job, resume } = model;
  const count = checked ? checked.by.create.length + checked.by.update.length : 0;
  const wait = busy !== null || !checked || count === 0 || (model.choices.pattern !== null && patternProblem(model));
  const words = resume && count > 0 ? t.goOn(count) : count === 0 && checked ? t.nothingToDo : t.importLeads(count);
  return html`<p class="subtle small">${t.nothingYet}</p>
    <span class="grow"></span>
    <button type="button" class="btn" ?disabled=${job.asking} @click=${back}>${model.t.common.back}</button>
    <button
      type="button"
      class="btn btn--primary"
      data-next
      aria-disabled=${wait ? 'true' : nothing}
      aria-busy=${job.asking ? 'true' : nothing}
      @click=${() => !wait && void job.start()}
    >
      ${job.asking ? html`<span class="spin" aria-hidden="true"></span>` : nothing}${words}
    </button>`;
}

function patternProblem({ settings: { nobody: pattern } }: ImportModel): boolean {
  return pattern !== null && (pattern.unknown.length > 0 || !pattern.parts.some((part) => typeof part === 'number'));
}

const drawings = { create: icons.plus, update: icons.refresh, skip: icons.lost, same: icons.check };

function tileButton(tile: Tile, model: ImportModel): TemplateResult | typeof nothing {
  const t = model.t.import;
  const { checked } = model;
  const count = !checked ? 0 : tile === 'all' ? checked.rows.length : checked.by[tile].length;
  if (tile === 'same' && count === 0) return nothing;
  const words = { all: t.allRows, create: t.create, update: t.update, skip: t.skipTile, same: t.unchangedTile }[tile];
  const choose = (): void => {
    model.tile = tile;
    model.redraw();
  };
  return html`<button type="button" class="verdict" data-v=${tile} aria-pressed=${model.tile === tile} @click=${choose}>
    <b>${model.format.number(count)}</b>
    <span>${tile === 'all' ? nothing : icon(drawings[tile], { size: 'sm' })}${words}</span>
  </button>`;
}

/** Columns whose values keep rows out, with the way to let the rows in all the same. */
function badColumns(model: ImportModel): TemplateResult | typeof nothing {
  const { checked } = model;
  const t = model.t.import;
  const empty = model.mappings.filter(({ onBad, target }) => onBad === 'empty' && target !== 'none');
  const bad = [...(checked?.bad ?? [])].sort((a, b) => b[1] - a[1]).slice(0, 3);
  if (bad.length === 0 && empty.length === 0) return nothing;
  const set = (column: number, onBad: 'skip' | 'empty'): void => {
    const mappings = model.mappings.map((mapping) => (mapping.column === column ? { ...mapping, onBad } : mapping));
    model.mappings = mappings;
    void model.check();
  };
  return html`<ul class="notes">
    ${bad.map(
      ([column, count]) => html`<li>
        ${icon(icons.warning, { size: 'sm' })}<span dir="auto">${t.badValues(count, `“${model.columnName(column)}”`)}</span>
        <button type="button" class="link" @click=${() => set(column, 'empty')}>${t.leaveEmpty}</button>
      </li>`,
    )}
    ${empty.map(
      ({ column }) => html`<li>
        ${icon(icons.info, { size: 'sm' })}<span dir="auto">${t.leftEmptyRows(`“${model.columnName(column)}”`)}</span>
        <button type="button" class="link" @click=${() => set(column, 'skip')}>${t.skipInstead}</button>
      </li>`,
    )}
  </ul>`;
}

function table(model: ImportModel, rows: RowWindow): TemplateResult {
  const t = model.t.import;
  const { common } = model.t;
  return html`<div class="boxed">
    <div class="win pre" role="table" aria-label=${t.stepCheck} aria-rowcount=${rows.count + 1} tabindex="0" ${ref(rows.scroller)}>
      <div class="pre-head" role="rowgroup">
        <div class="prow" role="row" aria-rowindex="1">
          <span role="columnheader">${t.lineHead}</span><span role="columnheader">${t.whatHead}</span>
          <span role="columnheader">${common.title}</span><span role="columnheader">${common.person}</span>
          <span role="columnheader">${common.organization}</span><span role="columnheader" class="r">${common.value}</span>
          <span role="columnheader">${t.whyHead}</span>
        </div>
      </div>
      ${rows.render()}
    </div>
    ${rows.count === 0 ? html`<p class="none muted">${t.noSuchRows}</p>` : nothing}
  </div>`;
}
