import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, csv, one, stand, standAtColumns, still, text, toCheck, toColumns, toReport, until } from './support.js';

const file = csv([
  'Contact;Company;Value;Region',
  'Ada;Engines;1,50;x9',
  ';;2,50;x8',
  'Grace;Cobol;viel;x7',
  'Alan;;3,75;x6',
]);

describe('lead-import: for everybody', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`has no axe violations in any step, ${theme}`, async () => {
      const { importer } = await stand([], { theme });
      importer.parentElement!.style.background = theme === 'dark' ? '#111' : '#fff';
      await still(importer);
      await expect(importer).to.be.accessible();
      await toColumns(importer, file);
      await still(importer);
      await expect(importer).to.be.accessible();
      await toCheck(importer);
      await still(importer);
      await expect(importer).to.be.accessible();
      await toReport(importer);
      await still(importer);
      await expect(importer).to.be.accessible();
    });
  }

  it('is done with the keyboard alone; the focus goes to the heading of each step', async () => {
    const { importer } = await standAtColumns(file);
    const focused = (): string => text(importer.shadowRoot!.activeElement ?? importer);
    await until(importer, () => focused() === 'Step 2 of 4: Columns', 'the heading of the columns');
    one(importer, '[data-next]').focus();
    await sendKeys({ press: 'Enter' });
    await until(importer, () => focused() === 'Step 3 of 4: Check', 'the heading of the rows');
    await until(
      importer,
      () => all(importer, '.verdict').length > 0 && all(importer, '[role=progressbar]').length === 0,
      'checked',
    );
    expect(
      text(all(importer, '[role=status]').at(-1)!) +
        all(importer, '.sr[role=status]')
          .map((one) => one.textContent)
          .join(' '),
    ).to.contain('Create 2');
    one(importer, '[data-next]').focus();
    await sendKeys({ press: 'Enter' });
    await until(importer, () => all(importer, '[data-finish]').length > 0, 'the report');
    await until(importer, () => focused() === 'Step 4 of 4: Import', 'the heading of the report');
  });

  it('speaks Turkish', async () => {
    const { importer } = await stand([], { lang: 'tr' });
    await until(
      importer,
      () => text(importer.shadowRoot!.querySelector('h2')!) === 'Fırsatları içe aktar',
      'the words have come',
    );
    await toColumns(importer, file);
    expect(text(one(importer, '[data-next]'))).to.equal('4 satırı kontrol et');
    one(importer, '[data-next]').click();
    await until(
      importer,
      () => all(importer, '.verdict').length > 0 && all(importer, '[role=progressbar]').length === 0,
      'checked',
    );
    expect(text(one(importer, '.wiz-body')))
      .to.contain('Bir fırsat için kişi ya da kuruluş gerekir.')
      .and.contain('Ada fırsatı');
  });

  for (const [name, options] of [
    ['at 390 px', { width: 390 }],
    ['at 390 px from right to left', { width: 390, dir: 'rtl' }],
  ] as const) {
    it(`stays within its width ${name}, in every step`, async () => {
      const { importer } = await stand([], options);
      const fits = (): void => {
        const box = importer.getBoundingClientRect();
        for (const part of all(importer, '.wiz-head, .wiz-body > *, .wiz-foot > *')) {
          if (!part.checkVisibility() || part.classList.contains('sr')) continue;
          const { left, right } = part.getBoundingClientRect();
          expect(left, part.className).to.be.at.least(box.left - 1);
          expect(right, part.className).to.be.at.most(box.right + 1);
        }
      };
      fits();
      await toColumns(importer, file);
      fits();
      await toCheck(importer);
      fits();
      await toReport(importer);
      fits();
    });
  }
});
