/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define.js';
import './preview.css';

// Made by `npm run build`; stories work without it, their tables of properties are then empty.
const [manifest] = Object.values(
  import.meta.glob<object>('../custom-elements.json', { eager: true, import: 'default' }),
);
if (manifest) setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { expanded: true },
  },
  initialGlobals: { theme: 'light', direction: 'ltr', locale: 'en', width: 'full' },
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: { title: 'Theme', icon: 'contrast', dynamicTitle: true, items: ['light', 'dark'] },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: { title: 'Direction', icon: 'transfer', dynamicTitle: true, items: ['ltr', 'rtl'] },
    },
    locale: {
      description: 'Language and formats',
      toolbar: { title: 'Locale', icon: 'globe', dynamicTitle: true, items: ['en', 'tr', 'de', 'ar'] },
    },
    width: {
      description: 'Width of the container',
      toolbar: {
        title: 'Width',
        icon: 'grow',
        dynamicTitle: true,
        items: [
          { value: 'full', title: 'Full' },
          { value: '1024', title: '1024 px' },
          { value: '720', title: '720 px' },
          { value: '390', title: '390 px' },
        ],
      },
    },
  },
  decorators: [
    (story, { globals }) => {
      const { theme, direction, locale, width } = globals as Record<string, string>;
      const page = document.documentElement;
      page.lang = locale ?? 'en';
      page.dir = direction ?? 'ltr';
      page.style.colorScheme = theme ?? 'light';
      page.dataset.width = width ?? 'full';
      return html`<div class="story-frame">${story()}</div>`;
    },
  ],
};

export default preview;
