import { toJson } from '../domain/json.js';
import type { Backup } from './api.js';

/** A backup as the text of a file, in pieces that follow each other: what files hold may be more than one text can be. */
export function backupText({ files, ...rest }: Backup): string[] {
  const whole = toJson(rest);
  if (files === undefined) return [whole];
  const each = Object.entries(files).flatMap(([ref, { type, bytes }], i) => [
    `${i === 0 ? '' : ','}${toJson(ref)}:{"type":${toJson(type)},"bytes":[`,
    ...bytes.map((piece, at) => `${at === 0 ? '' : ','}"${piece}"`),
    ']}',
  ]);
  return [whole.slice(0, -1), ',"files":{', ...each, '}}'];
}
