import { css, html } from 'lit';
import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import type { Dialog } from '../../shared/dialog.js';
import type { DealListModel } from './model.js';

/** All keys of the list. */
export function openKeys(model: DealListModel, dialog: Dialog): void {
  const { dealList: t, common } = model.t;
  const rows: readonly (readonly [keys: readonly string[], what: string])[] = [
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
  dialog.open({
    width: 460,
    focus: '[data-close]',
    content: () =>
      dialog.frame({
        title: t.keys,
        text: t.keysText,
        body: html`<dl class="keys">
          ${rows.map(([keys, what]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd>`)}
        </dl>`,
        foot: html`<span class="grow"></span><button type="submit" class="btn btn--primary">${common.close}</button>`,
        close: common.close,
        onSubmit: () => dialog.close(),
      }),
  });
}

export const partStyles = css`
  .keys { display: grid; grid-template-columns: auto 1fr; gap: 8px 16px; align-items: center; }
  .keys dt { white-space: nowrap; }
`;
