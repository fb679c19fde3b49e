import { asCrmError } from '../../domain/errors.js';
import type { CommandInputs, CommandName } from '../../domain/plan.js';
import { outcome } from '../../i18n/en/outcome.js';
import { wordsOf } from '../../i18n/words.js';
import { errorWords, reasonWords, vetoWords } from '../outcome-words.js';
import type { AnyDetail } from './model.js';
import { intendFrom } from '../intend.js';
import type { CommandResult } from '../../store/api.js';

/**
 * Stores what was edited in place. What went wrong is said at the field and nowhere else: it is thrown with the reason,
 * and the field keeps what was typed.
 * @returns what became of it; undefined = nothing was asked for
 * @throws Error whose message is the reason, in the reader's language
 */
export async function save<N extends CommandName>(
  model: AnyDetail,
  name: N,
  input: CommandInputs[N],
  field: string,
): Promise<CommandResult<N> | undefined> {
  const words = wordsOf('outcome', outcome, model.words.lang);
  let why = '';
  try {
    const result = await intendFrom(model.crm, name, input, {
      onVeto: (veto) => (why = vetoWords(veto, words)),
    });
    const missed = result?.outcomes.find(({ state }) => state !== 'done');
    if (missed) why = reasonWords(missed, words, (each) => nameOf(model, each, field));
    else if (result) {
      model.say(model.t.detail.saved(field));
      return result;
    }
  } catch (thrown) {
    why = errorWords(asCrmError(thrown), words);
  }
  throw new Error(model.t.common.notSaved(why || model.t.common.couldNotSave));
}

/** Fields of persons and activities have their names here, those of leads and deals with the commands. */
function nameOf({ t, commands }: AnyDetail, field: string, edited: string): string {
  switch (field) {
    case 'emails':
      return t.common.email;
    case 'phones':
      return t.common.phone;
    case 'jobTitle':
      return t.detail.jobTitle;
    case 'address':
      return t.detail.address;
    case 'website':
      return t.common.website;
    case 'text':
    case 'note':
      return t.common.note;
    case 'subject':
      return t.detail.subject;
    default: {
      const name = commands.fieldName(field);
      return name === field ? edited : name;
    }
  }
}
