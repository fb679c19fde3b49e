import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aField, aStage, creation } from '../../../src/testing/fixtures.js';
import { opened } from '../../shared/support/convert-stand.js';
import { dealsOf, stand } from '../../shared/support/stand.js';

describe('converting one lead: two days', () => {
  it('takes the two days that its stage needs as two days', async () => {
    const { store } = await stand(1, [
      creation('field', aField({ id: 'service', name: 'Service window', type: 'dateRange' })),
      creation('stage', aStage({ id: 'stage-4', name: 'Demo', rank: 'a3', requiredFields: ['custom.service'] })),
    ]);
    const element = await opened(store);
    element.find('.stages input:checked').focus();
    for (const _ of [1, 2, 3]) await sendKeys({ press: 'ArrowRight' });
    await element.says('Demo needs one more answer.');
    element.field('From').focus();
    element.fill(element.field('From'), '2026-12-24');
    await sendKeys({ press: 'Enter' });
    await element.says('Choose both days');
    expect(await dealsOf(store), 'half of them is no answer').to.have.length(0);
    expect(element.active).to.equal(element.field('Until'));
    element.fill(element.field('Until'), '2026-12-31');
    await sendKeys({ press: 'Enter' });
    await element.closed();
    const [deal] = (await store.read({ kind: 'deal', window: { offset: 0, limit: 5 } })).records;
    expect(deal!.custom).to.deep.equal({ service: ['2026-12-24', '2026-12-31'] });
  });
});
