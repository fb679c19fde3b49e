/** `npm run build`: everything that the package ships, made anew. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

for (const made of ['dist', 'cdn', 'types', 'html-custom-data', 'custom-elements.json']) {
  rmSync(join(root, made), { recursive: true, force: true });
}

const steps = [
  ['modules and types', 'tsc', '-p', '.config/tsconfig.build.json'],
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
