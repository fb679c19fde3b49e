/**
 * The end of a person's data (GDPR, article 17), as a rule about every record that there is. A storage drives it: it hands over all
 * records of the kinds in `looking`, step by step, and then asks of every record it has what becomes of it.
 *
 * What is about nobody else goes: the person, whoever was merged into it, leads without an organization, their notes, activities,
 * participations, receipts and changes, the trash included. What is somebody's business as well stays, without the person: deals,
 * leads of organizations, projects. Texts in which the person is named go from what stays. Organizations keep their names.
 */
import type { AnyRecord, AttachedFile, Id, Kind, Project } from '../records.js';
import { fatesOf, type Fate } from './fates.js';
import { erasedNames, type ErasedNames, type ErasedText, type Erasure, type ErasureReport } from './erasure.js';
import { Known, textsOf, type Text } from './known.js';
import { isNaming } from './strip.js';

/** How many are named one by one. */
const MOST = 100;

type TextKind = ErasedText['kind'];
const isText = (kind: Kind): kind is TextKind => kind === 'note' || kind === 'activity' || kind === 'file';

type Counts = Partial<Record<Kind, number>>;

export class Erasing {
  readonly #known: Known;
  readonly #fate: ReturnType<typeof fatesOf>;
  readonly #deleted: Counts = {};
  readonly #changed: Counts = {};
  readonly #retitled: { kind: Kind; id: Id; title: string }[] = [];
  readonly #texts: ErasedText[] = [];
  readonly #remaining: { kind: Kind; id: Id; title: string }[] = [];
  #textCount = 0;

  constructor(erasure: Erasure) {
    this.#known = new Known(erasure.personId);
    for (const id of erasure.keep ?? []) this.#known.kept.add(id);
    const called: ErasedNames = { ...erasedNames, ...erasure.called };
    this.#fate = fatesOf(this.#known, called, erasure.at);
  }

  /** The kinds whose records are to be looked at now, in this order; none = `of` may be asked. */
  get looking(): readonly Kind[] {
    return this.#known.looking;
  }
  /** @param inside of a file: what is written in it, as far as it is text */
  look(kind: Kind, record: AnyRecord, inside?: string): void {
    this.#known.look(kind, record, inside);
  }
  /** @throws CrmError `not-found` where there is no such person, not even in the trash */
  next(): void {
    this.#known.next();
  }

  /** What becomes of a record: itself, another version of it, or null. To be asked once of every record of every kind. */
  of(kind: Kind, record: AnyRecord): AnyRecord | null {
    const after: Fate = this.#fate(kind, record);
    if (after === record) this.#stays(kind, record);
    else this.#tell(kind, record, after);
    return after;
  }

  #tell(kind: Kind, record: AnyRecord, after: AnyRecord | null): void {
    const counts = after === null ? this.#deleted : this.#changed;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (isText(kind)) {
      if (after === null && this.#known.fateOf(record as never) === 'named') this.#text(kind, record, false);
      else this.#keptText(kind, record);
    }
    if (after === null || (kind !== 'lead' && kind !== 'deal' && kind !== 'project')) return;
    const { title } = record as Project;
    if (title !== (after as Project).title && this.#retitled.length < MOST)
      this.#retitled.push({ kind, id: record.id, title });
  }

  #keptText(kind: TextKind, record: AnyRecord): void {
    if (this.#known.kept.has(record.id) && this.#known.names(record as never)) this.#text(kind, record, true);
  }

  #text(kind: TextKind, record: AnyRecord, kept: boolean): void {
    this.#textCount++;
    const said = textsOf(record as Text)
      .filter(Boolean)
      .join(': ');
    if (this.#texts.length < MOST) this.#texts.push({ kind, id: record.id, text: said, kept });
  }

  #stays(kind: Kind, record: AnyRecord): void {
    if (isText(kind)) {
      this.#keptText(kind, record);
      // Nobody can look into pictures and documents: whoever erases is told which there are.
      if (kind !== 'file' || !this.#known.nearChildren.has(record.id) || this.#known.names(record as Text)) return;
      if (this.#remaining.length < MOST)
        this.#remaining.push({ kind, id: record.id, title: (record as AttachedFile).name });
      return;
    }
    const { name } = record as { readonly name?: unknown };
    // What has no title of its own to lose: organizations, products, users, and others of the same name.
    if (typeof name !== 'string' || this.#remaining.length >= MOST || !this.#known.words.whole.in(name)) return;
    this.#remaining.push({ kind, id: record.id, title: name });
  }

  /** After `of` was asked of every record. */
  get report(): ErasureReport {
    return {
      names: this.#known.words.names,
      deleted: this.#deleted,
      changed: this.#changed,
      retitled: this.#retitled,
      texts: this.#texts,
      textCount: this.#textCount,
      remaining: this.#remaining,
    };
  }

  /** Is it about the person? Of what a storage keeps beside its records: keys under which commits were stored. */
  isNaming(value: unknown, id?: Id): boolean {
    const { words, persons, goneLeads } = this.#known;
    if (id !== undefined && (persons.has(id) || goneLeads.has(id))) return true;
    return isNaming(value, { gone: persons, find: words.near, other: '' });
  }
}
