/**
 * Believable people and firms of many countries. All of it is invented; the domains end in `.example`, which nobody can
 * own, and the telephone numbers lie in ranges kept for fiction where a country has one.
 */
export interface Place {
  readonly lang: string;
  readonly currency: string;
  /** How much one euro is, roughly: values of deals look right in each currency. */
  readonly perEuro: number;
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** The family name comes first. */
  readonly familyFirst?: boolean;
  readonly firms: readonly string[];
  readonly forms: readonly string[];
  readonly cities: readonly string[];
  readonly wants: readonly string[];
  readonly jobs: readonly string[];
  readonly phone: (digits: (count: number) => string) => string;
}

export const places: readonly Place[] = [
  {
    lang: 'de',
    currency: 'EUR',
    perEuro: 1,
    given: ['Annegret', 'Jürgen', 'Thorsten', 'Friederike', 'Malte', 'Ulrike', 'Sören', 'Käthe', 'Jonas', 'Mareike'],
    family: ['von Hohenstein', 'Weiß', 'Kühnapfel', 'Groß', 'Schäfer', 'Öhlschläger', 'Brandt', 'Niemöller', 'Jäger'],
    firms: [
      'Bergmoor',
      'Stadtwerke Oberrhein',
      'Quittenbaum',
      'Nordkai',
      'Lindenfels',
      'Kranich',
      'Talblick',
      'Hafenglück',
    ],
    forms: ['GmbH', 'GmbH & Co. KG', 'AG', 'Verlag', 'Maschinenbau GmbH', 'eG'],
    cities: ['Bielefeld', 'Görlitz', 'Lübeck', 'Tübingen', 'Würzburg'],
    wants: [
      'Umstellung der Buchhaltung',
      'Nachrüstung Brandmeldeanlage',
      'Verlagssoftware, 12 Plätze',
      'Wartungsvertrag Kühlhaus',
      'Schulung Lagerpersonal',
      'Angebot Photovoltaik Halle 3',
    ],
    jobs: ['Leitung Einkauf', 'Geschäftsführung', 'Leiterin Finanzen', 'IT-Leitung'],
    phone: (d) => `+49 30 23125 ${d(3)}`,
  },
  {
    lang: 'tr',
    currency: 'TRY',
    perEuro: 47,
    given: ['Ayşegül', 'Emre', 'Deniz', 'Hatice', 'İlker', 'Gülşen', 'Işıl', 'Özgür', 'Çağla', 'Yiğit'],
    family: ['Yıldırımoğlu', 'Özgüçlü', 'Çağlayan', 'Şimşek', 'Akıncıoğlu', 'İnönü', 'Güneş', 'Kılıç', 'Uğurlu'],
    firms: [
      'Körfez Lojistik',
      'Kuzey Rüzgârı Enerji',
      'Zeytin Dalı',
      'Ilgaz Tekstil',
      'Çınaraltı Gıda',
      'İpek Yolu Turizm',
    ],
    forms: ['A.Ş.', 'Ltd. Şti.', 'Kooperatifi'],
    cities: ['İzmir', 'Eskişehir', 'Muğla', 'Diyarbakır', 'Kırıkkale'],
    wants: [
      'Depo otomasyonu, 2. faz',
      'Yıllık bakım sözleşmesi',
      'Güneş paneli keşfi',
      'İhracat danışmanlığı',
      'Şube ağı yenileme',
      'Ön görüşme',
    ],
    jobs: ['Depo Operasyonları Müdürü', 'Satın Alma Uzmanı', 'Genel Müdür', 'İşletme Sahibi'],
    phone: (d) => `+90 212 555 ${d(2)} ${d(2)}`,
  },
  {
    lang: 'en',
    currency: 'GBP',
    perEuro: 0.86,
    given: ['Imogen', 'Rhys', 'Priya', 'Callum', 'Niamh', 'Tobias', 'Beatrix', 'Desmond', 'Isla', 'Winston'],
    family: ['Clarke', 'Ó Súilleabháin', 'Okonkwo-Bell', 'Fairweather', 'Pemberton', 'Llewellyn', 'MacTavish', 'Shah'],
    firms: ['Harbour & Finch', 'Glasán Foods', 'Thistledown', 'Saltmarsh', 'Copperbeech', 'Fenwick Lane'],
    forms: ['Ltd', 'plc', 'LLP', 'Partners', 'CIC'],
    cities: ['Bristol', 'Aberystwyth', 'Leeds', 'Inverness', 'Hove'],
    wants: [
      'Annual support, 40 seats',
      'Cold chain audit',
      'Refit of two kitchens',
      'Website relaunch',
      'Fleet telematics pilot',
      'Acoustic survey',
    ],
    jobs: ['Head of Operations', 'Office manager', 'Managing director', 'Procurement lead'],
    phone: (d) => `+44 20 7946 0${d(3)}`,
  },
  {
    lang: 'en',
    currency: 'USD',
    perEuro: 1.1,
    given: ['Marcus T.', 'Latoya', 'Dakota', 'Guadalupe', 'Wyatt', 'Kiana', 'Eleanor', 'Jamal', 'Shoshana'],
    family: ['Abernathy III', 'Washington', 'Reyes', 'Whitehorse', "O'Malley", 'Goldberg', 'Nguyen', 'Kowalczyk'],
    firms: ['Pelican Freight Lines', 'Blue Mesa', 'Prairie Lantern', 'Old Mill', 'Cascadia Tooling', 'Magnolia Street'],
    forms: ['Inc.', 'LLC', 'Co.', '& Sons', 'Holdings'],
    cities: ['Duluth', 'Santa Fe', 'Savannah', 'Boise', 'Baton Rouge'],
    wants: [
      'Freight pilot, 12 lanes',
      'Solar roof enquiry',
      'Security cameras, phase 1',
      'CRM clean-up',
      'Training for the night shift',
      'Replacement of boilers',
    ],
    jobs: ['VP Operations', 'Owner', 'Plant manager', 'Director of IT'],
    phone: (d) => `+1 (${d(3).replace(/^[01]/, '2')}) 555-01${d(2)}`,
  },
  {
    lang: 'fr',
    currency: 'EUR',
    perEuro: 1,
    given: ['Océane', 'Étienne', 'Maëlys', 'Benoît', 'Anaïs', 'Loïc', 'Françoise', 'Théo'],
    family: ['Mirabeau', 'Lefèvre', "d'Aubigné", 'Dupré', 'Garçon', 'Beaulieu', 'Châtelain'],
    firms: ['Atelier Mirabeau', 'Les Quatre Vents', 'Maison Perrault', 'Fonderie du Lac', 'Grains & Cie'],
    forms: ['SARL', 'SAS', 'SA', 'EURL'],
    cities: ['Besançon', 'Nîmes', 'Saint-Étienne', 'Orléans'],
    wants: [
      'Refonte de la boutique en ligne',
      'Audit énergétique',
      'Contrat d’entretien',
      'Signalétique du musée',
      'Location de serveurs',
    ],
    jobs: ['Directrice générale', 'Responsable achats', 'Gérant', 'Chef de projet'],
    phone: (d) => `+33 1 99 00 ${d(2)} ${d(2)}`,
  },
  {
    lang: 'ja',
    currency: 'JPY',
    perEuro: 163,
    familyFirst: true,
    given: ['健太郎', '美咲', '翔', 'さくら', '大輔', '陽子', '蓮'],
    family: ['山本', '高橋', '田村', '佐々木', '渡邉', '小野寺', '五十嵐'],
    firms: ['東都精機', 'みなと食品', '青葉印刷', 'ひかり電工', '北山酒造'],
    forms: ['株式会社', '有限会社', '合同会社'],
    cities: ['横浜市', '仙台市', '福岡市', '金沢市'],
    wants: ['生産管理システムの更新', '在庫アプリ', '倉庫照明の入れ替え', '社員研修のご相談', '年間保守契約'],
    jobs: ['購買部長', '代表取締役', '情報システム課長'],
    phone: (d) => `+81 3-5550-${d(4)}`,
  },
];
