import { dayFor } from '../../domain/agenda.js';
import type { Activity, Day, Id } from '../../domain/records.js';
import { Drag } from '../../shared/drag.js';
import type { DragEnd, Grip } from '../../shared/drag.js';
import { NO_DAY } from './days.js';
import type { AgendaModel } from './model.js';
import type { Sections } from './sections.js';
import type { Selection } from './selection.js';
import type { Work } from './work.js';

interface Held {
  readonly activity: Activity;
  readonly ids: readonly Id[];
}

/**
 * An activity in the hands of a pointer: onto another group, or one of the days below. While it is held nothing is rendered:
 * marks are attributes that no template writes.
 */
export class Pointer {
  readonly #drag: Drag<Held>;
  #target: HTMLElement | null = null;
  #day: Day | null | undefined;
  #said: Day | null | undefined;

  constructor(
    readonly model: AgendaModel,
    readonly sections: Sections,
    readonly selection: Selection,
    readonly work: Work,
  ) {
    this.#drag = new Drag<Held>(model.host, {
      grip: (event) => this.#grip(event),
      onLift: (held) => this.#lifted(held),
      onOver: (_held, target) => this.#over(target),
      onDrop: (held, target) => this.#drop(held, target),
      onCancel: (_held, why) => this.#cancelled(why),
      // Over the days the list below them stands still.
      scrollers: () =>
        this.#root?.querySelectorAll<HTMLElement>(this.#target?.matches('.dayzone') ? '.days' : '.list') ?? [],
      stillThere: ({ activity }) => sections.recordOf(activity.id)?.record === activity,
    });
  }

  /** The line that stays drawn while it is held, whatever is scrolled. */
  get held(): Id | null {
    return this.#drag.item?.activity.id ?? null;
  }

  get #root(): ShadowRoot | null {
    return this.model.host.shadowRoot;
  }

  #grip(event: PointerEvent): Grip<Held> | null {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || target.closest('input, .acts, .due button, form, .proposal')) return null;
    const element = target.closest<HTMLElement>('.arow[data-item]');
    const found = element && this.sections.recordOf(element.dataset['item'] ?? '');
    if (!found || !('done' in found.record) || found.record.done) return null;
    const activity = found.record;
    if (this.model.why('activities-move', activity) !== undefined) return null;
    const ids = this.selection.with(activity.id);
    const count = ids.length > 1 ? this.model.format.number(ids.length) : undefined;
    return { item: { activity, ids }, element, count, width: Math.min(320, element.clientWidth * 0.6) };
  }

  #lifted({ activity, ids }: Held): void {
    const { t } = this.model;
    for (const row of this.#root?.querySelectorAll<HTMLElement>('.arow[data-item]:not(.drag-ghost)') ?? [])
      row.toggleAttribute('data-gone', ids.includes(row.dataset['item'] ?? ''));
    this.#root?.querySelector('.days')?.removeAttribute('hidden');
    this.#day = undefined;
    // Where it is already: what is said of the lift is not to be drowned.
    this.#said = activity.due;
    this.model.say(ids.length > 1 ? t.agenda.liftedMany(ids.length) : t.agenda.lifted(this.model.subjectOf(activity)));
  }

  /** The day that is held over, marked at the zone or the head of its group. */
  #over(under: Element | null): void {
    const zone = under?.closest<HTMLElement>('.dayzone') ?? null;
    const key = zone ? undefined : under?.closest<HTMLElement>('[data-section]')?.dataset['section'];
    const group = this.sections.all.find((section) => section.key === key)?.group;
    const day = zone?.dataset['day'];
    this.#day = day === NO_DAY ? null : (day ?? (group ? dayFor(group) : undefined));
    const head = this.#day === undefined || !group ? null : this.#headOf(group.key);
    const target = zone ?? head;
    if (target === this.#target) return;
    this.#target?.removeAttribute('data-over');
    target?.toggleAttribute('data-over', true);
    this.#target = target;
    if (this.#day === undefined || this.#day === this.#said) return;
    this.#said = this.#day;
    this.model.say(this.model.t.agenda.over(this.model.dayName(this.#day)));
  }

  #headOf(key: string): HTMLElement | null {
    return this.#root?.querySelector<HTMLElement>(`.ahead[data-section="${CSS.escape(key)}"]`) ?? null;
  }

  #drop({ activity, ids }: Held, target: Element | null): void {
    this.#over(target);
    const day = this.#day;
    this.#clear();
    if (day === undefined || (ids.length === 1 && day === activity.due))
      return this.model.say(this.model.t.agenda.putBack);
    void this.work.move(ids, day);
  }

  #cancelled(why: DragEnd): void {
    this.#clear();
    const { agenda } = this.model.t;
    this.model.say(why === 'data' ? agenda.putBackGone : agenda.putBack);
  }

  /** Everything as it was. */
  #clear(): void {
    for (const row of this.#root?.querySelectorAll('[data-gone]') ?? []) row.removeAttribute('data-gone');
    this.#target?.removeAttribute('data-over');
    this.#target = null;
    this.#day = undefined;
    this.#root?.querySelector('.days')?.setAttribute('hidden', '');
    this.model.update();
  }
}
