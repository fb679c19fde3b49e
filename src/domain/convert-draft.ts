import { same, valueOf } from './change.js';
import { CommandDraft } from './drafts.js';
import { isEmpty } from './matches.js';
import type { ConvertDraft, ConvertFields } from './plan.js';
import { hasLines } from './products/deal-value.js';
import type { Deal, Id, KeptChildren, Lead, Opportunity } from './records.js';
import type { Places } from './stages.js';

/** What a deal takes over from a lead. `labelIds` and custom values go along too. */
const CARRIED = [
  'title',
  'value',
  'expectedClose',
  'ownerId',
  'personId',
  'organizationId',
  'sourceName',
  'origin',
  'originId',
  'channel',
  'channelId',
] as const;
/** Of these the deal it joins keeps its own without a word: where a deal came from does not change. */
const OWN_ORIGIN: ReadonlySet<string> = new Set(['sourceName', 'origin', 'originId', 'channel', 'channelId']);

type Values = Record<string, unknown>;

/** A lead about to become a deal. Setting `join`, `pipelineId` or `stageId` keeps the others in step with it. */
export class ConversionDraft extends CommandDraft<'lead'> implements ConvertDraft {
  declare fields: ConvertFields;
  readonly newDealId: Id;
  readonly joinable: readonly Deal[];
  /** The deal it was before, which is there again when it is converted; null = it never was one. */
  readonly kept: Deal | null;
  /** What hung on that one and no lead can have. */
  readonly keptChildren: KeptChildren | null;
  readonly moves: ConvertDraft['moves'];
  readonly #places: Places;
  #join: Id | null = null;
  #pipelineId: Id;
  #stageId: Id;

  constructor(
    id: Id,
    record: Lead | null,
    places: Places,
    more: {
      readonly target: { readonly pipelineId: Id; readonly stageId: Id };
      readonly newDealId: Id;
      readonly index: number;
      readonly joinable: readonly Deal[];
      readonly kept: Deal | null;
      readonly keptChildren: KeptChildren | null;
      readonly notes: number;
      readonly activities: number;
      readonly files?: number;
    },
  ) {
    super('lead', id, record, record === null ? {} : again(record, more.kept), { index: more.index });
    this.newDealId = more.newDealId;
    this.joinable = more.joinable;
    this.kept = more.kept;
    this.keptChildren = more.keptChildren;
    const { notes, activities, files = 0 } = more;
    const { labelIds = [], custom = {} } = record ?? {};
    this.moves = {
      ...{ notes, activities, ...(files > 0 && { files }) },
      ...{ labels: labelIds.length, customFields: Object.keys(custom).length },
    };
    this.#places = places;
    this.#pipelineId = more.target.pipelineId;
    this.#stageId = more.target.stageId;
  }

  get pipelineId(): Id {
    return this.#pipelineId;
  }
  /** A stage of another pipeline gives way to the first one of this. */
  set pipelineId(id: Id) {
    this.#pipelineId = id;
    if (this.#places.pipelineOf.get(this.#stageId) !== id) this.#stageId = this.#places.firstOf.get(id) ?? '';
  }

  get stageId(): Id {
    return this.#stageId;
  }
  /** A stage implies its pipeline. */
  set stageId(id: Id) {
    this.#stageId = id;
    this.#pipelineId = this.#places.pipelineOf.get(id) ?? this.#pipelineId;
  }

  get join(): Id | null {
    return this.#join;
  }
  /** `fields` begins anew: as the lead's for a new deal; for a deal to join, with what fills its gaps. */
  set join(id: Id | null) {
    if (id === this.#join) return;
    this.#join = id;
    const deal = this.joined;
    if (this.record !== null) this.fields = deal === null ? again(this.record, this.kept) : filling(this.record, deal);
  }

  /** The deal it is added to; null = a new one, or one that is no longer open. */
  get joined(): Deal | null {
    return this.#join === null ? null : (this.joinable.find((deal) => deal.id === this.#join) ?? null);
  }

  /** What the lead says otherwise than the deal it joins: offered, and left unless chosen. `[name, of the lead, of the deal]`. */
  get differences(): readonly (readonly [field: string, lead: unknown, deal: unknown])[] {
    const { record, joined } = this;
    if (record === null || joined === null) return [];
    return Object.entries(carried(record))
      .filter(
        ([name, value]) =>
          name !== 'labelIds' &&
          !OWN_ORIGIN.has(name) &&
          !(name === 'value' && hasLines(joined)) &&
          !isEmpty(value) &&
          !same(value, valueOf(joined, name)),
      )
      .map(([name, value]) => [name, value, valueOf(joined, name)] as const);
  }

  /** Names of the lead's fields that the deal does not take over. The receipt keeps the whole lead. */
  get drops(): readonly string[] {
    const archived = (this.record?.archivedAt ?? null) === null ? [] : ['archivedAt'];
    return [
      ...archived,
      ...this.differences.filter(([name, value]) => !same(this.fields[name], value)).map(([name]) => name),
    ];
  }
}

/** The values that a lead and its deal have in common, as fields of the other. */
export function carried(lead: Opportunity): Values {
  const fields: Values = { labelIds: lead.labelIds };
  for (const name of CARRIED) fields[name] = lead[name];
  for (const [id, value] of Object.entries(lead.custom)) fields[`custom.${id}`] = value;
  return fields;
}

/** As the lead says it; a deal with products that comes back is worth what they come to. */
function again(lead: Lead, kept: Deal | null): Values {
  return kept !== null && hasLines(kept) ? { ...carried(lead), value: kept.value } : carried(lead);
}

/** What the lead knows and the deal does not, and the labels of both: nothing of the deal is removed. */
function filling(lead: Lead, deal: Deal): Values {
  const fields: Values = { labelIds: [...new Set([...deal.labelIds, ...lead.labelIds])] };
  for (const [name, value] of Object.entries(carried(lead))) {
    if (name !== 'labelIds' && !OWN_ORIGIN.has(name) && !isEmpty(value) && isEmpty(valueOf(deal, name)))
      fields[name] = value;
  }
  return fields;
}
