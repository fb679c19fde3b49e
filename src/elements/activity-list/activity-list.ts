import type { PropertyDeclarations } from 'lit';
import { LateElement } from '../../shared/late-element.js';
import { Late } from '../../shared/late.js';
import type { CrmStore } from '../../store/api.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { activityListCode } from './code.js';
import type { ActivityFilter, ActivityListHost, ActivityOwner } from './host.js';
import type { ActivityListView } from './view.js';

/**
 * The day over leads and deals: what is overdue, due today, tomorrow, on the next days and later, what was done today, and
 * which leads and deals have nothing planned; each with how many there are. Activities are marked done in place, with the
 * next one proposed, and moved to another day by drag, key or menu. Give it a height; without one it is 44rem tall.
 *
 * Keys, while the focus is inside and nobody types: `J` `K` and arrows row, `Enter` open, `Space` done, `X` select, `T` today,
 * `Shift+T` tomorrow, `Alt+↑` `Alt+↓` a day earlier or later, `M` move to, `E` edit, `N` plan, `/` search, `Z` undo, `Shift+Z`
 * redo, `?` all keys.
 *
 * @fires {CustomEvent<{ id: string | null }>} lead-open - The lead of an activity is about to be opened. Cancelable.
 * @fires {CustomEvent<{ id: string | null }>} deal-open - The deal of an activity is about to be opened. Cancelable.
 * @fires {IntentEvent} activity-done - An activity is about to be marked done, or not done. Cancelable; so are all intents of `events.ts`.
 * @fires {IntentEvent} activities-done - Several are about to be marked.
 * @fires {IntentEvent} activities-move - One or more are about to be moved to another day.
 * @fires {IntentEvent} activity-add - An activity is about to be planned.
 * @fires {IntentEvent} activity-edit - An activity is about to be changed.
 * @fires {IntentEvent} activity-delete - An activity is about to be deleted.
 * @fires {CustomEvent} activity-completed - An activity was marked.
 * @fires {CustomEvent} activities-completed - Several were marked.
 * @fires {CustomEvent} activities-moved - One or more were moved to another day.
 * @csspart head - Title, search, "+ Activity".
 * @csspart toolbar - Whose, which kinds, on what.
 * @csspart bulk - What stands in the toolbar's place while something is selected.
 * @csspart plan - The form of a new activity.
 * @csspart list - The rows.
 * @csspart group - The head of a group.
 * @csspart row - An activity, lead or deal.
 * @csspart proposal - The next one, as it is proposed.
 * @csspart days - The days one can drop on while something is dragged.
 * @csspart empty - What stands where there is nothing to list.
 */
export class ActivityList extends LateElement<ActivityListView> implements ActivityListHost {
  static override styles = [tokens, base];
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    owner: { converter: { fromAttribute: ownersIn } },
    filter: { attribute: false },
    heading: {},
    theme: { reflect: true },
    density: { reflect: true },
  };

  /** A store of the page's own; stands before any provider. */
  store?: CrmStore | null;
  /** The title; empty = "Activities". */
  heading = '';
  /** Colours: `light`, `dark`; empty = as the page. */
  theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  density = '';
  /**
   * Whose activities: `me`, `all`, or ids of users (null among them = those of nobody). null = one's own where the
   * page has said who works here, else everybody's. What somebody chooses here is kept for them.
   */
  owner: ActivityOwner | null = null;
  /** Which kinds of activities, and whether only those of leads or deals. What somebody chooses here is kept for them. */
  filter: ActivityFilter = {};

  protected readonly view = new Late(
    this,
    activityListCode,
    ({ ActivityListView }) => new ActivityListView(this, this.parts),
    ({ activityListStyles }) => activityListStyles,
  );
}

/** `me`, `all`, or ids with blanks between them. */
function ownersIn(text: string | null): ActivityOwner | null {
  if (text === 'me' || text === 'all') return text;
  const ids = text?.split(/\s+/).filter(Boolean) ?? [];
  return ids.length > 0 ? ids : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'activity-list': ActivityList;
  }
}
