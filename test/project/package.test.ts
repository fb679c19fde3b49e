import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { bin, pack, root, run, type Packed } from './support/packed.js';

interface Manifest {
  exports: Record<string, string | { types?: string; default?: string }>;
  sideEffects: string[];
}

interface CustomElements {
  modules: { path: string; declarations?: { tagName?: string; name: string; description?: string }[] }[];
}

const tags = readdirSync(join(root, 'src/elements')).filter((name) => !name.includes('.'));
const className = (tag: string): string =>
  tag.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());

describe('the package, built and packed, in a stranger’s project', () => {
  let packed: Packed;
  let manifest: Manifest;

  before(() => {
    packed = pack();
    manifest = JSON.parse(readFileSync(join(packed.package, 'package.json'), 'utf8')) as Manifest;
  });
  after(() => packed?.remove());

  const inProject = (name: string, text: string): string => {
    const file = join(packed.project, name);
    writeFileSync(file, text);
    return file;
  };

  /** Bundles a program that imports the kit, runs it, and says which tags it registered. */
  const registeredBy = async (name: string, program: string): Promise<string[]> => {
    const outfile = join(packed.project, `${name}.out.mjs`);
    await build({
      stdin: { contents: program, resolveDir: packed.project, sourcefile: `${name}.js` },
      bundle: true,
      splitting: false,
      format: 'esm',
      platform: 'node',
      outfile,
      logLevel: 'silent',
    });
    const recorder = `
      const names = [];
      globalThis.customElements = { get: () => undefined, define: (name) => names.push(name), whenDefined: async () => {} };
      await import(${JSON.stringify(outfile)});
      console.log(JSON.stringify(names));`;
    return JSON.parse(run(process.execPath, ['--input-type=module', '-e', recorder], packed.project)) as string[];
  };

  test('has a class entry and a define entry for every element', () => {
    for (const tag of tags) {
      assert.ok(manifest.exports[`./${tag}.js`], `./${tag}.js`);
      assert.ok(manifest.exports[`./define/${tag}.js`], `./define/${tag}.js`);
    }
  });

  test('holds every file that its exports name', () => {
    for (const [entry, target] of Object.entries(manifest.exports)) {
      for (const file of typeof target === 'string' ? [target] : Object.values(target)) {
        assert.ok(statSync(join(packed.package, file), { throwIfNoEntry: false })?.isFile(), `${entry}: ${file}`);
      }
    }
  });

  test('type-checks in a consumer that checks libraries too', () => {
    const entries = Object.keys(manifest.exports).filter(
      (entry) => entry.endsWith('.js') && !entry.startsWith('./cdn/'),
    );
    const imports = [...entries, '.', './jsx'].map((entry) => `import type {} from 'crm-elements${entry.slice(1)}';`);
    const uses = tags.flatMap((tag, i) => [
      `import { ${className(tag)} as Class${i} } from 'crm-elements/${tag}.js';`,
      `export const element${i}: Class${i} | null = document.querySelector('${tag}');`,
      `export const made${i}: Class${i} = document.createElement('${tag}');`,
    ]);
    inProject('consumer.ts', [...imports, ...uses, ''].join('\n'));
    const options = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--lib',
      'es2023,dom,dom.iterable',
      '--skipLibCheck',
      'false',
    ];
    for (const [module, resolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ] as const) {
      run(
        bin('tsc'),
        [...options, '--module', module, '--moduleResolution', resolution, 'consumer.ts'],
        packed.project,
      );
    }
  });

  test('can be imported where there is no page, and does nothing there', () => {
    const entries = Object.entries(manifest.exports)
      .filter(([entry, target]) => typeof target === 'object' && target.default && !entry.startsWith('./cdn/'))
      .map(([entry]) => `await import('crm-elements${entry.slice(1)}');`);
    const output = run(process.execPath, ['--input-type=module', '-e', entries.join('\n')], packed.project);
    assert.equal(output, '');
  });

  test('publint finds nothing', () => {
    run(bin('publint'), ['run', packed.tarball, '--strict'], packed.project);
  });

  test('are the types wrong? No', () => {
    const excluded = Object.keys(manifest.exports).filter((entry) => /^\.\/cdn\/|\.json$|^\.\/jsx$/.test(entry));
    run(bin('attw'), [packed.tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...excluded], packed.project);
  });

  test('a bundler keeps the registration of the element that was asked for, and of no other', async () => {
    assert.deepEqual(await registeredBy('one', `import 'crm-elements/define/lead-inbox.js';`), ['lead-inbox']);
  });

  test('a bundler keeps all registrations, the provider first', async () => {
    const registered = await registeredBy('all', `import 'crm-elements/define.js';`);
    assert.equal(registered[0], 'crm-provider');
    assert.deepEqual(registered.sort(), [...tags].sort());
  });

  test('classes alone register nothing', async () => {
    const classes = tags.map((tag) => `export { ${className(tag)} } from 'crm-elements/${tag}.js';`).join('\n');
    assert.deepEqual(await registeredBy('classes', `${classes}\nexport * as kit from 'crm-elements';`), []);
  });

  test('custom-elements.json describes every element, under the file that ships', () => {
    const file = join(packed.package, 'custom-elements.json');
    const { modules } = JSON.parse(readFileSync(file, 'utf8')) as CustomElements;
    const found = modules.flatMap(({ path, declarations = [] }) =>
      declarations.flatMap((item) => (item.tagName === undefined ? [] : [{ path, ...item }])),
    );
    assert.deepEqual(found.map(({ tagName }) => tagName).sort(), [...tags].sort());
    for (const { path, tagName, name, description } of found) {
      assert.equal(path, `dist/elements/${tagName}/${tagName}.js`);
      assert.equal(name, className(tagName ?? ''));
      assert.ok(description, `${tagName} has a description`);
      assert.ok(statSync(join(packed.package, path)).isFile());
    }
  });

  test('tells nothing of the machine that it was built on', () => {
    const places = [root, packed.built, `${homedir()}/`].map((place) => RegExp(`(?<![\\w.-])${literally(place)}`));
    const telling = readdirSync(packed.package, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(packed.package, name)).isFile())
      .filter((name) => {
        const text = readFileSync(join(packed.package, name), 'utf8');
        return places.some((place) => place.test(text));
      });
    assert.deepEqual(telling, []);
  });
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
