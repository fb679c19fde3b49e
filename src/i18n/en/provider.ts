import { provider as first } from '../first/provider.js';

/** What the provider says while there is nothing to show. */
export const provider = {
  ...first,
  waiting: 'Not connected yet.',
  waitingHow: 'Give <crm-provider> a database name, an adapter or a store.',
  failed: 'The records could not be opened. Nothing is lost.',
  retry: 'Try again',
};
