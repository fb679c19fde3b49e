import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/crm-provider.js';
import '../src/define/lead-inbox.js';
import { story } from './support/story.js';

/** What a host may set: six custom properties, two attributes, the parts. Everything else derives from them. */
const meta: Meta = { title: 'theming', component: 'lead-inbox' };
export default meta;

const title = 'Einführung der Wartungsplanung';

/** Left: three properties. Right: five, and comfortable. Text on the light green turns dark by itself. */
export const Hosts = story(
  () => html`<div style="display: grid; grid-template-columns: 1fr 1fr; gap: 16px; block-size: 100%">
    <lead-inbox
      style="block-size: 100%; --crm-accent: oklch(0.78 0.17 150); --crm-radius: 0px; --crm-font: ui-serif, Georgia, serif"
    ></lead-inbox>
    <lead-inbox
      density="comfortable"
      style="block-size: 100%; --crm-accent: oklch(0.5 0.2 330); --crm-radius: 10px; --crm-surface: light-dark(#fbf7f2, #221b24); --crm-text: light-dark(#2d2230, #f2e9f1); --crm-border: light-dark(#e4d9cf, #473a49)"
    ></lead-inbox>
  </div>`,
  { height: 460, shows: [title] },
);

/** One inbox dark on a light page. */
export const OwnScheme = story(() => html`<lead-inbox style="block-size: 100%" theme="dark"></lead-inbox>`, {
  height: 440,
  shows: [title],
});

/** Parts by role take any style: what stands on a tinted head is the page's own business. */
export const Parts = story(
  () => html`<style>
      .own::part(head) {
        border-block-start: 4px solid rebeccapurple;
      }
      .own::part(row) {
        font-variant-numeric: oldstyle-nums;
      }
    </style>
    <lead-inbox class="own" style="block-size: 100%"></lead-inbox>`,
  { height: 440, shows: [title] },
);

/** The page's size of type is followed; never below 14 px. */
export const LargeType = story(() => html`<lead-inbox style="block-size: 100%; --crm-font-size: 17px"></lead-inbox>`, {
  height: 520,
  shows: [title],
});
