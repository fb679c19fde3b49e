import { css, html } from 'lit';
import type { Dialog } from './dialog.js';

/** Keys that do the same, and what it is. */
export type KeyRow = readonly [keys: readonly string[], what: string];

/** What is said about the keys of a view. */
export interface KeysSaid {
  readonly title: string;
  readonly text: string;
  /** The word on the button that closes it. */
  readonly close: string;
  readonly rows: readonly KeyRow[];
}

/** Shows all keys of a view in its dialog. @param said asked with each drawing, in the language that is spoken then */
export function showKeys(dialog: Dialog, said: () => KeysSaid): void {
  dialog.open({
    width: 460,
    focus: '[data-close]',
    content: () => {
      const { title, text, close, rows } = said();
      return dialog.frame({
        title,
        text,
        body: html`<dl class="keys">
          ${rows.map(([keys, what]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd>`)}
        </dl>`,
        foot: html`<span class="grow"></span><button type="submit" class="btn btn--primary">${close}</button>`,
        close,
        onSubmit: () => dialog.close(),
      });
    },
  });
}

export const keysStyles = css`
  .keys { display: grid; grid-template-columns: auto 1fr; gap: 8px 16px; align-items: center; }
  .keys dt { white-space: nowrap; }
`;
