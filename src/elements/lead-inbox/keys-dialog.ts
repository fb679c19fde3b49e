import { merge } from '../../i18n/en/merge.js';
import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import type { Dialog } from '../../shared/dialog.js';
import { showKeys } from '../../shared/keys-table.js';
import type { KeyRow } from '../../shared/keys-table.js';
import type { InboxModel } from './model.js';
import { moreWords } from './more-words.js';

/** All keys of the inbox. */
export function openKeys(model: InboxModel, dialog: Dialog): void {
  showKeys(dialog, () => {
    const t = moreWords(model);
    const rows: KeyRow[] = [
      [['/'], t.keySearch],
      [['Ctrl K'], wordsOf('search', search, model.words.lang).keySearchAll],
      [['N'], t.keyAdd],
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
      [['C'], t.keyConvert],
      [['E'], t.keyArchive],
      [['Shift M'], wordsOf('merge', merge, model.words.lang).keyMerge],
      [['Del'], t.keyDelete],
      [['Z', 'Ctrl Z'], t.keyUndo],
      [['Shift Z', 'Ctrl Y'], t.keyRedo],
      [['Esc'], t.keyClose],
      [['?'], t.keyHelp],
    ];
    return { title: t.keysTitle, text: t.keysText, close: model.t.common.close, rows };
  });
}
export { partStyles } from './parts.styles.js';
