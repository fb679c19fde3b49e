import { uuidV7 } from '../domain/ids.js';
import type { Id } from '../domain/records.js';
import type { Clock } from './api.js';

/** How much chance an id takes, and for how many of them it is fetched at once, in bytes. */
const ONE = 10;
const MANY = 400 * ONE;

/** Makes ids of which a command may need tens of thousands: to fetch chance takes longer than all else. No byte is handed out twice. */
export function manyIds(clock: Clock): () => Id {
  let pool: Uint8Array = new Uint8Array(0);
  return () => {
    if (pool.length < ONE) pool = clock.random(MANY);
    const chance = pool.subarray(0, ONE);
    pool = pool.subarray(ONE);
    return uuidV7(clock.now(), chance);
  };
}
