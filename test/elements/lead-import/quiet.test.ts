import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  all,
  button,
  checked,
  click,
  counts,
  csv,
  one,
  stand,
  text,
  toCheck,
  toColumns,
  toReport,
  until,
} from './support.js';

/** What the console says while it runs. Lit tells each thing once a page: here it forgets before what it has told. */
async function warnings(act: () => Promise<void>): Promise<readonly string[]> {
  const { litIssuedWarnings: issued } = globalThis as { litIssuedWarnings?: Set<string | undefined> };
  expect(issued, 'Lit is the build that warns').to.be.instanceOf(Set);
  for (const text of [...issued!]) if (text?.includes('scheduled an update')) issued!.delete(text);
  for (const code of ['change-in-update']) issued!.delete(code);
  const said: string[] = [];
  const { warn, error } = console;
  console.warn = console.error = (...parts: unknown[]) => void said.push(parts.map(String).join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
    console.error = error;
  }
  return said;
}

describe('lead-import: the console', () => {
  it('stays empty on the whole way, cells that are mended and a label included', async () => {
    const { importer } = await stand();
    const said = await warnings(async () => {
      const lines = [
        'Ada;1200,50',
        'Grace;auf Anfrage',
        'Edsger;viel',
        'Alan;2,5',
        'Barbara;7,25',
        'Donald;wenig',
        ';1',
      ];
      await toColumns(importer, csv(['Contact;Value', ...lines]));
      await toCheck(importer);
      const open = async (value: string): Promise<HTMLInputElement> => {
        await click(button(importer, `Value: ${value}. Mend`));
        await until(importer, () => all(importer, 'input.mend').length === 1, 'a field opens');
        return one<HTMLInputElement>(importer, 'input.mend');
      };
      const closed = (): boolean => all(importer, 'input.mend').length === 0;

      await open('auf Anfrage');
      await sendKeys({ type: '99,90' });
      await sendKeys({ press: 'Enter' });
      await until(importer, () => closed() && counts(importer)['create'] === 4, 'Enter mends it');

      await open('viel');
      await sendKeys({ type: '1' });
      await sendKeys({ press: 'Escape' });
      await until(importer, closed, 'Escape leaves it');
      expect(text(button(importer, 'Value: viel. Mend'))).to.equal('viel');
      expect(counts(importer)['create'], 'as it was').to.equal(4);

      await open('viel');
      await sendKeys({ type: '3' });
      await sendKeys({ press: 'Tab' });
      await until(importer, () => closed() && counts(importer)['create'] === 5, 'so does going elsewhere');

      await click(button(importer, 'Add label'));
      await sendKeys({ type: 'Messe 2026' });
      await sendKeys({ press: 'Enter' });
      await until(importer, () => all(importer, '.labels .label').length === 1, 'the label is shown, once');
      await checked(importer);
      await toReport(importer);
    });
    expect(said).to.deep.equal([]);
  });
});
