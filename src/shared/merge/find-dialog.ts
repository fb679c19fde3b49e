import { html } from 'lit';
import type { Where } from '../../domain/query.js';
import type { MergeKind } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import type { Mergeable } from '../../domain/merge-draft.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import { adopt } from '../adopt.js';
import { closest } from '../closest.js';
import { Combobox } from '../combobox.js';
import type { Choice, Chosen } from '../combobox.js';
import { opportunityChoice, organizationChoice, personChoice } from '../opportunity/choice-of.js';
import { openMerge } from './merge-dialog.js';
import type { MergeResult } from './merge-dialog.js';
import { titleOf } from './title.js';
import { mergeStyles } from './merge.styles.js';
import type { MergeOptions, MergePlace } from './place.js';

const FEW = 8;

/** Asks with which other one a record is to be merged; then shows both. */
export async function openFind(
  place: MergePlace,
  { kind, record, returnTo }: Omit<MergeOptions, 'ids'> & { readonly record: Mergeable },
): Promise<MergeResult | null> {
  const { host, dialog, words } = place;
  if (dialog.isOpen) return null;
  adopt(host, mergeStyles);
  const t = (): typeof merge => wordsOf('merge', merge, words.lang);
  const field = new Combobox(host, words, { search: (query, signal) => find(place, kind, record, query, signal) });
  let other: Chosen | null = null;
  let tried = false;
  const chosen = await new Promise<Id | null>((resolve) => {
    let answer: Id | null = null;
    dialog.open({
      width: 520,
      returnTo,
      onClose: () => resolve(answer),
      content: () =>
        dialog.frame({
          title: t().findTitle,
          text: html`<bdi>${titleOf(record, place)}</bdi>`,
          close: words.t.common.close,
          body: html`${field.render({
            id: 'crm-merge-other',
            label: t().other,
            value: other,
            required: true,
            error: tried && other === null ? t().chooseOther : undefined,
            onChange: (value) => {
              other = value;
              dialog.draw();
            },
          })}
            <p class="subtle small">${t().findText}</p>`,
          foot: html`<span class="grow"></span
            ><button type="button" class="btn" @click=${() => dialog.close()}>${words.t.common.cancel}</button
            ><button type="submit" class="btn btn--primary">${t().compare}</button>`,
          onSubmit: () => {
            tried = true;
            if (other?.kind === 'existing') {
              answer = other.id;
              dialog.close();
            } else {
              dialog.draw();
              dialog.focusFirst();
            }
          },
        }),
    });
    if (!dialog.isOpen) resolve(null);
  });
  host.removeController(field);
  return chosen === null ? null : openMerge(place, { kind, ids: [record.id, chosen], returnTo });
}

/** Before anything is typed: those of the same person or organization. */
async function find(
  { crm, words, untitled }: MergePlace,
  kind: MergeKind,
  record: Mergeable,
  query: string,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  const { store } = crm;
  if (!store) return [];
  const who: Where[] = (['personId', 'organizationId'] as const).flatMap((field) =>
    (record as Partial<Record<typeof field, Id | null>>)[field]
      ? [{ field, op: 'is' as const, value: (record as Partial<Record<typeof field, Id | null>>)[field] }]
      : [],
  );
  const where: Where | undefined = query === '' && who.length > 0 ? { any: who } : undefined;
  const asked = { kind, ...(where && { where }), ...(query !== '' && { search: query }) } as const;
  // Itself is among them, perhaps.
  const { records, related } = await closest(store, asked, FEW + 1, signal);
  const t = wordsOf('merge', merge, words.lang);
  return records
    .filter(({ id }) => id !== record.id)
    .slice(0, FEW)
    .map((each) =>
      'title' in each
        ? opportunityChoice(each, store, { untitled, won: t.won, lost: t.lost })
        : 'emails' in each
          ? personChoice(
              each,
              each.organizationId === null ? undefined : related.organizations.get(each.organizationId),
            )
          : organizationChoice(each),
    );
}
