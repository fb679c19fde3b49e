import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/crm-provider.js';
import '../src/define/lead-import.js';
import { dates, fair, lines, many, numbered } from './import.data.js';
import type { Hands } from './support/hands.js';
import { story } from './support/story.js';

const meta: Meta = { title: 'lead-import', component: 'lead-import' };
export default meta;

const importer = (file?: () => File) => () => html`<lead-import .file=${file?.() ?? null}></lead-import>`;
const size = { width: 1040, height: 760, leads: 'none' } as const;

/** Chooses a file as a person does. */
async function choose(hands: Hands, file: File): Promise<void> {
  await hands.find('[data-choose]');
  const input = hands.canvas
    .querySelector('lead-import')!
    .shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What a column becomes: typed, and the first that is offered taken. */
async function become(hands: Hands, column: number, field: string): Promise<void> {
  await hands.type(`#to-${column}`, field);
  (await hands.find(`tr[data-column="${column}"] [role=option]`)).click();
}

async function check(hands: Hands): Promise<void> {
  await hands.find('tr[data-column]');
  await hands.click('[data-next]');
  await hands.find('.verdict');
}

async function report(hands: Hands): Promise<void> {
  await check(hands);
  await hands.click('[data-next]');
  await hands.find('[data-finish]');
}

/** Drop, choose or paste. */
export const AFile = story(importer(), {
  ...size,
  width: 860,
  height: 480,
  shows: [
    'Drop a spreadsheet here',
    'up to 100 MB and 200,000 rows',
    'Choose file',
    'Download a template',
    'Nothing is written before the last step',
  ],
});

/** Over the box the file may be let go. */
export const AFileHeld = story(importer(), {
  ...size,
  width: 860,
  height: 480,
  shows: ['Let go to read the file'],
  play: async (hands) => {
    const transfer = new DataTransfer();
    transfer.items.add(fair());
    (await hands.find('.drop')).dispatchEvent(
      new DragEvent('dragenter', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
  },
});

/** A file of another kind is named, with the cause and the cure. */
export const AWrongFile = story(importer(), {
  ...size,
  width: 860,
  height: 560,
  shows: [
    '“Fuar_2026.xlsx” cannot be read.',
    'It is an Excel workbook',
    'choose Save as, then CSV UTF-8',
    'Choose file',
  ],
  play: (hands) =>
    choose(hands, new File([new Uint8Array([0x50, 0x4b, 3, 4]), '[Content_Types].xml xl/'], 'Fuar_2026.xlsx')),
});

/** What each column becomes, beside its values; own columns become custom fields. */
export const Columns = story(importer(fair), {
  ...size,
  shows: [
    'messe_hannover_2026.csv',
    '7 rows',
    'Semicolons',
    'Thorsten Kühnapfel; Jürgen Weiß; 高橋 美咲 Field for Ansprechpartner Person Found',
    '84.500,00; 31.400,00; 1200 Field for Wert (netto) Value Found',
    'buero@oberrhein.example Field for E-Mail 2 Person, another e-mail Found',
    'Own field',
    'Spalte12 – Field for Spalte12 Do not import Empty',
    'Check 7 rows',
  ],
});

/** Two columns on one field: refused with the way out, and what was chosen can be kept. */
export const Clash = story(importer(fair), {
  ...size,
  height: 900,
  shows: [
    '“E-Mail” and “E-Mail 2” both become “Person, e-mail”.',
    'Keep them all',
    'Used twice',
    'Keep this mapping as “messe hannover”',
  ],
  play: async (hands) => {
    await hands.find('tr[data-column]');
    await become(hands, 6, 'Person, e-mail');
  },
});

/** A column that can be read in two ways is asked about, in its own row. */
export const AQuestion = story(importer(dates), {
  ...size,
  height: 420,
  shows: ['which day is 03/04/2026?', 'Needs an answer', 'Check 2 rows'],
});

/** The columns of a file as they were kept for its like. */
export const Kept = story(importer(), {
  ...size,
  height: 820,
  shows: [
    'The columns are mapped as kept under “messe hannover”.',
    'Guess them instead',
    'Field for Messestand Labels Chosen',
  ],
  play: async (hands) => {
    await choose(hands, fair());
    await hands.find('tr[data-column]');
    await become(hands, 8, 'Labels');
    await report(hands);
    await hands.press('Import another');
    await choose(hands, new File([lines.join('\r\n').replaceAll('A1', 'A7')], 'messe_2027.csv'));
    await hands.says('The columns are mapped as kept');
  },
});

/** The fate of every row; the counts filter. Wrong cells are mended in place. */
export const Check = story(importer(fair), {
  ...size,
  width: 1160,
  height: 820,
  shows: [
    'Nothing is written yet',
    '7 All rows 3 Create 1 Update 3 Skip, with a reason',
    '3 Update Nachrüstung Brandmeldeanlage Jürgen Weiß Stadtwerke Oberrhein €28,000 €31,400',
    '4 Create 在庫アプリ 高橋 美咲 みなと食品 ¥1,200 New lead, person and organization.',
    'A lead needs a person or an organization.',
    'auf Anfrage',
    'Wert (netto) is not a number.',
    'Same as line 2.',
    'When a lead exists already Update it Skip the row Create another',
    'Import 4 leads',
  ],
  play: async (hands, { store }) => {
    await store.addLead({
      title: 'Nachrüstung Brandmeldeanlage',
      person: { name: 'Jürgen Weiß' },
      organization: { name: 'Stadtwerke Oberrhein' },
      value: { amount: '28000', currency: 'EUR' },
    });
    await check(hands);
  },
});

/** No row names anybody: the way to make persons of a pattern. */
export const Nobody = story(importer(numbered), {
  ...size,
  shows: [
    '8 rows name nobody',
    'Lead {Lead Number}',
    '8 All rows 0 Create 0 Update 8 Skip, with a reason',
    'There is nothing to import',
  ],
  play: check,
});

/** One bar, one number, honest about stopping. */
export const Progress = story(importer(many), {
  ...size,
  width: 860,
  height: 420,
  limits: { commit: 3_600_000 },
  faults: [{ on: 'commit', kind: 'lead', from: 2, fault: 'never' }],
  shows: ['200 of 409 rows', 'Stop keeps the 200; the report offers undo', 'Leads show up in the inbox', 'Stop'],
  play: async (hands) => {
    await check(hands);
    await hands.click('[data-next]');
    await hands.says('200 of');
  },
});

/** Counts that add up to the file; what was left out can be downloaded, all of it taken back. */
export const Report = story(importer(fair), {
  ...size,
  width: 860,
  height: 520,
  shows: [
    '4 leads imported',
    'from messe_hannover_2026.csv',
    '7 rows in the file 4 created 3 skipped',
    '3 rows were left out',
    'A lead needs a person or an organization line 5',
    'Wert (netto) is not a number line 6',
    'Same as an earlier line line 8',
    'Download these rows',
    'Undo import',
    'Import another',
  ],
  play: report,
});

/** All of it taken back. */
export const Undone = story(importer(fair), {
  ...size,
  width: 860,
  height: 420,
  shows: ['The import was taken back', '4 leads are gone from the inbox.', 'Import another'],
  play: async (hands) => {
    await report(hands);
    await hands.click('[data-undo]');
    await hands.says('The import was taken back');
  },
});

/** Imports of before, each with the way back, whoever made it and in whichever tab. */
export const Earlier = story(importer(fair), {
  ...size,
  width: 860,
  height: 640,
  shows: ['Earlier imports', 'messe_hannover_2026.csv', '4 leads', 'Undo import'],
  play: async (hands) => {
    await report(hands);
    await hands.click('.wiz-foot .btn:not([data-undo], [data-finish])');
    await hands.find('.earlier li');
  },
});

/** What was chosen is not lost without a question. */
export const Closing = story(importer(fair), {
  ...size,
  shows: ['Close the import?', 'What you have chosen for this file is lost.', 'Go on importing'],
  play: async (hands) => {
    await hands.find('tr[data-column]');
    await become(hands, 8, 'Labels');
    await hands.click('[data-close]');
    await hands.find('dialog[open]');
  },
});

/** Mapping rows stack; the check table scrolls within its own box. */
export const Narrow = story(importer(fair), {
  ...size,
  width: 390,
  height: 1440,
  shows: ['Ansprechpartner', 'Person, another e-mail', 'Check 7 rows'],
});
export const NarrowCheck = story(importer(fair), {
  ...size,
  width: 390,
  height: 900,
  shows: ['Skip, with a reason', 'Import 4 leads'],
  play: check,
});

/** From right to left. */
export const RightToLeft = story(importer(fair), {
  ...size,
  dir: 'rtl',
  shows: ['Ansprechpartner', 'Own field', 'Check 7 rows'],
});

/** In Turkish. */
export const Turkish = story(importer(fair), {
  ...size,
  lang: 'tr',
  shows: ['Fırsatları içe aktar', 'Sütunlar', '7 satırı kontrol et'],
});
