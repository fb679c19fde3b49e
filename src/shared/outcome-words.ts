import type { CrmError } from '../domain/errors.js';
import type { CommandName, Outcome, Problem } from '../domain/plan.js';
import type { outcome as english } from '../i18n/en/outcome.js';
import type { CommandResult } from '../store/api.js';
import { PATIENCE } from './intent.js';
import type { Veto } from './intent.js';

export type OutcomeWords = typeof english;

/** `leads-convert` to the key its words stand under. */
type KeyOf<N extends string> = N extends `${infer A}-${infer B}` ? `${A}${Capitalize<KeyOf<B>>}` : N;

function keyOf<N extends CommandName>(name: N): KeyOf<N> {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as KeyOf<N>;
}

/** "2 leads archived" */
export function doneWords(name: CommandName, n: number, words: OutcomeWords): string {
  return words[keyOf(name)](n);
}

/** "2 leads were not archived." */
export function notDoneWords(name: CommandName, n: number, words: OutcomeWords): string {
  return words[`${keyOf(name)}Not`](n);
}

/** What stands in the way of one record, as a sentence. `field`: the name of `problem.field` as people know it. */
export function problemWords(problem: Problem, words: OutcomeWords, field = problem.field ?? ''): string {
  switch (problem.code) {
    case 'required':
      return words.required(field);
    case 'nobody':
      return words.nobody;
    case 'named':
      return words.named(problem.count ?? 1);
    case 'title':
      return words.noTitle;
    case 'invalid':
      return problem.reason ?? invalidWords(problem.detail, field, words);
    case 'already-converted':
      return words.alreadyConverted;
    case 'merged':
      return words.merged;
    case 'not-found':
      return words.notFound;
    case 'no-stage':
      return words.noStage;
    case 'denied':
      return problem.reason ?? words.denied;
    case 'closed':
      return words.closed;
    case 'duplicate':
      return words.duplicate;
    case 'occupied':
      return words.occupied;
    case 'only':
      return problem.field === 'stages' ? words.onlyStage : words.onlyPipeline;
    case 'changed':
      return changedWords(problem.detail, words);
  }
}

/** An `InvalidReason` of domain/validate.ts as a sentence. */
function invalidWords(detail: string | undefined, field: string, words: OutcomeWords): string {
  const said: Readonly<Record<string, (field: string) => string>> = {
    'too-long': words.tooLong,
    'too-many': words.tooMany,
    number: words.notNumber,
    range: words.outOfRange,
    money: words.notMoney,
    currency: words.notMoney,
    day: words.notDay,
    past: words.past,
    time: words.notTime,
    option: words.notOption,
    email: words.notEmail,
    phone: words.notPhone,
    link: words.notLink,
    formula: words.notFormula,
    'unknown-field': words.fieldGone,
    negative: words.negative,
    zero: words.zero,
    'too-large': words.tooLarge,
    percent: words.percentRange,
    over: words.over,
    cycles: words.cycles,
    once: words.once,
    far: words.far,
    recurring: words.tooManyRecurring,
    twice: words.twice,
    'takes-part': () => words.takesPart,
    unreadable: () => words.unreadable,
    'file-name': () => words.fileName,
    sum: words.sum,
    'before-start': words.beforeStart,
    'after-end': words.afterEnd,
    'too-many-tasks': words.tooManyTasks,
    days: words.notDays,
  };
  return (said[detail ?? ''] ?? words.invalid)(field);
}

/** An `UndoReason` of domain/undo.ts, or what keeps a lead from leaving with its import, as a sentence. */
function changedWords(detail: string | undefined, words: OutcomeWords): string {
  const said: Readonly<Record<string, string>> = {
    undone: words.undoUndone,
    running: words.undoRunning,
    expired: words.undoExpired,
    'lead-exists': words.undoLeadExists,
    'deal-missing': words.undoDealMissing,
    'deal-changed': words.undoDealChanged,
    'child-added': words.undoChildAdded,
    'child-changed': words.undoChildChanged,
    merged: words.undoMerged,
    'deal-joined': words.undoDealJoined,
    // of the leads of an import
    'lead-missing': words.undoLeadMissing,
    'lead-changed': words.undoLeadChanged,
  };
  return said[detail ?? ''] ?? words.changed;
}

/**
 * What the storage said, as a sentence in the reader's language. Why a backend refuses is its own to say: the reasons of
 * `denied` and `invalid` are shown as they are; those of the other codes are keys.
 */
export function errorWords({ code, field, reason }: SaidError, words: OutcomeWords): string {
  switch (code) {
    case 'not-found':
      return words.notFound;
    case 'denied':
      return reason ?? words.denied;
    case 'invalid':
      return reason ?? words.invalid(field ?? '').trim();
    case 'conflict':
      return conflictWords(reason, words);
    default:
      return words[code];
  }
}

type SaidError = Pick<CrmError, 'code' | 'field' | 'reason'>;

/** Who was first, and with what: reasons of adapters, of the store's own comparison, and of an undo. */
function conflictWords(reason: string | undefined, words: OutcomeWords): string {
  if (reason === 'exists') return words.exists;
  if (reason === 'children') return words.undoChildren;
  if (reason === 'stage-gone') return words.undoStageGone;
  if (reason === 'holder-gone') return words.undoHolderGone;
  if (reason === 'forgotten') return words.forgotten;
  return changedWords(reason, words);
}

/** Why the page did not agree, as a sentence; '' where the person cancelled it. */
export function vetoWords(veto: Veto, words: OutcomeWords): string {
  if (veto.by === 'person') return '';
  if (veto.by === 'time') return words.silent(PATIENCE / 1000);
  return veto.reason ?? words.vetoed;
}

/** Why one record was left out, as a sentence; '' where it was not. */
export function reasonWords(outcome: Outcome, words: OutcomeWords, fieldName: (field: string) => string): string {
  const { state, reason, problem, code } = outcome;
  if (state === 'done') return '';
  if (problem) return problemWords(problem, words, fieldName(problem.field ?? ''));
  if (code) return errorWords({ code, field: undefined, reason }, words);
  if (reason) return reason;
  if (state === 'stopped') return words.stopped;
  if (state === 'conflict') return words.conflict;
  return state === 'refused' ? words.vetoed : words.unavailable;
}

/** What became of a command, in words. */
export interface Report {
  /** `done` all of it, `mixed` some, `failed` nothing. */
  readonly tone: 'done' | 'mixed' | 'failed';
  readonly text: string;
  readonly done: number;
  readonly left: number;
}

/**
 * "9 leads converted" or "9 leads converted. 3 leads were not converted. Someone else changed it."
 * The reason of the first that was left out stands for all with the same; the convert dialog tells each one.
 */
export function report(result: CommandResult, words: OutcomeWords, fieldName: (field: string) => string): Report {
  const left = result.outcomes.filter((outcome) => outcome.state !== 'done');
  const done = result.outcomes.length - left.length;
  const { name } = result.plan;
  const said = done > 0 ? doneWords(name, done, words) : '';
  if (left.length === 0) return { tone: 'done', text: said, done, left: 0 };
  const reasons = new Set(left.map((outcome) => reasonWords(outcome, words, fieldName)));
  const [reason = ''] = reasons;
  const not = words.because(notDoneWords(name, left.length, words), reasons.size === 1 ? reason : '').trim();
  return {
    tone: done > 0 ? 'mixed' : 'failed',
    text: said === '' ? not : `${said}. ${not}`,
    done,
    left: left.length,
  };
}
