import type { ReactiveController } from 'lit';
import { activeIn } from '../../shared/active.js';
import type { Shortcuts } from '../../shared/keys.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import * as icons from '../../shared/icons.js';
import { isNaming } from '../../shared/record-names.js';
import { Resize } from '../../shared/table/resize.js';
import type { Column } from './columns.js';
import type { InboxModel } from './model.js';
import { moreWords } from './more-words.js';
import { setColumns, setOrder, setWidths } from './setup-change.js';

/**
 * The edges of the columns' heads, by which columns are made wider, and the menu of a head, by which the same is done. The heads are
 * drawn first, and without them: they are put into what is drawn.
 */
export class Grips implements ReactiveController {
  readonly resize: Resize<Column>;
  readonly #heard = new WeakSet<Element>();

  constructor(
    readonly model: InboxModel,
    readonly menu: Menu,
    readonly settle: () => void,
  ) {
    this.resize = new Resize<Column>(model, {
      keep: (widths) => setWidths(model, widths),
      said: (column, pixels) => {
        const { inbox: t } = model.t;
        const name = column.name(model.t);
        return pixels === null ? t.widthReset(name) : t.widthSaid(name, pixels);
      },
    });
    model.host.addController(this);
  }

  hostUpdated(): void {
    this.resize.updated();
    const { model } = this;
    // In the trash of a narrow list into which lead one went stands in its row (hands.styles.ts), where the heads are not.
    const grid = model.host.shadowRoot?.querySelector<HTMLElement>('.list > .grid');
    grid?.toggleAttribute('data-trash', model.trash);
    if (model.trash) grid?.style.setProperty('--merged', JSON.stringify(`${model.t.inbox.columnMerged}: `));
    // What can be sorted by has a button, and a stop for keys: no edge without.
    for (const head of this.#heads) {
      const grip = head.querySelector<HTMLElement>(':scope > .grip');
      const column = head.querySelector('button') ? this.#columnOf(head) : undefined;
      if (!column || model.segment === 'trash') {
        grip?.remove();
        continue;
      }
      const shown = grip ?? Object.assign(document.createElement('span'), { className: 'grip', ariaHidden: 'true' });
      shown.title = model.t.inbox.resize(column.name(model.t));
      this.#refuse(head, column);
      if (!grip) head.append(shown);
      this.#hear(head);
    }
  }

  /** Where the storage cannot sort by it its head says so. */
  #refuse(head: HTMLElement, column: Column): void {
    const button = head.querySelector('button')!;
    button.ariaDisabled = column.unsorted ? 'true' : null;
    const { formulaUnsorted, namedUnsorted } = moreWords(this.model);
    const why = isNaming(column.field) ? namedUnsorted : formulaUnsorted;
    if (column.unsorted) button.title = why(column.name(this.model.t));
  }

  get #heads(): NodeListOf<HTMLElement> | readonly HTMLElement[] {
    return (
      this.model.host.shadowRoot?.querySelectorAll<HTMLElement>('.lrow--head > [role=columnheader]:not(.pick)') ?? []
    );
  }

  #columnOf(head: Element): Column | undefined {
    return this.model.columns[[...this.#heads].indexOf(head as HTMLElement)];
  }

  #hear(head: HTMLElement): void {
    if (this.#heard.has(head)) return;
    this.#heard.add(head);
    const onGrip = (event: Event): Column | undefined =>
      (event.target as Element).matches('.grip') ? this.#columnOf(head) : undefined;
    head.addEventListener('pointerdown', (event) => {
      const column = onGrip(event);
      if (column) this.resize.drag(event, column, event.target as HTMLElement);
    });
    head.addEventListener('contextmenu', (event) => {
      const column = this.#columnOf(head);
      if (!column || this.model.segment === 'trash' || !head.querySelector('button')) return;
      event.preventDefault();
      this.#open(head, column);
    });
  }

  /** The head that has the focus. */
  #here(): readonly [HTMLElement, Column] | null {
    const root = this.model.host.shadowRoot;
    const head = root && activeIn(root)?.closest<HTMLElement>('.lrow--head > [role=columnheader]:not(.pick)');
    const column = head ? this.#columnOf(head) : undefined;
    return head && column && this.model.segment !== 'trash' ? [head, column] : null;
  }

  /** Their keys; where no head has the focus, those of the rows. */
  keys(rows: Shortcuts): Shortcuts {
    const width = (turns: 1 | -1) => (): boolean => {
      const here = this.#here();
      if (!here) return false;
      this.resize.by(here[1], here[0].matches(':dir(rtl)') ? (-turns as 1 | -1) : turns);
      return true;
    };
    const menu = (event: KeyboardEvent): boolean | void => {
      const here = this.#here();
      if (!here) return rows['shift+f10']?.(event);
      this.#open(...here);
    };
    return { 'shift+arrowright': width(1), 'shift+arrowleft': width(-1), contextmenu: menu, 'shift+f10': menu };
  }

  #open(head: HTMLElement, column: Column): void {
    const { model, resize } = this;
    this.menu.open(head.querySelector('button') ?? head, () => {
      const { inbox: t } = model.t;
      const name = column.name(model.t);
      const sort = (descending: boolean): MenuItem => ({
        id: descending ? 'down' : 'up',
        label: descending ? t.descending : t.ascending,
        icon: icons.sort,
        run: () => {
          setOrder(model, [{ field: column.id, descending }]);
          model.say(t.sortedSaid(name, descending));
        },
      });
      return {
        label: name,
        items: [
          { head: name },
          ...(column.unsorted ? [] : [sort(false), sort(true), 'separator' as const]),
          ...resize.items(column, t),
          ...(column.cell === 'lead'
            ? []
            : ['separator' as const, { id: 'hide', label: t.hide, icon: icons.x, run: () => this.#hide(column) }]),
        ],
      };
    });
  }

  #hide(column: Column): void {
    const { model } = this;
    setColumns(
      model,
      model.columns.map(({ id }) => id).filter((id) => id !== column.id),
    );
    model.say(model.t.inbox.hidden(column.name(model.t)));
    this.settle();
  }
}
