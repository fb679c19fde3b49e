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
