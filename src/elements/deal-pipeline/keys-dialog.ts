import { css, html } from 'lit';
import { merge } from '../../i18n/en/merge.js';
import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import type { Dialog } from '../../shared/dialog.js';
import type { BoardModel } from './model.js';

/** All keys of the board. */
export function openKeys(model: BoardModel, dialog: Dialog): void {
  const { t } = model;
  const rows: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['←', '→', '↑', '↓'], t.pipeline.keyMoveFocus],
    [['Home', 'End'], t.pipeline.keyEnds],
    [['Enter'], t.pipeline.keyOpen],
    [['Space'], t.pipeline.keyLift],
    [['Esc'], t.pipeline.keyBack],
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
  dialog.open({
    width: 460,
    focus: '[data-close]',
    content: () =>
      dialog.frame({
        title: t.pipeline.keysTitle,
        text: t.pipeline.keysText,
        body: html`<dl class="keys">
          ${rows.map(([keys, what]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd>`)}
        </dl>`,
        foot: html`<span class="grow"></span><button type="submit" class="btn btn--primary">${t.common.close}</button>`,
        close: t.common.close,
        onSubmit: () => dialog.close(),
      }),
  });
}

export const styles = css`
  .keys { display: grid; grid-template-columns: auto 1fr; gap: 8px 16px; align-items: center; }
  .keys dt { white-space: nowrap; }
`.styleSheet;
