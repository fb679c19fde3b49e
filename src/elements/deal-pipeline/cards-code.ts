import { Code } from '../../shared/code.js';

/** Moves the windows over the cards. */
export const cardsCode = new Code(() => import('../../shared/card-moving.js'));
