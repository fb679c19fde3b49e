/**
 * Runs in every test page before the test framework does.
 *
 * Browsers report "ResizeObserver loop completed with undelivered notifications" as an error of the page when an
 * observer's callback changes a size; the notification is delivered a frame later and nothing is lost. Mocha would fail
 * whichever test happens to run. Only this message is kept from it.
 */
window.addEventListener('error', (event) => {
  if (event.message.startsWith('ResizeObserver loop')) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }
});

/**
 * Lit warns, once a page, of an element that asks for another update while it is being updated: each of its drawings
 * costs two then. Here every such warning is an error of the page, and fails the test that runs.
 */
class Issued extends Set<string> {
  override add(warning: string): this {
    if (!warning.includes('change-in-update')) return super.add(warning);
    reportError(new Error(warning));
    return this;
  }
}
(globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings = new Issued();
