import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { arrowProblems, cycles } from './support/arrows.js';
import { houseProblems, MOST_LINES } from './support/house-rules.js';
import { importsOf, parse } from './support/imports.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(root, folder, name), 'utf8')]),
  );
}

/** Everything that is wrong with the files given, as `path -> text`, paths relative to `src`. */
function problems(files: ReadonlyMap<string, string>): string[] {
  const parsed = [...files].map(([file, text]) => [file, parse(file, text)] as const);
  const imports = parsed.flatMap(([file, source]) => importsOf(file, source));
  return [
    ...arrowProblems(imports, new Set(files.keys())),
    ...cycles(imports).map((ring) => `cycle: ${ring}`),
    ...parsed.flatMap(([file, source]) => houseProblems(file, source)),
  ];
}

describe('the architecture of src', () => {
  const files = filesBelow('src');

  test('follows the arrows and the rules of the house', () => {
    assert.ok(files.size > 0, 'src holds files');
    assert.deepEqual(problems(files), []);
  });

  test('index.ts registers nothing', () => {
    const reached = new Set(['index.ts']);
    for (const file of reached) {
      const text = files.get(file);
      assert.ok(text !== undefined, `${file} is there`);
      for (const { to, outside } of importsOf(file, parse(file, text))) if (!outside) reached.add(to);
    }
    const registering = [...reached].filter(
      (file) => /^define(\.ts$|\/)/.test(file) && !/^define\/(register|skipped)\.ts$/.test(file),
    );
    assert.deepEqual(registering, []);
  });

  for (const folder of ['test', 'stories', 'demo']) {
    test(`no file of ${folder} is longer than ${MOST_LINES} lines`, (t) => {
      let below: Map<string, string>;
      try {
        below = filesBelow(folder);
      } catch {
        t.skip(`there is no ${folder} folder`);
        return;
      }
      const long = [...below].filter(([, text]) => text.trimEnd().split('\n').length > MOST_LINES);
      assert.deepEqual(
        long.map(([file]) => file),
        [],
      );
    });
  }
});

/** Small bad inputs, and a piece of what has to be said about each. */
const bad: readonly [name: string, files: Record<string, string>, says: RegExp][] = [
  [
    'an arrow back',
    { 'domain/a.ts': `import { b } from '../store/b.js';`, 'store/b.ts': '' },
    /domain may not import store/,
  ],
  [
    'the store using an adapter as a value',
    { 'store/a.ts': `import { x } from '../adapters/adapter.js';`, 'adapters/adapter.ts': '' },
    /only by import type/,
  ],
  [
    'the store using another file of adapters, even as a type',
    { 'store/a.ts': `import type { x } from '../adapters/memory/m.js';`, 'adapters/memory/m.ts': '' },
    /store may not import adapters\/memory/,
  ],
  [
    'an element with the folder of another',
    { 'elements/a/a.ts': `export { b } from '../b/b.js';`, 'elements/b/b.ts': '' },
    /imports the folder of element b/,
  ],
  [
    'formats at once',
    { 'shared/a.ts': `import { x } from '../formats/x.js';`, 'formats/x.ts': '' },
    /only by import\(\)/,
  ],
  [
    'formats reaching back by import()',
    { 'formats/a.ts': `void import('../shared/b.js');`, 'shared/b.ts': '' },
    /formats may not import shared/,
  ],
  [
    'a type asked for in place',
    { 'domain/a.ts': `export type A = import('../store/b.js').B;`, 'store/b.ts': '' },
    /domain may not import store/,
  ],
  [
    'a worker of another place',
    { 'formats/a.ts': `new Worker(new URL('../store/w.js', import.meta.url));`, 'store/w.ts': '' },
    /formats may not import store/,
  ],
  ['lit in the domain', { 'domain/a.ts': `import { html } from 'lit';` }, /'lit' belongs in/],
  ['lit in the store', { 'store/a.ts': `import 'lit/decorators.js';` }, /'lit' belongs in/],
  ['idb elsewhere', { 'adapters/memory/a.ts': `import { openDB } from 'idb';` }, /'idb' belongs in/],
  ['a package that only tests use', { 'formats/a.ts': `import p from 'papaparse';` }, /not a package that src may use/],
  ['ranks elsewhere', { 'store/a.ts': `import { x } from 'fractional-indexing';` }, /'fractional-indexing' belongs in/],
  ['an unknown package', { 'shared/a.ts': `import x from 'lodash';` }, /not a package that src may use/],
  ['a node module', { 'store/a.ts': `import x from 'node:fs';` }, /not a package that src may use/],
  ['a side effect', { 'index.ts': `import './define.js';`, 'define.ts': '' }, /side-effect import/],
  [
    'index registering',
    { 'index.ts': `export * from './define.js';`, 'define.ts': '' },
    /index.ts may not import define.ts/,
  ],
  [
    'an unknown place',
    { 'utils/a.ts': `import { x } from '../domain/x.js';`, 'domain/x.ts': '' },
    /not a place of the design/,
  ],
  ['a file that is not there', { 'domain/a.ts': `import { x } from './gone.js';` }, /does not exist/],
  [
    'a cycle',
    {
      'domain/a.ts': `import { b } from './b.js';`,
      'domain/b.ts': `import { c } from './c.js';`,
      'domain/c.ts': `import type { a } from './a.js';`,
    },
    /cycle: domain\/a.ts -> domain\/b.ts -> domain\/c.ts -> domain\/a.ts/,
  ],
  ['a long file', { 'domain/a.ts': 'export {};\n'.repeat(MOST_LINES + 1) }, /has 301 lines/],
  ['innerHTML', { 'shared/a.ts': `e.innerHTML = x;` }, /markup from a string/],
  ['innerHTML in a template', { 'shared/a.ts': 'html`<p .innerHTML=${x}></p>`;' }, /markup from a string/],
  ['unsafeHTML', { 'shared/a.ts': 'html`${unsafeHTML(x)}`;' }, /markup from a string/],
  ['eval', { 'store/a.ts': `eval('1');` }, /string as code/],
  ['new Function', { 'store/a.ts': `new Function('1');` }, /string as code/],
  ['a style attribute', { 'shared/a.ts': 'html`<p style="color: red">x</p>`;' }, /style attribute/],
  ['a bound style attribute', { 'shared/a.ts': 'html`<p class="a" ${b} style=${c}>x</p>`;' }, /style attribute/],
  ['a physical side', { 'styles/a.ts': 'css`p { margin-left: 1px }`;' }, /physical side/],
  ['a window width', { 'styles/a.ts': 'css`@media (max-width: 600px) { p { color: red } }`;' }, /width of the window/],
  ['the focus asked by a selector', { 'shared/a.ts': `a.matches(':hover, :focus-within');` }, /asks for :focus/],
  ['console.log', { 'store/a.ts': `console.log(1);` }, /logs to the console/],
  [
    'an element registered elsewhere',
    { 'elements/a/a.ts': `customElements.define('a-a', A);` },
    /registers an element/,
  ],
  ['a registering decorator', { 'elements/a/a.ts': `@customElement('a-a') class A {}` }, /registers an element/],
  ['a clock in the domain', { 'domain/a.ts': `export const a = () => Date.now();` }, /clock or chance/],
  ['today in the domain', { 'domain/a.ts': `export const a = () => new Date();` }, /clock or chance/],
  ['waiting in the domain', { 'domain/a.ts': `export async function a() {}` }, /and waits/],
  ['DOM in the store', { 'store/a.ts': `export const a = (e: HTMLElement) => e;` }, /touches the page/],
  ['work left', { 'store/a.ts': `// TO${'DO'}: later` }, /leaves work/],
  ['a silenced compiler', { 'store/a.ts': `// @ts-${'ignore'}` }, /silences the compiler/],
  ['a silenced linter', { 'store/a.ts': `// eslint-${'disable'}-next-line no-console` }, /silences the linter/],
];

describe('the checker itself', () => {
  for (const [name, files, says] of bad) {
    test(`finds ${name}`, () => {
      assert.match(problems(new Map(Object.entries(files))).join('\n'), says);
    });
  }

  test('finds nothing in what the design allows', () => {
    const files = {
      'domain/a.ts': `import { generateKeyBetween } from 'fractional-indexing'; export const day = new Date(0);`,
      'store/a.ts': `import type { A } from '../adapters/adapter.js'; import { day } from '../domain/a.js';`,
      'adapters/adapter.ts': `import type { day } from '../domain/a.js';`,
      'adapters/indexeddb/i.ts': `import { openDB } from 'idb';`,
      'formats/csv.ts': `export const read = (text: string): string[] => text.split(',');`,
      'styles/s.ts': "import { css } from 'lit'; css`@media (forced-colors: active) { p { margin-inline: 1px } }`;",
      'shared/s.ts': `import { LitElement } from 'lit'; import { a } from '../store/a.js'; void import('../formats/csv.js');`,
      'elements/e/e.ts': "import { s } from '../../shared/s.js'; html`<p class='no-style'>${x}</p>`;",
      'define/e.ts': `import { E } from '../elements/e/e.js';`,
      'index.ts': `export * from './elements/e/e.js';`,
      'version.ts': `export const version = '1'; // eslint-${'disable'}-line no-x -- because of this`,
    };
    assert.deepEqual(problems(new Map(Object.entries(files))), []);
  });
});
