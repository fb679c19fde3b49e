import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/crm-provider.js';
import '../src/define/lead-import.js';
import type { Hands } from './support/hands.js';
import { story } from './support/story.js';

const meta: Meta = { title: 'lead-import', component: 'lead-import' };
export default meta;

const lines = [
  'Firma;Ansprechpartner;Betreff;Wert (netto);Währung;E-Mail;E-Mail 2;Bemerkung intern;Messestand;Spalte12',
  'Bergström & Söhne;Thorsten Kühnapfel;Umstellung Rechnungswesen;84.500,00;EUR;t.kuehnapfel@bergstroem.example;;ruft zurück;A1;',
  'Stadtwerke Oberrhein;Jürgen Weiß;Nachrüstung Brandmeldeanlage;31.400,00;EUR;;buero@oberrhein.example;Budget erst Q1;A2;',
  'みなと食品;高橋 美咲;在庫アプリ;1200;JPY;takahashi@minato.example;;;A3;',
  ';;;;;;;;A3;',
  ';Petra Öztürk;Wartungsvertrag;auf Anfrage;EUR;;;;A4;',
  'Fjordlys AS;Øyvind Bjørnstad;Beratung Lagerumbau;310.000,00;NOK;;;;A5;',
  'Bergström & Söhne;Thorsten Kühnapfel;Umstellung Rechnungswesen;84.500,00;EUR;t.kuehnapfel@bergstroem.example;;ruft zurück;A1;',
];
const fair = (): File => new File([lines.join('\r\n')], 'messe_hannover_2026.csv', { type: 'text/csv' });
const numbered = (): File =>
  new File(
    [['Lead Number,Status,Score', ...[...Array(8).keys()].map((i) => `66${i}0,Open,${i * 10}`)].join('\n')],
    'Leads.csv',
  );
const dates = (): File =>
  new File(['Contact,Expected close\nAda Lovelace,03/04/2026\nGrace Hopper,05/06/2026\n'], 'dates.csv');

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

async function check(hands: Hands): Promise<void> {
  await hands.find('tr[data-column]');
  await hands.click('[data-next]');
  await hands.find('.verdict');
}

/** Drop, choose or paste. */
export const AFile = story(importer(), {
  ...size,
  width: 860,
  height: 480,
  shows: ['Drop a spreadsheet here', 'Choose file'],
});

/** A file of another kind is named, with the cause and the cure. */
export const AWrongFile = story(importer(), {
  ...size,
  width: 860,
  height: 560,
  shows: ['“Fuar_2026.xlsx” cannot be read.', 'It is an Excel workbook'],
  play: (hands) =>
    choose(hands, new File([new Uint8Array([0x50, 0x4b, 3, 4]), '[Content_Types].xml xl/'], 'Fuar_2026.xlsx')),
});

/** What each column becomes, beside its values; own columns become custom fields. */
export const Columns = story(importer(fair), { ...size, shows: ['Ansprechpartner', 'Own field', 'Check 7 rows'] });

/** A column that can be read in two ways is asked about, in its own row. */
export const AQuestion = story(importer(dates), {
  ...size,
  height: 420,
  shows: ['which day is 03/04/2026?', 'Needs an answer'],
});

/** The fate of every row; the counts filter. Wrong cells are mended in place. */
export const Check = story(importer(fair), {
  ...size,
  width: 1160,
  height: 820,
  shows: ['Nothing is written yet', 'auf Anfrage', 'Same as line 2.'],
  play: check,
});

/** No row names anybody: the way to make persons of a pattern. */
export const Nobody = story(importer(numbered), {
  ...size,
  shows: ['8 rows name nobody.', 'Lead {Lead Number}'],
  play: check,
});

/** Counts that add up to the file; what was left out can be downloaded, all of it taken back. */
export const Report = story(importer(fair), {
  ...size,
  width: 860,
  height: 520,
  shows: ['4 leads imported', '3 rows were left out', 'Undo import'],
  play: async (hands) => {
    await check(hands);
    await hands.click('[data-next]');
    await hands.find('[data-finish]');
  },
});

/** Mapping rows stack; the check table scrolls within its own box. */
export const Narrow = story(importer(fair), { ...size, width: 390, height: 1440, shows: ['Ansprechpartner'] });

/** From right to left. */
export const RightToLeft = story(importer(fair), { ...size, dir: 'rtl', shows: ['Ansprechpartner'] });

/** In Turkish. */
export const Turkish = story(importer(fair), { ...size, lang: 'tr', shows: ['7 satırı kontrol et'] });
