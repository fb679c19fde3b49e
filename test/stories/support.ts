/**
 * Every story of a file: shows what its name promises, and has nothing that axe objects to, in the light and in the dark. What axe looks
 * at is the same in every browser; it looks at the stories in Chromium, and at elements in all of them (`test/elements`, `access`).
 */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { words } from '../../stories/support/hands.js';
import { clear, namesOf, show, turn, type Stories } from '../../stories/support/show.js';

const audited = navigator.userAgent.includes('Chrome/');

export function testStories(file: string, stories: Stories): void {
  describe(`stories of ${file}`, () => {
    let canvas: HTMLElement;

    before(async () => {
      // WebKit's window has its size from the launcher.
      await setViewport({ width: 1280, height: 900 });
    });
    beforeEach(() => {
      canvas = document.createElement('main');
      // The ground of `.storybook/preview.css`: what is not ours stands on the page itself.
      canvas.style.cssText = 'background: light-dark(#fff, #14171c); color: light-dark(#1d2127, #e8eaee)';
      document.body.append(canvas);
    });
    afterEach(() => {
      clear(canvas);
      canvas.remove();
    });

    for (const name of namesOf(stories))
      it(`${name} shows what it promises${audited ? ', and is accessible' : ''}`, async function () {
        this.timeout(60_000);
        await show(stories, name, canvas);
        expect(words(canvas)).not.to.equal('');
        if (audited) await expect(canvas).to.be.accessible();
        await turn('dark', canvas);
        if (audited) await expect(canvas).to.be.accessible();
      });
  });
}
