import { dispatch, factOf } from '../events.js';
import type { FactDetail } from '../events.js';
import type { CommandName } from '../domain/plan.js';
import type { CommandResult } from '../store/api.js';

/** Dispatches the fact of a command: what was done, to whom, with what outcome. */
export function tell(to: EventTarget, result: CommandResult): void {
  // A fact says what was done. Where nothing was, there is none.
  if (!result.outcomes.some((outcome) => outcome.state === 'done')) return;
  const { id, name, input } = result.plan;
  const detail: FactDetail = { command: id, input, outcomes: result.outcomes };
  dispatch(to, new CustomEvent(factOf[name satisfies CommandName], { bubbles: true, composed: true, detail }));
}
