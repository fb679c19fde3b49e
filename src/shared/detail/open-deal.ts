import type { Id } from '../../domain/records.js';
import { activeIn } from '../active.js';
import { hasLostFocus } from '../keep-focus.js';
import { openRecord } from '../open-record.js';
import type { DetailModel } from './model.js';

/**
 * Opens a deal from within a detail. Where that one shows it itself, what led there goes while the deal is on its way: whoever
 * was in it goes on at the title. Whoever was elsewhere stays there.
 */
export function openDeal({ host, crm, shown }: Pick<DetailModel, 'host' | 'crm' | 'shown'>, id: Id): void {
  const here = hasLostFocus(host) || (host.shadowRoot !== null && activeIn(host.shadowRoot) !== null);
  openRecord(crm, 'deal', id);
  if (here && shown() === id) host.focus({ preventScroll: true });
}
