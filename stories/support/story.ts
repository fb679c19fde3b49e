import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { desk, type Desk, type DeskOptions } from './desk.js';
import { frame, type Frame } from './frame.js';
import { Hands } from './hands.js';

export type Story = StoryObj & { loaders?: unknown };

export interface StoryOptions extends DeskOptions, Frame {
  /** Words that have to be read in the end: the test of the story, and what the pictures wait for. */
  readonly shows?: readonly string[];
  /** Those of them that are the kit's own. */
  readonly says?: readonly string[];
  /** What the person has done by now. */
  readonly play?: (hands: Hands, desk: Desk) => void | Promise<void>;
  readonly description?: string;
}

/** A story over a desk of its own: elements inside a provider, inside a frame as a page gives one. */
export function story(view: (desk: Desk) => TemplateResult, options: StoryOptions = {}): Story {
  const { shows = [], says = [], width, height, lang, dir, play, description, ...forDesk } = options;
  return {
    parameters: { shows, says, docs: { description: { story: description ?? '' }, story: { inline: true } } },
    // Storybook renders at once; what has to be stored first is loaded before.
    loaders: [async () => ({ desk: await desk(forDesk) })],
    render: (_args, { loaded }) => {
      const own = (loaded as { desk: Desk }).desk;
      const provider = html`<crm-provider .store=${own.store}>${view(own)}</crm-provider>`;
      return frame(provider, { width, height, lang, dir });
    },
    ...(play && {
      play: async ({ canvasElement, loaded }: { canvasElement: HTMLElement; loaded: unknown }) =>
        play(new Hands(canvasElement), (loaded as { desk: Desk }).desk),
    }),
  };
}
