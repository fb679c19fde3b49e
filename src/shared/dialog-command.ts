import { asCrmError } from '../domain/errors.js';
import type { CommandInputs, CommandName, Outcome, Plan } from '../domain/plan.js';
import { outcome } from '../i18n/en/outcome.js';
import { wordsOf } from '../i18n/words.js';
import type { Commands } from './commands.js';
import type { Dialog } from './dialog.js';
import { intendFrom } from './intend.js';
import { errorWords, notDoneWords, problemWords, reasonWords, vetoWords } from './outcome-words.js';
import type { StoreController } from './store-controller.js';

export interface DialogCommand<N extends CommandName> {
  /** Is told the outcome of what is done, before the dialog closes. */
  readonly done?: ((outcome: Outcome) => void) | undefined;
  /** Is told how to say why not, in the language that the frame speaks by then. */
  readonly refused?: ((said: () => string) => void) | undefined;
  /** Puts what was answered beside the input into the drafts. */
  readonly edit?: ((plan: Plan<N>) => void) | undefined;
}

/**
 * Carries out what a dialog was filled in for. While it runs the dialog is busy; done, it is told by the toast, and of several
 * records those that were left out by the banner.
 * @returns '' where it is done and the dialog may close; else why not, for the dialog to show: what was typed stays
 */
export async function commandIn<N extends CommandName>(
  frame: { dialog: Dialog; crm: StoreController; commands: Commands; readonly lang: string },
  name: N,
  input: CommandInputs[N],
  { done, edit, refused }: DialogCommand<N> = {},
): Promise<string> {
  const { dialog, crm, commands } = frame;
  const words = (): typeof outcome => wordsOf('outcome', outcome, frame.lang);
  let why = (): string => '';
  dialog.busy = true;
  try {
    const result = await intendFrom(crm, name, input, {
      onVeto: (veto) => (why = () => vetoWords(veto, words())),
      ...(edit && {
        dialog: (plan, again) => {
          if (again) {
            const { veto, gap } = again;
            why = () =>
              veto
                ? vetoWords(veto, words())
                : problemWords(gap.problem, words(), commands.fieldName(gap.problem.field ?? ''));
            return false;
          }
          edit(plan);
          crm.store?.check(plan);
          return true;
        },
      }),
    });
    const made = result?.outcomes.find(({ state }) => state === 'done');
    if (result && made) {
      commands.report(result);
      done?.(made);
      return '';
    }
    const [left] = result?.outcomes ?? [];
    if (left) why = () => reasonWords(left, words(), (field) => commands.fieldName(field));
  } catch (thrown) {
    why = () => errorWords(asCrmError(thrown), words());
  } finally {
    dialog.busy = false;
  }
  const n = 'ids' in input ? Math.max(1, input.ids.length) : 1;
  const said = (): string => `${notDoneWords(name, n, words())} ${why()}`.trim();
  refused?.(said);
  return said();
}
