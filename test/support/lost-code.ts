/** Code that cannot be fetched, as on a page whose connection is gone. */
import type { Code } from '../../src/shared/code.js';

/** From now on it cannot be had; `back` ends that. */
export function loseCode(code: Code<unknown>): { readonly asked: number; back(): void } {
  const lost = { asked: 0, back: () => void Reflect.deleteProperty(code, 'need') };
  code.need = () => {
    lost.asked++;
    return Promise.reject(new Error('Failed to fetch dynamically imported module'));
  };
  return lost;
}
