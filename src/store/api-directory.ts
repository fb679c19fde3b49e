import type { Field, Id, Label, Pipeline, Stage, User } from '../domain/records.js';

/** The small kinds, whole, kept current. */
export interface Directory {
  readonly ready: boolean;
  readonly users: readonly User[];
  readonly labels: readonly Label[];
  readonly pipelines: readonly Pipeline[];
  /** In their pipeline's order. */
  stagesOf(pipelineId: Id): readonly Stage[];
  stage(id: Id): Stage | undefined;
  label(id: Id): Label | undefined;
  user(id: Id | null): User | undefined;
  readonly fields: readonly Field[];
  /** `sourceName`s in use, for the filter. */
  sources(): Promise<readonly string[]>;
  subscribe(listener: () => void): () => void;
}
