/** That something may be there twice: a button in the head, and what it says when it is pressed. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { merge } from '../../i18n/en/merge.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { Popup } from '../popup.js';

type Words = typeof merge;

/** One that may be the same. */
export interface Twin {
  readonly title: string;
  readonly why: string;
  /** How many there are besides. */
  readonly more: number;
  /** Why it is refused here; undefined = it is not. */
  readonly noMerge: string | undefined;
  readonly noApart: string | undefined;
  readonly compare: () => void;
  /** Somebody has looked: it is another one. */
  readonly apart: () => void;
}

/**
 * A button for the head, in room that is free there: the answer comes late, and nothing that a person may be aiming at moves. It
 * says more when it is pressed.
 */
export function twinButton({ possible }: Words, open: (anchor: HTMLElement) => void): TemplateResult {
  return html`<button type="button" class="btn btn--sm twins" part="duplicates" aria-haspopup="dialog" aria-label=${possible} title=${possible}
      @click=${(event: Event) => open(event.currentTarget as HTMLElement)}>${icon(icons.merge)}<span class="cut">${possible}</span></button>`;
}

/** @param twin asked anew with each drawing: there may be none any more */
export function openTwin(panel: Popup, anchor: HTMLElement, words: () => Words, twin: () => Twin | null): void {
  panel.show(anchor, {
    label: () => words().possible,
    align: 'end',
    focus: '[data-twin]',
    content: () => {
      const now = twin();
      return now === null ? html`` : hint(now, words(), () => panel.close());
    },
  });
}

function hint(
  { title, why, more, noMerge, noApart, compare, apart }: Twin,
  t: Words,
  close: () => void,
): TemplateResult {
  // The focus is at the button again by then: what opens next gives it back there.
  const act = (refused: string | undefined, run: () => void) => (): void => {
    if (refused !== undefined) return;
    close();
    run();
  };
  return html`<div class="twin-hint"><div><b>${t.possible}</b><bdi>${t.hint(title, why)}</bdi>${more > 0 ? html`<span class="subtle">${t.more(more)}</span>` : nothing}</div>
      <div class="row wrap"><button type="button" class="btn btn--sm" data-twin="compare" aria-disabled=${noMerge === undefined ? 'false' : 'true'} title=${noMerge ?? nothing}
        @click=${act(noMerge, compare)}>${t.compare}</button
      ><button type="button" class="btn btn--sm btn--quiet" data-twin="no" aria-disabled=${noApart === undefined ? 'false' : 'true'} title=${noApart ?? nothing}
        @click=${act(noApart, apart)}>${t.notDuplicate}</button></div></div>`;
}
