/**
 * What hangs on a lead or deal, and goes where it goes: a kind more is a row more. Whoever deletes, converts, merges or looks
 * for what would be left behind goes by this table.
 */

/** The field by which a child says what it hangs on. */
export const linkOf = { lead: 'leadId', deal: 'dealId' } as const;
export type Holder = keyof typeof linkOf;

/**
 * `list`: what the trash calls them, and counts of what moves. `moved`: where the receipt of a conversion says which of them went
 * along; null = no lead can have it, so it waits with the receipt of a deal that goes back to the leads. `always`: the lists are
 * there where they are empty, too, as they were from the beginning; those of kinds that came later are left out then.
 */
interface ChildRow {
  readonly kind: string;
  readonly list: string;
  readonly moved: string | null;
  readonly always: boolean;
}

export const children = [
  { kind: 'note', list: 'notes', moved: 'movedNotes', always: true },
  { kind: 'activity', list: 'activities', moved: 'movedActivities', always: true },
  { kind: 'file', list: 'files', moved: 'movedFiles', always: false },
  { kind: 'dealProduct', list: 'dealProducts', moved: null, always: false },
  { kind: 'participant', list: 'participants', moved: null, always: false },
] as const satisfies readonly ChildRow[];

type Row = (typeof children)[number];
export type ChildKind = Row['kind'];
export type ChildList = Row['list'];

/** Those that a lead can have as well. */
export const leadChildren = children.filter((row) => row.moved !== null);
/** Those that only a deal can have. */
export const dealsOwn = children.filter((row) => row.moved === null);

export function childrenOfKind(holder: Holder): readonly Row[] {
  return holder === 'lead' ? leadChildren : children;
}

const byKind: ReadonlySet<string> = new Set(children.map(({ kind }) => kind));

export function isChild(kind: string): kind is ChildKind {
  return byKind.has(kind);
}
