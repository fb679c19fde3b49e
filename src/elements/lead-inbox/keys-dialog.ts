import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { merge } from '../../i18n/en/merge.js';
import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import type { Dialog } from '../../shared/dialog.js';
import type { InboxModel } from './model.js';
import { moreWords } from './more-words.js';

/** All keys of the inbox. */
export function openKeys(model: InboxModel, dialog: Dialog): void {
  const t = moreWords(model);
  const rows: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['/'], t.keySearch],
    [['Ctrl K'], wordsOf('search', search, model.words.lang).keySearchAll],
    [['N'], t.keyAdd],
    [['J', 'K', '↓', '↑'], t.keyRows],
    [['Home', 'End'], t.keyEnds],
    [['PgDn', 'PgUp'], t.keyPages],
    [['→', '←'], t.keyInRow],
    [['↑'], t.keyHeads],
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
  const body = (): TemplateResult => html`<dl class="keys">
    ${rows.map(([keys, what]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd>`)}
  </dl>`;
  dialog.open({
    width: 460,
    focus: '[data-close]',
    content: () =>
      dialog.frame({
        title: t.keysTitle,
        text: t.keysText,
        body: body(),
        foot: html`<span class="grow"></span><button type="submit" class="btn btn--primary">${model.t.common.close}</button>`,
        close: model.t.common.close,
        onSubmit: () => dialog.close(),
      }),
  });
}
export { partStyles } from './parts.styles.js';
