/**
 * Begins to open the databases of the providers that the page has written already, before the code of the elements is run:
 * the browser does the one while the page does the other. What is begun for nothing is closed again.
 */
import { beginToOpen } from '../shared/early-open.js';

for (const provider of globalThis.document?.querySelectorAll('crm-provider[database]') ?? []) {
  const name = provider.getAttribute('database');
  if (name) beginToOpen(name);
}
