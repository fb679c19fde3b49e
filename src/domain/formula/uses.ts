/** Which formulas use which: rings of them, and an order in which each comes after those it uses. */
import type { Node } from './syntax.js';

/** The fields that a formula names, each once, in the order in which they stand. */
export function fieldsIn(root: Node): readonly string[] {
  const keys = new Set<string>();
  walk(root, (node) => {
    if (node.kind === 'field') keys.add(node.key);
  });
  return [...keys];
}

/** Does the formula ask for the day? */
export function asksForDay(root: Node): boolean {
  let asks = false;
  walk(root, (node) => {
    asks ||= node.kind === 'call' && node.name === 'TODAY';
  });
  return asks;
}

function walk(root: Node, seen: (node: Node) => void): void {
  const left: Node[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    seen(node);
    if ('of' in node) left.push(node.of);
    else if (node.kind === 'binary') left.push(node.right, node.left);
    else if (node.kind === 'call') left.push(...[...node.args].reverse());
  }
}

type Uses = (key: string) => readonly string[];

/** The shortest way from a formula back to itself, its own key first; null = there is none. */
export function ringOf(key: string, uses: Uses): readonly string[] | null {
  const from = new Map<string, string>();
  const ahead = [key];
  for (const one of ahead)
    for (const next of uses(one)) {
      if (next === key) {
        const ring = [one];
        for (let at = one; at !== key; ring.unshift(at)) at = from.get(at)!;
        return ring;
      }
      if (from.has(next)) continue;
      from.set(next, one);
      ahead.push(next);
    }
  return null;
}

/** All of them, each after those it uses. Rings are gone through once and in no order that means anything. */
export function inOrder(keys: Iterable<string>, uses: Uses): readonly string[] {
  const done: string[] = [];
  const begun = new Set<string>();
  for (const key of keys) {
    const path: { readonly key: string; next: number }[] = [];
    const enter = (one: string): void => {
      if (begun.has(one)) return;
      begun.add(one);
      path.push({ key: one, next: 0 });
    };
    enter(key);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const used = uses(last.key)[last.next++];
      if (used !== undefined) enter(used);
      else done.push(path.pop()!.key);
    }
  }
  return done;
}
