import { asCrmError } from '../domain/errors.js';
import type { CommandInputs, CommandName, Outcome } from '../domain/plan.js';
import { outcome } from '../i18n/en/outcome.js';
import { wordsOf } from '../i18n/words.js';
import type { Commands } from './commands.js';
import type { Dialog } from './dialog.js';
import { errorWords, notDoneWords, reasonWords, vetoWords } from './outcome-words.js';
import type { StoreController } from './store-controller.js';

/**
 * Carries out what a dialog was filled in for. While it runs the dialog is busy; done, it is told by the toast.
 * @param done is told the outcome of what is done, before the dialog closes
 * @returns '' where it is done and the dialog may close; else why not, for the dialog to show: what was typed stays
 */
export async function commandIn<N extends CommandName>(
  { dialog, crm, commands, lang }: { dialog: Dialog; crm: StoreController; commands: Commands; lang: string },
  name: N,
  input: CommandInputs[N],
  done?: (outcome: Outcome) => void,
): Promise<string> {
  const words = wordsOf('outcome', outcome, lang);
  let why = '';
  dialog.busy = true;
  try {
    const result = await crm.intend(name, input, { onVeto: (veto) => (why = vetoWords(veto, words)) });
    const made = result?.outcomes[0];
    if (result && made?.state === 'done') {
      commands.report(result);
      done?.(made);
      return '';
    }
    if (made) why = reasonWords(made, words, (field) => commands.fieldName(field));
  } catch (thrown) {
    why = errorWords(asCrmError(thrown), words);
  } finally {
    dialog.busy = false;
  }
  return `${notDoneWords(name, 1, words)} ${why}`.trim();
}
