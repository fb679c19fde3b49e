import type { Popup } from '../../shared/popup.js';
import { openColumns as open } from '../../shared/table/columns-panel.js';
import { defaultColumns } from './columns.js';
import type { Column } from './columns.js';
import type { InboxModel } from './model.js';
import { allColumns } from './more-columns.js';
import { setColumns } from './setup-change.js';

/** Which columns the inbox shows, and in which order. */
export function openColumns(popup: Popup, anchor: HTMLElement, model: InboxModel): void {
  const named = (columns: readonly Column[]): readonly { id: string; name: string }[] =>
    columns.map(({ id, name }) => ({ id, name: name(model.t) }));
  open(popup, anchor, {
    host: model.host,
    lang: () => model.words.lang,
    label: () => model.t.inbox.columns,
    shown: () => named(model.columns),
    all: () => named(allColumns(model.store)),
    set: (columns) => setColumns(model, columns),
    reset: () => setColumns(model, defaultColumns),
    say: (text) => model.say(text),
  });
}
export { partStyles } from './parts.styles.js';
