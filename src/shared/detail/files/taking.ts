import { activeIn } from '../../active.js';
import { Connection } from '../../connection.js';
import type { DetailModel } from '../model.js';
import { showsFiles } from './shown.js';
import { bringsFiles, takenFrom } from './taken.js';
import type { Taken } from './taken.js';

/** By which way files came. */
export type Way = 'chosen' | 'dropped' | 'pasted' | 'written';

/** Where a pasted file is one for the record, and not for a page around it. */
const pasteHere = '#files, .composer';

/** What is dropped anywhere on a detail, or pasted into it, as far as it is files. */
export class Taking {
  /** Files are dragged over the detail. */
  over = false;
  #leaving: AbortController | undefined;

  constructor(
    readonly model: DetailModel,
    /** Why nothing may be attached; undefined = it may. */
    readonly why: () => string | undefined,
    readonly take: (taken: Taken, way: Way) => void,
  ) {
    const { host } = model;
    new Connection(host, (signal) => {
      host.addEventListener('dragenter', this.#dragged, { signal });
      host.addEventListener('dragover', this.#dragged, { signal });
      host.addEventListener('dragleave', this.#left, { signal });
      host.addEventListener('drop', this.#dropped, { signal });
      // Where the focus is on a button, browsers tell the body of a paste.
      host.ownerDocument.addEventListener('paste', this.#pasted, { signal });
      return () => this.#show(false);
    });
  }

  get #on(): boolean {
    return this.model.record !== null && showsFiles(this.model);
  }

  readonly #dragged = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (!bringsFiles(dataTransfer) || !this.#on || (event.defaultPrevented && !this.over)) return;
    // Also where it does not count: a browser would leave the page for what is dropped.
    event.preventDefault();
    const covered = isCovered(event);
    dataTransfer.dropEffect = covered || this.why() !== undefined ? 'none' : 'copy';
    this.#show(!covered);
  };

  readonly #left = (event: DragEvent): void => {
    if (!this.over) return;
    const { host } = this.model;
    const [from] = event.composedPath();
    const to = event.relatedTarget;
    // Once it is drawn the zone covers everything: what leaves that one leaves the detail.
    const zone = from instanceof Element && from.classList.contains('drop-zone');
    const away = to instanceof Node && !host.contains(to) && !host.shadowRoot?.contains(to);
    if (zone ? to === null || away || to === host : away) this.#show(false);
  };

  readonly #dropped = (event: DragEvent): void => {
    const { dataTransfer } = event;
    const { over } = this;
    this.#show(false);
    if (!bringsFiles(dataTransfer) || !this.#on || (event.defaultPrevented && !over)) return;
    event.preventDefault();
    if (!isCovered(event) && this.why() === undefined) this.take(takenFrom(dataTransfer), 'dropped');
  };

  readonly #pasted = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    const root = this.model.host.shadowRoot;
    if (!root || !bringsFiles(clipboardData) || !this.#on || event.defaultPrevented) return;
    const active = activeIn(root);
    if (!active?.closest(pasteHere) || this.why() !== undefined) return;
    // Cells of a sheet and words of a letter come as text and as a picture of it: into a field goes the text.
    const writes = active.matches('input, textarea') && clipboardData.types.includes('text/plain');
    if (writes) return;
    event.preventDefault();
    this.take(takenFrom(clipboardData), active.closest('.composer') ? 'written' : 'pasted');
  };

  #show(over: boolean): void {
    if (over === this.over) return;
    this.over = over;
    this.#leaving?.abort();
    this.#leaving = undefined;
    if (over) this.#watch((this.#leaving = new AbortController()).signal);
    this.model.update();
  }

  /** Not every browser tells of every way out: a pointer that moves has nothing in its hand any more. */
  #watch(signal: AbortSignal): void {
    const { host } = this.model;
    const page = host.ownerDocument;
    const gone = (): void => this.#show(false);
    const elsewhere = (event: Event): void => {
      if (!event.composedPath().includes(host)) gone();
    };
    page.addEventListener('dragover', elsewhere, { signal });
    page.addEventListener('drop', elsewhere, { signal });
    page.addEventListener('dragend', gone, { signal });
    page.addEventListener('pointermove', gone, { signal });
  }
}

/** A dialog stands over the detail: what is dropped there is not meant for what is below it. */
function isCovered(event: Event): boolean {
  return event.composedPath().some((each) => each instanceof HTMLDialogElement);
}
