import type { Reason } from '../../domain/import/index.js';
import { saveFile } from '../../shared/save-file.js';
import type { CheckedRow } from './checking.js';
import { tileOf } from './checking.js';
import type { ImportModel } from './model.js';
import { reasonWords, refusedWords } from './reasons.js';

/** A file that cannot be made is told. @returns whether it was */
async function write(rows: Iterable<readonly string[]>, name: string, model: ImportModel): Promise<boolean> {
  try {
    const { writeCsv } = await import('../../formats/csv/write.js');
    saveFile(await writeCsv(rows), name, model.host.ownerDocument);
    return true;
  } catch {
    model.commands.say(() => model.t.import.downloadFailed);
    return false;
  }
}

/** The rows that are not in, as they stand in the file, with line and reason behind: mended, they can be imported again. */
export async function downloadLeftOut(model: ImportModel): Promise<void> {
  const { tools, sheet, job, file } = model;
  const { report } = job;
  if (!tools || !sheet || !report) return;
  const t = model.t.import;
  const failed = new Map(
    report.failed.map(({ row, reason, missing }) => [row.line, refusedWords(reason, missing, model)]),
  );
  const left = new Set(report.left.map(({ line }) => line));
  const out = report.checked.rows.filter((row) => tileOf(row) === 'skip' || failed.has(row.line) || left.has(row.line));
  type Why = { readonly row: CheckedRow; readonly reason: Reason } | string;
  const rows = out.map(({ line, cells, ...row }) => {
    const whole = { line, cells, ...row };
    const refused = failed.get(line);
    const reasons: readonly Why[] =
      refused !== undefined
        ? [refused]
        : left.has(line)
          ? [t.notBegun]
          : row.reasons.map((reason) => ({ row: whole, reason }));
    return { line, cells, verdict: 'skip' as const, reasons };
  });
  const words = {
    line: t.lineColumn,
    reason: t.reasonColumn,
    say: (why: Why) => (typeof why === 'string' ? why : reasonWords(why.reason, why.row, model)),
  };
  const headings = sheet.table.headings.map(({ name }) => name);
  const base = (file?.name ?? '').replace(/\.\w{1,5}$/, '');
  if (await write(tools.rules.rejects<Why>(rows, headings, words), `${base}-${t.skippedName}.csv`, model))
    model.commands.say(() => model.t.import.downloaded(out.length));
}

/** A file with the headings that are understood, to be filled in. */
export async function downloadTemplate(model: ImportModel): Promise<void> {
  const { common, import: t } = model.t;
  const headings = [
    common.title,
    common.person,
    common.organization,
    common.email,
    common.phone,
    common.value,
    common.currency,
    common.labels,
    common.owner,
    common.source,
    common.expectedClose,
    common.note,
  ];
  await write([headings], `${t.templateName}.csv`, model);
}
