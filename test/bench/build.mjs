/** The pages of the bench, as a host's own build would ship them: bundled, minified, split where parts come later. */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = fileURLToPath(new URL('./pages/', import.meta.url));

/** `define` is the only side effect of the kit. The package says so of `dist`; here the sources stand in for it. */
const defines = {
  name: 'define',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /\/define(\/|\.js$)/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === 'define') return undefined;
      const found = await resolve(path, { ...from, pluginData: 'define' });
      return { ...found, sideEffects: true };
    });
  },
};

/**
 * @param names entries of `pages/`
 * @returns what is served: path -> text
 */
export async function buildPages(names) {
  const files = new Map();
  // Each on its own: what two pages share would else be split from each of them.
  for (const name of names) for (const [path, text] of await buildPage(name)) files.set(path, text);
  return files;
}

async function buildPage(name) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`${pages}${name}.ts`],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    // lit in production mode: without the condition `development`
    conditions: [],
    outdir: '/',
    entryNames: '[name]',
    chunkNames: `${name}/[name]-[hash]`,
    write: false,
    metafile: true,
    plugins: [defines],
    logLevel: 'error',
  });
  return [
    ...outputFiles.map(({ path, text }) => [path, text]),
    [`/${name}.html`, html(name, preloads(metafile.outputs, name))],
  ];
}

/** What a page's script imports in turn, for `modulepreload`: hosts' build tools write the same. */
function preloads(outputs, name) {
  const entry = Object.keys(outputs).find((path) => path.endsWith(`/${name}.js`));
  const found = new Set();
  const follow = (path) => {
    for (const { path: next, kind } of outputs[path].imports)
      if (kind === 'import-statement' && !found.has(next)) {
        found.add(next);
        follow(next);
      }
  };
  follow(entry);
  return [...found].map((path) => `/${name}/${path.split('/').at(-1)}`);
}

function html(name, imports) {
  const read = (file) => {
    try {
      return readFileSync(`${pages}${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  const style = name.startsWith('limit') ? read(`${name}.css`) || read('limit-inbox.css') : read('kit.css');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${name}</title>
    <style>${style}</style>
    ${name.endsWith('-start') || name === 'kit-whole' ? read('start.head.html') : ''}
    ${imports.map((path) => `<link rel="modulepreload" href="${path}" />`).join('\n    ')}
  </head>
  <body>
    ${read(`${name}.body.html`)}
    <script type="module" src="/${name}.js"></script>
  </body>
</html>
`;
}
