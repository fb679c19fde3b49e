import { baseMore } from './base-more.js';
import { buttonMore } from './controls/button-more.js';
import { checkMore } from './controls/check-more.js';
import { chipMore } from './controls/chip-more.js';
import { dialog } from './controls/dialog.js';
import { empty } from './controls/empty.js';
import { fieldMore } from './controls/field-more.js';
import { forced } from './controls/forced.js';
import { labelMore } from './controls/label-more.js';
import { menu } from './controls/menu.js';
import { moreTokens } from './more-tokens.js';

/** What comes with the hands of the inbox and of the board, before their own styles, which say more about some of it. */
export const overlay = [
  baseMore,
  moreTokens,
  buttonMore,
  checkMore,
  chipMore,
  fieldMore,
  dialog,
  empty,
  labelMore,
  menu,
  forced,
];
