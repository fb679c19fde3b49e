/**
 * The pages of the bench, as a host's own build would ship them: bundled by Vite, minified, split where parts come later.
 *
 * Parts that come later are asked for by the browser's own `import()`, as in what the package ships. Around each Vite puts a
 * loader of its own into a page, with a list of files to ask for at once (1.4 kB gzip, once for all of a host's page); libraries
 * it builds without. What is weighed here is the kit: a library build leaves that out, and is else the same.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { literals } from '../../.config/literals.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = fileURLToPath(new URL('./pages/', import.meta.url));

/** `define` is the only side effect of the kit. The package says so of `dist`; here the sources stand in for it. */
const defines = {
  name: 'define',
  enforce: 'pre',
  async resolveId(id, from, options) {
    if (!/\/define(\/|\.js$)/.test(id)) return null;
    const found = await this.resolve(id, from, { ...options, skipSelf: true });
    return found && { ...found, moduleSideEffects: true };
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
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'error',
    // lit in production mode, as every production build has it
    mode: 'production',
    plugins: [defines, literals()],
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: { [name]: `${pages}${name}.ts` }, formats: ['es'], fileName: () => `${name}/[name]-[hash].js` },
      // As in a page's build: nobody imports the entry, so that what late parts share may stay in it, and no white space.
      rolldownOptions: {
        preserveEntrySignatures: false,
        output: { minify: true, comments: false, chunkFileNames: `${name}/[name]-[hash].js` },
      },
    },
  });
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
  return [
    ...[...chunks.values()].map(({ fileName, code }) => [`/${fileName}`, code]),
    [`/${name}.html`, html(name, entry.fileName, importsOf(chunks, entry))],
  ];
}

/** What a page's script imports in turn, for `modulepreload`: Vite writes the same into a page that it builds. */
function importsOf(chunks, { imports }, found = new Set()) {
  for (const next of imports)
    if (!found.has(next)) {
      found.add(next);
      importsOf(chunks, chunks.get(next), found);
    }
  return found;
}

function html(name, script, imports) {
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
    ${[...imports].map((path) => `<link rel="modulepreload" href="/${path}" />`).join('\n    ')}
  </head>
  <body>
    ${read(`${name}.body.html`)}
    <script type="module" src="/${script}"></script>
  </body>
</html>
`;
}
