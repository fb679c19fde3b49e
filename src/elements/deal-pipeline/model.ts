import type { BoardListState } from '../../domain/view-state.js';
import type { ReactiveController, TemplateResult } from 'lit';
import type { Filter, FilterCondition, FilterPart } from '../../domain/filter.js';
import type { PeriodUnit } from '../../domain/forecast.js';
import type { Condition, Where } from '../../domain/query.js';
import type { AnyRecord, Deal, Id, Pipeline, Stage } from '../../domain/records.js';
import type { common as allCommon } from '../../i18n/en/common.js';
import type { pipeline as allPipeline } from '../../i18n/en/pipeline.js';
import { common } from '../../i18n/first/common.js';
import { kinds } from '../../i18n/first/kinds.js';
import { pipeline } from '../../i18n/first/pipeline.js';
import type { Format } from '../../i18n/format.js';
import type { Commands } from '../../shared/commands.js';
import type { Telling } from '../../shared/telling.js';
import type { Arriving } from '../../shared/late.js';
import type { Localize } from '../../shared/localize.js';
import type { StoreController } from '../../shared/store-controller.js';
import type { CommandName } from '../../domain/plan.js';
import type { CrmStore, ListQuery, LiveSummaries } from '../../store/api.js';
import type { BoardHands } from './arriving.js';
import type { Lane, Layout } from './layout.js';
import type { BoardDirection, BoardOrder } from './order.js';
import { orderName, orderOf } from './order.js';
import type { Preview } from './preview.js';
import type { BoardSetup } from './order.js';
import { viewsOf } from './view-names.js';
import type { BoardView } from './view-names.js';

export type BoardWords = { readonly common: typeof allCommon; readonly pipeline: typeof allPipeline };
/** Those of the first paint; hands.ts brings the others. test/project/first-paint.test.ts holds the first files to these. */
export const areas = { common: { ...common, ...kinds }, pipeline } as unknown as BoardWords;

/** The element's own members that its parts use. */
export interface BoardHost extends HTMLElement {
  requestUpdate(): void;
  addController(controller: ReactiveController): void;
  removeController(controller: ReactiveController): void;
  readonly updateComplete: Promise<boolean>;
  readonly store?: CrmStore | null;
  pipelineId: Id | null;
  view: BoardView;
  period: PeriodUnit;
  order: BoardOrder;
  direction: BoardDirection;
  /** The page has said how to sort. */
  readonly orderSet: boolean;
  /** The page has said what to show. */
  readonly viewSet: boolean;
  filter: Filter;
  fields: readonly string[];
  /** The page, or somebody here, has said what cards show. */
  readonly fieldsSet: boolean;
  heading: string;
  /** How the list is to be set up, until there is one. */
  list?: BoardListState | undefined;
}

/** Where the tab stop of the board is: a card, or the head of a stage. */
export interface Stop {
  readonly stageId: Id;
  /** null = the head. */
  readonly id: Id | null;
  /** Its place when it was last seen: where the focus goes when it is gone. */
  readonly index: number;
}

/**
 * The state of one board and what follows from it. The template functions read it, the controllers change it; it knows
 * nothing of markup.
 */
export class BoardModel {
  /** Sums that are shown until all are asked for: in ten currencies they would leave no room for cards. The style sheet hides the others. */
  readonly firstSums = 3;
  search = '';
  stop: Stop | null = null;
  /** A card shown elsewhere than it stands: lifted by keyboard, or dropped and not yet written. */
  preview: Preview | null = null;
  /** The stage that a narrow board shows. */
  shownStage: Id | null = null;
  /** Loading has taken so long that it must be shown. */
  slow = false;

  /** Hands bring them. */
  commands!: Commands;

  constructor(
    readonly host: BoardHost,
    readonly crm: StoreController,
    readonly words: Localize<BoardWords>,
    readonly telling: Telling,
    readonly summaries: () => LiveSummaries | null,
    /** What can be done here, as soon as it has come. */
    readonly arriving: () => Arriving<BoardHands>,
  ) {}

  get hands(): Arriving<BoardHands> {
    return this.arriving();
  }

  /** The stages added up; undefined until each is known, and what adds them up is here. */
  get overall(): ReturnType<BoardHands['overall']> {
    return this.hands.here?.overall();
  }

  get store(): CrmStore | null {
    return this.crm.store;
  }
  get t(): BoardWords {
    return this.words.t;
  }
  get format(): Format {
    return this.words.format;
  }
  /** By hand there is a place in a stage, and only there. */
  get order(): BoardOrder {
    const { order } = this.host;
    return order === 'rank' && this.layout ? 'nextActivity' : order;
  }
  /** What stands in the place of the stages, as soon as it has come; null = the stages do. */
  get layout(): Layout | null {
    return this.host.view === 'forecast' ? (this.hands.here?.layout ?? null) : null;
  }
  /** What is shown: the board where there is nothing that shows a list. */
  get view(): BoardView {
    const { view } = this.host;
    return viewsOf(this.host).includes(view) ? view : 'board';
  }
  get byHand(): boolean {
    return this.order === 'rank';
  }
  get orderName(): string {
    return this.hands.here?.orderName() ?? orderName(this.order, this.t);
  }
  get today(): string {
    return this.store?.today() ?? '';
  }

  get pipelines(): readonly Pipeline[] {
    return this.store?.directory.pipelines ?? [];
  }
  /** The one that was asked for; where there is none of that id, the first. */
  get pipeline(): Pipeline | undefined {
    return this.pipelines.find((each) => each.id === this.host.pipelineId) ?? this.pipelines[0];
  }
  get stages(): readonly Stage[] {
    const pipeline = this.pipeline;
    return pipeline ? (this.store?.directory.stagesOf(pipeline.id) ?? []) : [];
  }
  /** What stands side by side. */
  get lanes(): readonly Lane[] {
    return this.view === 'board' ? this.stages : (this.layout?.lanes ?? []);
  }
  stage(id: Id): Stage | undefined {
    return this.store?.directory.stage(id);
  }
  stageName(id: Id): string {
    return this.layout?.nameOf(id) ?? this.stage(id)?.name ?? '';
  }

  /** Why cards may not be moved; null = they may. */
  whyMove(...[deal, another]: readonly Deal[]): string | null {
    const one = another ? null : (deal ?? null);
    return this.layout ? this.layout.why(one) : this.why(another ? 'deals-move' : 'deal-move', one);
  }

  /** What a deal stands in. */
  laneOf(deal: Deal): Id {
    return this.layout?.laneOf(deal) ?? deal.stageId;
  }

  /** Something narrows the board: an empty one then means "no match". */
  get narrowed(): boolean {
    return this.search.trim() !== '' || this.host.filter.length > 0;
  }

  /** What narrows the board can be asked for: whose deals at once, all else when hands have come, and what works formulas out. */
  get askable(): boolean {
    return this.hands.here?.filtering.settled ?? this.host.filter.every(isOwners);
  }

  /** What stands in the place of the stages where what narrows them cannot be had; undefined = it can. */
  get lost(): TemplateResult | undefined {
    return this.hands.here?.filtering.lost();
  }

  get #narrowing(): readonly Where[] {
    return this.hands.here?.filtering.wheres() ?? this.host.filter.filter(isOwners).map(whereOf);
  }

  /** The open deals of the pipeline that fit what was asked for. */
  get question(): Omit<ListQuery<'deal'>, 'order'> {
    return this.asking('open');
  }

  asking(status: Deal['status']): Omit<ListQuery<'deal'>, 'order'> {
    const all: Where[] = [
      { field: 'pipelineId', op: 'is', value: this.pipeline?.id ?? '' },
      { field: 'status', op: 'is', value: status },
      { field: 'archivedAt', op: 'empty' },
      ...this.#narrowing,
    ];
    const search = this.search.trim();
    return { kind: 'deal', where: { all }, ...(search !== '' && { search }) };
  }

  /** @param lane a stage, or what stands in its place */
  queryOf(lane: Id): ListQuery<'deal'> {
    const { where, ...rest } = this.question;
    const inLane: Where = this.layout?.where(lane) ?? { field: 'stageId', op: 'is', value: lane };
    // A card shows names that the deal has itself.
    return {
      ...rest,
      where: { all: [inLane, where as Where] },
      order: orderOf(this.order, this.host.direction),
      related: false,
    };
  }

  titleOf(deal: Deal): string {
    return deal.title || deal.organizationName || deal.personName || this.t.pipeline.untitled;
  }

  /** Why the command is refused for this record; null = it is not. @param otherwise said where the page gives no reason */
  why(name: CommandName, record: AnyRecord | null, otherwise = this.t.pipeline.notAllowed): string | null {
    const may = this.store?.settings.can(name, record) ?? true;
    if (may === true) return null;
    return typeof may === 'string' && may !== '' ? may : otherwise;
  }

  /** Somebody here has set the board up. */
  onSetup: () => void = () => undefined;

  /** What somebody here has chosen, as against what the page sets: it is kept for them. */
  arrange(setup: Partial<BoardSetup>): void {
    Object.assign(this.host, setup);
    this.onSetup();
  }

  update(): void {
    this.host.requestUpdate();
  }

  say(text: string): void {
    this.telling.say(text);
  }
}

/** The quick filter of the head: whose deals. */
export function isOwners(part: FilterPart): part is FilterCondition & { readonly op: 'in' } {
  const { field, op } = (part ?? {}) as Partial<FilterCondition>;
  return field === 'ownerId' && op === 'in';
}

/** "No owner" among the chosen ones becomes "empty, or one of". */
function whereOf(condition: Condition): Where {
  const { field, op, value } = condition;
  if (!Array.isArray(value) || !value.includes(null)) return condition;
  const rest = value.filter((one) => one !== null) as readonly unknown[];
  const empty: Where = { field, op: 'empty' };
  return rest.length === 0 ? empty : { any: [empty, { field, op, value: rest }] };
}

/** Asks for what is to be shown and is not here yet. */
export function needed(hands: Arriving<BoardHands>): BoardHands | undefined {
  if (!hands.here) hands.use(() => undefined);
  return hands.here;
}
