import { files } from '../../../i18n/en/files.js';
import { wordsOf } from '../../../i18n/words.js';
import type { AnyDetail } from '../model.js';

/** Does a record of this kind have files, and the storage room for them? */
export function showsFiles({ kind, store }: AnyDetail): boolean {
  if (!store || (kind !== 'lead' && kind !== 'deal')) return false;
  return store.abilities.blobs === true && store.settings.profile.documentsAndFiles[kind];
}

export function filesWords(model: AnyDetail): typeof files {
  return wordsOf('files', files, model.words.lang);
}
