import { asCrmError } from '../../domain/errors.js';
import type { Target } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { intend } from '../intend.js';
import type { Again } from '../intend.js';
import { openRecord } from '../open-record.js';
import { errorWords, problemWords, reasonWords, vetoWords } from '../outcome-words.js';
import { AnswerFields } from '../answer-fields.js';
import { answer } from './answer.js';
import { frameOf, retriable } from './frames.js';
import type { ConvertActions } from './frames.js';
import { nameOfField } from './parts.js';
import { namesOf } from './names.js';
import { ConvertSession } from './session.js';
import type { ConvertPlan, ConvertResult, Progress } from './session.js';
import { toastConverted, whoConverted } from './told.js';
import type { ConvertParts, words } from './told.js';
import type { ConvertView } from './view.js';

export interface ConvertOptions {
  readonly ids: readonly Id[];
  readonly target?: Target | undefined;
  /** Where the focus goes if what opened the dialog has gone with its lead. */
  readonly returnTo?: (() => HTMLElement | null | undefined) | undefined;
}

/** One conversion from its first question to its last answer. */
export class ConvertRun {
  readonly #parts: ConvertParts;
  readonly #store: CrmStore;
  readonly #options: ConvertOptions;
  readonly #answers: AnswerFields;
  readonly #names = new Map<Id, string>();
  readonly #stopping = new AbortController();
  #session: ConvertSession | null = null;
  #wait: { cancel(): void } | null = null;
  /** Tells the person's decision to whoever waits for it. */
  #decide: ((go: boolean) => void) | null = null;
  /** The person has pressed Convert, it failed, and they pressed it again: the new plan need not be shown first. */
  #go = false;

  constructor(parts: ConvertParts, store: CrmStore, options: ConvertOptions) {
    this.#parts = parts;
    this.#store = store;
    this.#options = options;
    this.#answers = new AnswerFields(parts.host, parts.words, () => store);
  }

  /** @returns what was done; null where nothing was */
  async run(): Promise<ConvertResult | null> {
    const off = this.#store.directory.subscribe(() => this.#parts.dialog.draw());
    try {
      for (;;) {
        const result = await this.#once();
        if (result !== 'again') return result;
      }
    } finally {
      off();
      this.#answers.close();
    }
  }

  async #once(): Promise<ConvertResult | null | 'again'> {
    const { host, commands, dialog } = this.#parts;
    const { ids, target } = this.#options;
    try {
      const result = await intend(
        host,
        this.#store,
        'leads-convert',
        { ids, ...(target && { target }) },
        {
          dialog: (plan, again) => this.#show(plan, again),
          onWaiting: (wait) => this.#waiting(wait),
          onCommit: (plan) => this.#running(plan),
          onProgress: (done, of, outcomes) => this.#progress({ done, of, outcomes }),
          stop: this.#stopping.signal,
        },
      );
      return result ? await this.#told(result) : null;
    } catch (thrown) {
      const session = this.#session;
      if (!session || !dialog.isOpen) {
        commands.fail('leads-convert', ids.length, thrown);
        return null;
      }
      return (await this.#form(errorWords(asCrmError(thrown), this.#t.outcome))) ? 'again' : null;
    }
  }

  get #t(): typeof words {
    return this.#parts.words.t;
  }

  async #show(plan: ConvertPlan, again: Again): Promise<boolean> {
    if (plan.drafts.length === 0) return false;
    const session = (this.#session ??= new ConvertSession(this.#store, plan));
    if (session.plan !== plan) session.take(plan);
    else session.check();
    const go = this.#go && session.count('asks') === 0 && !again;
    this.#go = false;
    if (go) return true;
    await Promise.all([namesOf(this.#store, plan, this.#names), whoConverted(this.#parts, session)]);
    if (again?.veto) return this.#form(vetoWords(again.veto, this.#t.outcome));
    if (again?.gap) {
      session.tried = true;
      session.ask();
      return this.#form(
        problemWords(
          again.gap.problem,
          this.#t.outcome,
          nameOfField(this.#view(session), again.gap.problem.field ?? ''),
        ),
      );
    }
    return this.#form(session.said);
  }

  /** Shows the form, with the reason why it is back, and waits for the person. */
  #form(said: string): Promise<boolean> {
    const { dialog } = this.#parts;
    const session = this.#session!;
    session.step = 'form';
    session.said = said;
    session.leaveOut(null);
    dialog.busy = false;
    const decision = new Promise<boolean>((resolve) => (this.#decide = resolve));
    if (dialog.isOpen) {
      dialog.draw();
      dialog.focusFirst();
    } else this.#open(session);
    return decision;
  }

  #open(session: ConvertSession): void {
    const { dialog } = this.#parts;
    const view = this.#view(session);
    const self = this.#actions;
    dialog.open({
      width: session.many ? 720 : session.draft.joinable.length > 0 ? 640 : 600,
      content: () => frameOf(dialog, { ...view, t: this.#t, format: this.#parts.words.format }, self),
      get focus() {
        if (session.asked.size > 0) return '.need :is(input, select), .answer :is(input, select)';
        // Nothing is asked: who was turned down can only press it again, or go.
        return session.said === '' ? '.convert-form .field .input, .banner .btn' : '.dialog-foot [type=submit]';
      },
      returnTo: this.#options.returnTo,
      mayClose: () => {
        if (session.step !== 'waiting') return true;
        this.#wait?.cancel();
        return false;
      },
      onClose: () => this.#settle(false),
    });
    if (!dialog.isOpen) this.#settle(false);
  }

  #settle(go: boolean): void {
    const decide = this.#decide;
    this.#decide = null;
    decide?.(go);
  }

  #view(session: ConvertSession): ConvertView {
    const { dialog, words: localize, crm } = this.#parts;
    const view: ConvertView = {
      session,
      t: localize.t,
      format: localize.format,
      id: 'crm-convert',
      answer: (draft, field, options) => answer(this.#answers, view, draft, field, options),
      nameOf: (id) => this.#names.get(id) ?? '',
      redraw: () => dialog.draw(),
      open: (dealId) => {
        dialog.close();
        openRecord(crm, 'deal', dealId);
      },
    };
    return view;
  }

  readonly #actions: ConvertActions = {
    submit: (only) => this.#submit(only),
    close: () => this.#parts.dialog.requestClose(),
    cancelWait: () => this.#wait?.cancel(),
    stop: () => {
      this.#session!.stopping = true;
      this.#stopping.abort();
      this.#parts.dialog.draw();
    },
    undo: () => void this.#undo(),
    again: () => {
      const ids = this.#session!.result!.outcomes.filter(retriable).map((each) => each.id);
      this.#parts.dialog.close();
      void new ConvertRun(this.#parts, this.#store, { ...this.#options, ids }).run();
    },
  };

  #submit(only?: 'ready'): void {
    const session = this.#session!;
    const { dialog, commands } = this.#parts;
    if (session.step !== 'form' || !this.#decide) return;
    session.check();
    const asks = session.count('asks');
    if (session.unread.size > 0 || (only !== 'ready' && asks > 0) || session.count('ready') === 0) {
      session.tried = true;
      dialog.draw();
      dialog.focusFirst();
      commands.announce(asks > 0 ? this.#t.convert.answerFirst(asks) : '');
      return;
    }
    if (only === 'ready') session.leaveOut(this.#t.convert.leftOut);
    session.said = '';
    this.#settle(true);
  }

  #waiting(wait: { cancel(): void } | null): void {
    this.#wait = wait;
    const session = this.#session;
    if (!session) return;
    session.step = wait ? 'waiting' : 'form';
    const { dialog } = this.#parts;
    dialog.draw();
    if (wait) dialog.element?.querySelector<HTMLElement>('[data-cancel-wait]')?.focus();
  }

  #running(plan: ConvertPlan): void {
    const session = this.#session!;
    session.step = 'running';
    session.progress = {
      done: 0,
      of: plan.drafts.filter((draft) => draft.refused === null && draft.problems.length === 0).length,
      outcomes: new Map(),
    };
    const { dialog } = this.#parts;
    // One lead is done in a moment: the form stays, closed to the hand. Many may be left alone.
    dialog.busy = !session.many;
    dialog.draw();
    if (session.many) dialog.element?.querySelector<HTMLElement>('[data-stop]')?.focus();
  }

  #progress(progress: Progress): void {
    this.#session!.progress = progress;
    this.#parts.dialog.draw();
  }

  async #told(result: ConvertResult): Promise<ConvertResult | 'again'> {
    const session = this.#session!;
    const { dialog, commands } = this.#parts;
    session.result = result;
    dialog.busy = false;
    if (!dialog.isOpen) {
      commands.report(result);
      return result;
    }
    if (!session.many) return this.#toldOne(result);
    session.step = 'result';
    dialog.draw();
    dialog.element?.querySelector<HTMLElement>('.dialog-foot [type=submit]')?.focus();
    const done = result.outcomes.filter((each) => each.state === 'done').length;
    commands.announce(this.#t.convert.doneOf(done, result.outcomes.length));
    return result;
  }

  async #toldOne(result: ConvertResult): Promise<ConvertResult | 'again'> {
    const session = this.#session!;
    const { dialog } = this.#parts;
    const [outcome] = result.outcomes;
    const t = this.#t;
    if (outcome?.state === 'done') {
      dialog.close();
      toastConverted(this.#parts, session, result, outcome);
      return result;
    }
    const why = outcome
      ? reasonWords(outcome, t.outcome, (field) => nameOfField(this.#view(session), field))
      : t.outcome.unavailable;
    // Somebody was first: the next plan says who, and leads to the deal. Anything else is for the person to decide.
    if (outcome?.dealId !== undefined) {
      session.said = '';
      return 'again';
    }
    this.#go = await this.#form(why);
    return this.#go ? 'again' : result;
  }

  async #undo(): Promise<void> {
    const result = this.#session?.result;
    this.#parts.dialog.close();
    if (result) await this.#parts.commands.takeBack(result);
  }
}
