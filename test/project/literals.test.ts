import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import { literals, shrinkLiteral } from '../../.config/literals.mjs';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
type Tag = 'css' | 'html' | 'svg';

/** Every literal of the kit: what it is, and its texts between the values. */
function* allLiterals(): Iterable<{ where: string; tag: Tag; parts: string[] }> {
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const file = ts.createSourceFile(name, readFileSync(join(src, name), 'utf8'), ts.ScriptTarget.ES2022, true);
    const found: { where: string; tag: Tag; parts: string[] }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && /^(?:css|html|svg)$/.test(node.tag.getText())) {
        const { template } = node;
        const texts = ts.isNoSubstitutionTemplateLiteral(template)
          ? [template]
          : [template.head, ...template.templateSpans.map(({ literal }) => literal)];
        const where = `${name}:${file.getLineAndCharacterOfPosition(node.pos).line + 1}`;
        found.push({ where, tag: node.tag.getText() as Tag, parts: texts.map(({ rawText }) => rawText ?? '') });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    yield* found;
  }
}

/**
 * What a style sheet says, in the words of a tool that has nothing to do with ours. A value stands for a rule or a word;
 * what it leaves as it is written (custom properties, containers) goes by the name of what it reads.
 */
function meaning(parts: readonly string[]): string {
  const text = parts
    .join('_value_{}')
    .replaceAll('--', 'own-')
    .replaceAll('var(', 'own(')
    .replaceAll('@container', '@media')
    // The tool leaves the arguments of :host() as they are.
    .replace(/(:host\(.*?=)'([a-z]+)'/g, '$1$2');
  return transformSync(text, { loader: 'css', minify: true, logLevel: 'silent' }).code;
}

describe('shorter literals', () => {
  const every = [...allLiterals()];

  test('all of the kit’s are looked at', () => {
    for (const tag of ['css', 'html', 'svg']) assert.ok(every.filter((one) => one.tag === tag).length > 40, tag);
  });

  test('a style sheet says the same', () => {
    for (const { where, parts, tag } of every) {
      if (tag === 'css') assert.equal(meaning(shrinkLiteral(tag, parts)), meaning(parts), where);
    }
  });

  test('markup differs only in how much white space stands in one place, and in quotes around one word', () => {
    // Between an attribute and the end of its tag nothing can be seen.
    const plain = (parts: readonly string[]): string =>
      parts
        .join('\0')
        .replace(/\s+/g, ' ')
        .replaceAll(' >', '>')
        .replace(/(<[^<>]*)>/g, (tag) => tag.replace(/="([\w.-]+)"(?=[ >])/g, '=$1'));
    for (const { where, parts, tag } of every) {
      const made = shrinkLiteral(tag, parts);
      assert.equal(made.length, parts.length, where);
      if (tag !== 'css') assert.equal(plain(made), plain(parts), where);
    }
  });

  test('what stands in quotes, in a text field or before a slash stays as it is', () => {
    const keeps = (tag: Tag, ...parts: string[]): void => assert.deepEqual(shrinkLiteral(tag, parts), parts);
    keeps('css', `.a::before{content:'  /* no */ ; '}`);
    keeps('css', '.a :hover{inline-size:calc(1px + 2px)}');
    keeps('html', '<a title="two  spaces">', '</a>');
    keeps('html', '<textarea>\n\n', '</textarea>');
    keeps('html', '<input value=', ' />');
    keeps('html', '<a href="a/b" title="">1</a>', '');
    keeps('svg', '<circle r="5.5"/>');
    keeps('html', '<p class="a ', '">said: class="a"</p>');
    keeps('css', '.a[title="a b"]::before{content:"x";inset:10.5px}');
  });

  test('so do quotes around one word, and a nought before a point', () => {
    assert.deepEqual(shrinkLiteral('html', ['<p class="a-b" id="c" ', '>']), ['<p class=a-b id=c ', '>']);
    assert.deepEqual(shrinkLiteral('css', ["[a='b'] ~ i { inset: -0.5px 0.5px calc(0.5 * 1px) }"]), [
      '[a=b] ~ i{inset:-.5px .5px calc(.5 * 1px)}',
    ]);
  });

  test('comments and white space go', () => {
    assert.deepEqual(shrinkLiteral('css', ['/* x */ a ,\n b > c {\n color : red ;\n}\n']), ['a,b>c{color :red}']);
    assert.deepEqual(shrinkLiteral('html', ['<p\n  class="a"\n>\n  don’t  ', '\n</p>']), [
      '<p class=a> don’t ',
      ' </p>',
    ]);
  });

  test('the build writes them, and keeps what is no literal', () => {
    const { transform } = literals();
    assert.ok(typeof transform === 'function');
    const text =
      "import { html } from 'lit';\nexport const a = (b: string) => html`<p  >${b}\\u00a0</p>`;\nconst c = `  `;\n";
    const result = transform.call({} as never, text, '/src/a.ts') as { code: string };
    assert.match(result.code, /html `<p>\$\{b\}\\u00a0<\/p>`/);
    assert.ok(result.code.includes('`  `'));
  });
});
