import type { DefaultNames } from '../domain/defaults.js';
import { provider as english } from '../i18n/en/provider.js';
import { wordsOf } from '../i18n/words.js';

/** What the pipeline and the stages are called in that an empty database begins with. */
export function firstNames(lang: string): DefaultNames {
  const t = wordsOf('provider', english, lang);
  return { pipeline: t.pipeline, stages: [t.stage1, t.stage2, t.stage3, t.stage4, t.stage5, t.stage6] };
}
