/** What is given of what hangs on others. */
import type { ActivityType } from './entities.js';
import type { ClockTime, Day, Id } from './record-base.js';

/** What a note, an activity or a file is put on. */
export type On =
  { readonly leadId: Id } | { readonly dealId: Id } | { readonly personId: Id } | { readonly organizationId: Id };

export interface ActivityInput {
  readonly type: ActivityType;
  readonly subject: string;
  readonly due?: Day | null;
  readonly time?: ClockTime | null;
  readonly duration?: number | null;
  readonly note?: string;
  readonly ownerId?: Id | null;
}
