import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Arriving } from '../../shared/late.js';
import type { Grid } from './grid.js';
import type { Hands } from './hands.js';
import { listView } from './list.js';
import type { InboxModel } from './model.js';
import type { Rights } from './rights.js';
import { toolbar } from './toolbar.js';

/** Who answers what is pressed. */
export interface ViewParts {
  readonly model: InboxModel;
  readonly grid: Grid;
  readonly rights: Rights;
  readonly hands: Arriving<Hands>;
}

/** Above all: the list below stays where it is. */
export function above(parts: ViewParts): TemplateResult {
  const { model, hands } = parts;
  const why = readOnly(parts);
  const said = why !== null || (model.list?.waiting ?? 0) > 0;
  return html`<div class="banners" part="banners">${model.commands.banners()}${hands.notice()}${said ? (hands.here ?? needed(hands))?.banners(model, why) : nothing}</div>`;
}

/** The row under the head: filters, or what can be done with what is selected. */
export function bar({ model, hands }: ViewParts): TemplateResult | typeof nothing {
  if (model.selecting || model.running) {
    if (hands.here) return hands.here.bulkBar();
    needed(hands);
  }
  if (model.segment === 'trash' || isBare(model)) return nothing;
  return toolbar(model, {
    openFilter: (anchor, field) => hands.use(({ lazy }) => lazy.filter(anchor, field)),
    openSort: (anchor) => hands.use(({ menus }) => menus.sort(anchor)),
    openColumns: (anchor) => hands.use(({ lazy }) => lazy.columns(anchor)),
    openMore: (anchor) => hands.use(({ menus }) => menus.more(anchor)),
    conditionValue: hands.here?.conditionValue,
  });
}

/** There is nothing at all yet: no filters over nothing. */
function isBare({ list, narrowed, segment }: InboxModel): boolean {
  return segment === 'inbox' && !narrowed && list?.state === 'ready' && list.total === 0;
}

/** The list, or what stands in its place. */
export function content({ model, grid, rights, hands }: ViewParts): TemplateResult {
  const { list, stores } = model;
  const failed = stores.state === 'failed' || list?.state === 'error';
  const none = list?.state === 'ready' && list.total === 0 && model.ready;
  const here = failed || none ? (hands.here ?? needed(hands)) : undefined;
  if (!here) return listView(model, grid, model.offerAll && model.selecting ? hands.here?.pickAll(model) : nothing);
  if (stores.state === 'failed') return here.errorState(model, stores.error, () => stores.retry());
  if (list?.state === 'error') return here.errorState(model, list.error, () => list.retry());
  const to = {
    noAdd: rights.why('lead-add', null),
    add: here.lazy.add,
    canImport: here.lazy.canImport(),
    importFile: here.lazy.importFile,
    restoreBackup: here.lazy.restoreBackup,
    keepDays: model.store?.settings.keepReceipts ?? 30,
  };
  if (!model.narrowed) return here.emptyState(model, to);
  void here.counts.lookElsewhere();
  return here.noResults(model, to);
}

/** The open lead beside the list. */
export function side({ model, hands }: ViewParts): TemplateResult | typeof nothing {
  if (model.open === null) return nothing;
  return (hands.here ?? needed(hands))?.panel.render() ?? nothing;
}

/** What is to be shown is not here yet: fetched now. */
function needed(hands: Arriving<Hands>): undefined {
  hands.use(() => undefined);
}

/** Nothing may be changed here at all: said once, above, instead of on every button. null = something may. */
function readOnly({ model, rights }: ViewParts): string | null {
  const names = ['lead-add', 'lead-edit', 'leads-convert', 'leads-archive', 'leads-delete'] as const;
  const reasons = names.map((name) => rights.why(name, null));
  return model.store && reasons.every((reason) => reason !== null) ? (reasons[0] ?? '') : null;
}
