import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { percent } from '../../../i18n/format-more.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { banner } from '../../../shared/notice.js';
import type { ImportModel } from '../model.js';
import { mostBytes, mostColumns, mostRows } from '../reading.js';
import type { Unreadable } from '../reading.js';
import { bar } from './frame.js';

const megabytes = mostBytes / 1024 / 1024;

export interface FileActions {
  /** A file is held over the drop zone. */
  readonly over: boolean;
  readonly drag: (event: DragEvent) => void;
  readonly drop: (event: DragEvent) => void;
  readonly choose: () => void;
  readonly chosen: (event: Event) => void;
  readonly template: () => void;
  readonly cancel: () => void;
  /** What stands below: what was imported before. */
  readonly below: TemplateResult | typeof nothing;
}

export function fileStep(model: ImportModel, to: FileActions): TemplateResult {
  const t = model.t.import;
  const { busy, unreadable, format } = model;
  const reading = busy?.what === 'reading';
  return html`${
    unreadable
      ? html`<div class="boxed-note">${banner({
          tone: 'negative',
          drawing: icons.warning,
          head: t.cannotRead(unreadable.name),
          body: unreadableWords(unreadable.why, model),
          alert: true,
        })}</div>`
      : nothing
  }
    <div
      class="drop ${to.over ? 'is-over' : ''}"
      part="drop"
      @dragenter=${to.drag}
      @dragover=${to.drag}
      @dragleave=${to.drag}
      @drop=${to.drop}
    >
      <span class="big">${icon(icons.upload)}</span>
      <h4>${to.over ? t.dropOver : reading ? t.reading : t.dropTitle}</h4>
      ${
        reading
          ? html`${bar(t.reading, busy.share)}
              <p class="muted">${t.readingDone(percent(format, Math.round(busy.share * 100) / 100))}</p>
              <button type="button" class="btn" @click=${to.cancel}>${model.t.common.cancel}</button>`
          : html`<p class="muted"><bdi>${t.dropText(megabytes, mostRows)}</bdi></p>
              <button type="button" class="btn btn--primary" data-choose @click=${to.choose}>${icon(icons.file)}${t.chooseFile}</button>
              <p class="subtle small"><bdi>${t.pasteHint}</bdi></p>`
      }
      <input
        type="file"
        class="sr"
        tabindex="-1"
        aria-label=${t.chooseFile}
        accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
        @change=${to.chosen}
      />
    </div>
    <div class="row wrap">
      <button type="button" class="btn btn--link" @click=${to.template}>${icon(icons.download)}${t.template}</button>
      <span class="grow"></span>
      ${keptList(model)}
    </div>
    ${to.below}`;
}

/** The mappings that are kept, each with the way to forget it. */
function keptList({ keeper, t }: ImportModel): TemplateResult | typeof nothing {
  if (keeper.list.length === 0) return nothing;
  return html`<span class="subtle small" aria-hidden="true">${t.importMore.kept}</span>
    <ul class="row wrap" aria-label=${t.importMore.kept}>
      ${keeper.list.map(
        (kept) => html`<li class="label" data-c="gray">
          <span dir="auto">${kept.name}</span>
          <button
            type="button"
            class="chip-x"
            aria-label=${t.importMore.forget(kept.name)}
            title=${t.importMore.forget(kept.name)}
            @click=${() => keeper.forget(kept)}
          >
            ${icon(icons.x, { size: 'sm' })}
          </button>
        </li>`,
      )}
    </ul>`;
}

export function fileFoot(model: ImportModel, close: () => void): TemplateResult {
  return html`<p class="subtle small">${model.t.import.nothingBefore}</p>
    <span class="grow"></span>
    <button type="button" class="btn" @click=${close}>${model.t.common.cancel}</button>`;
}

function unreadableWords(why: Unreadable, { t }: ImportModel): string {
  const w = t.import;
  switch (why) {
    case 'excel':
      return w.badExcel;
    case 'old-excel':
      return w.badOldExcel;
    case 'opendocument':
      return w.badOpenDocument;
    case 'zip':
      return w.badZip;
    case 'gzip':
      return w.badGzip;
    case 'pdf':
      return w.badPdf;
    case 'html':
      return w.badHtml;
    case 'json':
      return w.badJson;
    case 'image':
      return w.badImage;
    case 'binary':
      return w.badBinary;
    case 'empty':
      return w.badEmpty;
    case 'no-rows':
      return w.badNoRows;
    case 'too-big':
      return w.badTooBig(megabytes);
    case 'too-many':
      return w.badTooMany(mostRows);
    case 'too-wide':
      return t.importMore.badTooWide(mostColumns);
    case 'gone':
      return w.badGone;
    case 'encoding':
      return w.badEncoding;
    case 'several':
      return w.badSeveral;
  }
}
