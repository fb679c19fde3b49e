import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import type { Dialog } from '../../shared/dialog.js';
import { showKeys } from '../../shared/keys-table.js';
import type { KeyRow } from '../../shared/keys-table.js';
import type { DealListModel } from './model.js';

/** All keys of the list. */
export function openKeys(model: DealListModel, dialog: Dialog): void {
  showKeys(dialog, () => {
    const { dealList: t, common } = model.t;
    const rows: KeyRow[] = [
      [['/'], t.keySearch],
      [['Ctrl K'], wordsOf('search', search, model.words.lang).keySearchAll],
      [['J', 'K', '↓', '↑'], t.keyRows],
      [['Home', 'End'], t.keyEnds],
      [['PgDn', 'PgUp'], t.keyPages],
      [['→', '←'], t.keyInRow],
      [['↑'], t.keyHeads],
      [['Shift ← →'], t.keyWidth],
      [['Shift F10'], t.keyMenu],
      [['Enter'], t.keyOpen],
      [['X', 'Space'], t.keySelect],
      [['Shift Space', 'Shift ↓'], t.keyRange],
      [['Ctrl A'], t.keyAll],
      [['M'], t.keyMove],
      [['W'], t.keyWait],
      [['R'], t.keyReopen],
      [['Del'], t.keyDelete],
      [['Z', 'Ctrl Z'], t.keyUndo],
      [['Shift Z', 'Ctrl Y'], t.keyRedo],
      [['Esc'], t.keyClose],
      [['?'], t.keyHelp],
    ];
    return { title: t.keys, text: t.keysText, close: common.close, rows };
  });
}

export { keysStyles as partStyles } from '../../shared/keys-table.js';
