/** The head of a board on a phone: what is looked at can be read, and everything has room for a finger. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-list.js';
import { aPipeline, creation } from '../../../src/testing/fixtures.js';
import { touchscreen } from '../../support/commands.js';
import { all, one, settled, stand } from './support.js';

const box = (element: Element): DOMRect => element.getBoundingClientRect();
const changes = [creation('pipeline', aPipeline({ id: 'pipeline-9', name: 'Renewals of the north' }))];

describe('the head of <deal-pipeline> on a phone', () => {
  afterEach(() => touchscreen(false).catch(() => undefined));

  for (const dir of ['ltr', 'rtl'] as const)
    for (const width of [390, 320])
      it(`has the pipeline’s name to be read beside “+ Deal”, and the views below it, ${width} pixels wide, ${dir}`, async () => {
        const { el } = await stand(undefined, { changes, width, dir });
        // Where there is touch input the buttons are as large as a finger; elsewhere the same has to hold with smaller ones.
        await touchscreen(true).catch(() => undefined);
        await settled(el);
        const name = one(el, '.pipe-name');
        expect(box(name).width, 'room for the name').to.be.at.least(width - 190);
        const parts = [
          '.pipe-name',
          '[data-add-deal]',
          '.totals',
          '[part=views]',
          '.find',
          '[data-filters]',
          '[data-sort]',
          '[data-more]',
        ];
        const shown = [...parts.map((selector) => one(el, selector)), ...all(el, '[data-owners]')];
        const head = box(one(el, '.pipe-head'));
        for (const [at, part] of shown.entries()) {
          const here = box(part);
          expect(
            here.left >= head.left && here.right <= head.right,
            `${part.outerHTML.slice(0, 60)} is inside`,
          ).to.equal(true);
          for (const other of shown.slice(at + 1)) {
            const there = box(other);
            const apart =
              here.right <= there.left + 0.5 ||
              there.right <= here.left + 0.5 ||
              here.bottom <= there.top + 0.5 ||
              there.bottom <= here.top + 0.5;
            expect(apart, `${part.className} and ${other.className} lie apart`).to.equal(true);
          }
        }
        for (const button of all(el, '.tools button'))
          expect(box(button).width, button.outerHTML.slice(0, 60)).to.be.at.least(24);
        await expect(el).to.be.accessible();
      });

  for (const lang of ['en', 'tr'])
    for (const who of ['everyone', 'somebody'])
      for (const finger of [false, true])
        it(`says what is looked for, in ${lang}, where ${who}’s deals are shown${finger ? ', with room for fingers' : ''}`, async () => {
          const { el } = await stand(undefined, { width: 390 });
          el.lang = lang;
          await touchscreen(finger).catch(() => undefined);
          if (who === 'somebody') el.filter = [{ field: 'ownerId', op: 'in', value: ['user-2'] }];
          await settled(el);
          const field = one(el, '.find input') as HTMLInputElement;
          await waitUntil(() => field.placeholder === (lang === 'tr' ? 'Anlaşma ara' : 'Search deals'), 'the words');
          const owner = one(el, '[data-owners]');
          const shown = [...owner.children].filter((part) => part.checkVisibility());
          expect(shown.length, 'the button of owners says something').to.be.at.least(1);
          expect(owner.classList.contains('is-on')).to.equal(who === 'somebody');
          if (who === 'somebody') expect(owner.innerText).to.contain('Jonas Brandt');
          const text = Object.assign(document.createElement('span'), { textContent: field.placeholder });
          text.style.cssText = 'position: absolute; white-space: nowrap';
          field.before(text);
          const needs = text.getBoundingClientRect().width;
          text.remove();
          expect(field.clientWidth, `room for “${field.placeholder}”`).to.be.at.least(Math.ceil(needs));
        });
});
