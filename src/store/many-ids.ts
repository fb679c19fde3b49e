import { uuidV7 } from '../domain/ids.js';
import type { Id } from '../domain/records.js';
import type { Clock } from './api.js';

/** How much chance an id takes, and for how many of them it is fetched at once, in bytes. */
const ONE = 10;
const MANY = 400 * ONE;
/** Ids that twelve bits tell apart. */
const COUNTED = 4_096;

/**
 * Makes ids of which a command may need tens of thousands: to fetch chance takes longer than all else. No byte is handed out twice.
 * One that is made later sorts later, also within a millisecond: its first twelve bits of chance are then those of the one before,
 * and one more (RFC 9562, 6.2, method 1).
 */
export function manyIds(clock: Clock): () => Id {
  let pool: Uint8Array = new Uint8Array(0);
  let at = 0;
  let count = 0;
  return () => {
    if (pool.length < ONE) pool = clock.random(MANY);
    const chance = pool.slice(0, ONE);
    pool = pool.subarray(ONE);
    const now = clock.now();
    // Half of the room is left for those that follow.
    if (now > at) [at, count] = [now, ((chance[0]! & 0x07) << 8) | chance[1]!];
    else if (++count === COUNTED) [at, count] = [at + 1, 0];
    chance[0] = count >> 8;
    chance[1] = count & 0xff;
    return uuidV7(at, chance);
  };
}
