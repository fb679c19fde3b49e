import type { CommandInputs, Plan } from '../../domain/plan.js';
import type { Deal, Stage } from '../../domain/records.js';
import { missingOf } from '../../domain/validate.js';
import { outcome } from '../../i18n/en/outcome.js';
import { wordsOf } from '../../i18n/words.js';
import type { CommandResult } from '../../store/api.js';
import type { RunCommandOptions } from '../commands.js';
import type { Again } from '../intend.js';
import { problemWords, vetoWords } from '../outcome-words.js';
import type { Answers, Gap } from './answer-form.js';
import type { Question } from './answers-dialog.js';
import type { DealPlace } from './place.js';

type Name = 'deal-move' | 'deals-move' | 'deal-win';

/** Shows the dialog that asks; null = the person went back. @param why what was said to the last answers */
export type Ask = (gaps: readonly Gap[], question: () => Question, why: string) => Promise<Answers | null>;

export interface AskingRun<N extends Name> {
  /** Those that the command is about, as they are on the screen. */
  readonly deals: readonly Deal[];
  readonly missing: (deal: Deal) => readonly string[];
  readonly ask: Ask;
  /** Asked with each drawing. */
  readonly question: () => Question;
  readonly options?: RunCommandOptions<N>;
}

/**
 * Carries out a command that asks for fields: what deals lack is asked for before, and travels in the drafts of the command
 * itself. One write, one undo.
 * @returns null where nothing was done; undefined where the person went back
 */
export async function runAsking<N extends Name>(
  place: DealPlace,
  name: N,
  input: CommandInputs[N],
  run: AskingRun<N>,
): Promise<CommandResult<N> | null | undefined> {
  const { deals, missing } = run;
  const gaps = deals.map((deal) => ({ deal, missing: missing(deal) })).filter((gap) => gap.missing.length > 0);
  const result = await attempt(place, name, input, gaps, run);
  const [deal, another] = deals;
  if (!result || !deal || another) return result;
  // Somebody has emptied a field, or more is asked for since: the rule knows better than what is on the screen.
  const since = result.outcomes.flatMap(({ problem }) =>
    problem?.code === 'required' && problem.field ? [problem.field] : [],
  );
  return since.length > 0 ? attempt(place, name, input, [{ deal, missing: since }], run) : result;
}

async function attempt<N extends Name>(
  place: DealPlace,
  name: N,
  input: CommandInputs[N],
  gaps: readonly Gap[],
  { ask, question, options }: AskingRun<N>,
): Promise<CommandResult<N> | null | undefined> {
  const { commands } = place;
  if (gaps.length === 0) return commands.run(name, input, options);
  let answers = await ask(gaps, question, '');
  if (!answers) return undefined;
  const given = answers;
  const ids = input.ids.filter((id) => given.has(id) || !gaps.some(({ deal }) => deal.id === id));
  if (ids.length === 0) return undefined;
  let back = false;
  const dialog = async (plan: Plan<N>, again: Again): Promise<boolean> => {
    // The page, or a rule, has said no to the answers: they are asked for again, as they were typed.
    if (again) {
      const typed = answers ?? given;
      const more = await ask(withAnswers(gaps, typed), question, whyAgain(again, place));
      back = more === null;
      if (!more) return false;
      answers = more;
    }
    for (const draft of plan.drafts) draft.fields = { ...draft.fields, ...answers?.get(draft.id) };
    place.store?.check(plan);
    return true;
  };
  const result = await commands.run(name, { ...input, ids }, { ...options, dialog });
  return back ? undefined : result;
}

/** The gaps that were answered, with what was typed. */
function withAnswers(gaps: readonly Gap[], answers: Answers): readonly Gap[] {
  return gaps
    .filter(({ deal }) => answers.has(deal.id))
    .map(({ deal, missing }) => ({ deal: merged(deal, answers.get(deal.id)!), missing }));
}

function merged(deal: Deal, answers: Readonly<Record<string, unknown>>): Deal {
  const custom = { ...deal.custom };
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(answers)) {
    if (name.startsWith('custom.')) custom[name.slice('custom.'.length)] = value as Deal['custom'][string];
    else fields[name] = value;
  }
  return { ...deal, ...fields, custom };
}

/** Why the answers did not do. */
export function whyAgain(
  again: NonNullable<Again>,
  { commands, words }: Pick<DealPlace, 'commands' | 'words'>,
): string {
  const t = wordsOf('outcome', outcome, words.lang);
  if (again.veto) return vetoWords(again.veto, t);
  const { problem } = again.gap;
  return problemWords(problem, t, commands.fieldName(problem.field ?? ''));
}

type Place = Pick<DealPlace, 't'>;

/** @param of how many deals go there */
export function moveQuestion(stage: Stage, of: number, place: Place): () => Question {
  return () => {
    const { pipeline: t } = place.t;
    return { title: t.answersTitle(stage.name), action: of > 1 ? t.moveAll(of) : t.move, others: t.moveOthers, of };
  };
}

/** @param of how many deals are won */
export function wonQuestion(of: number, place: Place): () => Question {
  return () => {
    const { pipeline: t } = place.t;
    return { title: t.wonAsks, action: of > 1 ? t.winAll(of) : t.markWon, others: t.winOthers, of };
  };
}

/** What the pipeline of a deal that is open asks for, to be won, and the deal does not have. */
export function missingToWin(deal: Deal, store: DealPlace['store']): readonly string[] {
  const pipeline = store?.directory.pipelines.find(({ id }) => id === deal.pipelineId);
  return pipeline && deal.status !== 'won' ? missingOf(pipeline.wonFields, deal) : [];
}
