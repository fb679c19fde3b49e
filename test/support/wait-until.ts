import { Patience } from './patience.js';

/** `waitUntil` of @open-wc/testing, with our patience: `.config/wtr-patience.mjs` puts it in its place. */
export async function waitUntil(
  condition: () => unknown,
  message?: string,
  { interval = 50, timeout }: { interval?: number; timeout?: number } = {},
): Promise<void> {
  // Of the line that waits: nothing of it is left once it is over.
  const error = new Error(message ? `Timeout: ${message}` : `Never came: ${String(condition)}`);
  const patience = new Patience(timeout);
  try {
    while (!(await condition())) {
      if (patience.isOver) throw error;
      await new Promise((done) => setTimeout(done, interval));
    }
  } finally {
    patience.end();
  }
}
