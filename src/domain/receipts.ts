import type { DealProduct, Participant } from './deal-entities.js';
import type { AttachedFile } from './file-entities.js';
import type { Activity, Deal, Id, Instant, Kind, Lead, Note, Organization, Person, RecordBase } from './entities.js';

/**
 * The receipt of a conversion. **Its id is the lead's id**, so a second conversion of the same lead is refused by the
 * primary key of whatever stores it, and answered with this one.
 */
export interface Conversion extends RecordBase {
  readonly state: 'running' | 'active' | 'undone';
  /** The lead as it was. */
  readonly lead: Lead;
  readonly dealId: Id;
  /** The deal as it was made: an unfinished conversion is carried on from it, and undo sees what was touched since. null where joined. */
  readonly deal: Deal | null;
  /**
   * The deal as it was when it went back to the inbox: what a lead cannot have waits here, and the same deal is there again
   * when the lead is converted again. null = it never went back.
   */
  readonly kept: Deal | null;
  /** What hung on that deal and no lead can have; left out or null = nothing did. */
  readonly keptChildren?: KeptChildren | null;
  /** The lead was added to a deal that was there before. */
  readonly joined: boolean;
  /** The deal that it led to before that was merged into `dealId`; left out or null = it was not. */
  readonly mergedFrom?: Id | null;
  /** What the joined deal's fields were and became: `[before, after]`. Empty for a new deal. */
  readonly overwritten: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly movedNotes: readonly Id[];
  readonly movedActivities: readonly Id[];
  /** Left out or null = none. */
  readonly movedFiles?: readonly Id[] | null;
  /** What could not go along, in plain words' keys (`domain/convert.ts`). */
  readonly dropped: readonly string[];
  readonly userId: Id | null;
  /** The command that made it: all receipts of a bulk conversion share it. */
  readonly command: Id;
  readonly expiresAt: Instant;
}

/** What only a deal can have hanging on it (`children.ts`). */
export interface KeptChildren {
  readonly dealProducts?: readonly DealProduct[];
  readonly participants?: readonly Participant[];
}

/** A deleted record with what hung on it, until it is restored or expires. **Its id is the deleted record's id.** */
export interface Trash extends RecordBase, KeptChildren {
  readonly of: 'lead' | 'deal' | 'person' | 'organization';
  /** What it was called. */
  readonly title: string;
  readonly record: Lead | Deal | Person | Organization;
  readonly notes: readonly Note[];
  readonly activities: readonly Activity[];
  /** Left out = none. */
  readonly files?: readonly AttachedFile[];
  /** Of a person or an organization: what named it, and names nobody there since. It names it again when that comes back. */
  readonly unlinked?: readonly Unlinked[];
  /** It was merged into this one, of the same kind, which has what hung on it; left out or null = it was deleted. */
  readonly mergedInto?: Id | null;
  /** What that one was called when it was merged. */
  readonly mergedTitle?: string | null;
  /** What went along with it: it comes back with the record, from wherever it hangs by then. */
  readonly moved?: {
    readonly notes: readonly Id[];
    readonly activities: readonly Id[];
    readonly files?: readonly Id[];
    readonly dealProducts?: readonly Id[];
    readonly participants?: readonly Id[];
    /** Projects that named it, and those of them that named the survivor, too, or another one of those that went. */
    readonly projects?: readonly Id[];
    readonly sharedProjects?: readonly Id[];
    /** Receipts of conversions that led to the merged deal. */
    readonly conversions: readonly Id[];
    /** What named the merged person or organization, and names the one that stayed since. */
    readonly links?: readonly MergedLink[];
    /** Where saved filters and set-ups of views asked for it, and ask for the one that stayed since. */
    readonly asked?: readonly AskedLink[];
  };
  readonly userId: Id | null;
  readonly command: Id;
  readonly expiresAt: Instant;
}

/** A link that was taken off: `personId` or `organizationId` of a record. */
export interface Unlinked {
  readonly kind: 'lead' | 'deal' | 'person' | 'project' | 'note' | 'activity' | 'file';
  readonly id: Id;
}

/** Records whose `field`, `custom.<id>` too, named one that was merged. */
export interface MergedLink {
  readonly kind: 'lead' | 'deal' | 'person' | 'organization' | 'project' | 'participant';
  readonly field: string;
  readonly ids: readonly Id[];
}

/** A condition, inside a saved filter or what is kept of a view, that named one that was merged. */
export interface AskedLink {
  readonly kind: 'view' | 'filter';
  readonly id: Id;
  /** Keys and places that lead to the condition. */
  readonly path: readonly (string | number)[];
  /** Its place among the values. */
  readonly at: number;
  /** Those of the same merge that were named there, too. */
  readonly beside?: readonly Id[];
}

/** The receipt of an import; `ImportChunk` holds what each of its commits made. */
export interface Import extends RecordBase {
  readonly fileName: string;
  readonly fileHash: string;
  readonly state: 'running' | 'done' | 'stopped' | 'undone';
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly userId: Id | null;
  readonly expiresAt: Instant;
}

/** Written in the same commit as the rows it tells of: an interrupted import knows what it has done. */
export interface ImportChunk extends RecordBase {
  readonly importId: Id;
  readonly index: number;
  readonly made: readonly (readonly [kind: Kind, id: Id])[];
  /** The rows it tells of, by their keys: what became of their leads since does not make them new. */
  readonly keys: readonly string[];
  /** What rows that updated a record changed, so that undo can give it back. */
  readonly patched: readonly {
    readonly kind: Kind;
    readonly id: Id;
    readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
  }[];
}

/** How a person has set up a view: columns, order, filter. `name` is the view's, such as `lead-inbox`. */
export interface View extends RecordBase {
  readonly name: string;
  readonly userId: Id | null;
  readonly state: Readonly<Record<string, unknown>>;
}

/** What leads or deals were narrowed by once, under a name. */
export interface SavedFilter extends RecordBase {
  readonly name: string;
  readonly subject: 'lead' | 'deal';
  /** A `Filter` (filter.ts); a page reads it with `readFilter`, since whoever may write records may have written anything. */
  readonly filter: readonly unknown[];
  /** Who made it; null = nobody that is known. */
  readonly ownerId: Id | null;
  /** Everybody finds it; else only its owner. */
  readonly shared: boolean;
}

/** Where a change came from. */
export interface Author {
  readonly userId: Id | null;
  readonly at: Instant;
  /** The element, `import`, `host`, `undo`. */
  readonly from: string;
  readonly bulk: boolean;
  readonly command: Id;
}

/** One changed field of one record; written with the change itself, from the first day. */
export interface ChangelogRow extends RecordBase, Author {
  readonly of: Kind;
  readonly recordId: Id;
  /**
   * Deals in whose changelog it is told as well (`told-to.ts`): of a product line or a participant the deal that it hangs on, of a
   * project all that it belongs to; before the change and after it. A backend that writes rows itself fills this in.
   */
  readonly dealIds: readonly Id[];
  /** What it was called then: the line, the project; of a participant the person's id. Empty for all other kinds. */
  readonly about: string;
  readonly op: 'create' | 'patch' | 'delete';
  /** Empty for `create` and `delete`. */
  readonly field: string;
  /** Of a line or a participant that was made, `after` is all that it said; of one that was taken off, `before` is. */
  readonly before: unknown;
  readonly after: unknown;
  /** Of the price and the discount of a line: what `before` and `after` are in, a currency or `%`; null = they are no such amounts. */
  readonly units: readonly [before: string, after: string] | null;
}
