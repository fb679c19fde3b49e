/// <reference types="vite/client" />
/** The page the pictures are taken of: shows one story after the other, without Storybook and without loading anew. */
import '../src/define.js';
import { loadLanguage } from '../src/i18n/words.js';
import { clear, show, type Globals, type Stories } from '../stories/support/show.js';

const files = import.meta.glob<Stories>('../stories/*.stories.ts');
const canvas = document.querySelector('main')!;

interface Pictures {
  names(): readonly string[];
  take(file: string, name: string, globals: Globals, height: number | null): Promise<void>;
}

const pictures: Pictures = {
  names: () => Object.keys(files).map((path) => path.slice('../stories/'.length, -'.stories.ts'.length)),
  async take(file, name, globals, height) {
    clear(canvas);
    const load = files[`../stories/${file}.stories.ts`];
    if (!load) throw new Error(`There is no stories/${file}.stories.ts.`);
    await show(await load(), name, canvas, globals);
    const frame = canvas.firstElementChild;
    if (height !== null && frame instanceof HTMLElement) frame.style.blockSize = `${height}px`;
    // The words of a language that nobody has read before, fonts, and the rows that a new height asks for.
    await loadLanguage(globals.lang ?? 'en');
    await document.fonts.ready;
    for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
  },
};
Object.assign(window, { pictures });
