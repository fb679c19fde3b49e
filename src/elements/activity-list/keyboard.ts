import { addDays } from '../../domain/dates.js';
import type { Activity } from '../../domain/records.js';
import type { Shortcuts } from '../../shared/keys.js';
import type { Forms } from './form.js';
import type { Items } from './items.js';
import { FORM } from './items.js';
import type { Menus } from './menus.js';
import type { AgendaModel } from './model.js';
import type { DayProposal } from './proposal.js';
import type { Rover } from './rover.js';
import type { RowRecord, Section } from './sections.js';
import type { Selection } from './selection.js';
import type { Work } from './work.js';

export interface KeyHands {
  readonly items: Items;
  readonly rover: Rover;
  readonly selection: Selection;
  readonly work: Work;
  readonly menus: Menus;
  readonly forms: Forms;
  readonly proposal: DayProposal;
  readonly open: (record: RowRecord, section: Section) => void;
  readonly fold: (section: Section) => void;
  readonly page: () => number;
  readonly search: () => void;
  readonly searchAll: () => void;
  readonly help: () => void;
}

/** The keys of the list. They go through `Keys`: only while the focus is inside, and never while somebody types. */
export function shortcuts(model: AgendaModel, hands: KeyHands): Shortcuts {
  const { items, rover, selection, work, menus, forms, proposal } = hands;
  type Handler = () => boolean | void;
  const inRows =
    (run: () => boolean | void): Handler =>
    () =>
      rover.focused === null ? false : run();
  /** The activity that has the focus. */
  const here = (): Activity | null => {
    const record = rover.focused === null ? undefined : items.at(rover.index)?.record;
    return record && 'done' in record ? record : null;
  };
  const withOpen =
    (run: (activity: Activity) => void): Handler =>
    (): boolean | void => {
      const activity = here();
      if (!activity || activity.done) return false;
      run(activity);
    };
  const moveBy = (days: number): Handler =>
    withOpen((activity) => void work.move(selection.with(activity.id), addDays(model.today, days)));
  const line = (by: number): Handler => inRows(() => void rover.go(rover.index + by));

  const choose = (activity: Activity): void => {
    selection.toggle(activity);
    model.say(model.t.agenda.selected(selection.size));
    model.update();
  };
  const extend =
    (by: 1 | -1): Handler =>
    (): boolean | void => {
      const from = here();
      if (!from || from.done) return false;
      if (!selection.has(from.id)) selection.toggle(from);
      let index = rover.index + by;
      while (items.at(index)?.place === -1) index += by;
      const next = items.at(index)?.record;
      if (next && 'done' in next && !next.done) {
        selection.add([next.id]);
        void rover.go(index);
      }
      model.say(model.t.agenda.selected(selection.size));
      model.update();
    };
  /** What Enter and Space do with a line itself; a button in it keeps its own. */
  const enter = (): boolean | void => {
    const item = items.at(rover.index);
    if (!rover.onLine || !item) return false;
    if (item.place === -1) return hands.fold(item.section);
    if (item.id === FORM) return void proposal.accept();
    if (!item.record) return false;
    hands.open(item.record, item.section);
  };
  const space = (): boolean | void => {
    const item = items.at(rover.index);
    if (!rover.onLine || !item) return false;
    if (item.place === -1) return hands.fold(item.section);
    if (item.id === FORM || !item.record) return;
    if ('done' in item.record) void work.mark(item.record);
    else plan();
  };
  const plan = (): boolean | void => {
    const item = items.at(rover.index);
    const { record, section } = item ?? {};
    if (!record || !section || 'done' in record) return false;
    proposal.first(record, section.of === 'deal' ? 'deal' : 'lead', { key: section.key, place: item!.place + 1 });
  };
  const escape = (): boolean | void => {
    if (items.at(rover.index)?.id === FORM && rover.focused !== null) return proposal.decline();
    if (selection.size > 0) {
      selection.clear();
      model.say(model.t.agenda.selected(0));
      return model.update();
    }
    if (!proposal.now) return false;
    proposal.decline();
  };
  const menu = (): boolean | void => {
    const activity = here();
    const anchor = activity && rover.elementOf(activity.id);
    if (!activity || !anchor) return false;
    menus.row(anchor.querySelector<HTMLElement>('[data-do=menu]') ?? anchor, activity);
  };
  const redo = (): void => void model.commands.redo();
  const undo = (): void => void model.commands.undo();
  return {
    j: () => rover.step(1),
    k: () => rover.step(-1),
    arrowdown: line(1),
    arrowup: line(-1),
    arrowright: () => rover.along(1),
    arrowleft: () => rover.along(-1),
    home: inRows(() => void rover.go(0)),
    end: inRows(() => void rover.go(items.count - 1)),
    pagedown: inRows(() => void rover.go(rover.index + hands.page())),
    pageup: inRows(() => void rover.go(rover.index - hands.page())),
    'alt+arrowdown': withOpen((activity) => work.step(activity, 1)),
    'alt+arrowup': withOpen((activity) => work.step(activity, -1)),
    'shift+arrowdown': extend(1),
    'shift+arrowup': extend(-1),
    t: moveBy(0),
    'shift+t': moveBy(1),
    m: withOpen((activity) => {
      const anchor = rover.elementOf(activity.id);
      if (anchor)
        menus.moveTo(anchor.querySelector<HTMLElement>('[data-do=menu]') ?? anchor, selection.with(activity.id));
    }),
    e: withOpen((activity) => forms.edit(activity)),
    x: withOpen(choose),
    enter,
    space,
    delete: withOpen((activity) => void work.remove(activity)),
    contextmenu: menu,
    'shift+f10': menu,
    n: () => forms.plan(),
    '/': hands.search,
    'mod+k': hands.searchAll,
    z: undo,
    'mod+z': undo,
    'shift+z': redo,
    'mod+shift+z': redo,
    'mod+y': redo,
    '?': hands.help,
    escape,
  };
}
