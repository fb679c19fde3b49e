/** What people do in an inbox, for the stories that show what becomes of it. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import '../../src/define/crm-provider.js';
import '../../src/define/lead-detail.js';
import '../../src/define/lead-import.js';
import '../../src/define/lead-inbox.js';
import { until } from './hands.js';
import type { Hands } from './hands.js';

export const inbox = (): TemplateResult => html`<lead-inbox style="block-size: 100%"></lead-inbox>`;

/** The pointer comes over a row: its actions are drawn. It goes on moving until what draws them has come. */
export async function hover(hands: Hands, id: string): Promise<void> {
  const row = await hands.find(`.lrow[data-id="${id}"]`);
  await until(() => {
    row.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }));
    return row.querySelector('.rowacts');
  }, `the actions of ${id}`);
  await hands.find(`.lrow[data-id="${id}"] .rowacts`);
}
