import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';

const shipped = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** The manifest names the files of the package, not the sources that were read. */
const published = {
  name: 'crm-published-paths',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.path = shipped(module.path);
      for (const item of module.exports ?? []) {
        if (item.declaration?.module) item.declaration.module = shipped(item.declaration.module);
      }
      for (const declaration of module.declarations ?? []) {
        for (const member of [...(declaration.members ?? []), ...(declaration.attributes ?? [])]) {
          if (member.inheritedFrom?.module) member.inheritedFrom.module = shipped(member.inheritedFrom.module);
        }
        if (declaration.superclass?.module) declaration.superclass.module = shipped(declaration.superclass.module);
      }
    }
  },
};

/** The tags are in the classes' comments (`@tag` or `@element`); registration is another file's, so it is found by name. */
const tagged = {
  name: 'crm-tags',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node) || !node.name) return;
    const path = /src\/elements\/([a-z-]+)\/\1\.ts$/.exec(moduleDoc.path);
    if (!path) return;
    const name = path[1].replace(/(^|-)([a-z])/g, (_match, _dash, letter) => letter.toUpperCase());
    if (node.name.text !== name) return;
    const declaration = moduleDoc.declarations.find((item) => item.name === name);
    if (declaration) Object.assign(declaration, { customElement: true, tagName: path[1] });
  },
};

/** What is private is nobody's business: editors and the stories' tables would offer it. */
const ownOnly = {
  name: 'crm-public-members',
  moduleLinkPhase({ moduleDoc }) {
    for (const declaration of moduleDoc.declarations ?? []) {
      declaration.members &&= declaration.members.filter(
        ({ kind, name, privacy, type, description, attribute }) =>
          !name.startsWith('#') &&
          privacy !== 'private' &&
          privacy !== 'protected' &&
          // An assignment to a field of something else (`this.#model.onStep = …`) is read as a field of the class.
          (kind !== 'field' || type || description || attribute),
      );
    }
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    tagged,
    ownOnly,
    published,
    customElementVsCodePlugin({ outdir: 'html-custom-data', hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: 'html-custom-data', packageJson: false, hideLogs: true }),
    jsxTypesPlugin({
      outdir: 'types',
      fileName: 'jsx.d.ts',
      stronglyTypedEvents: true,
      includeDefaultDOMEvents: true,
      hideLogs: true,
      // One import for all: the types of events are shared, and a module each would name them twice.
      globalTypePath: '../dist/index.js',
    }),
  ],
};
