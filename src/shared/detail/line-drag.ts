import type { ReactiveControllerHost } from 'lit';
import type { Id } from '../../domain/records.js';
import { Drag } from '../drag.js';
import { scrollersAround } from '../drag-scroll.js';

/** The lines of a list that one puts in order. */
export interface LineDragOptions<T> {
  /** A line's element, and the `data-` attribute that has its id, in camel case. */
  readonly selector: string;
  readonly key: string;
  /** What in a line answers a press by itself. */
  readonly answers: string;
  /** In their order. */
  readonly lines: () => readonly T[];
  readonly may: () => boolean;
  /** @param before null = to the end */
  readonly put: (line: T, before: Id | null) => void;
}

/** Pixels that the picture of a line may be wide. */
const WIDE = 320;

/**
 * Lines that are dragged into another order: one takes the place of the line it is let go over, and that one moves up or down.
 * The edge at which it would come to stand is marked by `data-over`, what is lifted by `data-gone`; nothing is drawn for it.
 */
export class LineDrag<T extends { readonly id: Id }> {
  readonly #options: LineDragOptions<T>;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #over: HTMLElement | null = null;
  #gone: HTMLElement | null = null;
  #scrollers: readonly HTMLElement[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, options: LineDragOptions<T>) {
    this.#host = host;
    this.#options = options;
    const { selector, answers, may } = options;
    new Drag<T>(host, {
      grip: (event) => {
        const target = event.composedPath()[0];
        if (!(target instanceof Element) || target.closest(answers)) return null;
        const element = target.closest<HTMLElement>(selector);
        const item = options.lines().find(({ id }) => id === this.#idOf(element));
        return element && item && may() ? { item, element, width: WIDE } : null;
      },
      onLift: (line) => {
        this.#gone = this.#rows().find((row) => this.#idOf(row) === line.id) ?? null;
        this.#gone?.toggleAttribute('data-gone', true);
        this.#scrollers = this.#gone ? [...scrollersAround(this.#gone)] : [];
      },
      onOver: (line, target) => this.#show(line, target?.closest<HTMLElement>(selector) ?? null),
      onDrop: (line, target) => {
        const over = this.#idOf(target?.closest<HTMLElement>(selector) ?? null);
        this.#clear();
        if (over !== undefined && over !== line.id) options.put(line, this.#before(line, over));
      },
      onCancel: () => this.#clear(),
      scrollers: () => this.#scrollers,
      stillThere: (line) => options.lines().some(({ id }) => id === line.id),
    });
  }

  #rows(): readonly HTMLElement[] {
    const rows = this.#host.shadowRoot?.querySelectorAll<HTMLElement>(`${this.#options.selector}:not(.drag-ghost)`);
    return [...(rows ?? [])];
  }

  #idOf(row: HTMLElement | null): Id | undefined {
    return row?.dataset[this.#options.key];
  }

  #isBelow(line: T, over: Id): boolean {
    const ids = this.#options.lines().map(({ id }) => id);
    return ids.indexOf(line.id) < ids.indexOf(over);
  }

  /** Dragged down it takes the place of the line below the pointer, and that one moves up. */
  #before(line: T, over: Id): Id | null {
    const ids = this.#options.lines().map(({ id }) => id);
    return this.#isBelow(line, over) ? (ids[ids.indexOf(over) + 1] ?? null) : over;
  }

  #show(line: T, row: HTMLElement | null): void {
    const id = this.#idOf(row);
    const over = id === undefined || id === line.id ? null : row;
    if (this.#over === over) return;
    this.#over?.removeAttribute('data-over');
    if (over && id !== undefined) over.dataset['over'] = this.#isBelow(line, id) ? 'after' : 'before';
    this.#over = over;
  }

  #clear(): void {
    this.#over?.removeAttribute('data-over');
    this.#gone?.removeAttribute('data-gone');
    this.#over = this.#gone = null;
    this.#scrollers = [];
  }
}
