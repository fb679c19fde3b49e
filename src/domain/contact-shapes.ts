import type { ContactPoint, CustomValue, Id } from './records.js';

/**
 * A person or organization that a command names: one that exists, or one to be made in the same commit.
 */
export type PersonChoice =
  | { readonly id: Id }
  | {
      readonly name: string;
      readonly jobTitle?: string;
      readonly emails?: readonly ContactPoint[];
      readonly phones?: readonly ContactPoint[];
    };
export type OrganizationChoice =
  { readonly id: Id } | { readonly name: string; readonly address?: string; readonly website?: string };

/** What a new person can be given. Someone without a name is called by the first address or number. */
export interface PersonInput {
  readonly name: string;
  readonly jobTitle?: string;
  readonly emails?: readonly ContactPoint[];
  readonly phones?: readonly ContactPoint[];
  readonly organization?: OrganizationChoice | null;
  /** Left out = whoever adds it. */
  readonly ownerId?: Id | null;
  readonly custom?: Readonly<Record<Id, CustomValue>>;
}

/** What a new organization can be given. */
export interface OrganizationInput {
  readonly name: string;
  readonly address?: string;
  readonly website?: string;
  /** Left out = whoever adds it. */
  readonly ownerId?: Id | null;
  readonly custom?: Readonly<Record<Id, CustomValue>>;
}
