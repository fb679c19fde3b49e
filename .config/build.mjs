/** `npm run build`: everything that the package ships, made anew. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { shrinkLiterals } from './literals.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

for (const made of ['dist', 'cdn', 'types', 'html-custom-data', 'custom-elements.json']) {
  rmSync(join(root, made), { recursive: true, force: true });
}

console.log('- modules and types');
buildModules(join(root, '.config', 'tsconfig.build.json'));

const steps = [
  [
    'custom-elements.json, editor data, JSX types',
    'custom-elements-manifest',
    'analyze',
    '--config',
    '.config/custom-elements-manifest.config.mjs',
    '--quiet',
  ],
  ['one file for a script tag', 'vite', 'build', '--logLevel', 'warn'],
];
for (const [what, program, ...args] of steps) {
  console.log(`- ${what}`);
  const { status, error } = spawnSync(join(root, 'node_modules', '.bin', program), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(error?.message ?? `${program} ended with ${status}.`);
    process.exit(1);
  }
}

// The generator imports the classes it names, and not the type of the events.
const jsx = join(root, 'types', 'jsx.d.ts');
writeFileSync(jsx, `import type { IntentEvent } from '../dist/index.js';\n${readFileSync(jsx, 'utf8')}`);

/** What `tsc -p` does, with shorter literals. */
function buildModules(project) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(project, undefined, host);
  const program = ts.createProgram(fileNames, options);
  const { diagnostics } = program.emit(undefined, undefined, undefined, false, { before: [shrinkLiterals] });
  fail(...errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics);
}

function fail(...diagnostics) {
  if (diagnostics.length === 0) return;
  console.error(
    ts.formatDiagnostics(diagnostics, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    }),
  );
  process.exit(1);
}
