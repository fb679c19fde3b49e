import type { CrmStore } from '../src/store/api.js';

/** What is done to the products, participants and projects of `deal`; `yard` is merged into it on the way. */
export async function workOnBeside(store: CrmStore): Promise<string> {
  const lineOf = async (dealId: string, name: string, price: string): Promise<string> => {
    const { changes } = await store.execute('deal-products-add', {
      dealId,
      lines: [{ name, price, quantity: '2' }],
    });
    return changes.find(({ kind }) => kind === 'dealProduct')?.id ?? '';
  };
  const dealId = 'deal';
  const hosting = await lineOf('yard', 'Hosting, Frankfurt', '1475');
  await store.execute('deal-product-edit', { id: hosting, fields: { quantity: '12' } });
  await store.mergeDeals({ ids: [dealId, 'yard'], survivorId: dealId });
  const licence = await lineOf(dealId, 'Platform licence', '1200');
  const training = await lineOf(dealId, 'Schulung vor Ort, Bielefeld', '1450');
  await store.execute('deal-product-edit', { id: licence, fields: { quantity: '40', discount: '10' } });
  await store.execute('deal-product-edit', { id: training, fields: { comment: 'Two groups, one day each' } });
  await store.execute('deal-products-delete', { dealId, ids: [training] });
  const roll = await store.execute('project-add', { title: 'Roll-out', dealIds: [dealId], phase: 'Kick-off' });
  const id = roll.outcomes[0]?.id ?? '';
  await store.execute('project-edit', { id, fields: { phase: 'Training' } });
  await store.execute('project-unlink', { id, dealId });
  const person = { name: 'Selin Aksoy' };
  const made = await store.execute('participant-add', { dealId, person, role: 'Buyer' });
  await store.execute('participant-edit', { id: made.outcomes[0]?.id ?? '', role: 'Decides' });
  return dealId;
}
