import type { Activity, Deal, Id, Lead } from '../../domain/records.js';
import type { Inserted, Item, Items } from './items.js';
import type { Menus } from './menus.js';
import type { AgendaModel } from './model.js';
import type { Rover } from './rover.js';
import type { RowRecord, Section } from './sections.js';
import type { Selection } from './selection.js';
import type { Work } from './work.js';

export interface PressActions {
  readonly open: (record: RowRecord, section: Section) => void;
  readonly fold: (section: Section) => void;
  readonly plan: (record: Lead | Deal, kind: 'lead' | 'deal', at: Inserted) => void;
}

/** What a press on a line does: one listener for all of them. */
export class Presses {
  constructor(
    readonly model: AgendaModel,
    readonly items: Items,
    readonly selection: Selection,
    readonly rover: Rover,
    readonly work: Work,
    readonly menus: Menus,
    readonly actions: PressActions,
  ) {}

  #itemOf(event: Event): Item | undefined {
    const target = event.target as Element;
    const line = target.closest<HTMLElement>('[data-item]');
    if (!line || target.closest('form, .proposal')) return undefined;
    return this.items.at(this.items.indexOf(line.dataset['item'] ?? ''));
  }

  readonly click = (event: MouseEvent): void => {
    const item = this.#itemOf(event);
    if (!item) return;
    const target = event.target as Element;
    const control = target.closest<HTMLElement>('[data-do]');
    const { record, section } = item;
    if (item.place === -1) return this.actions.fold(section);
    if (!record) return;
    const activity = 'done' in record ? record : null;
    if (activity && !activity.done && (event.shiftKey || event.ctrlKey || event.metaKey))
      return this.#choose(event, activity);
    switch (control?.dataset['do']) {
      case 'done':
        if (activity) void this.work.mark(activity);
        break;
      case 'select':
        if (activity) this.#choose(event, activity);
        break;
      case 'open':
        this.actions.open(record, section);
        break;
      case 'plan':
        if (!('done' in record))
          this.actions.plan(record, section.of === 'deal' ? 'deal' : 'lead', {
            key: section.key,
            place: item.place + 1,
          });
        break;
      case 'menu':
        if (activity && control) this.menus.row(control, activity);
        break;
      default:
        // Beside its controls: the line takes the focus, and what is selected goes on being so.
        if (this.selection.size > 0 && activity && !activity.done) this.#choose(event, activity);
        else this.rover.elementOf(item.id)?.focus({ preventScroll: true });
    }
  };

  readonly contextmenu = (event: MouseEvent): void => {
    // A finger that rests has lifted the row.
    if (event.defaultPrevented) return;
    const item = this.#itemOf(event);
    if (!item?.record || !('done' in item.record)) return;
    event.preventDefault();
    const line = this.rover.elementOf(item.id);
    if (line) this.menus.row(line.querySelector<HTMLElement>('[data-do=menu]') ?? line, item.record);
  };

  #choose(event: MouseEvent, activity: Activity): void {
    const { selection } = this;
    const { anchor } = selection;
    if (event.shiftKey && anchor !== null) return void this.#extend(anchor, activity);
    selection.toggle(activity);
    this.#chosen();
  }

  /** A range of which most may be scrolled far away. */
  async #extend(anchor: Id, activity: Activity): Promise<void> {
    const { selection, items, model } = this;
    selection.add([activity.id]);
    try {
      const ids = await items.idsBetween(anchor, activity.id);
      // Let go of meanwhile: what was meant then is not meant any more.
      if (selection.anchor === anchor) selection.add(ids);
      this.#chosen();
    } catch {
      this.#chosen();
      model.say(model.t.common.loadFailed);
    }
  }

  #chosen(): void {
    const { selection, model } = this;
    model.say(model.t.agenda.selected(selection.size));
    model.update();
  }
}
