import { nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { dayAfterMove, isIn, isPeriodUnit, periodOf, shifted } from '../../../domain/forecast.js';
import type { Period, PeriodUnit } from '../../../domain/forecast.js';
import type { Where } from '../../../domain/query.js';
import type { Day, Deal, Id } from '../../../domain/records.js';
import { forecast as english } from '../../../i18n/en/forecast.js';
import { firstWeekday } from '../../../i18n/format-more.js';
import { wordsOf } from '../../../i18n/words.js';
import type { Lane, LaneActions, Layout, Target } from '../layout.js';
import type { BoardModel } from '../model.js';
import { forecastBar } from './bar.js';
import type { Face } from './face.js';
import { periodName } from './names.js';
import { periodHead } from './period-head.js';
import { ForecastSums } from './sums.js';

export { forecastStyles as partStyles } from './forecast.styles.js';

/** Deals without a day; open ones whose day was before all that is shown, and is over. */
export const none = 'none';
export const late = 'late';

/** CSS pixels that a period takes at least; where it is narrow one is seen, and the strip has so many. */
const wide = 224;
const narrow = 660;
const inStrip = 6;
/** How many periods from this one on stand in the menu of a card. */
const inMenu: Readonly<Record<PeriodUnit, number>> = { week: 13, month: 12, quarter: 8 };

/** The open deals by when they are expected to close, in place of the stages: weeks, months or quarters side by side. */
export class Forecast implements Layout, Face, ReactiveController {
  readonly sums: ForecastSums;
  /** How many periods the first one that is shown is after this one. */
  #from = 0;
  #fit = 4;
  #asked = '';
  readonly #sizes = new ResizeObserver(() => this.#measure());

  constructor(readonly model: BoardModel) {
    model.host.addController(this);
    this.sums = new ForecastSums(model, this);
    this.#measure();
  }

  hostConnected(): void {
    this.#sizes.observe(this.model.host);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }

  /** As many as fit beside the deals without a day. */
  #measure(): void {
    const width = this.model.host.clientWidth;
    const fit = width < narrow ? inStrip : Math.max(2, Math.min(13, Math.floor(width / wide) - 1));
    if (width === 0 || fit === this.#fit) return;
    this.#fit = fit;
    this.model.update();
  }

  /** Before each drawing: another unit begins with the current period. */
  hostUpdate(): void {
    const asked = `${this.unit} ${this.firstDay}`;
    if (asked !== this.#asked) this.#from = 0;
    this.#asked = asked;
  }

  get t(): typeof english {
    return wordsOf('forecast', english, this.model.words.lang);
  }

  get unit(): PeriodUnit {
    const { period } = this.model.host;
    return isPeriodUnit(period) ? period : 'month';
  }

  get firstDay(): number {
    return firstWeekday(this.model.format);
  }

  get shown(): boolean {
    return this.model.view === 'forecast';
  }

  get current(): Period {
    return periodOf(this.model.today, this.unit, this.firstDay);
  }

  get periods(): readonly Period[] {
    const { current } = this;
    return [...Array(this.#fit).keys()].map((at) => shifted(current, this.#from + at));
  }

  get atNow(): boolean {
    return this.#from === 0;
  }

  /** @param pages how many screens of periods; 0 = to the current one */
  turn(pages: number): void {
    this.#from = pages === 0 ? 0 : this.#from + pages * this.#fit;
    this.model.update();
    this.model.say(this.range);
  }

  choose(unit: PeriodUnit): void {
    this.#from = 0;
    this.model.arrange({ period: unit });
  }

  /** "November to February 2027". */
  get range(): string {
    const all = this.periods;
    return this.t.range(this.name(all[0]!), this.name(all[all.length - 1]!));
  }

  name(period: Period): string {
    return periodName(period, this.model.today, this.model.format, this.t);
  }

  get lanes(): readonly Lane[] {
    const { t, current, model } = this;
    if (!model.today) return [];
    const lanes: Lane[] = this.periods.map((period) => {
      const name = this.name(period);
      return { id: idOf(period), name: period.start === current.start ? t.now(name) : name };
    });
    lanes.push({ id: none, name: t.noDate });
    if (this.#from > 0) return lanes;
    // Whether there are any has to be known first: nothing jumps aside for them later.
    const overdue = this.sums.of(late);
    if (!overdue) return this.sums.failed(late) ? lanes : [];
    const held = model.preview?.from.stageId === late;
    return overdue.count > 0 || held ? [{ id: late, name: t.late }, ...lanes] : lanes;
  }

  /** All that is asked about, whether it is shown already or not. */
  get asked(): readonly { readonly id: Id; readonly where: Where }[] {
    const ids = [...(this.#from > 0 ? [] : [late]), ...this.periods.map(idOf), none];
    return ids.map((id) => ({ id, where: this.where(id) }));
  }

  where(id: Id): Where {
    const field = 'expectedClose';
    if (id === none) return { field, op: 'empty' };
    if (id === late) return { field, op: 'lt', value: this.periods[0]!.start };
    const { start, end } = this.#period(id)!;
    return { field, op: 'between', value: [start, end] };
  }

  laneOf({ expectedClose }: Deal): Id {
    if (expectedClose === null) return none;
    if (this.#from <= 0 && expectedClose < this.periods[0]!.start) return late;
    return idOf(periodOf(expectedClose, this.unit, this.firstDay));
  }

  nameOf(id: Id): string | undefined {
    if (id === none) return this.t.noDate;
    if (id === late) return this.t.late;
    const period = this.#period(id);
    return period && this.name(period);
  }

  count(id: Id): number | undefined {
    return this.sums.of(id)?.count;
  }

  period(id: Id): Period | undefined {
    return id === none || id === late ? undefined : this.#period(id);
  }

  #period(id: Id): Period | undefined {
    const [unit, start] = id.split(' ');
    return isPeriodUnit(unit) && start ? periodOf(start, unit, this.firstDay) : undefined;
  }

  target(id: Id): Target | undefined {
    const to = this.period(id);
    if (!to && id !== none) return undefined;
    const { model } = this;
    return {
      name: this.nameOf(id)!,
      why: ([deal, another]) => this.why(another ? null : (deal ?? null)),
      stands: ({ expectedClose: day }) => (to ? day !== null && isIn(day, to) : day === null),
      put: (deals, _before, said) => {
        const days = deals.map((deal): [Id, Day | null] => [deal.id, this.#dayIn(to, deal)]);
        const input = { ids: deals.map((deal) => deal.id), expectedClose: Object.fromEntries(days) };
        return model.commands.run('deals-expect', input, { said });
      },
    };
  }

  /** One that stands there already stays on its day. */
  #dayIn(to: Period | undefined, { expectedClose }: Deal): Day | null {
    if (!to) return null;
    const here = expectedClose !== null && isIn(expectedClose, to);
    return here ? expectedClose : dayAfterMove(expectedClose, to, this.model.today);
  }

  dayFor(id: Id): Day | null {
    return this.#dayIn(this.period(id), { expectedClose: null } as Deal);
  }

  get places(): readonly Lane[] {
    const { current, unit } = this;
    const starts = [...Array(inMenu[unit]).keys()].map((at) => shifted(current, at));
    const all = [...this.periods.filter(({ start }) => start < current.start), ...starts];
    return [...all.map((period) => ({ id: idOf(period), name: this.name(period) })), { id: none, name: this.t.noDate }];
  }

  why(deal: Deal | null): string | null {
    return this.model.why('deals-expect', deal);
  }

  bar(): TemplateResult | typeof nothing {
    return this.model.today ? forecastBar(this) : nothing;
  }

  head(lane: Lane, actions: LaneActions): TemplateResult {
    return periodHead(this, lane, actions);
  }

  get words(): Layout['words'] {
    const { t, model } = this;
    return {
      empty: t.empty,
      first: t.first,
      last: t.last,
      across: t.across,
      moved: (title, place, deal, id) => {
        const day = this.#dayIn(this.period(id), deal);
        return t.moved(title, place, day === null ? '' : model.format.day(day, { today: model.today }));
      },
    };
  }
}

function idOf({ unit, start }: Period): Id {
  return `${unit} ${start}`;
}
