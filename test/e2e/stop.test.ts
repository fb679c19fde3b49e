/** Stop, in a sample of 100,000 and in an import: said in the very next frame, and what is told to be stored is what is stored. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { importer, sheet, toCheck } from './support/import-acts.js';
import { recordsOf } from './support/records.js';
import { embedded, openStage, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

/** Reads the words of a place two frames after each press of the mouse: what a person has seen by then. */
async function watchPress(tab: Tab, path: readonly string[]): Promise<void> {
  await tab.page.evaluate((steps) => {
    const words = (): string => {
      let root: ParentNode = document;
      for (const step of steps) {
        const found: Element | null = root.querySelector(step);
        root = found?.shadowRoot ?? found ?? document;
      }
      return root.textContent ?? '';
    };
    addEventListener(
      'click',
      () =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => void (document.body.dataset['pressed'] ??= words().replace(/\s+/g, ' '))),
        ),
      { capture: true, once: true },
    );
  }, path);
}
const seen = (tab: Tab): Promise<string> => tab.until('two frames', () => document.body.dataset['pressed'] ?? null);
const number = (text: string): number => Number(text.replace(/\D/g, ''));

describe('Stop', () => {
  let stage: Stage;
  before(async () => void (stage = await openStage('chromium')));
  after(() => stage?.close());

  test('in a sample of 100,000', async () => {
    const tab = await (await stage.person()).tab();
    await tab.go(stage.url + embedded.path);
    await tab.press('[data-sample="100000"]');
    await tab.says('#load', 'Loading the sample: 1,');
    await watchPress(tab, ['#load']);
    await tab.press('#load >> button', 'Stop');
    assert.match(await seen(tab), /Stopp(?:ing…|ed: )/);
    const said = await tab.says('#load', 'Stopped: ');
    const [, told] = /Stopped: ([\d,]+) leads and deals are there, and stay\./.exec(said) ?? [];
    const [leads, deals] = [await recordsOf(tab, 'lead'), await recordsOf(tab, 'deal')];
    assert.equal(number(told ?? ''), leads.length + deals.length);
    const [receipt, another] = await recordsOf(tab, 'import');
    assert.deepEqual([receipt!.state, receipt!.created, another], ['stopped', leads.length + deals.length, undefined]);
    await tab.says('lead-inbox >> .foot', `${leads.length.toLocaleString('en')} leads`);
  });

  test('in an import of 20,000 rows', async () => {
    const tab = await (await stage.person()).tab();
    await tab.go(stage.url + embedded.path);
    const lines = Array.from({ length: 20_000 }, (_, i) => `Person ${i},Company ${i % 900},p${i}@x.example,${i}.50`);
    await toCheck(tab, sheet(stage, 'many.csv', ['Contact,Company,E-mail,Value', ...lines]));
    await tab.press(`${importer} >> [data-next]`);
    await tab.says(`${importer} >> .big-n`, '1,');
    await watchPress(tab, ['lead-inbox', 'lead-import', '.wiz-foot']);
    await tab.press(`${importer} >> [data-stop]`);
    assert.doesNotMatch(
      await seen(tab),
      /\bStop\b(?! keeps)/,
      'it does not stand there as if nothing had been pressed',
    );
    const told = number(
      /Stopped\. ([\d,]+) leads imported/.exec(await tab.says(`${importer} >> .told`, 'Stopped. '))![1]!,
    );
    const leads = await recordsOf(tab, 'lead');
    assert.equal(told, leads.length);
    const [receipt] = await recordsOf(tab, 'import');
    assert.deepEqual([receipt!.state, receipt!.created], ['stopped', leads.length]);
    const facts = (await tab.texts(`${importer} >> .facts`)).join(' ');
    assert.ok(facts.includes(`${(20_000 - told).toLocaleString('en')} not begun`), facts);
  });
});
