/** In which way deals are shown: stages side by side, a table, or by when they are expected to close. */
export const boardViews = ['board', 'list', 'forecast'] as const;
export type BoardView = (typeof boardViews)[number];

export function isBoardView(value: unknown): value is BoardView {
  return (boardViews as readonly unknown[]).includes(value);
}

/** What stands in the slot of the list: the page's own. */
export function slottedList(host: HTMLElement): HTMLElement | null {
  return host.querySelector<HTMLElement>(':scope > [slot="list"]');
}

/** Those that can be shown: a list only where something shows it. */
export function viewsOf(host: HTMLElement): readonly BoardView[] {
  return boardViews.filter((view) => view !== 'list' || customElements.get('deal-list') || slottedList(host));
}
