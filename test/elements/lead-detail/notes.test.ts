/** Notes with marks: written by keys, shown as what they mean, and kept as they were typed. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/lead-detail.js';
import type { LeadDetail } from '../../../src/elements/lead-detail/lead-detail.js';
import { aLead, aNote, creation } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, still, text, type } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const marked = '**Budget** is _fixed_:\n- 40 seats\n- see [the offer](https://example.com/offer)\n> No more than that';

const stand = (options: Parameters<typeof detailStand>[2] = {}): Promise<DetailStand<LeadDetail>> =>
  detailStand(
    () => Object.assign(document.createElement('lead-detail'), { leadId: 'one' }),
    [
      creation('lead', aLead({ id: 'one', title: 'Crane', personId: 'person-1', labelIds: [], seen: true })),
      creation('note', aNote({ id: 'note-1', leadId: 'one', text: marked, pinned: true })),
    ],
    options,
  );

const field = (detail: LeadDetail): HTMLTextAreaElement => one<HTMLTextAreaElement>(detail, '#new-note');
const mod = /Mac/u.test(navigator.platform) ? 'Meta' : 'Control';

async function chord(key: string): Promise<void> {
  await sendKeys({ down: mod });
  await sendKeys({ press: key });
  await sendKeys({ up: mod });
}
/** The last letters of what is written, chosen by keys. */
async function chooseBack(letters: number): Promise<void> {
  await sendKeys({ down: 'Shift' });
  for (let i = 0; i < letters; i++) await sendKeys({ press: 'ArrowLeft' });
  await sendKeys({ up: 'Shift' });
}

describe('<lead-detail>: notes with marks', () => {
  it('shows what the marks mean, in History and in Focus, and edits what was typed', async () => {
    const { detail } = await stand();
    await waitUntil(() => detail.shadowRoot?.querySelector('.tl-card .note') != null);
    for (const place of ['.tl-card', '.focus-item']) {
      const all = (selector: string): string[] =>
        [...detail.shadowRoot!.querySelectorAll(`${place} .note ${selector}`)].map((each) => each.textContent);
      expect(all('strong')).to.deep.equal(['Budget']);
      expect(all('li')).to.deep.equal(['40 seats', 'see the offer']);
      expect(all('blockquote')).to.deep.equal(['No more than that']);
      expect(all('a')).to.deep.equal(['the offer']);
    }
    await press(named(detail, 'Note actions'));
    await press(named(detail, 'Edit'));
    await waitUntil(() => detail.shadowRoot?.querySelector('textarea.input') != null, 'the field');
    expect(one<HTMLTextAreaElement>(detail, 'textarea.input').value).to.equal(marked);
  });

  it('puts marks around what is chosen and takes them off again, by key', async () => {
    const { detail } = await stand();
    await press(field(detail));
    await type('Ask for more');
    await chooseBack(4);
    await chord('b');
    expect(field(detail).value).to.equal('Ask for **more**');
    await chord('b');
    expect(field(detail).value).to.equal('Ask for more');
    await chord('i');
    expect(field(detail).value).to.equal('Ask for *more*');
    expect(text(detail, '.composer .hint'), 'which marks there are').to.contain('**bold**');
    await keys('ArrowRight');
    await keys('ArrowRight');
    await chord('b');
    await type('now');
    expect(field(detail).value, 'with nothing chosen one writes between them').to.equal('Ask for *more***now**');
    await press(named(detail, 'Save note'));
    await waitUntil(() => detail.shadowRoot!.querySelectorAll('.tl-card').length === 2, 'it is stored');
  });

  for (const theme of ['light', 'dark'] as const)
    it(`has no faults that axe finds, ${theme}`, async () => {
      const { detail } = await stand({ width: 390 });
      detail.theme = theme;
      await waitUntil(() => detail.shadowRoot?.querySelector('.tl-card .note') != null);
      await press(field(detail));
      await type('x');
      still(detail);
      await expect(detail).to.be.accessible();
    });
});
