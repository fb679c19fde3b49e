import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { markup } from '../../src/shared/detail/markup.js';

/** What a person gets to see, as elements. */
function shown(text: string): HTMLElement {
  const place = document.createElement('div');
  render(markup(text), place);
  return place;
}
/** The elements without what lit leaves between them. */
const htmlOf = (text: string): string =>
  shown(text)
    .innerHTML.replace(/<!--.*?-->/gs, '')
    .replaceAll(' dir="auto"', '');

describe('the markup of notes', () => {
  for (const [name, text, html] of [
    [
      'bold, italic, struck, as it is',
      '**a b** *c* _d_ ~~e~~ `f*g*`',
      '<p><strong>a b</strong> <em>c</em> <em>d</em> <s>e</s> <code>f*g*</code></p>',
    ],
    ['marks in marks', '**very _much_ so**', '<p><strong>very <em>much</em> so</strong></p>'],
    [
      'a list',
      'Open:\n- price\n- **day**\nThat is all',
      '<p>Open:</p><ul><li>price</li><li><strong>day</strong></li></ul><p>That is all</p>',
    ],
    [
      'numbers as they were given',
      '3. third\n7) seventh',
      '<ol><li value="3">third</li><li value="7">seventh</li></ol>',
    ],
    ['a quotation', '> We need\n> two of them', '<blockquote>We need\ntwo of them</blockquote>'],
    ['lines as they were broken', 'one\n\ntwo', '<p>one\n\ntwo</p>'],
  ] as const)
    it(`shows ${name}`, () => expect(htmlOf(text)).to.equal(html));

  for (const text of [
    '5*3*2 = 30',
    'snake_case_name and __init__',
    '3 * 4 * 5, *here * there*',
    '** nothing **',
    '2026. was a good year',
    '-5 degrees',
    'a ~~ b ~~ c',
    'half **open',
    '\\*escaped\\*',
    '1.5 metres',
  ])
    it(`leaves “${text}” as it is`, () => {
      expect(htmlOf(text)).to.equal(`<p>${text}</p>`);
    });

  it('leads to the web, to mail and to a telephone, and says where', () => {
    const links = (text: string): (string | null)[][] =>
      [...shown(text).querySelectorAll('a')].map((a) => [a.textContent, a.getAttribute('href'), a.rel]);
    const rel = 'noopener noreferrer';
    expect(links('[our offer](https://example.com/a?b=c) and https://example.org.')).to.deep.equal([
      ['our offer', 'https://example.com/a?b=c', rel],
      ['https://example.org', 'https://example.org', rel],
    ]);
    expect(links('[write](mailto:ada@nur.example) [ring](tel:+90-232-5550144)')).to.deep.equal([
      ['write', 'mailto:ada@nur.example', rel],
      ['ring', 'tel:+902325550144', rel],
    ]);
    expect(shown('[our offer](https://example.com)').querySelector('a')!.title).to.equal('https://example.com');
  });

  const schemes = [
    'javascript:',
    'JaVaScRiPt:',
    'data:text/html,',
    'vbscript:',
    'file:///',
    'blob:',
    'java\tscript:',
    '\u0000javascript:',
    '&#106;avascript:',
    'javascript&colon;',
    '//evil.example/',
    'view-source:',
    'intent:',
    'https:evil',
    'http:',
  ];
  for (const scheme of schemes)
    it(`makes no link of ${JSON.stringify(scheme)} (R50)`, () => {
      for (const address of [`${scheme}alert`, `${scheme}//x%0aalert`, ` ${scheme}x`]) {
        const place = shown(`[click](${address}) **[click](${address})**`);
        expect(
          [...place.querySelectorAll('a')].filter(({ protocol }) => !/^(https?|mailto):$/u.test(protocol)),
          address,
        ).to.deep.equal([]);
        expect(place.textContent).to.contain('click');
      }
    });

  it('makes nothing but its own elements of whatever was typed (R49, R51)', async () => {
    const strings = (await (
      await fetch(new URL('../../node_modules/big-list-of-naughty-strings/blns.json', import.meta.url))
    ).json()) as string[];
    expect(strings.length).to.be.greaterThan(400);
    const known = new Set(['P', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'STRONG', 'EM', 'S', 'CODE', 'A']);
    const attributes = new Set(['dir', 'value', 'href', 'title', 'target', 'rel']);
    for (const text of strings.flatMap((each) => [
      each,
      `**${each}**`,
      `- ${each}`,
      `[${each}](${each})`,
      `> \`${each}\``,
    ])) {
      for (const element of shown(text).querySelectorAll('*')) {
        expect(known.has(element.tagName), `${element.tagName} of ${text}`).to.equal(true);
        for (const { name } of element.attributes) expect(attributes.has(name), `${name} of ${text}`).to.equal(true);
        if (element instanceof HTMLAnchorElement) expect(element.protocol).to.match(/^(https?|mailto|tel):$/u);
      }
    }
  });

  it('loses no letter of what is no mark', () => {
    const text = 'Ünal & Co. <b>“x”</b>\nİzmir *ş* 5 < 6';
    expect(shown(text).textContent).to.equal(text.replaceAll('*', ''));
  });

  // A pattern that can run wild would not come to an end with a hundredth of this.
  for (const sign of ['*', '**', '_', '~~', '`', '[', '[a]('])
    it(`comes to an end with a long line of ${sign} that never closes (R55)`, () => {
      const text = `x${sign.repeat(20_000)}`;
      expect(shown(text).textContent).to.equal(text);
    });
});
