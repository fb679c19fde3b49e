import type { TemplateResult } from 'lit';
import type { Feature } from '../../domain/profile.js';
import type { DetailModel } from './model.js';

/**
 * A part of a detail. What a record can do decides whether it is there (`domain/profile.ts`), and a list of sections is
 * all that an element knows of its inside: parts can be left out, put elsewhere, or join later.
 */
export interface Section {
  readonly name: string;
  /** `side`: what it is. `work`: what is done with it. */
  readonly place: 'side' | 'work';
  /** The row of the profile that has to say yes for this kind of record. */
  readonly needs?: Feature;
  readonly render: () => TemplateResult | symbol;
}

export function sectionsIn(
  place: Section['place'],
  sections: readonly Section[],
  model: DetailModel,
): readonly Section[] {
  const profile = model.store?.settings.profile;
  return sections.filter(
    (section) =>
      section.place === place && (section.needs === undefined || (profile?.[section.needs][model.kind] ?? true)),
  );
}

/** What can be pressed in the head of a section, within it: where the focus goes when what had it there is gone. */
export const headButton = 'header button';
