import { toJson } from '../../domain/json.js';
import { privacy } from '../../i18n/en/privacy.js';
import { wordsOf } from '../../i18n/words.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { fileName, saveFile } from '../../shared/save-file.js';

/** All that is known of the person as a file, for that person. */
export async function saveCopy(model: DetailModel<'person'>): Promise<void> {
  const { store, id, title, commands, host } = model;
  if (!store || id === null) return;
  const t = (): typeof privacy => wordsOf('privacy', privacy, model.words.lang);
  try {
    const copy = await store.copyOf(id);
    // Indented: whoever asks for it opens it with what they have.
    const text = toJson(copy, 2);
    saveFile(
      new Blob([text], { type: 'application/json' }),
      `${fileName(t().copyName(title), 'data')}-${store.today()}.json`,
      host.ownerDocument,
    );
    commands.say(() => t().copied(title));
  } catch {
    commands.say(() => t().copyFailed);
  }
}
