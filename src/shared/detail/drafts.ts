import type { ActivityType, Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { waits } from './files/upload.js';
import type { Picked, Upload } from './files/upload.js';
import type { DetailKind } from './model.js';

/** An activity as it is being typed. Text stays text until it is sent. */
export interface ActivityDraft {
  type: ActivityType;
  subject: string;
  /** `YYYY-MM-DD`; '' = none. */
  due: string;
  /** `HH:MM`; '' = none. */
  time: string;
  /** Minutes; '' = none. */
  duration: string;
  note: string;
  /** '' = nobody. */
  ownerId: Id;
}

/** What is being written about one record. */
export interface ComposerDraft {
  tab: 'note' | 'activity' | 'file';
  note: string;
  activity: ActivityDraft | null;
  /** Files that are to be attached, and what is written about them. */
  readonly chosen: Picked[];
  about: string;
  /** Files on their way to the storage. */
  readonly uploads: Upload[];
}

/** Nothing has been written yet. */
export function emptyDraft(): ComposerDraft {
  return { tab: 'note', note: '', activity: null, chosen: [], about: '', uploads: [] };
}

/*
 * By store and not by element: what was typed is there again when the detail is closed and opened, when one looks at
 * another lead in between, and when a framework makes a new element. It lasts as long as the page in this tab.
 */
const drafts = new WeakMap<CrmStore, Map<string, ComposerDraft>>();

export function draftOf(store: CrmStore, kind: DetailKind, id: Id): ComposerDraft {
  let all = drafts.get(store);
  if (!all) {
    drafts.set(store, (all = new Map<string, ComposerDraft>()));
    const map = all;
    store.on('forgotten', () => map.clear());
    // What was being written about a lead is about its deal from now on.
    store.on('leads-converted', ({ leads }) => {
      for (const { leadId, dealId } of leads) {
        const draft = map.get(`lead ${leadId}`);
        if (draft && !map.has(`deal ${dealId}`)) map.set(`deal ${dealId}`, draft);
      }
    });
  }
  const key = `${kind} ${id}`;
  let draft = all.get(key);
  if (!draft) all.set(key, (draft = emptyDraft()));
  return draft;
}

/**
 * What was being written about a record that was merged is about the one that stayed from now on. The same object: it may be on its
 * way to the storage.
 */
export function inheritDraft(store: CrmStore, kind: DetailKind, from: Id, into: Id): void {
  const own = draftOf(store, kind, into);
  const other = draftOf(store, kind, from);
  if (own.note.trim() === '' && own.activity === null && own.chosen.length + own.uploads.length === 0)
    drafts.get(store)!.set(`${kind} ${into}`, other);
  else if (own !== other) {
    own.chosen.push(...other.chosen.splice(0));
    handOver(other, own);
  }
}

/**
 * Files that were not attached to a record before it was merged into this one, or just because it was, wait here from now on, wherever
 * one was when that happened.
 */
export function inheritUploads(store: CrmStore, kind: DetailKind, into: Id, from: readonly Id[]): void {
  for (const id of from) {
    const other = drafts.get(store)?.get(`${kind} ${id}`);
    const own = other && other.uploads.length > 0 ? draftOf(store, kind, into) : other;
    if (other && own && own !== other) handOver(other, own);
  }
}

/** They stand beside those that wait there already; what is on its way goes on, and comes when it was not attached. */
function handOver(from: ComposerDraft, to: ComposerDraft): void {
  const all = from.uploads.splice(0);
  from.uploads.push(...all.filter((upload) => !waits(upload)));
  to.uploads.push(...all.filter(waits));
}

export function emptyActivity(ownerId: Id): ActivityDraft {
  return { type: 'call', subject: '', due: '', time: '', duration: '', note: '', ownerId };
}
