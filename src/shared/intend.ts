import type { CommandInputs, CommandName, Draft, Plan, Problem } from '../domain/plan.js';
import type { CommandResult, CrmStore, RunOptions } from '../store/api.js';
import { began } from './began.js';
import { tellCode } from './facts.js';
import { claim } from './guard.js';
import { ask } from './intent.js';
import type { AskOptions, Veto } from './intent.js';
import { page } from './page.js';
import type { StoreController } from './store-controller.js';
import * as tell from './tell.js';

/** Why a dialog is shown again: the page vetoed, or somebody's edit left a gap. null = the first time. */
export type Again =
  | { readonly veto: Veto; readonly gap?: never }
  | { readonly veto?: never; readonly gap: { readonly draft: Draft; readonly problem: Problem } }
  | null;

export interface IntendOptions<N extends CommandName> extends RunOptions, AskOptions {
  /**
   * Lets the person look at the plan and edit its drafts; false = they went back. Called again, with the reason, when the
   * page vetoes or an edited draft has a new gap: nothing that was typed is lost.
   */
  readonly dialog?: (plan: Plan<N>, again: Again) => boolean | Promise<boolean>;
  /** Without a dialog: the page said no. */
  readonly onVeto?: (veto: Veto) => void;
  /** After the page agreed, just before the first write. */
  readonly onCommit?: (plan: Plan<N>) => void;
  /** Carries out what the page has agreed to, where `store.run` alone cannot: the rows of an import are not in its plan. */
  readonly carryOut?: (plan: Plan<N>) => Promise<CommandResult<N>>;
}

/**
 * One intent, whole: gather and plan, let the person decide (`dialog`), ask the page, commit, announce. Nothing is
 * written before the page has agreed. What is under way for the same record already is not begun a second time.
 * The store owns the command: it is finished even where the element is removed meanwhile.
 * @param host the element that begins it: its intent and fact are dispatched there
 * @returns null where nothing was done: the person or the page said no, or it is being done already
 * @throws CrmError where the plan could not be made or nothing could be stored
 */
export async function intend<N extends CommandName>(
  host: Element,
  store: CrmStore,
  name: N,
  input: CommandInputs[N],
  options: IntendOptions<N> = {},
): Promise<CommandResult<N> | null> {
  tellCode.give(tell);
  const held = claim(store, name, input);
  if (!held) return null;
  try {
    const plan = await store.plan(name, held.input);
    let again: Again = null;
    for (;;) {
      if (options.dialog && !(await options.dialog(plan, again))) return null;
      const before = gapsOf(plan);
      const decision = await ask(tell.voiceOf(page().announcers.get(store)?.providers ?? [], host), plan, options);
      if (!decision.go) {
        if (!options.dialog) {
          options.onVeto?.(decision);
          return null;
        }
        again = { veto: decision };
        continue;
      }
      store.check(plan);
      const gap = options.dialog ? newGap(plan, before) : null;
      if (!gap) break;
      again = { gap };
    }
    options.onCommit?.(plan);
    const end = began(store, plan.id, host);
    try {
      const { onProgress, stop, from = host.localName } = options;
      if (options.carryOut && plan.drafts.some((draft) => draft.refused === null)) return await options.carryOut(plan);
      return await store.run(plan, { from, ...(onProgress && { onProgress }), ...(stop && { stop }) });
    } finally {
      end();
    }
  } finally {
    held.release();
  }
}

/** {@link intend} from an element, on the store that it has; null also while it has none. */
export async function intendFrom<N extends CommandName>(
  { host, store }: StoreController,
  name: N,
  input: CommandInputs[N],
  options?: IntendOptions<N>,
): Promise<CommandResult<N> | null> {
  return store && intend(host, store, name, input, options);
}

/** Drafts that had problems when the person confirmed: those are left out knowingly. */
function gapsOf(plan: Plan): ReadonlySet<string> {
  return new Set(plan.drafts.filter((draft) => draft.problems.length > 0).map((draft) => draft.id));
}

function newGap(plan: Plan, before: ReadonlySet<string>): { draft: Draft; problem: Problem } | null {
  for (const draft of plan.drafts) {
    const problem = draft.problems[0];
    if (problem && draft.refused === null && !before.has(draft.id)) return { draft, problem };
  }
  return null;
}
