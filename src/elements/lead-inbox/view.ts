import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Arriving } from '../../shared/late.js';
import type { Hands } from './hands.js';
import { listView } from './list.js';
import type { InboxGrid, InboxModel } from './model.js';
import { toolbar } from './toolbar.js';

/** Who answers what is pressed. */
export interface ViewParts {
  readonly model: InboxModel;
  readonly grid: InboxGrid;
  readonly hands: Arriving<Hands>;
  /** A button has been pressed: what it does is known by its data (press.ts). */
  readonly press: (event: Event) => void;
}

/** Above all: the list below stays where it is. */
export function above({ model, hands }: ViewParts): TemplateResult {
  return html`<div class="banners" part="banners">${model.telling.banners()}${hands.notice()}${hands.here?.banners(model)}</div>`;
}

/** The row under the head: filters, or what can be done with what is selected. */
export function bar({ model, hands, press }: ViewParts): TemplateResult | typeof nothing {
  if (model.selecting || model.running) {
    if (hands.here) return hands.here.bulkBar();
    needed(hands);
  }
  if (model.segment === 'trash' || isBare(model)) return nothing;
  return toolbar(model, { press, asked: hands.here?.asked });
}

/** There is nothing at all yet: no filters over nothing. */
function isBare({ list, narrowed, segment }: InboxModel): boolean {
  return segment === 'inbox' && !narrowed && list?.state === 'ready' && list.total === 0;
}

/** The list, or what stands in its place. */
export function content({ model, grid, hands, press }: ViewParts): TemplateResult {
  const { list } = model;
  const none = list?.state === 'ready' && list.total === 0 && model.ready;
  if (model.failed || none) {
    if (hands.here) return hands.here.instead();
    needed(hands);
  }
  return listView(model, grid, press, hands.here?.pickAll(model));
}

/** The open lead beside the list. */
export function side({ model, hands }: ViewParts): TemplateResult | typeof nothing {
  if (model.open === null) return nothing;
  return (hands.here ?? needed(hands))?.panel.render() ?? nothing;
}

/** What is to be shown is not here yet: fetched now. */
function needed(hands: Arriving<Hands>): undefined {
  hands.use();
}
