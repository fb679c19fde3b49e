/** Files as people bring them from a fair, an export or a hand: written for the stories. */
export const lines = [
  'Firma;Ansprechpartner;Betreff;Wert (netto);Währung;E-Mail;E-Mail 2;Bemerkung intern;Messestand;Spalte12',
  'Bergström & Söhne;Thorsten Kühnapfel;Umstellung Rechnungswesen;84.500,00;EUR;t.kuehnapfel@bergstroem.example;;ruft zurück;A1;',
  'Stadtwerke Oberrhein;Jürgen Weiß;Nachrüstung Brandmeldeanlage;31.400,00;EUR;;buero@oberrhein.example;Budget erst Q1;A2;',
  'みなと食品;高橋 美咲;在庫アプリ;1200;JPY;takahashi@minato.example;;;A3;',
  ';;;;;;;;A3;',
  ';Petra Öztürk;Wartungsvertrag;auf Anfrage;EUR;;;;A4;',
  'Fjordlys AS;Øyvind Bjørnstad;Beratung Lagerumbau;310.000,00;NOK;;;;A5;',
  'Bergström & Söhne;Thorsten Kühnapfel;Umstellung Rechnungswesen;84.500,00;EUR;t.kuehnapfel@bergstroem.example;;ruft zurück;A1;',
];
export const fair = (): File => new File([lines.join('\r\n')], 'messe_hannover_2026.csv', { type: 'text/csv' });
/** More of them: enough for an import to be under way. */
export const many = (): File => {
  const more = [...Array(405).keys()].map((i) => `Stadtwerke ${i};Person ${i};Zähler ${i};${i + 1}00,50;EUR;;;;B${i};`);
  return new File([[...lines, ...more].join('\r\n')], 'messe_hannover_2026.csv', { type: 'text/csv' });
};
export const numbered = (): File =>
  new File(
    [['Lead Number,Status,Score', ...[...Array(8).keys()].map((i) => `66${i}0,Open,${i * 10}`)].join('\n')],
    'Leads.csv',
  );
export const dates = (): File =>
  new File(['Contact,Expected close\nAda Lovelace,03/04/2026\nGrace Hopper,05/06/2026\n'], 'dates.csv');
