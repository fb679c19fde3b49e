/** What people do in an inbox, for the stories that show what becomes of it. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import '../../src/define/crm-provider.js';
import '../../src/define/lead-detail.js';
import '../../src/define/lead-import.js';
import '../../src/define/lead-inbox.js';
import type { Hands } from './hands.js';

export const inbox = (): TemplateResult => html`<lead-inbox style="block-size: 100%"></lead-inbox>`;

/** The pointer comes over a row: its actions are drawn. */
export async function hover(hands: Hands, id: string): Promise<void> {
  const row = await hands.find(`.lrow[data-id="${id}"]`);
  row.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }));
  await hands.find(`.lrow[data-id="${id}"] .rowacts`);
}
