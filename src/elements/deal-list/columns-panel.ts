import type { Popup } from '../../shared/popup.js';
import { openColumns as open } from '../../shared/table/columns-panel.js';
import type { DealColumn } from './columns.js';
import { allColumns } from './columns.js';
import type { DealListModel } from './model.js';

/** Which columns the segment that is shown has, and in which order. */
export function openColumns(popup: Popup, anchor: HTMLElement, model: DealListModel): void {
  const named = (columns: readonly DealColumn[]): readonly { id: string; name: string }[] =>
    columns.map(({ id, name }) => ({ id, name: name(model.t) }));
  open(popup, anchor, {
    host: model.host,
    lang: model.words.lang,
    label: model.t.dealList.columns,
    shown: () => named(model.columns),
    all: () => named(allColumns(model.fields)),
    set: (ids) => model.setColumns(ids),
    reset: () => model.setColumns(undefined),
    say: (text) => model.say(text),
  });
}
export { picker as partStyles } from '../../styles/controls/picker.js';
