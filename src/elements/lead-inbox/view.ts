import type { TemplateResult } from 'lit';
import { nothing } from 'lit';
import type { Actions } from './actions.js';
import { bulkBar } from './bulk-bar.js';
import type { Counts } from './counts.js';
import type { Grid } from './grid.js';
import type { Lazy } from './lazy.js';
import { listView } from './list.js';
import type { Menus } from './menus.js';
import type { InboxModel } from './model.js';
import { emptyState, errorState, noResults } from './states.js';
import { toolbar } from './toolbar.js';

/** Who answers what is pressed. */
export interface ViewParts {
  readonly model: InboxModel;
  readonly grid: Grid;
  readonly actions: Actions;
  readonly lazy: Lazy;
  readonly menus: Menus;
  readonly counts: Counts;
}

/** The row under the head: filters, or what can be done with what is selected. */
export function bar({ model, grid, actions, lazy, menus }: ViewParts): TemplateResult | typeof nothing {
  if (model.selecting || model.running)
    return bulkBar(model, {
      clear: () => {
        model.clearSelection();
        model.announceSelection();
        void grid.focusStop();
      },
      convert: () => void actions.convert(),
      archive: () => void actions.archive(),
      restore: () => void actions.restore(),
      label: (anchor) => void actions.targets().then((ids) => ids && lazy.labels(anchor, ids)),
      owner: (anchor) => menus.owner(anchor),
      exportCsv: lazy.exportCsv,
      more: menus.bulk,
      why: (name) => actions.why(name, null),
      canArchive: actions.canArchive,
    });
  if (model.segment === 'trash' || isBare(model)) return nothing;
  return toolbar(model, {
    openFilter: lazy.filter,
    openSort: menus.sort,
    openColumns: lazy.columns,
    openMore: menus.more,
  });
}

/** There is nothing at all yet: no filters over nothing. */
function isBare({ list, narrowed, segment }: InboxModel): boolean {
  return segment === 'inbox' && !narrowed && list?.state === 'ready' && list.total === 0;
}

/** The list, or what stands in its place. */
export function content({ model, grid, actions, lazy, counts }: ViewParts): TemplateResult {
  const { list, stores } = model;
  if (stores.state === 'failed') return errorState(model, stores.error, () => stores.retry());
  if (list?.state === 'error') return errorState(model, list.error, () => list.retry());
  if (list?.state !== 'ready' || list.total !== 0 || !model.ready) return listView(model, grid);
  const to = {
    noAdd: actions.why('lead-add', null),
    add: lazy.add,
    canImport: lazy.canImport(),
    importFile: lazy.importFile,
    keepDays: model.store?.settings.keepReceipts ?? 30,
  };
  if (!model.narrowed) return emptyState(model, to);
  void counts.lookElsewhere();
  return noResults(model, to);
}

/** Nothing may be changed here at all: said once, above, instead of on every button. null = something may. */
export function readOnly({ model, actions }: ViewParts): string | null {
  const names = ['lead-add', 'lead-edit', 'leads-convert', 'leads-archive', 'leads-delete'] as const;
  const reasons = names.map((name) => actions.why(name, null));
  return model.store && reasons.every((reason) => reason !== null) ? (reasons[0] ?? '') : null;
}
