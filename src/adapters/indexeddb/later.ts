/** Code that is fetched once for the page, and from then on there without waiting. */
import { CrmError } from '../../domain/errors.js';

export class Later<C> {
  /** null = not fetched yet. */
  here: C | null = null;
  #coming: Promise<C> | null = null;

  constructor(private readonly load: () => Promise<C>) {}

  /** @throws CrmError `unavailable` where it cannot be had; the next call tries again */
  fetch(): Promise<C> {
    this.#coming ??= this.load().then(
      (module) => (this.here = module),
      (cause: unknown) => {
        this.#coming = null;
        throw new CrmError('unavailable', 'A part of the program could not be fetched. Try again.', {
          cause,
          retryAfter: 1000,
          reason: 'code',
        });
      },
    );
    return this.#coming;
  }
}
