import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Money } from '../../domain/records.js';
import type { Format } from '../../i18n/format.js';

/** Sums that are shown where it is narrow; the others come when asked for: in ten currencies they would fill the page. */
const FIRST = 2;

/** Who shows sums at the foot of a table, and remembers whether all of them were asked for. */
export interface SumsModel {
  readonly format: Pick<Format, 'money'>;
  readonly store?: { readonly settings: { readonly currency: string } } | null | undefined;
  allSums: boolean;
  update(): void;
}

/** The currency of the workspace: a sum of nothing is shown in it, and it goes before all others. */
export const ownCurrency = ({ store }: Pick<SumsModel, 'store'>): string => store?.settings.currency ?? 'EUR';

/** Sums of a whole list, each currency on its own, the workspace's own first; folded where it is narrow. */
export function foldedSums(
  sums: readonly Money[],
  model: SumsModel,
  words: { readonly moreSums: (n: number) => string; readonly fewerSums: string },
): TemplateResult {
  const { format, allSums: open } = model;
  const own = ownCurrency(model);
  const sorted = [...sums].sort((a, b) => +(b.currency === own) - +(a.currency === own));
  const toggle = (): void => {
    model.allSums = !open;
    model.update();
  };
  return html`${sorted.map(
    (sum, i) =>
      html`<b class=${i < FIRST || open ? '' : 'leaves'} data-sum=${sum.currency}><bdi>${format.money(sum)}</bdi></b> `,
  )}${
    sums.length > FIRST
      ? html`<button type="button" class="btn btn--link btn--sm comes" data-all-sums aria-expanded=${open} @click=${toggle}>${
          open ? words.fewerSums : words.moreSums(sums.length - FIRST)
        }</button>`
      : nothing
  }`;
}
