import { merge } from '../../i18n/en/merge.js';
import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import type { Dialog } from '../../shared/dialog.js';
import { keysStyles, showKeys } from '../../shared/keys-table.js';
import type { KeyRow } from '../../shared/keys-table.js';
import type { BoardModel } from './model.js';

/** All keys of the board. */
export function openKeys(model: BoardModel, dialog: Dialog): void {
  showKeys(dialog, () => {
    const { t } = model;
    const rows: KeyRow[] = [
      [['←', '→', '↑', '↓'], t.pipeline.keyMoveFocus],
      [['Home', 'End'], t.pipeline.keyEnds],
      [['Enter'], t.pipeline.keyOpen],
      [['Space'], t.pipeline.keyLift],
      [['Esc'], t.pipeline.keyLiftBack],
      [['Alt ← →', 'Alt ↑ ↓'], t.pipeline.keyAlt],
      [['M'], t.pipeline.keyMenu],
      [['W'], t.pipeline.keyWait],
      [['X', 'Shift ↑ ↓'], t.pipeline.keyChoose],
      [['1', '2', '3'], t.pipeline.keyView],
      [['Shift M'], wordsOf('merge', merge, model.words.lang).keyMerge],
      [['/'], t.pipeline.keySearch],
      [['Ctrl K'], wordsOf('search', search, model.words.lang).keySearchAll],
      [['N'], t.pipeline.keyNew],
      [['Z', 'Ctrl Z'], t.pipeline.keyUndo],
      [['Shift Z', 'Ctrl Y'], t.pipeline.keyRedo],
      [['?'], t.pipeline.keyHelp],
    ];
    return { title: t.pipeline.keysTitle, text: t.pipeline.keysText, close: t.common.close, rows };
  });
}

export { keysStyles as partStyles };
