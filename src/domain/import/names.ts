import type { Change } from '../change.js';
import { patchOf } from '../change.js';
import type { CustomValue, Field, Id, Instant, Label, Lead, User } from '../records.js';
import { labelColors } from '../records.js';
import { newRank } from '../rank.js';
import { alwaysAsked, missingOwn } from '../validate.js';
import type { FieldChoice } from './columns.js';
import type { CustomCell, RowDraft } from './draft.js';
import type { ImportRow } from './settings.js';
import { nameKey } from './lookup.js';

/** What an import may name: labels, owners, custom fields and their options, by what people call them. */
export interface KnownNames {
  readonly labels: readonly Label[];
  readonly users: readonly User[];
  readonly fields: readonly Field[];
}

export interface NamesEnv {
  readonly now: Instant;
  newId(): Id;
}

/**
 * Turns names into ids. What has no record yet gets its id when it is first asked for, so that the preview and the
 * import speak of the same; `changes` makes the records.
 */
export class Names {
  private readonly labels = new Map<string, Id>();
  private readonly users = new Map<string, Id>();
  private readonly fields = new Map<string, { field: Field; before: Field | null; options: Map<string, Id> }>();
  private readonly made: { labels: Label[]; users: User[] } = { labels: [], users: [] };
  private fieldCount: number;
  private readonly asked: readonly Field[];

  constructor(
    private readonly known: KnownNames,
    private readonly env: NamesEnv,
  ) {
    for (const label of known.labels) this.labels.set(nameKey(label.name), label.id);
    for (const user of known.users) {
      if (user.email !== '') this.users.set(nameKey(user.email), user.id);
    }
    for (const user of known.users) if (user.name !== '') this.users.set(nameKey(user.name), user.id);
    this.fieldCount = known.fields.length;
    this.asked = alwaysAsked(known.fields);
  }

  /**
   * The required fields that a lead would be without. Asking makes nothing: a row that is refused brings no options.
   * @param lead the one that the row updates; null = it makes one
   */
  lacking({ custom }: Pick<RowDraft, 'custom'>, lead: Pick<Lead, 'custom'> | null): readonly Field[] {
    if (this.asked.length === 0) return this.asked;
    const values: Record<Id, unknown> = { ...lead?.custom };
    for (const { field, value } of custom) if (field.id !== null) values[field.id] = value;
    return missingOwn(this.asked, values);
  }

  label(name: string): Id {
    const key = nameKey(name);
    const known = this.labels.get(key);
    if (known !== undefined) return known;
    const base = this.base();
    const used = this.known.labels.length + this.made.labels.length;
    this.made.labels.push({ ...base, name: name.trim(), color: labelColors[used % labelColors.length]! });
    this.labels.set(key, base.id);
    return base.id;
  }

  /** An owner by name or e-mail. */
  user(name: string): Id {
    const key = nameKey(name);
    const known = this.users.get(key);
    if (known !== undefined) return known;
    const base = this.base();
    const email = /^[^\s@]+@[^\s@]+$/.test(name.trim());
    this.made.users.push({ ...base, name: name.trim(), email: email ? name.trim() : '', active: true });
    this.users.set(key, base.id);
    return base.id;
  }

  field(choice: FieldChoice): Id {
    return this.entry(choice).field.id;
  }

  /** The value as a record holds it: options and users by id. */
  value({ field, value }: CustomCell): CustomValue {
    if (field.type === 'option' && typeof value === 'string') return this.option(field, value);
    if (field.type === 'options' && Array.isArray(value))
      return (value as readonly string[]).map((name) => this.option(field, name));
    if (field.type === 'user' && typeof value === 'string') return this.user(value);
    return value;
  }

  private option(choice: FieldChoice, name: string): Id {
    const entry = this.entry(choice);
    const key = nameKey(name);
    let id = entry.options.get(key);
    if (id === undefined) {
      id = this.env.newId();
      entry.options.set(key, id);
      entry.field = { ...entry.field, options: [...entry.field.options, { id, name: name.trim() }] };
    }
    return id;
  }

  private entry(choice: FieldChoice): { field: Field; before: Field | null; options: Map<string, Id> } {
    const key = choice.id ?? `new ${nameKey(choice.name)}`;
    let entry = this.fields.get(key);
    if (entry === undefined) {
      const before = this.known.fields.find(({ id }) => id === choice.id) ?? null;
      const base = this.base();
      const field = before ?? {
        ...base,
        name: choice.name,
        type: choice.type,
        options: [],
        rank: newRank(this.env.now, this.fieldCount++, base.id),
      };
      entry = { field, before, options: new Map(field.options.map((option) => [nameKey(option.name), option.id])) };
      this.fields.set(key, entry);
    }
    return entry;
  }

  private base(): { id: Id; rev: number; createdAt: Instant; updatedAt: Instant } {
    return { id: this.env.newId(), rev: 0, createdAt: this.env.now, updatedAt: this.env.now };
  }

  /** Asks for everything that a row to be taken names, so that it is in `changes`. */
  prepare({ verdict, draft }: Pick<ImportRow, 'verdict' | 'draft'>): void {
    if (verdict === 'skip' || draft === null) return;
    for (const label of draft.labels) this.label(label);
    if (draft.owner !== null) this.user(draft.owner);
    for (const cell of draft.custom) {
      this.field(cell.field);
      this.value(cell);
    }
  }

  /** The records that do not exist yet, and the fields that get more options. */
  changes(): Change[] {
    const list: Change[] = [];
    for (const record of this.made.users) list.push({ op: 'create', kind: 'user', id: record.id, record });
    for (const record of this.made.labels) list.push({ op: 'create', kind: 'label', id: record.id, record });
    for (const { field, before } of this.fields.values()) {
      if (before === null) list.push({ op: 'create', kind: 'field', id: field.id, record: field });
      else {
        const patch = patchOf('field', before, { options: field.options });
        if (patch !== null) list.push(patch);
      }
    }
    return list;
  }
}
