import { css, html } from 'lit';
import type { Dialog } from './dialog.js';

/** Keys that do the same, and what it is. */
export type KeyRow = readonly [keys: readonly string[], what: string];

/** Shows all keys of a view in its dialog. @param close the word on the button that closes it */
export function showKeys(
  dialog: Dialog,
  { title, text, close }: { readonly title: string; readonly text: string; readonly close: string },
  rows: readonly KeyRow[],
): void {
  dialog.open({
    width: 460,
    focus: '[data-close]',
    content: () =>
      dialog.frame({
        title,
        text,
        body: html`<dl class="keys">
          ${rows.map(([keys, what]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd>`)}
        </dl>`,
        foot: html`<span class="grow"></span><button type="submit" class="btn btn--primary">${close}</button>`,
        close,
        onSubmit: () => dialog.close(),
      }),
  });
}

export const keysStyles = css`
  .keys { display: grid; grid-template-columns: auto 1fr; gap: 8px 16px; align-items: center; }
  .keys dt { white-space: nowrap; }
`;
