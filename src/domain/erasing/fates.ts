/** What becomes of each record of each kind when a person is erased. */
import { retitled } from '../derive.js';
import type {
  AnyRecord,
  ChangelogRow,
  Conversion,
  Deal,
  Id,
  Import,
  ImportChunk,
  Instant,
  Kind,
  Lead,
  Organization,
  Participant,
  Project,
  SavedFilter,
  Trash,
} from '../records.js';
import { searchText } from '../search.js';
import type { ErasedNames } from './erasure.js';
import type { Known, Text } from './known.js';
import type { SaidProject } from '../told-to.js';
import { strip, stripPairs, without, type Stripping } from './strip.js';
import type { Finder } from './words.js';

/** null = it goes; the same record = nothing of the person is in it. */
export type Fate = AnyRecord | null;

/** Kinds whose texts are nobody's: they are told where one bears the name, and left as they are. */
const nobodys: ReadonlySet<Kind> = new Set<Kind>([
  ...(['user', 'pipeline', 'stage', 'label', 'field', 'product', 'projectTemplate'] as const),
]);

export function fatesOf(known: Known, called: ErasedNames, now: Instant): (kind: Kind, record: AnyRecord) => Fate {
  const { persons, goneLeads, goneChildren, own } = known;
  const how = (find: Finder, other = called.other): Stripping => ({ gone: persons, find, other });
  const near = (): Finder => known.words.near;
  const far = (): Finder => known.words.far;
  const isHers = (id: Id | null | undefined): boolean => id !== null && id !== undefined && persons.has(id);

  /** Another version of a record that stays. */
  const stored = <R extends AnyRecord>(before: R, after: R): R =>
    after === before ? before : { ...after, rev: before.rev + 1, updatedAt: now };

  /** A lead or deal, wherever it is kept; null = it is about nobody else. Derived fields are made anew, not searched. */
  const opportunity = <R extends Lead | Deal>(kind: 'lead' | 'deal', record: R, live: boolean): R | null => {
    const hers = isHers(record.personId);
    if (kind === 'lead' && hers && record.organizationId === null) return null;
    const { personName, organizationName, nextActivity, touchedAt, searchText: text, ...rest } = record as Lead;
    const left = strip(rest, how(hers ? near() : far(), called[kind]));
    const next = live
      ? known.nextOf(kind, record.id, nextActivity)
      : nextActivity && goneChildren.has(nextActivity.id)
        ? null
        : nextActivity;
    if (left === rest && next === nextActivity) return record;
    const words = hers
      ? searchText([left.title, organizationName], [])
      : left.title === record.title
        ? text
        : (retitled(text, record.title, left.title) ?? searchText([left.title, personName, organizationName], []));
    const whole = { ...left, personName: hers ? '' : personName, organizationName, touchedAt, searchText: words };
    return { ...whole, nextActivity: next } as unknown as R;
  };

  const text = <R extends Text>(record: R): R | null => {
    if (known.fateOf(record) !== 'stays') return null;
    const { personId, leadId } = record;
    const leadGone = leadId !== null && goneLeads.has(leadId);
    if (!isHers(personId) && !leadGone) return record;
    return { ...record, ...(isHers(personId) && { personId: null }), ...(leadGone && { leadId: null }) };
  };

  const participant = (record: Participant, find: Finder): Participant | null =>
    isHers(record.personId) ? null : strip(record, how(find));

  const filtered = <R>(list: readonly R[], fate: (one: R) => R | null): readonly R[] => {
    const left = list.map(fate).filter((one): one is Awaited<R> & R => one !== null);
    return left.length === list.length && left.every((one, i) => one === list[i]) ? list : left;
  };

  const childrenOf = <R extends Pick<Trash, 'dealProducts' | 'participants'>>(record: R, find: Finder): R => {
    const { dealProducts, participants } = record;
    const lines = dealProducts && strip(dealProducts, how(find));
    const parts = participants && filtered(participants, (one) => participant(one, find));
    if (lines === dealProducts && parts === participants) return record;
    return { ...record, ...(lines && { dealProducts: lines }), ...(parts && { participants: parts }) };
  };

  const conversion = (record: Conversion): Conversion | null => {
    const lead = opportunity('lead', record.lead, false);
    if (lead === null) return null;
    const hers = own.deal.has(record.dealId) || isHers(record.lead.personId);
    const find = hers ? near() : far();
    const deal = record.deal && opportunity('deal', record.deal, false);
    const kept = record.kept && opportunity('deal', record.kept, false);
    const overwritten = stripPairs(record.overwritten, how(find, called.deal));
    const keptChildren = record.keptChildren && childrenOf(record.keptChildren, find);
    const same =
      lead === record.lead && deal === record.deal && kept === record.kept && overwritten === record.overwritten;
    if (same && keptChildren === record.keptChildren) return record;
    return stored(record, { ...record, lead, deal, kept, overwritten, ...(keptChildren && { keptChildren }) });
  };

  const trash = (given: Trash): Trash | null => {
    const { of } = given;
    if (of === 'person' && persons.has(given.id)) return null;
    const isOne = of === 'lead' || of === 'deal';
    const find = isOne && isHers((given.record as Lead).personId) ? near() : far();
    const record = isOne
      ? opportunity(of, given.record as Lead | Deal, false)
      : of === 'organization'
        ? organization(given.record as Organization)
        : strip(given.record, how(find));
    if (record === null) return null;
    const notes = filtered(given.notes, text);
    const activities = filtered(given.activities, text);
    const files = given.files && filtered(given.files, text);
    const unlinked =
      given.unlinked && filtered(given.unlinked, (one) => (persons.has(one.id) || goneLeads.has(one.id) ? null : one));
    const mergedTitle = strip(given.mergedTitle, how(find, isOne ? called[of] : called.other), 'title');
    const title = record === given.record ? given.title : 'title' in record ? record.title : record.name;
    const base = childrenOf(given, find);
    const same = record === given.record && notes === given.notes && activities === given.activities;
    if (
      same &&
      files === given.files &&
      unlinked === given.unlinked &&
      mergedTitle === given.mergedTitle &&
      base === given
    )
      return given;
    return stored(given, {
      ...{ ...base, record, title, notes, activities },
      ...(files && { files }),
      ...(unlinked && { unlinked }),
      ...(mergedTitle !== undefined && { mergedTitle }),
    });
  };

  const organization = (record: Organization): Organization => {
    const { name, ...rest } = record;
    const left = strip(rest, how(far()));
    return left === rest ? record : { ...left, name };
  };

  const chunk = (record: ImportChunk): ImportChunk => {
    const made = filtered(record.made, (one) => (persons.has(one[1]) || goneLeads.has(one[1]) ? null : one));
    const patched = filtered(record.patched, (one) => {
      if (persons.has(one.id) || goneLeads.has(one.id)) return null;
      const hers = (one.kind === 'lead' || one.kind === 'deal') && own[one.kind].has(one.id);
      const fields = stripPairs(one.fields, how(hers ? near() : far()));
      return fields === one.fields ? one : { ...one, fields };
    });
    return made === record.made && patched === record.patched ? record : stored(record, { ...record, made, patched });
  };

  const log = (row: ChangelogRow): ChangelogRow | null => {
    const { of, recordId, field, before, after, about } = row;
    if (of === 'person' ? persons.has(recordId) : goneChildren.has(recordId)) return null;
    if ((of === 'lead' || of === 'conversion' || of === 'trash') && goneLeads.has(recordId)) return null;
    if (of === 'trash' && persons.has(recordId)) return null;
    if (known.kept.has(recordId)) return row;
    // That it was linked to the person, or not any more.
    if ([before, after, about].some((value) => typeof value === 'string' && persons.has(value))) return null;
    const hers =
      of === 'lead' || of === 'deal'
        ? own[of].has(recordId)
        : known.nearChildren.has(recordId) ||
          row.dealIds.some((id) => own.deal.has(id)) ||
          // A project that is gone, of which the row keeps all that it said.
          isHers((before as Partial<SaidProject> | null)?.personId ?? null);
    const other = of === 'lead' || of === 'deal' ? called[of] : called.other;
    const [was, is] = [before, after].map((value) => strip(value, how(hers ? near() : far(), other), field));
    // Of what is gone since it is the only name; a participant's is an id, and stays one.
    const name = strip(about, how(hers ? near() : far(), called.other), 'title');
    return was === before && is === after && name === about ? row : { ...row, before: was, after: is, about: name };
  };

  const savedFilter = (record: SavedFilter): SavedFilter | null => {
    const filter = without(record.filter, how(far()));
    const name = strip(record.name, how(far()), 'name');
    if (filter === record.filter && name === record.name) return record;
    return filter.length === 0 && record.filter.length > 0 ? null : stored(record, { ...record, filter, name });
  };

  return (kind, given) => {
    switch (kind) {
      case 'person':
        return persons.has(given.id) ? null : stored(given, strip(given, how(far())));
      case 'lead':
      case 'deal': {
        const record = given as Lead | Deal;
        const after = opportunity(kind, record, true);
        if (after === null || after === record) return after;
        // Another next activity is no other version.
        const left = { ...after, nextActivity: record.nextActivity };
        return hasOthers(record, left) ? stored<Lead | Deal>(record, after) : after;
      }
      case 'note':
      case 'activity':
      case 'file': {
        const after = text(given as Text);
        return after && stored(given, after);
      }
      case 'participant': {
        const after = participant(given as Participant, own.deal.has((given as Participant).dealId) ? near() : far());
        return after && stored(given, after);
      }
      case 'dealProduct': {
        const { dealId } = given as { readonly dealId: Id } & AnyRecord;
        return stored(given, strip(given, how(own.deal.has(dealId) ? near() : far())));
      }
      case 'project': {
        const record = given as Project;
        return stored(record, strip(record, how(isHers(record.personId) ? near() : far())));
      }
      case 'organization':
        return stored(given as Organization, organization(given as Organization));
      case 'conversion':
        return conversion(given as Conversion);
      case 'trash':
        return trash(given as Trash);
      case 'import':
        return stored(given as Import, strip(given as Import, how(far())));
      case 'importChunk':
        return chunk(given as ImportChunk);
      case 'changelog':
        return log(given as ChangelogRow);
      case 'view':
        return stored(given, without(given, how(far())));
      case 'filter':
        return savedFilter(given as SavedFilter);
      default:
        return nobodys.has(kind) ? given : strip(given, how(far()));
    }
  };
}

/** Anything beside what is derived is another one. */
function hasOthers(before: Lead | Deal, after: Lead | Deal): boolean {
  return Object.keys(after).some(
    (field) =>
      (after as unknown as Record<string, unknown>)[field] !== (before as unknown as Record<string, unknown>)[field],
  );
}
