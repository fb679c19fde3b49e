/** What runs inside a page that is to miss what others do. */

/** Messages between tabs get lost: the channel takes them and delivers none. */
export function deafen(): void {
  globalThis.BroadcastChannel = class extends EventTarget {
    onmessage = null;
    onmessageerror = null;
    constructor(readonly name: string) {
      super();
    }
    postMessage(): void {
      // lost
    }
    close(): void {
      // nothing is open
    }
  };
}

/** Nobody tells the page that it is looked at again: it does not catch up, and what it shows stays old. */
export function unseen(): void {
  // The focus of elements passes through the window, too: that is not stopped.
  const stop = (event: Event): void => {
    if (event.target === window || event.target === document) event.stopImmediatePropagation();
  };
  for (const name of ['focus', 'pageshow']) window.addEventListener(name, stop, { capture: true });
  document.addEventListener('visibilitychange', stop, { capture: true });
}
