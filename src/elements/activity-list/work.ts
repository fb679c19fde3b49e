import { stepDay } from '../../domain/agenda.js';
import type { Activity, Day, Id } from '../../domain/records.js';
import type { CommandResult } from '../../store/api.js';
import type { AgendaModel } from './model.js';
import type { Rover } from './rover.js';
import type { Sections } from './sections.js';
import type { Selection } from './selection.js';

/** A command for several that is under way. */
export interface Running {
  readonly done: number;
  readonly of: number;
  readonly stop: () => void;
}

/** So many are told how far they are. */
const many = 20;

/** What is done with activities. */
export class Work {
  running: Running | null = null;
  /** One was marked done here, and stood there. */
  onDone: (activity: Activity, key: string, place: number, turn: number) => void = () => undefined;

  constructor(
    readonly model: AgendaModel,
    readonly sections: Sections,
    readonly selection: Selection,
    readonly rover: Rover,
  ) {}

  /** The box of one. */
  async mark(activity: Activity, done = !activity.done): Promise<void> {
    const { model } = this;
    if (model.why('activity-done', activity) !== undefined) return;
    const found = this.sections.find(activity.id);
    const subject = model.subjectOf(activity);
    const { turn } = this.rover;
    const words = done ? model.t.next.isDone(subject) : model.t.agenda.isUndone(subject);
    const result = await model.commands.run('activity-done', { id: activity.id, done }, { said: () => words });
    this.selection.forget([activity.id]);
    if (done && succeeded(result) && found) this.onDone(activity, found.section.key, found.place, turn);
    // A box that was ticked and refused shows again what is.
    model.update();
  }

  async markAll(ids: readonly Id[]): Promise<void> {
    const result = await this.#run(ids.length, (options) =>
      this.model.commands.run('activities-done', { ids, done: true }, options),
    );
    if (result) this.#forget(result);
  }

  async move(ids: readonly Id[], due: Day | null): Promise<void> {
    const { t } = this.model;
    const day = this.model.dayName(due);
    const said = due === null ? t.agenda.movedNoDay(ids.length) : t.agenda.moved(ids.length, day);
    const result = await this.#run(ids.length, (options) =>
      this.model.commands.run('activities-move', { ids, due }, { ...options, said: () => said }),
    );
    if (result) this.#forget(result);
  }

  /** A day on or back, and the focus with it; of several all go to where the one goes. */
  step(activity: Activity, by: 1 | -1): void {
    const { model, rover, selection } = this;
    const due = stepDay(activity.due, by, model.today);
    if (due === undefined) return model.say(activity.due === null ? model.t.agenda.staysNoDay : model.t.agenda.stays);
    const ids = selection.with(activity.id);
    rover.follow(activity.id);
    void this.move(ids, due);
  }

  async remove(activity: Activity): Promise<void> {
    if (this.model.why('activity-delete', activity) !== undefined) return;
    this.selection.forget([activity.id]);
    await this.model.commands.run('activity-delete', { id: activity.id });
  }

  #forget(result: CommandResult): void {
    // They stay chosen where it did not go: one may try again.
    if (this.selection.size === 0) return;
    this.selection.forget(result.outcomes.filter(({ state }) => state === 'done').map(({ id }) => id));
    this.model.update();
  }

  async #run<R extends CommandResult>(
    of: number,
    run: (options: { stop?: AbortSignal; onProgress?: (done: number, of: number) => void }) => Promise<R | null>,
  ): Promise<R | null> {
    if (of < many) return run({});
    const stopping = new AbortController();
    const tell = (done: number): void => {
      this.running = { done, of, stop: () => stopping.abort() };
      this.model.update();
    };
    tell(0);
    try {
      return await run({ stop: stopping.signal, onProgress: tell });
    } finally {
      this.running = null;
      this.model.update();
    }
  }
}

function succeeded(result: CommandResult | null): boolean {
  return result?.outcomes.some(({ state }) => state === 'done') ?? false;
}
