import type { ReactiveController, TemplateResult } from 'lit';
import { html } from 'lit';
import type { Id, Lead } from '../../domain/records.js';
import { common } from '../../i18n/en/common.js';
import { filter } from '../../i18n/en/filter.js';
import { inbox } from '../../i18n/en/inbox.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import { checkState } from '../../shared/check-state.js';
import { Commands } from '../../shared/commands.js';
import { Entering } from '../../shared/entering.js';
import { Dialog } from '../../shared/dialog.js';
import { Keys } from '../../shared/keys.js';
import type { Shortcuts } from '../../shared/keys.js';
import { Menu } from '../../shared/menu.js';
import { isKept } from '../../shared/merge/survivor.js';
import { openRecord } from '../../shared/open-record.js';
import * as rowMoving from '../../shared/row-moving.js';
import * as told from '../../shared/told.js';
import { skeleton } from '../../styles/controls/skeleton.js';
import { overlay } from '../../styles/overlay.js';
import { Actions } from './actions.js';
import { banners } from './banners.js';
import { bulkBar, pickAll } from './bulk-bar.js';
import { announceSelection, clearSelection } from '../../shared/table/choose.js';
import { Counts } from './counts.js';
import { DetailPanel } from './detail.js';
import { startAnew } from '../../shared/setup-keeping.js';
import { FocusKeeper } from '../../shared/table/focus-keeper.js';
import { footSums } from './foot-sums.js';
import { Grid } from '../../shared/table/grid.js';
import { filterChipStyles } from '../../shared/filter/filter.styles.js';
import { handStyles as ownStyles } from './hands.styles.js';
import { Grips } from './grips.js';
import { instead } from './instead.js';
import { shortcuts } from './keyboard.js';
import type { TrashedLead } from './own-setup.js';
import { Lazy } from './lazy.js';
import { Menus } from './menus.js';
import { Minutes } from '../../shared/table/minutes.js';
import type { InboxGrid, InboxHost, InboxModel } from './model.js';
import type { Rights } from './rights.js';
import { asked, clearSearch, leaveSearch } from './narrowing.js';
import { FilterLedOn } from '../../shared/filter/led-on.js';
import { News } from './news.js';
import * as ownSetup from './own-setup.js';
import { ownSetupCode } from './own-setup-code.js';
import { press } from './press.js';
import { rowActions } from './row-actions.js';
import { rowsCode } from './rows-code.js';
import { Selection } from '../../shared/table/selection.js';
import { skeletonRow } from './skeleton.js';

/** Before the styles of the inbox itself, which say more about some of it. */
export const overlayStyles = [...overlay, skeleton];
export const handStyles = [...ownStyles, filterChipStyles];

/**
 * What the inbox can do, as against what it shows first: menus, dialogs, commands, the bar over selected leads, and what
 * stands in place of a list. It is fetched when the list has been painted, or with the first press.
 */
export class Hands implements ReactiveController {
  readonly actions: Actions;
  readonly counts: Counts;
  readonly lazy: Lazy;
  readonly menus: Menus;
  /** The open lead beside the list. */
  readonly panel: DetailPanel;
  readonly shortcuts: Shortcuts;
  readonly asked = asked;
  readonly clearSearch = clearSearch;
  /** Tells the page what it has set wrong. */
  readonly check = (state: unknown): void => checkState(this.#model.host, state);
  readonly footSums = footSums;
  readonly pickAll = pickAll;
  readonly grid: Grid<Lead>;
  readonly #model: InboxModel;
  readonly #rights: Rights;
  readonly #entering: Entering;
  readonly #menu: Menu;
  readonly #question: Dialog;
  readonly #states: CustomStateSet;

  constructor(host: InboxHost, model: InboxModel, rights: Rights, box: InboxGrid) {
    this.#model = model;
    model.words.extend({ common, filter, inbox });
    model.commands = new Commands(model.telling);
    model.commands.bring(told);
    rights.rowActions = rowActions;
    model.selection = new Selection((count) => {
      const { inbox: said } = model.t;
      return count === undefined ? said.selectedAll : said.selectionSaid(count);
    });
    ownSetupCode.give(ownSetup);
    if (model.unasked) model.ask();
    rowsCode.give(rowMoving);
    box.skeleton = skeletonRow;
    this.#rights = rights;
    this.grid = new Grid(box, {
      open: (id) => this.panel.open(id),
      act: (name, id, anchor) => this.act(name, id, anchor),
      heading: '.inbox-head h2',
    });
    const grid = (): Grid<Lead> => this.grid;
    new FocusKeeper(host, grid);
    new News(model);
    startAnew(model.stores);
    new FilterLedOn({
      crm: model.stores,
      get filter() {
        return model.setup.filter;
      },
      setFilter: (filter) => model.arrange({ filter }),
    });
    new Minutes(box);
    this.counts = new Counts(model, model.stores);
    if (model.painted) this.counts.begin();
    this.#menu = new Menu(host);
    this.#question = new Dialog(host);
    this.actions = new Actions(
      model,
      grid,
      this.#question,
      (ids) => this.lazy.convert(ids),
      (ids, lead) => this.lazy.merge(ids, lead),
    );
    this.lazy = new Lazy(
      host,
      model,
      () => this.actions,
      grid,
      (kind, id) => {
        // Of what lies in the trash nothing is opened here; what was found lies elsewhere.
        if (kind === 'lead' && model.segment !== 'trash') this.panel.open(id);
        else openRecord(model.stores, kind, id);
      },
    );
    this.menus = new Menus(this.#menu, model, this.actions, grid, this.lazy);
    this.panel = new DetailPanel(model, grid, () => host.detail !== 'none');
    this.panel.wait();
    const grips = new Grips(model, this.#menu, () => void this.grid.focusStop());
    const keys = shortcuts(model, grid, this, () =>
      host.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]')?.select(),
    );
    this.shortcuts = { ...keys, ...grips.keys(keys) };
    host.addController(this);
    this.#entering = new Entering(host, {
      ready: () => model.stores.state === 'failed' || this.grid.settled,
      go: () => this.panel.enter(),
    });
    this.#states = host.attachInternals().states;
    new Keys(host, this.shortcuts);
    this.lazy.soon();
  }

  /** `focus()` of the inbox. */
  readonly enter = (options?: FocusOptions, from?: Element | null): void => this.#entering.ask(options, from);

  /** A button of the head, the toolbar or the heads of the columns. */
  press(button: HTMLElement): void {
    press(button, this.#model, this);
  }

  leaveSearch(key: string): void {
    leaveSearch(key, this.#model, () => void this.grid.focusStop());
  }

  /** A button of a row. */
  act(name: string, id: Id, anchor: HTMLElement): void {
    const { actions } = this;
    if (name === 'convert') void actions.convert(id);
    else if (name === 'archive') void actions.archive(id);
    else if (name === 'restore') void actions.restore(id);
    else if (name === 'label') this.lazy.labels(anchor, [id]);
    else if (name === 'survivor') void this.#survivor(id);
    else this.menus.row(anchor, id);
  }

  /** From a merged lead in the trash to the one that it went into. */
  async #survivor(id: Id): Promise<void> {
    const model = this.#model;
    const { mergedInto } = (model.at(model.list?.indexOf(id) ?? -1) ?? {}) as Partial<TrashedLead>;
    if (!mergedInto) return;
    if (!(await isKept(model.store, 'lead', mergedInto)))
      return model.commands.say(() => wordsOf('merge', merge, model.words.lang).survivorGone);
    model.setSegment('inbox');
    openRecord(model.stores, 'lead', mergedInto);
  }

  banners(model: InboxModel): TemplateResult {
    return banners(model, this.#rights);
  }

  /** That it takes long, where it still does. */
  sayLoading(): void {
    if (this.#model.slow) this.#model.say(this.#model.t.inbox.loading);
  }

  /** In the list's place. */
  instead(): TemplateResult {
    return instead(this.#model, this.actions, this.lazy, this.counts);
  }

  /** What can be done with what is selected. */
  bulkBar(): TemplateResult {
    const { actions, lazy, menus } = this;
    const model = this.#model;
    return bulkBar(model, {
      clear: () => {
        clearSelection(model);
        announceSelection(model);
        void this.grid.focusStop();
      },
      convert: () => void actions.convert(),
      merge: actions.whyMerge() === null ? () => void actions.merge() : null,
      archive: () => void actions.archive(),
      restore: () => void actions.restore(),
      label: (anchor) => void actions.targets().then((ids) => ids && lazy.labels(anchor, ids)),
      owner: (anchor) => menus.owner(anchor),
      exportCsv: lazy.exportCsv,
      more: menus.bulk,
      why: (name) => actions.why(name, null),
      canArchive: actions.canArchive,
    });
  }

  updated(): void {
    this.panel.updated();
    for (const [name, on] of [
      ['selecting', this.#model.selecting],
      ['open', this.panel.shown],
    ] as const)
      if (on) this.#states.add(name);
      else this.#states.delete(name);
  }

  /** Before each drawing: what is no filter is not kept; "this week" is another one from midnight on. */
  hostUpdate(): void {
    const model = this.#model;
    const { setup, list, store } = model;
    const filter = ownSetup.checked(setup.filter);
    if (filter !== setup.filter) model.setup = { ...setup, filter };
    const today = store?.today() ?? '';
    if (today === this.#today) return;
    this.#today = today;
    if (filter.length > 0 && model.askable && list?.query.kind === model.query.kind)
      (list as { setQuery(query: unknown): void }).setQuery(model.query);
  }
  #today = '';

  /** At the end of the view. */
  render(): TemplateResult {
    return html`${this.#menu.render()}${this.lazy.render()}${this.#question.render()}`;
  }
}
