import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** A record that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** A second line that tells two of the same name apart. */
  readonly detail?: string | undefined;
  /** Drawn before it: an avatar. */
  readonly lead?: TemplateResult | undefined;
  /** Why it cannot be chosen. */
  readonly disabled?: string | undefined;
}

/** What a field of this kind holds: a record, or the name of one to be made. */
export type Chosen =
  | { readonly kind: 'existing'; readonly id: string; readonly label: string }
  | { readonly kind: 'new'; readonly text: string };

export function chosenLabel(value: Chosen | null): string {
  if (!value) return '';
  return value.kind === 'new' ? value.text : value.label;
}

/** The one choice of exactly this name, if there is exactly one: two people of a name are not told apart by typing it. */
export function exactMatch(choices: readonly Choice[], text: string): Choice | undefined {
  const wanted = text.trim().toLowerCase();
  const found = choices.filter(
    (choice) => choice.disabled === undefined && choice.label.trim().toLowerCase() === wanted,
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The label with what was typed in bold, where it occurs as typed. */
export function marked(label: string, typed: string): TemplateResult | string {
  const wanted = typed.trim();
  const at = wanted === '' ? -1 : label.toLowerCase().indexOf(wanted.toLowerCase());
  // Lower case may change the length of a text (İ): then the place would be wrong.
  if (at < 0 || label.toLowerCase().length !== label.length) return label;
  return html`${label.slice(0, at)}<b>${label.slice(at, at + wanted.length)}</b>${label.slice(at + wanted.length)}`;
}
