/** What runs inside the page of the kill test. Each function stands alone: it is sent to the page as text. */
import type * as SampleFile from '../../../demo/sample/sample.js';

export interface ImportJob {
  readonly importId: string;
  readonly leads: number;
  readonly seed: number;
  /** Milliseconds: rows are the same each time they are made. */
  readonly now: number;
}

/** Imports the sample, or carries on with it. */
export async function importAgain(job: ImportJob): Promise<{ created: number; unchanged: number; total: number }> {
  const store = document.querySelector('crm-provider')!.store!;
  const { Sample } = (await import(
    /* @vite-ignore */ new URL('sample/sample.ts', location.href).href
  )) as typeof SampleFile;
  const today = new Date(job.now).toISOString().slice(0, 10);
  const sample = new Sample({ ...job, today, userId: store.settings.user.id, stages: [], labels: [] });
  const { created, unchanged } = await store.importRows({
    importId: job.importId,
    fileName: 'killed.csv',
    fileHash: 'killed',
    total: sample.total,
    rows: sample.rows(),
    onProgress: (done) => Reflect.set(globalThis, 'progress:import', done),
  });
  return { created, unchanged, total: sample.total };
}

export async function convertSome(count: number): Promise<void> {
  const store = document.querySelector('crm-provider')!.store!;
  const ids = await store.ids({ kind: 'lead', order: [{ field: 'createdAt' }] });
  const plan = await store.plan('leads-convert', { ids: ids.slice(0, count) });
  await store.run(plan, { onProgress: (done) => Reflect.set(globalThis, 'progress:conversion', done) });
}

export interface Truth {
  /** Titles of rows of which some changes are stored and some are not. */
  readonly half: readonly string[];
  readonly rows: number;
  /** What the import's own chunks say is there. */
  readonly counted: number;
  readonly leads: number;
  readonly deals: number;
  /** Of conversions that stand. */
  readonly receipts: number;
  readonly wrong: readonly string[];
}

export async function truthOf(job: ImportJob): Promise<Truth> {
  const store = document.querySelector('crm-provider')!.store!;
  const { Sample } = (await import(
    /* @vite-ignore */ new URL('sample/sample.ts', location.href).href
  )) as typeof SampleFile;
  const kinds = [
    'lead',
    'deal',
    'person',
    'organization',
    'note',
    'activity',
    'label',
    'conversion',
    'importChunk',
  ] as const;
  const all = new Map<string, Map<string, Record<string, unknown>>>();
  for (const kind of kinds) {
    const found = new Map<string, Record<string, unknown>>();
    for (;;) {
      const { records } = await store.read({
        kind,
        order: [{ field: 'id' }],
        window: { offset: found.size, limit: 1000 },
      });
      for (const record of records) found.set(record.id, record as unknown as Record<string, unknown>);
      if (records.length < 1000) break;
    }
    all.set(kind, found);
  }
  const of = (kind: string): Map<string, Record<string, unknown>> => all.get(kind)!;
  const today = new Date(job.now).toISOString().slice(0, 10);
  const sample = new Sample({ ...job, today, userId: store.settings.user.id, stages: [], labels: [] });
  const again = new Sample({ ...job, today, userId: store.settings.user.id, stages: [], labels: [] });
  const half: string[] = [];
  let rows = 0;
  for (const row of sample.rows()) {
    // A lead that has been converted is there as its receipt.
    const there = row.changes.filter(
      ({ kind, id }) => of(kind).has(id) || (kind === 'lead' && of('conversion').has(id)),
    );
    if (there.length === row.changes.length) rows++;
    else if (there.length > 0) half.push(row.title);
  }
  // What the chunks have written down as made is what an undo would take out again.
  let counted = 0;
  const made = new Set<string>();
  for (const chunk of of('importChunk').values())
    for (const [, id] of chunk['made'] as readonly (readonly [string, string])[]) made.add(id);
  for (const row of again.rows()) if (row.changes.every(({ id }) => made.has(id))) counted++;
  const wrong: string[] = [];
  const dealIds = new Set<string>();
  for (const [id, receipt] of of('conversion')) {
    const deal = String(receipt['dealId']);
    if (of('lead').has(id)) wrong.push(`${id} is a lead and has a receipt`);
    if (!of('deal').has(deal)) wrong.push(`the deal of ${id} is not there`);
    if (dealIds.has(deal)) wrong.push(`${deal} is the deal of two leads`);
    dealIds.add(deal);
    for (const kind of ['note', 'activity'])
      for (const child of of(kind).values())
        if (child['leadId'] === id) wrong.push(`a ${kind} hangs on the lead ${id}, which is gone`);
  }
  return {
    half,
    rows,
    counted,
    leads: of('lead').size,
    deals: of('deal').size,
    receipts: of('conversion').size,
    wrong,
  };
}
