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

/** The field's own comparison of leads and deals, row by row. */
export const defaultProfile: Profile = {
  projectsAndProducts: { lead: false, deal: true },
  documentsAndFiles: { lead: false, deal: true },
  capture: { lead: true, deal: false },
  archive: { lead: true, deal: false },
  invoices: { lead: false, deal: true },
  formulas: { lead: false, deal: true },
  participants: { lead: false, deal: true },
  pipeline: { lead: false, deal: true },
  changelog: { lead: false, deal: true },
};

/** The default with some rows changed. */
export function profileWith(rows: Partial<Profile>): Profile {
  return { ...defaultProfile, ...rows };
}
