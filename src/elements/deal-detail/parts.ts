import { wordsOf } from '../../i18n/words.js';
import type { DealPlace } from '../../shared/deals/place.js';
import type { DetailModel } from '../../shared/detail/model.js';

/** Dialogs that the open deal shares with the board, fetched when they are asked for. */
export class Parts {
  constructor(private readonly model: DetailModel) {}

  /** A part that cannot be fetched is told, and nothing else happens. */
  async load<R>(part: () => Promise<R>): Promise<R | undefined> {
    try {
      return await part();
    } catch (error) {
      console.warn('crm-elements: a part of <deal-detail> could not be loaded.', error);
      this.model.commands.say(() => this.model.t.detail.notLoaded);
      return undefined;
    }
  }

  /** The dialogs speak the board's words; they come with them. */
  async place(): Promise<DealPlace> {
    const { model } = this;
    const { pipeline } = await import('../../i18n/en/pipeline.js');
    return {
      store: model.store,
      crm: model.crm,
      commands: model.commands,
      words: model.words,
      format: model.format,
      t: { common: model.t.common, pipeline: wordsOf('pipeline', pipeline, model.words.lang) },
      titleOf: () => model.title,
    };
  }
}
