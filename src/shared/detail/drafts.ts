import type { ActivityType, Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
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
  tab: 'note' | 'activity';
  note: string;
  activity: ActivityDraft | null;
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
  if (!draft) all.set(key, (draft = { tab: 'note', note: '', activity: null }));
  return draft;
}

/**
 * What was being written about a record that was merged is about the one that stayed from now on. The same object: it may be on its
 * way to the storage.
 */
export function inheritDraft(store: CrmStore, kind: DetailKind, from: Id, into: Id): void {
  const own = draftOf(store, kind, into);
  if (own.note.trim() === '' && own.activity === null)
    drafts.get(store)!.set(`${kind} ${into}`, draftOf(store, kind, from));
}

export function emptyActivity(ownerId: Id): ActivityDraft {
  return { type: 'call', subject: '', due: '', time: '', duration: '', note: '', ownerId };
}
