import { html } from 'lit';
import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import type { Dialog } from '../../shared/dialog.js';
import type { AgendaModel } from './model.js';

/** All keys of the list. */
export function openKeys(model: AgendaModel, dialog: Dialog): void {
  const { agenda: t, common } = model.t;
  const rows: readonly (readonly [keys: readonly string[], what: string])[] = [
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
  dialog.open({
    width: 460,
    focus: '[data-close]',
    content: () =>
      dialog.frame({
        title: t.keysTitle,
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
