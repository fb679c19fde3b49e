import { executeServerCommand } from '@web/test-runner-commands';

/** Which engine the test runs in. */
export const browser: 'chromium' | 'firefox' | 'webkit' = /Firefox\//.test(navigator.userAgent)
  ? 'firefox'
  : /Chrome\//.test(navigator.userAgent)
    ? 'chromium'
    : 'webkit';

/** A point in CSS pixels from the upper left of the window, as `getBoundingClientRect` gives it. */
export interface Point {
  x: number;
  y: number;
}

/** Runs one of the commands of `.config/wtr-input.mjs`. */
async function command(name: string, payload: object): Promise<void> {
  const answer = await executeServerCommand<true | { unsupported: string }, object>(name, payload);
  if (answer !== true) throw new Error(answer.unsupported);
}

export type TouchStep =
  | ({ type: 'start' | 'move' } & Point)
  | { type: 'end' | 'cancel' }
  /** Keeps the finger where it is; a long press is made of this. */
  | { type: 'hold'; ms: number };

/** One finger, real touch input. Chromium only: elsewhere it throws "… is not supported", see {@link orSkip}. */
export async function touch(...steps: TouchStep[]): Promise<void> {
  await command('crm-touch', { steps });
}

/** A pen, by the same steps but for `cancel`. Chromium only, as {@link touch}. */
export async function pen(...steps: TouchStep[]): Promise<void> {
  await command('crm-pen', { steps });
}

/**
 * Makes the screen one for fingers (`pointer: coarse`) until it is told otherwise, or until the viewport is set. What is
 * to be touched has to be measured after this. Chromium only, as {@link touch}.
 */
export async function touchscreen(on: boolean): Promise<void> {
  await command('crm-touchscreen', { on });
}

/** Puts a finger down, waits `hold` ms (a long press), drags in `moves` steps and lifts it. */
export async function touchDrag(
  from: Point,
  to: Point,
  options: { hold?: number; moves?: number } = {},
): Promise<void> {
  const moves = options.moves ?? 8;
  const steps: TouchStep[] = [{ type: 'start', ...from }];
  if (options.hold) steps.push({ type: 'hold', ms: options.hold });
  for (let i = 1; i <= moves; i++) {
    const part = i / moves;
    steps.push({ type: 'move', x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  }
  await touch(...steps, { type: 'end' });
}

/**
 * Sets media features, e.g. `{ 'forced-colors': 'active' }`; `{}` takes them all back.
 * Chromium only: elsewhere it throws "… is not supported", see {@link orSkip}.
 */
export async function emulateFeatures(features: Record<string, string>, type?: 'screen' | 'print'): Promise<void> {
  await command('crm-media', { features, type });
}

/** Presses a key with modifiers held, in every browser: `await chord('Shift+ArrowDown')`. The plus key is 'Plus'. WebKit lacks Shift+Tab: {@link orSkip}. */
export async function chord(keys: string): Promise<void> {
  const names = keys.split('+').map((name) => (name === 'Plus' ? '+' : name));
  await command('crm-chord', { keys: names });
}

/** The middle of an element, in whole CSS pixels, as sendMouse wants it. */
export function middle(element: Element): [number, number] {
  const box = element.getBoundingClientRect();
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}

/** Skips the running test and says why: the reason goes into its name, and so into the list that `npm test` prints. */
export function skip(context: Mocha.Context, reason: string): never {
  const test = context.test;
  if (test) test.title += ` [${reason}]`;
  context.skip();
  throw new Error('context.skip() returned');
}

/**
 * Runs commands that some browsers lack. Where one says that it is not supported, the test is skipped, loudly;
 * every other error is thrown on.
 *
 * ```ts
 * it('moves a card by touch', async function () {
 *   await orSkip(this, () => touchDrag(card, stage));
 * ```
 */
export async function orSkip<T>(context: Mocha.Context, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The stock commands put the whole payload before their reason.
    if (/not supported|unsupported/i.test(message))
      skip(context, message.replace(/^Error while executing command.*: /s, ''));
    throw error;
  }
}
