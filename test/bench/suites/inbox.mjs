/** The inbox over records in memory, against plain DOM over an array. */
import { act, heap, inTurn, median, openPage, recordBytes, settle } from '../stage.mjs';

export const pages = ['kit-inbox', 'limit-inbox', 'records'];

const SPEED = 6000;

async function scroll(page, seconds) {
  const { x, y } = await act(page, 'place');
  const client = await page.createCDPSession();
  await act(page, 'watch');
  await client.send('Input.synthesizeScrollGesture', {
    x,
    y,
    yDistance: -SPEED * seconds,
    speed: SPEED,
    preventFling: true,
    gestureSourceType: 'mouse',
  });
  const frames = await act(page, 'unwatch');
  await client.detach();
  return frames;
}

async function measure(browser, url, leads, seconds, records) {
  const page = await openPage(browser, url);
  await act(page, 'prepare', leads);
  const first = await act(page, 'first');
  await settle();
  const keys = await act(page, 'type');
  const sorts = await act(page, 'sort');
  const frames = await scroll(page, seconds);
  const all = await act(page, 'all');
  const elements = await act(page, 'elements');
  const beyond = (await heap(page)) - records;
  await page.close();
  return {
    first,
    key: median(keys),
    worst: Math.max(...keys),
    sort: median(sorts),
    all,
    dropped: frames.dropped,
    blank: frames.blank,
    elements,
    beyond,
  };
}

export async function run({ browser, url, quick, table }) {
  for (const leads of quick ? [10_000] : [10_000, 100_000]) {
    const records = await recordBytes(browser, url, { leads });
    const result = await inTurn(quick ? 1 : 3, (side) =>
      measure(browser, `${url}/${side}-inbox.html`, leads, quick ? 1 : 3, records),
    );
    const big = leads === 100_000;
    const add = (name, key, goal, unit = 'ms') =>
      table.add(`inbox, ${leads / 1000}k: ${name}`, { ...result[key], goal: big ? goal : undefined, unit });
    add('first render', 'first', 2);
    add('keystroke to painted filter, median', 'key', 1.6);
    add('worst keystroke', 'worst', 2);
    add('sort to painted', 'sort', 1.6);
    add('select all', 'all', 2);
    for (const name of ['dropped', 'blank']) {
      const { kit, limit } = result[name];
      table.add(`inbox, ${leads / 1000}k: ${name} frames at ${SPEED} px/s`, {
        kit,
        limit,
        unit: '',
        atMost: big || quick ? 0 : undefined,
      });
    }
    add('DOM elements', 'elements', 2, '');
    add(`heap beyond the data (${(records / 1e6).toFixed(1)} MB of records)`, 'beyond', 2, 'MB');
  }
}
