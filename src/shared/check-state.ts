import { stateProblems } from '../domain/view-state-check.js';
import type { StateOf, StateProblem } from '../domain/view-state-check.js';

/** In the place of what is none of the names that there are; null = whatever the view begins with. */
const instead: Readonly<Record<string, unknown>> = { period: 'month', direction: '', filter: [] };

/**
 * Tells a page what is wrong with the state that it has set on a view, all of it at once, and puts in the place of what is wrong what
 * is left of it; the rest was taken. What is inside the set-up of a list of deals that list reads itself.
 */
export function checkState(view: Element, state: unknown): void {
  if (state === null || state === undefined) return;
  const problems = stateProblems(view.localName as StateOf, state);
  if (problems.length === 0) return;
  const lines = problems.map(({ path, wants, value }) => `${path || 'It'} has to be ${wants}; it is ${said(value)}.`);
  console.warn(
    `crm-elements: not all of what was set as viewState of <${view.localName}> can be taken; the rest is.\n${lines.join('\n')}`,
    state,
  );
  if (view.localName === 'deal-list') return;
  for (const name of new Set(problems.map(({ path }) => path.split(/[.[]/)[0]!))) {
    const given: unknown = Reflect.get(state, name);
    const now: unknown = Reflect.get(view, name);
    // Else somebody has set something else meanwhile, or what takes it has read it.
    const same = now === given || (name === 'search' && now === String(given));
    if (same && name !== '' && name !== 'list') Reflect.set(view, name, rest(name, given, problems));
  }
}

function rest(name: string, given: unknown, problems: readonly StateProblem[]): unknown {
  const wrong = new Set(problems.map(({ path }) => path));
  if (wrong.has(name)) return instead[name] ?? null;
  if (Array.isArray(given)) return given.filter((_, at) => !wrong.has(`${name}[${at}]`));
  return Object.fromEntries(Object.entries(given as object).filter(([each]) => !wrong.has(`${name}.${each}`)));
}

function said(value: unknown): string {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
