import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs a program to its end. @throws with everything it printed, where it fails */
export function run(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error });
  }
}

export const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

/** What the package is built from. */
const SOURCES = [
  'src',
  '.config',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
];

export interface Packed {
  /** The tarball, as npm would publish it. */
  readonly tarball: string;
  /** The copy of the checkout that it was built in. */
  readonly built: string;
  /** What is in it. */
  readonly package: string;
  /** A project of a stranger that has it in its node_modules. */
  readonly project: string;
  remove(): void;
}

/**
 * Builds the kit in a copy, so that nobody's `dist` is pulled from under them, packs it, and lays it into an empty project
 * beside the packages that it depends on.
 */
export function pack(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'crm-elements-package-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const built = join(folder, 'built');
    for (const name of SOURCES) cpSync(join(root, name), join(built, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(built, 'node_modules'), 'dir');
    run(process.execPath, ['.config/build.mjs'], built);
    run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], built);
    const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
    const project = join(folder, 'project');
    const modules = join(project, 'node_modules');
    mkdirSync(modules, { recursive: true });
    run('tar', ['-xzf', tarball, '-C', modules], folder);
    run('mv', ['package', 'crm-elements'], modules);
    writeFileSync(join(project, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }\n');
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
    // What npm would install along, with the packages that those need; and none of the types that only we have.
    const along = [
      '@lit/reactive-element',
      '@lit-labs/ssr-dom-shim',
      'lit-html',
      'lit-element',
      '@types/trusted-types',
    ];
    for (const name of [...Object.keys(manifest.dependencies), ...along]) {
      const from = join(root, 'node_modules', name);
      if (!existsSync(from)) continue;
      mkdirSync(join(modules, name, '..'), { recursive: true });
      symlinkSync(from, join(modules, name), 'dir');
    }
    return { tarball, built, package: join(modules, 'crm-elements'), project, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
