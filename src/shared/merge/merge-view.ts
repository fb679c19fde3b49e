import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { valueOf } from '../../domain/change.js';
import { isEmpty } from '../../domain/matches.js';
import type { MergeDifference, MergeDraft, MergeKind, Problem } from '../../domain/plan.js';
import type { Mergeable } from '../../domain/merge-draft.js';
import type { ContactPoint, Deal, Id } from '../../domain/records.js';
import type { outcome } from '../../i18n/en/outcome.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { problemWords } from '../outcome-words.js';
import { nameOfField, userName, valueText } from './values.js';
import type { ValueWords } from './values.js';

/** What the dialog is drawn from. */
export interface MergeView extends ValueWords {
  readonly draft: MergeDraft<MergeKind>;
  readonly outcome: typeof outcome;
  readonly titleOf: (record: Mergeable) => string;
  readonly survive: (id: Id) => void;
  readonly choose: (field: string, id: Id) => void;
}

/** Which one stays, what they say otherwise, what is the same, and what will become of all that. */
export function mergeBody(view: MergeView): TemplateResult {
  const { draft, t } = view;
  const { records, differences } = draft;
  return html`<div class="merge-grid" data-n=${records.length}>
      <div class="merge-row" role="radiogroup" aria-label=${t.whichStays}>
        <span class="merge-name" aria-hidden="true">${t.stays}</span>
        ${records.map((record) => pick(view, record))}
      </div>
      <div class="merge-fields">${differences.map((difference) => row(view, difference))}</div>
    </div>
    ${differences.length === 0 ? html`<p class="muted"><bdi>${t.allAlike}</bdi></p>` : nothing}${same(view)}${fate(view)}`;
}

function pick(view: MergeView, record: Mergeable): TemplateResult {
  const { draft, titleOf, survive } = view;
  return html`<label class="merge-pick"
    ><input
      type="radio"
      class="check"
      name="crm-merge-survivor"
      value=${record.id}
      .checked=${live(draft.survivorId === record.id)}
      @change=${() => survive(record.id)}
    /><b><bdi>${titleOf(record)}</bdi></b><small><bdi>${about(view, record)}</bdi></small></label
  >`;
}

/** Where it stands, whose it is, since when it is there. */
function about(view: MergeView, record: Mergeable): string {
  const { t, format, store } = view;
  const place =
    'stageId' in record
      ? [
          store.directory.stage(record.stageId)?.name,
          record.status === 'won' ? t.won : record.status === 'lost' ? t.lost : '',
        ]
      : 'emails' in record
        ? [record.jobTitle, view.names.get(record.organizationId ?? '') ?? '']
        : 'website' in record
          ? [record.address, record.website]
          : [record.archivedAt === null ? '' : t.archived];
  const added = t.added(format.day(record.createdAt.slice(0, 10), { weekday: false, year: true }));
  return [...place, userName(view, record.ownerId), added].filter(Boolean).join(', ');
}

function row(view: MergeView, { field, values }: MergeDifference): TemplateResult {
  const { draft, t } = view;
  const name = nameOfField(view, field);
  const problem = problemOf(draft, field);
  const chosen = draft.chosen(field);
  const id = `crm-merge-${field}`;
  return html`<div class="merge-row" role="radiogroup" aria-labelledby=${id} aria-describedby=${problem ? `${id}-error` : nothing}>
    <span class="merge-name" id=${id}>${name}</span>
    ${values.map(([record, value]) => cell(view, field, record, value, record === chosen, problem !== undefined))}
    ${field === 'value' ? html`<span class="subtle"><bdi>${t.notAdded}</bdi></span>` : nothing}${
      problem
        ? html`<p class="field-error" id="${id}-error">${icon(icons.warning, { size: 'sm' })}<span>${problemWords(problem, view.outcome, name)}</span></p>`
        : nothing
    }
  </div>`;
}

function cell(view: MergeView, field: string, id: Id, value: unknown, chosen: boolean, wrong: boolean): TemplateResult {
  const { draft, t, titleOf } = view;
  const record = draft.records.find((each) => each.id === id)!;
  const text = valueText(view, field, value);
  return html`<label class="merge-cell"
    ><input
      type="radio"
      class="check"
      name="crm-merge-${field}"
      value=${id}
      aria-label=${t.valueOf(text || t.empty, titleOf(record))}
      aria-invalid=${wrong && chosen ? 'true' : nothing}
      .checked=${live(chosen)}
      @change=${() => view.choose(field, id)}
    /><span>${text === '' ? html`<span class="subtle">${t.empty}</span>` : html`<bdi>${text}</bdi>`}${field === 'title' || field === 'name' ? nothing : html`<span class="of"><bdi>${titleOf(record)}</bdi></span>`}</span></label
  >`;
}

export function problemOf(draft: MergeDraft<MergeKind>, field: string): Problem | undefined {
  return draft.problems.find((each) => (each.code === 'title' ? 'title' : each.field) === field);
}

/** What is nobody's to choose, or goes with another field. */
const united: ReadonlySet<string> = new Set(['labelIds', 'channelId', 'emails', 'phones']);

/** What all of them say alike, folded. */
function same(view: MergeView): TemplateResult | typeof nothing {
  const { draft, t } = view;
  const { record } = draft;
  const differing = new Set(draft.differences.map(({ field }) => field));
  const fields = Object.keys(draft.fields).filter(
    (name) => !united.has(name) && !differing.has(name) && !isEmpty(record && valueOf(record, name)),
  );
  if (!record || fields.length === 0) return nothing;
  return html`<details class="merge-same">
    <summary><bdi>${t.alike(fields.length)}</bdi></summary>
    <dl>${fields.map((field) => html`<dt>${nameOfField(view, field)}</dt><dd><bdi>${valueText(view, field, draft.fields[field])}</bdi></dd>`)}</dl>
  </details>`;
}

function fate(view: MergeView): TemplateResult {
  const { draft, t, store, titleOf } = view;
  const others = draft.records.filter(({ id }) => id !== draft.survivorId);
  const moves = movesText(view);
  const contact = draft.kind === 'person' || draft.kind === 'organization';
  const points = (['emails', 'phones'] as const).flatMap(
    (name) => (draft.fields[name] ?? []) as readonly ContactPoint[],
  );
  const labels = ((draft.fields['labelIds'] ?? []) as readonly Id[]).flatMap((id) => store.directory.label(id) ?? []);
  const yes = (what: unknown) => html`<li class="yes">${icon(icons.check)}<span>${what}</span></li>`;
  const no = (what: string) => html`<li class="hm">${icon(icons.warning)}<bdi>${what}</bdi></li>`;
  const closed = others.flatMap((each) =>
    'status' in each && each.status !== 'open' && each.status !== (draft.record as Deal | null)?.status ? [each] : [],
  );
  return html`<div class="merge-fate">
    <div>
      <h3>${t.comes}</h3>
      <ul>
        ${moves === '' ? html`<li>${icon(icons.note)}<span>${contact ? t.nothingNames : t.nothingComes}</span></li>` : yes(html`<bdi>${moves}</bdi>`)}${
          labels.length === 0
            ? nothing
            : yes(
                html`${t.lists} ${labels.map(
                  ({ name, color }) =>
                    html`<span class="label" data-c=${color}><span dir="auto">${name}</span></span> `,
                )}`,
              )
        }${
          points.length === 0
            ? nothing
            : yes(html`${t.points} ${points.map(({ value }, at) => html`${at > 0 ? ', ' : ''}<bdi>${value}</bdi>`)}`)
        }
      </ul>
    </div>
    <div>
      <h3>${t.goes}</h3>
      <ul>
        ${closed.map((each) => no(each.status === 'won' ? t.closedWon(titleOf(each)) : t.closedLost(titleOf(each))))}${
          draft.kind === 'deal' ? html`<li>${icon(icons.history)}<span>${t.place}</span></li>` : nothing
        }
        <li>${icon(icons.trash)}<span>${t.toTrash(others.length, store.settings.keepReceipts)}</span></li>
        <li>${icon(icons.info)}<span>${t.unchosen}</span></li>
      </ul>
    </div>
  </div>`;
}

/** "2 notes and 1 activity": what comes to the one that stays; '' where nothing does. */
export function movesText({ draft, common, format, t }: MergeView): string {
  const { notes, activities, files = 0, dealProducts = 0, participants = 0 } = draft.moves;
  const { leads = 0, deals = 0, persons = 0, projects = 0, values = 0 } = draft.moves;
  const parts = [
    ...(persons > 0 ? [t.countPersons(persons)] : []),
    ...(deals > 0 ? [common.countDeals(deals)] : []),
    ...(leads > 0 ? [common.countLeads(leads)] : []),
    ...(projects > 0 ? [t.countProjects(projects)] : []),
    ...(notes > 0 ? [common.countNotes(notes)] : []),
    ...(activities > 0 ? [common.countActivities(activities)] : []),
    ...(files > 0 ? [common.countFiles(files)] : []),
    ...(dealProducts > 0 ? [t.countProducts(dealProducts)] : []),
    ...(participants > 0 ? [(draft.kind === 'person' ? t.countParts : t.countParticipants)(participants)] : []),
    ...(values > 0 ? [t.countValues(values)] : []),
  ];
  return parts.length > 0 ? format.list(parts) : '';
}
