/** Stories of the board: over a storage of its own, inside a frame as a page gives one. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { StoryObj } from '@storybook/web-components-vite';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import type { Profile } from '../../src/domain/profile.js';
import type { Rates } from '../../src/domain/rates.js';
import type { CrmStore } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { filled, type Filling } from '../pipeline.data.js';
import { clock } from './clock.js';
import { frame, type Frame } from './frame.js';
import { Hands } from './hands.js';

type Story = StoryObj & { loaders?: unknown };

export interface Options extends Filling, Frame {
  /** Words that have to be read in the end. */
  readonly shows?: readonly string[];
  /** Those of them that are the kit's own. */
  readonly says?: readonly string[];
  readonly board?: TemplateResult;
  /** For converted totals. */
  readonly rates?: Rates;
  readonly profile?: Profile;
  /** What the person has done by now. */
  readonly play?: (hands: Hands, adapter: CrmAdapter) => void | Promise<void>;
}

/** Storybook renders at once; what has to be written first is loaded before. */
export function story({
  shows = [],
  says = [],
  board = html`<deal-pipeline style="block-size: 100%"></deal-pipeline>`,
  play,
  rates,
  profile,
  ...rest
}: Options): Story {
  return {
    parameters: { shows, says },
    loaders: [
      async () => {
        const adapter = await filled(rest);
        const user = { id: 'maya', name: 'Maya Okafor' };
        const more = { ...(rates && { rates }), ...(profile && { profile }) };
        return { adapter, store: createStore({ adapter, user, currency: 'EUR', timeZone: 'UTC', clock, ...more }) };
      },
    ],
    render: (_args, { loaded }) => {
      const { store } = loaded as { store: CrmStore };
      return frame(html`<crm-provider .store=${store}>${board}</crm-provider>`, rest);
    },
    ...(play && {
      play: async ({ canvasElement, loaded }: { canvasElement: HTMLElement; loaded: unknown }) =>
        play(new Hands(canvasElement), (loaded as { adapter: CrmAdapter }).adapter),
    }),
  };
}

/** A key on a card. */
export async function press(hands: Hands, id: string, key: string): Promise<void> {
  await hands.focus(`.card[data-id="${id}"] .title`);
  hands.key(key);
}
export const menuOf = (hands: Hands, id: string): Promise<void> => hands.click(`.card[data-id="${id}"] [data-do=menu]`);
export const audit = 'Cold chain audit';
