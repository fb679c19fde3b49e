import { projects } from '../../../i18n/en/projects.js';
import { wordsOf } from '../../../i18n/words.js';
import type { DetailModel } from '../../../shared/detail/model.js';

export type ProjectWords = typeof projects;

export function projectWords(model: DetailModel): ProjectWords {
  return wordsOf('projects', projects, model.words.lang);
}
