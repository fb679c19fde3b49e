import type { Draft, Problem } from './plan.js';
import type { Id, Kind, RecordOf } from './records.js';

/** What a command is about to do with one record, as the host sees and edits it. */
export class CommandDraft<K extends Kind = Kind> implements Draft {
  readonly kind: K;
  readonly id: Id;
  readonly record: RecordOf[K] | null;
  readonly title: string;
  fields: Record<string, unknown>;
  problems: readonly Problem[] = [];
  refused: string | null = null;
  /** Ids of what is made beside the record, by role: fixed with the draft, so that a retry makes no second one. */
  readonly ids: Readonly<Record<string, Id>>;
  /** The place among the command's drafts: what is made together keeps its order. */
  readonly index: number;

  constructor(
    kind: K,
    id: Id,
    record: RecordOf[K] | null,
    fields: Record<string, unknown>,
    more: { readonly title?: string; readonly ids?: Readonly<Record<string, Id>>; readonly index?: number } = {},
  ) {
    this.kind = kind;
    this.id = id;
    this.record = record;
    this.fields = fields;
    this.title = more.title ?? titleOf(record);
    this.ids = more.ids ?? {};
    this.index = more.index ?? 0;
  }

  refuse(reason = ''): void {
    this.refused = reason;
  }
}

/** What people call a record: its title, name, subject or the beginning of its text. */
export function titleOf(record: RecordOf[Kind] | null): string {
  if (record === null) return '';
  const { title, name, subject, text } = record as { title?: string; name?: string; subject?: string; text?: string };
  return title ?? name ?? subject ?? text?.slice(0, 80) ?? '';
}
