import type { CommandInputs, CommandName, Outcome, Plan } from './domain/plan.js';
import type { Id } from './domain/records.js';
import type { ViewState } from './domain/view-state.js';

/**
 * An intent: a command about to be carried out. Bubbles, is composed and cancelable; nothing has been written.
 * `preventDefault()` stops all, `draft.refuse(reason)` leaves one out, drafts may be edited,
 * `waitUntil(promise)` holds it: a rejection vetoes, and its reason is shown.
 */
export class IntentEvent<N extends CommandName = CommandName> extends Event {
  readonly plan: Plan<N>;
  /** Aborted when the command is vetoed, cancelled by the person, or has waited for too long. */
  readonly signal: AbortSignal;
  readonly #wait: (promise: Promise<unknown>) => void;

  constructor(plan: Plan<N>, signal: AbortSignal, wait: (promise: Promise<unknown>) => void) {
    super(plan.name, { bubbles: true, composed: true, cancelable: true });
    this.plan = plan;
    this.signal = signal;
    this.#wait = wait;
  }

  /**
   * Holds the command until the promise settles; any number of times, while dispatching or while one is pending.
   * @throws TypeError when the decision has already been made
   */
  waitUntil(promise: Promise<unknown>): void {
    this.#wait(promise);
  }
}

/** Intents by name; the plan tells what is about to happen. */
export type IntentMap = { [N in CommandName]: IntentEvent<N> };

/** What was done, told once: from the element that began it if it is still connected. */
export interface FactDetail<N extends CommandName = CommandName> {
  readonly command: Id;
  readonly input: CommandInputs[N];
  readonly outcomes: readonly Outcome[];
}

/** Facts by name: plain data. `<noun>-<past>`; every command has one. */
export interface FactMap {
  'lead-added': CustomEvent<FactDetail<'lead-add'>>;
  'lead-edited': CustomEvent<FactDetail<'lead-edit'>>;
  'leads-seen': CustomEvent<FactDetail<'leads-see'>>;
  'leads-archived': CustomEvent<FactDetail<'leads-archive'>>;
  'leads-restored': CustomEvent<FactDetail<'leads-restore'>>;
  'leads-labelled': CustomEvent<FactDetail<'leads-label'>>;
  'leads-assigned': CustomEvent<FactDetail<'leads-assign'>>;
  'leads-deleted': CustomEvent<FactDetail<'leads-delete'>>;
  'leads-converted': CustomEvent<FactDetail<'leads-convert'>>;
  'leads-merged': CustomEvent<FactDetail<'leads-merge'>>;
  'conversions-undone': CustomEvent<FactDetail<'conversions-undo'>>;
  'deals-converted': CustomEvent<FactDetail<'deals-convert'>>;
  'leads-imported': CustomEvent<FactDetail<'leads-import'>>;
  'import-undone': CustomEvent<FactDetail<'import-undo'>>;
  'deal-added': CustomEvent<FactDetail<'deal-add'>>;
  'deal-duplicated': CustomEvent<FactDetail<'deal-duplicate'>>;
  'deal-edited': CustomEvent<FactDetail<'deal-edit'>>;
  'deal-moved': CustomEvent<FactDetail<'deal-move'>>;
  'deal-won': CustomEvent<FactDetail<'deal-win'>>;
  'deal-lost': CustomEvent<FactDetail<'deal-lose'>>;
  'deal-reopened': CustomEvent<FactDetail<'deal-reopen'>>;
  'deal-waiting': CustomEvent<FactDetail<'deal-wait'>>;
  'deals-labelled': CustomEvent<FactDetail<'deals-label'>>;
  'deals-assigned': CustomEvent<FactDetail<'deals-assign'>>;
  'deals-followed': CustomEvent<FactDetail<'deals-follow'>>;
  'deals-expected': CustomEvent<FactDetail<'deals-expect'>>;
  'deals-moved': CustomEvent<FactDetail<'deals-move'>>;
  'deals-deleted': CustomEvent<FactDetail<'deals-delete'>>;
  'deals-merged': CustomEvent<FactDetail<'deals-merge'>>;
  'participant-added': CustomEvent<FactDetail<'participant-add'>>;
  'participant-edited': CustomEvent<FactDetail<'participant-edit'>>;
  'participant-deleted': CustomEvent<FactDetail<'participant-delete'>>;
  'participant-promoted': CustomEvent<FactDetail<'participant-promote'>>;
  'trash-restored': CustomEvent<FactDetail<'trash-restore'>>;
  'note-added': CustomEvent<FactDetail<'note-add'>>;
  'note-edited': CustomEvent<FactDetail<'note-edit'>>;
  'note-deleted': CustomEvent<FactDetail<'note-delete'>>;
  'file-added': CustomEvent<FactDetail<'file-add'>>;
  'file-edited': CustomEvent<FactDetail<'file-edit'>>;
  'file-deleted': CustomEvent<FactDetail<'file-delete'>>;
  'activity-added': CustomEvent<FactDetail<'activity-add'>>;
  'activity-edited': CustomEvent<FactDetail<'activity-edit'>>;
  'activity-completed': CustomEvent<FactDetail<'activity-done'>>;
  'activity-deleted': CustomEvent<FactDetail<'activity-delete'>>;
  'activities-moved': CustomEvent<FactDetail<'activities-move'>>;
  'activities-completed': CustomEvent<FactDetail<'activities-done'>>;
  'product-added': CustomEvent<FactDetail<'product-add'>>;
  'product-edited': CustomEvent<FactDetail<'product-edit'>>;
  'product-deleted': CustomEvent<FactDetail<'product-delete'>>;
  'deal-products-added': CustomEvent<FactDetail<'deal-products-add'>>;
  'deal-product-edited': CustomEvent<FactDetail<'deal-product-edit'>>;
  'deal-products-deleted': CustomEvent<FactDetail<'deal-products-delete'>>;
  'deal-products-sorted': CustomEvent<FactDetail<'deal-products-sort'>>;
  'deal-priced': CustomEvent<FactDetail<'deal-pricing'>>;
  'project-added': CustomEvent<FactDetail<'project-add'>>;
  'project-edited': CustomEvent<FactDetail<'project-edit'>>;
  'project-linked': CustomEvent<FactDetail<'project-link'>>;
  'project-unlinked': CustomEvent<FactDetail<'project-unlink'>>;
  'project-deleted': CustomEvent<FactDetail<'project-delete'>>;
  'project-task-added': CustomEvent<FactDetail<'project-task-add'>>;
  'project-task-edited': CustomEvent<FactDetail<'project-task-edit'>>;
  'project-task-deleted': CustomEvent<FactDetail<'project-task-delete'>>;
  'project-tasks-sorted': CustomEvent<FactDetail<'project-tasks-sort'>>;
  'project-template-added': CustomEvent<FactDetail<'project-template-add'>>;
  'project-template-edited': CustomEvent<FactDetail<'project-template-edit'>>;
  'project-template-deleted': CustomEvent<FactDetail<'project-template-delete'>>;
  'person-added': CustomEvent<FactDetail<'person-add'>>;
  'person-edited': CustomEvent<FactDetail<'person-edit'>>;
  'persons-deleted': CustomEvent<FactDetail<'persons-delete'>>;
  'persons-merged': CustomEvent<FactDetail<'persons-merge'>>;
  'persons-distinguished': CustomEvent<FactDetail<'persons-distinguish'>>;
  'person-erased': CustomEvent<FactDetail<'person-erase'>>;
  'organization-added': CustomEvent<FactDetail<'organization-add'>>;
  'organization-edited': CustomEvent<FactDetail<'organization-edit'>>;
  'organizations-deleted': CustomEvent<FactDetail<'organizations-delete'>>;
  'organizations-merged': CustomEvent<FactDetail<'organizations-merge'>>;
  'organizations-distinguished': CustomEvent<FactDetail<'organizations-distinguish'>>;
  'label-added': CustomEvent<FactDetail<'label-add'>>;
  'label-edited': CustomEvent<FactDetail<'label-edit'>>;
  'label-deleted': CustomEvent<FactDetail<'label-delete'>>;
  'pipeline-saved': CustomEvent<FactDetail<'pipeline-save'>>;
  'pipelines-sorted': CustomEvent<FactDetail<'pipelines-sort'>>;
  'pipeline-deleted': CustomEvent<FactDetail<'pipeline-delete'>>;
  'filter-saved': CustomEvent<FactDetail<'filter-save'>>;
  'filter-deleted': CustomEvent<FactDetail<'filter-delete'>>;
  'field-added': CustomEvent<FactDetail<'field-add'>>;
  'field-edited': CustomEvent<FactDetail<'field-edit'>>;
  'fields-sorted': CustomEvent<FactDetail<'fields-sort'>>;
  'field-deleted': CustomEvent<FactDetail<'field-delete'>>;
  'field-retyped': CustomEvent<FactDetail<'field-retype'>>;
  'view-saved': CustomEvent<FactDetail<'view-save'>>;
  /** Records changed in another tab or by another person. */
  'store-changed': CustomEvent<{ readonly count: number | 'resync' }>;
}

/** The fact that tells of a command. Written out, so that every name can be found by searching for it. */
export const factOf = {
  'lead-add': 'lead-added',
  'lead-edit': 'lead-edited',
  'leads-see': 'leads-seen',
  'leads-archive': 'leads-archived',
  'leads-restore': 'leads-restored',
  'leads-label': 'leads-labelled',
  'leads-assign': 'leads-assigned',
  'leads-delete': 'leads-deleted',
  'leads-convert': 'leads-converted',
  'leads-merge': 'leads-merged',
  'conversions-undo': 'conversions-undone',
  'deals-convert': 'deals-converted',
  'leads-import': 'leads-imported',
  'import-undo': 'import-undone',
  'deal-add': 'deal-added',
  'deal-duplicate': 'deal-duplicated',
  'deal-edit': 'deal-edited',
  'deal-move': 'deal-moved',
  'deal-win': 'deal-won',
  'deal-lose': 'deal-lost',
  'deal-reopen': 'deal-reopened',
  'deal-wait': 'deal-waiting',
  'deals-label': 'deals-labelled',
  'deals-assign': 'deals-assigned',
  'deals-follow': 'deals-followed',
  'deals-expect': 'deals-expected',
  'deals-move': 'deals-moved',
  'deals-delete': 'deals-deleted',
  'deals-merge': 'deals-merged',
  'participant-add': 'participant-added',
  'participant-edit': 'participant-edited',
  'participant-delete': 'participant-deleted',
  'participant-promote': 'participant-promoted',
  'trash-restore': 'trash-restored',
  'note-add': 'note-added',
  'note-edit': 'note-edited',
  'note-delete': 'note-deleted',
  'file-add': 'file-added',
  'file-edit': 'file-edited',
  'file-delete': 'file-deleted',
  'activity-add': 'activity-added',
  'activity-edit': 'activity-edited',
  'activity-done': 'activity-completed',
  'activity-delete': 'activity-deleted',
  'activities-move': 'activities-moved',
  'activities-done': 'activities-completed',
  'product-add': 'product-added',
  'product-edit': 'product-edited',
  'product-delete': 'product-deleted',
  'deal-products-add': 'deal-products-added',
  'deal-product-edit': 'deal-product-edited',
  'deal-products-delete': 'deal-products-deleted',
  'deal-products-sort': 'deal-products-sorted',
  'deal-pricing': 'deal-priced',
  'project-add': 'project-added',
  'project-edit': 'project-edited',
  'project-link': 'project-linked',
  'project-unlink': 'project-unlinked',
  'project-delete': 'project-deleted',
  'project-task-add': 'project-task-added',
  'project-task-edit': 'project-task-edited',
  'project-task-delete': 'project-task-deleted',
  'project-tasks-sort': 'project-tasks-sorted',
  'project-template-add': 'project-template-added',
  'project-template-edit': 'project-template-edited',
  'project-template-delete': 'project-template-deleted',
  'person-add': 'person-added',
  'person-edit': 'person-edited',
  'persons-delete': 'persons-deleted',
  'persons-merge': 'persons-merged',
  'persons-distinguish': 'persons-distinguished',
  'person-erase': 'person-erased',
  'organization-add': 'organization-added',
  'organization-edit': 'organization-edited',
  'organizations-delete': 'organizations-deleted',
  'organizations-merge': 'organizations-merged',
  'organizations-distinguish': 'organizations-distinguished',
  'label-add': 'label-added',
  'label-edit': 'label-edited',
  'label-delete': 'label-deleted',
  'pipeline-save': 'pipeline-saved',
  'pipelines-sort': 'pipelines-sorted',
  'pipeline-delete': 'pipeline-deleted',
  'filter-save': 'filter-saved',
  'filter-delete': 'filter-deleted',
  'field-add': 'field-added',
  'field-edit': 'field-edited',
  'fields-sort': 'fields-sorted',
  'field-delete': 'field-deleted',
  'field-retype': 'field-retyped',
  'view-save': 'view-saved',
} as const satisfies Record<CommandName, keyof FactMap>;

/** Opening a record. Cancelable: the host may open it in its own way. */
export interface OpenMap {
  'lead-open': CustomEvent<{ readonly id: Id | null }>;
  'deal-open': CustomEvent<{ readonly id: Id | null }>;
  /** A person or an organization; both kinds share the one place in which they are shown. */
  'contact-open': CustomEvent<{ readonly kind: 'person' | 'organization'; readonly id: Id | null }>;
}

/** A person has set up a view: filter, order, columns, widths, segment, what is shown. Not where the page has set it. */
export interface ViewMap {
  'view-changed': CustomEvent<ViewState>;
}

declare global {
  /** What `addEventListener` of elements, `document` and `window` knows by name. */
  interface GlobalEventHandlersEventMap extends IntentMap, FactMap, OpenMap, ViewMap {}
}

/** Dispatches one event so that a listener that throws does not break what follows. Answers whether it was cancelled. */
export function dispatch(target: EventTarget, event: Event): boolean {
  return !target.dispatchEvent(event);
}
