import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { styleMap } from 'lit/directives/style-map.js';
import { desk, type Desk, type DeskOptions } from './desk.js';
import { Hands } from './hands.js';

export type Story = StoryObj & { loaders?: unknown };

export interface StoryOptions extends DeskOptions {
  /** Words that have to be read in the end: the test of the story, and what the pictures wait for. */
  readonly shows?: readonly string[];
  /** Size of the frame in CSS px; the width never exceeds the page's. */
  readonly width?: number;
  readonly height?: number;
  readonly lang?: string;
  readonly dir?: 'rtl' | 'ltr';
  /** What the person has done by now. */
  readonly play?: (hands: Hands, desk: Desk) => void | Promise<void>;
  readonly description?: string;
}

/** A story over a desk of its own: elements inside a provider, inside a frame as a page gives one. */
export function story(view: (desk: Desk) => TemplateResult, options: StoryOptions = {}): Story {
  const { shows = [], width, height = 640, lang, dir, play, description, ...forDesk } = options;
  return {
    parameters: { shows, docs: { description: { story: description ?? '' }, story: { inline: true } } },
    // Storybook renders at once; what has to be stored first is loaded before.
    loaders: [async () => ({ desk: await desk(forDesk) })],
    render: (_args, { loaded }) => {
      const own = (loaded as { desk: Desk }).desk;
      const size = { blockSize: `${height}px`, inlineSize: width ? `min(100%, ${width}px)` : '100%' };
      return html`<div lang=${ifDefined(lang)} dir=${ifDefined(dir)} style=${styleMap(size)}>
        <crm-provider .store=${own.store}>${view(own)}</crm-provider>
      </div>`;
    },
    ...(play && {
      play: async ({ canvasElement, loaded }: { canvasElement: HTMLElement; loaded: unknown }) =>
        play(new Hands(canvasElement), (loaded as { desk: Desk }).desk),
    }),
  };
}
