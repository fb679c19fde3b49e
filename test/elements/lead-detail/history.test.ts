import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/lead-detail.js';
import type { Change } from '../../../src/domain/change.js';
import type { LeadDetail } from '../../../src/elements/lead-detail/lead-detail.js';
import { aLead, aNote, creation, minutesAfter } from '../../../src/testing/fixtures.js';
import { detailStand, one, press, text } from '../../shared/support/detail-stand.js';

const history = (count: number): Change[] => [
  creation('lead', aLead({ id: 'one', title: 'Solar roof', seen: true, createdAt: minutesAfter(-1) })),
  ...[...Array(count).keys()].map((at) =>
    creation('note', aNote({ id: `n${at}`, leadId: 'one', text: `Note ${at}`, createdAt: minutesAfter(at) })),
  ),
];

async function stand(count: number): Promise<LeadDetail> {
  const { detail } = await detailStand(
    () => Object.assign(document.createElement('lead-detail'), { leadId: 'one' }),
    history(count),
  );
  await waitUntil(() => lines(detail) > 0, 'the history');
  return detail;
}

const lines = (detail: LeadDetail): number => detail.shadowRoot!.querySelectorAll('.tl-line').length;

describe('<lead-detail>: a long history', () => {
  it('shows more and more of two thousand entries with each press, and says how many come', async () => {
    const detail = await stand(2000);
    const seen = [lines(detail)];
    while (detail.shadowRoot!.querySelector('[data-more]')) {
      const more = Number(/\d+/.exec(text(detail, '[data-more]'))![0]);
      await press(one(detail, '[data-more]'));
      const wanted = seen.at(-1)! + more;
      await waitUntil(() => lines(detail) === wanted, `${wanted} lines`);
      seen.push(wanted);
    }
    expect(seen).to.deep.equal([20, 60, 180, 540, 1040, 1540, 2001]);
    expect(text(detail, '.tl-part:last-child > .tl-line:last-child')).to.contain('Lead added');
  });

  it('says where the lead came from, and of one that was typed in that it was added by hand', async () => {
    for (const [lang, sourceName, said] of [
      ['en', 'Manually created', 'Lead added by hand'],
      ['en', 'Word of mouth', 'Lead added from Word of mouth'],
      ['tr', 'Elle eklendi', 'Fırsat eklendi kaynak: elle giriş'],
      ['tr', 'Manually created', 'Fırsat eklendi kaynak: elle giriş'],
    ] as const) {
      const { detail } = await detailStand(
        () => Object.assign(document.createElement('lead-detail'), { leadId: 'one' }),
        [creation('lead', aLead({ id: 'one', seen: true, origin: 'manual', sourceName }))],
        { lang },
      );
      await waitUntil(() => text(detail, '.tl-line').includes(said), `${lang}: ${said}`);
    }
  });

  it('draws what is asked for a part in each frame, so that none is long', async () => {
    const detail = await stand(2000);
    for (const wanted of [60, 180, 540]) {
      await press(one(detail, '[data-more]'));
      await waitUntil(() => lines(detail) === wanted);
    }
    const grown: number[] = [];
    let before = lines(detail);
    one(detail, '[data-more]').click();
    while (lines(detail) < 1040) {
      await new Promise(requestAnimationFrame);
      await detail.updateComplete;
      grown.push(lines(detail) - before);
      before = lines(detail);
    }
    expect(Math.max(...grown)).to.be.at.most(60);
    expect(text(detail, '[data-more]')).to.contain('500');
  });

  it('is one list of its lines, and lays out what is far down only when it comes near', async () => {
    const detail = await stand(200);
    for (const wanted of [60, 180, 201]) {
      await press(one(detail, '[data-more]'));
      await waitUntil(() => lines(detail) === wanted);
    }
    const list = one(detail, '.tl');
    const roles = [...list.querySelectorAll('[role]')].filter((element) => element.closest('.tl-head') === null);
    expect(list.getAttribute('role')).to.equal('list');
    expect(new Set(roles.map((element) => element.getAttribute('role')))).to.deep.equal(
      new Set(['presentation', 'listitem']),
    );
    const [first, last] = [one(detail, '.tl-line'), one(detail, '.tl-part:last-child > .tl-line:last-child')];
    const laidOut = (line: HTMLElement): boolean => line.checkVisibility({ contentVisibilityAuto: true });
    first.scrollIntoView();
    await waitUntil(() => laidOut(first) && !laidOut(last), 'only what is near');
    last.scrollIntoView();
    await waitUntil(() => laidOut(last), 'what has come near');
    const box = last.getBoundingClientRect();
    expect(box.top >= 0 && box.bottom <= innerHeight, 'it stays where it was gone to').to.equal(true);
  });

  it('keeps the focus when the last of it has come and the button has gone', async () => {
    const detail = await stand(30);
    one(detail, '[data-more]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => lines(detail) === 31 && !detail.shadowRoot!.querySelector('[data-more]'));
    await detail.updateComplete;
    const line = detail.shadowRoot!.activeElement?.closest('.tl-line');
    expect(line?.textContent, 'before what has come').to.contain('Note 10');
  });

  it('leaves every line alone that nothing has changed in', async () => {
    const detail = await stand(60);
    const list = one(detail, '.tl');
    const drawn: string[] = [];
    const observer = new MutationObserver((records) =>
      drawn.push(...records.map(({ target }) => target.textContent ?? '')),
    );
    observer.observe(list, { childList: true, subtree: true, attributes: true, characterData: true });
    detail.requestUpdate();
    await detail.updateComplete;
    drawn.push(...observer.takeRecords().map(({ target }) => target.textContent ?? ''));
    expect(drawn).to.deep.equal([]);
  });
});
