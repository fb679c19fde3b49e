import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Import } from '../../../domain/records.js';
import { instant } from '../../../i18n/format-more.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { EarlierImports } from '../earlier.js';
import type { ImportModel } from '../model.js';
import { bar } from './frame.js';
import { takenBackWords } from './report.js';

/** What was imported before, each with the way to take it back; and what became of the one that was. */
export function earlierImports(
  model: ImportModel,
  { all, back, working }: EarlierImports,
  undo: (receipt: Import) => void,
): TemplateResult | typeof nothing {
  const { importMore: t } = model.t;
  if (all.length === 0 && back === null) return nothing;
  return html`<section class="boxed earlier" aria-labelledby="earlier">
    <div class="boxed-head"><h4 id="earlier">${t.earlier}</h4></div>
    ${
      back
        ? html`<p class="told-back" role="status">${icon(icons.check)}<span><b tabindex="-1" data-back>${t.takenBack(back.fileName)}</b> ${takenBackWords(back, model)}</span></p>`
        : nothing
    }
    <ul class="skips past">
      ${all.map((receipt) => html`<li>${working?.id === receipt.id ? under(model, working) : row(model, receipt, working !== null, undo)}</li>`)}
    </ul>
  </section>`;
}

function row(model: ImportModel, receipt: Import, busy: boolean, undo: (receipt: Import) => void): TemplateResult {
  const { format, store, t } = model;
  const { fileName, created, updated, createdAt } = receipt;
  const may = store?.settings.can('import-undo', receipt) ?? true;
  const why = may === true ? undefined : may || t.importMore.mayNot;
  return html`<span class="who"><span><bdi>${fileName}</bdi></span>
      <span class="subtle small num"><bdi>${t.importMore.earlierText(created + updated, instant(format, createdAt, store?.settings.timeZone))}</bdi></span></span>
    <button
      type="button"
      class="btn btn--sm"
      data-undo-earlier
      aria-label=${t.importMore.undoOf(fileName)}
      aria-disabled=${why !== undefined || busy ? 'true' : 'false'}
      title=${why ?? nothing}
      @click=${() => {
        if (why === undefined && !busy) undo(receipt);
      }}
    >
      ${icon(icons.undo, { size: 'sm', turn: true })}${t.import.undoImport}
    </button>`;
}

function under({ t }: ImportModel, { done, of }: { readonly done: number; readonly of: number }): TemplateResult {
  return html`<span class="grow">${t.import.undoing}${bar(t.import.undoing, done / Math.max(1, of))}</span>`;
}
