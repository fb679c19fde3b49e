import { privacy } from '../../i18n/en/privacy.js';
import { wordsOf } from '../../i18n/words.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { fileName, saveFile } from '../../shared/save-file.js';

/** All that is known of the person as a file, for that person: an archive, where files are attached. */
export async function saveCopy(model: DetailModel<'person'>): Promise<void> {
  const { store, id, title, commands, host } = model;
  if (!store || id === null) return;
  const t = (): typeof privacy => wordsOf('privacy', privacy, model.words.lang);
  try {
    const [copy, { savedCopy }] = await Promise.all([store.copyOf(id), import('../../formats/zip/person.js')]);
    const name = `${fileName(t().copyName(title), 'data')}-${store.today()}`;
    const { file, extension, missing } = await savedCopy(copy, name, (each) => store.blob(each));
    saveFile(file, `${name}.${extension}`, host.ownerDocument);
    commands.say(() => [t().copied(title), ...(missing > 0 ? [t().copiedWithout(missing)] : [])].join(' '));
  } catch {
    commands.say(() => t().copyFailed);
  }
}
