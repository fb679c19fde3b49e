import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import * as icons from '../../shared/first-icons.js';
import type { InboxModel } from './model.js';

import type { InboxSegment } from './setup.js';

export interface HeadActions {
  readonly heading: string;
  /** The number of a segment; undefined = not known yet, null = nothing is shown. */
  readonly count: (segment: InboxSegment) => number | undefined | null;
  /** Segments that this inbox has at all. */
  readonly segments: readonly InboxSegment[];
  /** Why leads cannot be added; null = they can. */
  readonly noAdd: string | null;
  /** A button has been pressed: what it does is known by its data (press.ts). */
  readonly press: (event: Event) => void;
  /** `Escape`, `Enter` or `ArrowDown` in the search field. */
  readonly leaveSearch: (key: string) => void;
  /** Takes the words away again; undefined = on its way. */
  readonly clearSearch: ((model: InboxModel) => TemplateResult) | undefined;
}

/** Title, which leads, search, "+ Lead". */
export function head(model: InboxModel, actions: HeadActions): TemplateResult {
  const { t } = model;
  return html`<div class="inbox-head" part="head">
    <h2 tabindex="-1" dir="auto">${actions.heading || t.inbox.title}</h2>
    <div class="seg" role="group" aria-label=${t.inbox.segments}>
      ${actions.segments.map((name) => segmentButton(name, model, actions))}
    </div>
    <div class="input">
      ${icons.firstIcon(icons.search)}<input
        type="search"
        aria-label=${t.inbox.search}
        placeholder=${t.inbox.search}
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        .value=${model.search}
        @input=${(event: InputEvent) => model.setSearch((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => searchKey(event, actions)}
      />${model.search ? actions.clearSearch?.(model) : html`<kbd aria-hidden="true">/</kbd>`}
    </div>
    <div class="split">
      <button
        type="button"
        class="btn btn--primary"
        aria-label=${t.inbox.addLead}
        aria-keyshortcuts="n"
        aria-disabled=${actions.noAdd === null ? nothing : 'true'}
        title=${actions.noAdd ?? nothing}
        data-add
        @click=${actions.press}
      >${icons.firstIcon(icons.plus)}<span>${t.inbox.addShort}</span></button>
      <button
        type="button"
        class="btn btn--primary"
        aria-label=${t.inbox.moreWays}
        aria-haspopup="menu"
        aria-expanded="false"
        data-ways
        @click=${actions.press}
      >${icons.firstIcon(icons.down)}</button>
    </div>
  </div>`;
}

function segmentButton(name: InboxSegment, model: InboxModel, { count, press }: HeadActions): TemplateResult {
  const { t } = model;
  const words: Record<InboxSegment, string> = {
    inbox: t.inbox.segmentInbox,
    archived: t.inbox.segmentArchived,
    trash: t.inbox.segmentTrash,
  };
  const number = count(name);
  return html`<button
    type="button"
    data-segment=${name}
    aria-pressed=${model.segment === name ? 'true' : 'false'}
    @click=${press}
  >${words[name]}${
    number === null
      ? nothing
      : html` <span class="count"
        >${number === undefined ? html`<span aria-hidden="true">&ndash;</span><span class="sr">${t.inbox.countPending}</span>` : model.format.number(number)}</span
      >`
  }</button>`;
}

/** What leads out of the field; what it does comes later (narrowing.ts). */
function searchKey(event: KeyboardEvent, { leaveSearch }: HeadActions): void {
  if (event.isComposing || !['Escape', 'ArrowDown', 'Enter'].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  leaveSearch(event.key);
}
