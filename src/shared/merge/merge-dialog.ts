import type { TemplateResult } from 'lit';
import { asCrmError } from '../../domain/errors.js';
import type { MergeDraft, MergeKind, Plan, Problem } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import { merge } from '../../i18n/en/merge.js';
import { outcome as outcomeWords } from '../../i18n/en/outcome.js';
import { wordsOf } from '../../i18n/words.js';
import type { CommandResult, CrmStore } from '../../store/api.js';
import { adopt } from '../adopt.js';
import { intend } from '../intend.js';
import type { Again } from '../intend.js';
import { openAny } from '../open-any.js';
import { errorWords, problemWords, reasonWords, vetoWords } from '../outcome-words.js';
import { mergeFrame } from './merge-frame.js';
import type { MergeStep } from './merge-frame.js';
import type { MergeView } from './merge-view.js';
import { mergeStyles } from './merge.styles.js';
import type { MergeOptions, MergePlace } from './place.js';
import { titleOf } from './title.js';
import { namesOf, nameOfField } from './values.js';

type Name = `${MergeKind}s-merge`;
export type MergeResult = CommandResult<Name>;

/** Shows them side by side, and merges them when that is meant. @returns what was done; null where nothing was */
export function openMerge(place: MergePlace, options: MergeOptions): Promise<MergeResult | null> {
  const { store } = place.crm;
  if (!store || place.dialog.isOpen) return Promise.resolve(null);
  adopt(place.host, mergeStyles);
  return new MergeRun(place, store, options).run();
}

/** One merge from its first question to its last answer. */
class MergeRun {
  readonly #place: MergePlace;
  readonly #store: CrmStore;
  readonly #options: MergeOptions;
  readonly #picks = new Map<string, Id>();
  #survivor: Id | undefined;
  #plan: Plan<Name> | null = null;
  #names: ReadonlyMap<Id, string> = new Map();
  #step: MergeStep = 'form';
  #said = '';
  #wait: { cancel(): void } | null = null;
  #decide: ((go: boolean) => void) | null = null;
  /** It was pressed again after it had failed: the new plan need not be shown first. */
  #go = false;
  /** Closed by the person: it does not come back by itself. */
  #left = false;

  constructor(place: MergePlace, store: CrmStore, options: MergeOptions) {
    this.#place = place;
    this.#store = store;
    this.#options = options;
  }

  async run(): Promise<MergeResult | null> {
    for (;;) {
      const result = await this.#once();
      if (result !== 'again') return result;
    }
  }

  get #name(): Name {
    return `${this.#options.kind}s-merge`;
  }
  get #t(): typeof merge {
    return wordsOf('merge', merge, this.#place.words.lang);
  }
  get #outcome(): typeof outcomeWords {
    return wordsOf('outcome', outcomeWords, this.#place.words.lang);
  }
  get #draft(): MergeDraft<MergeKind> {
    return this.#plan!.drafts[0]!;
  }

  async #once(): Promise<MergeResult | null | 'again'> {
    const { host, commands, dialog } = this.#place;
    const { ids } = this.#options;
    try {
      const result = await intend<Name>(
        host,
        this.#store,
        this.#name,
        { ids },
        {
          dialog: (plan, again) => this.#show(plan, again),
          onWaiting: (wait) => this.#waiting(wait),
          onCommit: () => this.#running(),
        },
      );
      return result ? await this.#told(result) : null;
    } catch (thrown) {
      if (!this.#plan || !dialog.isOpen) {
        commands.fail(this.#name, ids.length, thrown);
        return null;
      }
      this.#go = await this.#form(errorWords(asCrmError(thrown), this.#outcome));
      return this.#go ? 'again' : null;
    }
  }

  async #show(plan: Plan<Name>, again: Again): Promise<boolean> {
    const fresh = this.#plan !== plan;
    this.#plan = plan;
    if (fresh) {
      const draft = this.#draft;
      if (this.#survivor !== undefined) draft.survivorId = this.#survivor;
      for (const [field, id] of this.#picks) draft.choose(field, id);
      this.#store.check(plan);
      const go = this.#go && draft.problems.length === 0;
      this.#go = false;
      if (go) return true;
      this.#names = await namesOf(this.#store, draft.records);
    }
    if (again?.veto) return this.#form(vetoWords(again.veto, this.#outcome));
    if (again?.gap) return this.#form(this.#why(again.gap.problem));
    return this.#form(this.#said);
  }

  #why(problem: Problem): string {
    return problemWords(problem, this.#outcome, nameOfField(this.#view, problem.field ?? ''));
  }

  /** Shows the form, with the reason why it is back, and waits for the person. */
  #form(said: string): Promise<boolean> {
    const { dialog } = this.#place;
    this.#step = 'form';
    this.#said = said;
    dialog.busy = false;
    // What others have made of it was told already, and read, while it was looked at anew.
    if (this.#left) return Promise.resolve(false);
    const decision = new Promise<boolean>((resolve) => (this.#decide = resolve));
    if (dialog.isOpen) {
      dialog.draw();
      dialog.focusFirst();
    } else this.#open();
    return decision;
  }

  #open(): void {
    const { dialog } = this.#place;
    const n = this.#draft.records.length;
    dialog.open({
      width: n > 3 ? 960 : n > 2 ? 800 : 660,
      content: () => this.#frame(),
      focus: '.merge-fields input:checked, .dialog-foot [type=submit], .dialog-foot button',
      returnTo: this.#options.returnTo,
      mayClose: () => {
        if (this.#step !== 'waiting') return true;
        this.#wait?.cancel();
        return false;
      },
      onClose: () => {
        this.#left = true;
        this.#settle(false);
      },
    });
    if (!dialog.isOpen) this.#settle(false);
  }

  #settle(go: boolean): void {
    const decide = this.#decide;
    this.#decide = null;
    decide?.(go);
  }

  get #view(): MergeView {
    const { words, dialog, untitled } = this.#place;
    const redraw = (): void => {
      this.#store.check(this.#plan!);
      dialog.draw();
    };
    return {
      store: this.#store,
      lang: words.lang,
      format: words.format,
      common: words.t.common,
      t: this.#t,
      outcome: this.#outcome,
      names: this.#names,
      draft: this.#draft,
      titleOf: (record) => titleOf(record, { untitled }),
      survive: (id) => {
        this.#draft.survivorId = this.#survivor = id;
        redraw();
      },
      choose: (field, id) => {
        this.#picks.set(field, id);
        this.#draft.choose(field, id);
        redraw();
      },
    };
  }

  #frame(): TemplateResult {
    const { dialog } = this.#place;
    return mergeFrame(dialog, this.#view, {
      n: this.#options.ids.length,
      step: this.#step,
      said: this.#said,
      why: (problem) => this.#why(problem),
      submit: () => this.#submit(),
      cancelWait: () => this.#wait?.cancel(),
      open: (id) => this.#openOne(id),
    });
  }

  #openOne(id: Id): void {
    this.#place.dialog.close();
    openAny(this.#place.crm, this.#options.kind, id);
  }

  #submit(): void {
    const { dialog, commands } = this.#place;
    if (this.#step !== 'form' || !this.#decide) return;
    this.#store.check(this.#plan!);
    const [problem] = this.#draft.problems;
    if (problem) {
      dialog.draw();
      dialog.focusFirst();
      commands.announce(this.#why(problem));
      return;
    }
    this.#said = '';
    this.#settle(true);
  }

  #waiting(wait: { cancel(): void } | null): void {
    this.#wait = wait;
    this.#step = wait ? 'waiting' : 'form';
    const { dialog } = this.#place;
    dialog.draw();
    if (wait) dialog.element?.querySelector<HTMLElement>('[data-cancel-wait]')?.focus();
  }

  #running(): void {
    this.#step = 'running';
    this.#place.dialog.busy = true;
  }

  async #told(result: MergeResult): Promise<MergeResult | 'again'> {
    const { dialog, commands, crm } = this.#place;
    const [first] = result.outcomes;
    dialog.busy = false;
    if (first?.state === 'done') {
      dialog.close();
      const { kind } = this.#options;
      const title = this.#view.titleOf(this.#draft.record ?? this.#draft.records[0]!);
      const n = this.#draft.records.length;
      const ahead = [{ label: () => this.#t.open, run: () => void openAny(crm, kind, first.id) }];
      const said = (): string => {
        const t = this.#t;
        const done = { lead: t.doneLeads, deal: t.doneDeals, person: t.donePersons, organization: t.doneOrganizations };
        return done[kind](n, title);
      };
      commands.say(said, result, ahead);
      return result;
    }
    const words = this.#outcome;
    const why = first ? reasonWords(first, words, (field) => nameOfField(this.#view, field)) : words.unavailable;
    if (!dialog.isOpen) {
      commands.report(result);
      return result;
    }
    if (first?.state === 'conflict') {
      // Somebody was first: the next plan shows what they have made of it.
      this.#said = `${why} ${this.#t.now}`;
      return 'again';
    }
    this.#go = await this.#form(why);
    return this.#go ? 'again' : result;
  }
}
