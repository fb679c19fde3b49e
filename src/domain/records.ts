/**
 * All kinds of records by name. What people see is in `entities.ts`, what the kit keeps about its own work in
 * `receipts.ts`; everybody imports them from here.
 */
import type {
  Activity,
  Deal,
  Field,
  Kind,
  Label,
  Lead,
  Note,
  Organization,
  Person,
  Pipeline,
  Stage,
  User,
} from './entities.js';
import type { AttachedFile } from './file-entities.js';
import type { DealProduct, Participant, Product, Project, ProjectTemplate } from './deal-entities.js';
import type { ChangelogRow, Conversion, Import, ImportChunk, SavedFilter, Trash, View } from './receipts.js';

export * from './entities.js';
export type * from './formula-format.js';
export * from './deal-entities.js';
export type * from './file-entities.js';
export * from './receipts.js';

export interface RecordOf {
  lead: Lead;
  deal: Deal;
  person: Person;
  organization: Organization;
  user: User;
  pipeline: Pipeline;
  stage: Stage;
  label: Label;
  field: Field;
  activity: Activity;
  note: Note;
  file: AttachedFile;
  product: Product;
  dealProduct: DealProduct;
  participant: Participant;
  project: Project;
  projectTemplate: ProjectTemplate;
  conversion: Conversion;
  trash: Trash;
  import: Import;
  importChunk: ImportChunk;
  view: View;
  filter: SavedFilter;
  changelog: ChangelogRow;
}
export type AnyRecord = RecordOf[Kind];
