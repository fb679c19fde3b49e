import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import type { Dialog } from '../../shared/dialog.js';
import { showKeys } from '../../shared/keys-table.js';
import type { KeyRow } from '../../shared/keys-table.js';
import type { AgendaModel } from './model.js';

/** All keys of the list. */
export function openKeys(model: AgendaModel, dialog: Dialog): void {
  showKeys(dialog, () => {
    const { agenda: t, common } = model.t;
    const rows: KeyRow[] = [
      [['/'], t.keySearch],
      [['Ctrl K'], wordsOf('search', search, model.words.lang).keySearchAll],
      [['N'], t.keyPlan],
      [['J', 'K', '↓', '↑'], t.keyRows],
      [['Home', 'End'], t.keyEnds],
      [['→', '←'], t.keyInRow],
      [['Enter'], t.keyOpen],
      [['Space'], t.keyDone],
      [['T'], t.keyToday],
      [['Shift T'], t.keyTomorrow],
      [['Alt ↑', 'Alt ↓'], t.keyStep],
      [['M'], t.keyMove],
      [['E'], t.keyEdit],
      [['Del'], t.keyDelete],
      [['X'], t.keySelect],
      [['Shift ↓', 'Shift ↑'], t.keyRange],
      [['Shift F10'], t.keyMenu],
      [['Z', 'Ctrl Z'], t.keyUndo],
      [['Shift Z', 'Ctrl Y'], t.keyRedo],
      [['Esc'], t.keyClose],
      [['?'], t.keyHelp],
    ];
    return { title: t.keysTitle, text: t.keysText, close: common.close, rows };
  });
}
