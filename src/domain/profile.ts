/** What leads and deals can do is a table, and the table is data: a host may change a row, and the control comes or goes. */
export const features = [
  'projectsAndProducts',
  'documentsAndFiles',
  'capture',
  'archive',
  'invoices',
  'formulas',
  'participants',
  'pipeline',
  'changelog',
] as const;
export type Feature = (typeof features)[number];

export interface Abled {
  readonly lead: boolean;
  readonly deal: boolean;
}
export type Profile = Readonly<Record<Feature, Abled>>;

const leads: Abled = { lead: true, deal: false };
const deals: Abled = { lead: false, deal: true };

/** The field's own comparison of leads and deals, row by row. */
export const defaultProfile: Profile = {
  projectsAndProducts: deals,
  documentsAndFiles: deals,
  capture: leads,
  archive: leads,
  invoices: deals,
  formulas: deals,
  participants: deals,
  pipeline: deals,
  changelog: deals,
};

/** The default with some rows changed. */
export function profileWith(rows: Partial<Profile>): Profile {
  return { ...defaultProfile, ...rows };
}
