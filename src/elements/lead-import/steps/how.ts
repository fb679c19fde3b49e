import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { CsvChoices } from '../../../formats/csv/index.js';
import { percent } from '../../../i18n/format-more.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { ImportModel } from '../model.js';

/** Rows of a file that may be its headings. */
const headingRows = 10;

/** "messe.csv  412 rows  Semicolons, Windows-1252 Change": how the file was read, and the way to overrule it. */
export function howRead(model: ImportModel, open: boolean, toggle: () => void): TemplateResult {
  const { sheet, file, format } = model;
  const t = model.t.import;
  if (!sheet || !file) return html``;
  const { how, table } = sheet;
  return html`<div class="facts">
      <span><b><bdi>${file.name}</bdi></b></span>
      <bdi>${t.rows(table.rows.length)}</bdi>
      <span>
        ${delimiterName(how.dialect.delimiter, model)}, <b>${encodingName(how.encoding)}</b>
        <button type="button" class="link" aria-expanded=${open} aria-controls="how" @click=${toggle}>${t.change}</button>
      </span>
      <span>${headingName(how.headingRow, model)}</span>
      ${table.blank > 0 ? html`<span>${t.blank(table.blank)}</span>` : nothing}
      ${table.preamble.length > 0 ? html`<span>${t.above(table.preamble.length)}</span>` : nothing}
      ${model.busy?.what === 'reading' ? html`<span role="status">${t.readingDone(percent(format, model.busy.share))}</span>` : nothing}
    </div>
    ${how.encodingSure || open ? nothing : html`<p class="hint">${icon(icons.info, { size: 'sm' })}${t.encodingUnsure}</p>`}
    <fieldset class="how" id="how" ?hidden=${!open}>
      <legend class="sr">${t.howRead}</legend>
      ${open ? controls(model) : nothing}
    </fieldset>`;
}

function controls(model: ImportModel): TemplateResult {
  const t = model.t.import;
  const { sheet, tools } = model;
  if (!sheet || !tools) return html``;
  const { how } = sheet;
  const { delimiter, quote } = how.dialect;
  const change = (choices: CsvChoices): void => void model.reread(choices);
  const encodings = [...new Set([how.encoding, ...tools.csv.encodings])];
  const signs = [...new Set([delimiter, ...tools.csv.delimiters])];
  return html`${choice(
    'encoding',
    t.encoding,
    how.encoding,
    encodings.map((value) => [value, encodingName(value)]),
    (encoding) => change({ encoding }),
  )}
  ${choice(
    'delimiter',
    t.delimiter,
    delimiter,
    signs.map((value) => [value, delimiterName(value, model)]),
    (value) => change({ delimiter: value }),
  )}
  ${choice(
    'quote',
    t.quote,
    quote,
    ['"', "'", ''].map((value) => [value, value === '' ? t.quoteNone : value]),
    (value) => change({ quote: value, escape: value }),
  )}
  ${choice(
    'heading',
    t.headingRow,
    String(how.headingRow),
    [...Array(Math.max(headingRows, how.headingRow + 1)).keys(), -1].map((row) => [
      String(row),
      headingName(row, model),
    ]),
    (row) => change({ headingRow: Number(row) }),
  )}
  <p class="small muted ends">${how.dialect.lineEnds.length === 0 ? nothing : model.t.importMore.lineEnds(model.format.list(how.dialect.lineEnds.map((end) => lineEndNames[end])))}</p>`;
}

function choice(
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, name: string])[],
  onChange: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <span class="select">
      <select class="input" id=${id} @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}>
        ${options.map(([each, name]) => html`<option value=${each} ?selected=${each === value} .selected=${each === value}>${name}</option>`)}
      </select>
      ${icon(icons.down, { size: 'sm' })}
    </span>
  </div>`;
}

/** Each record may end in its own way, so there is nothing to choose; that they were told apart is shown. */
const lineEndNames = { '\r\n': 'CRLF', '\n': 'LF', '\r': 'CR' } as const;

function headingName(row: number, { t }: ImportModel): string {
  if (row < 0) return t.import.headingNone;
  return row === 0 ? t.import.headingFirst : t.import.headingRowOf(row + 1);
}

function delimiterName(delimiter: string, { t }: ImportModel): string {
  const w = t.import;
  const names: Readonly<Record<string, string>> = {
    ',': w.byComma,
    ';': w.bySemicolon,
    '\t': w.byTab,
    '|': w.byPipe,
    ' ': w.bySpace,
    ':': w.byColon,
  };
  return names[delimiter] ?? w.byOther(delimiter === '\u001f' ? 'US' : delimiter.trimEnd());
}

function encodingName(encoding: string): string {
  if (encoding.startsWith('windows-')) return encoding.replace('w', 'W');
  if (encoding === 'macintosh') return 'Macintosh';
  return encoding.replace(/^utf-16(..)$/, 'utf-16 $1').toUpperCase();
}
