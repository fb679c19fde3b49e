import { defineConfig } from 'vite';
import { literals } from './.config/literals.mjs';

/**
 * `vite` (npm start) serves the demo from the sources. `vite build` makes the one file for a script tag, with everything
 * in it; the modules by element come from tsc, see `.config/build.mjs`.
 */
export default defineConfig(({ command }) =>
  command === 'serve'
    ? {
        root: 'demo',
        // The demo's scripts import ../src
        server: { fs: { allow: ['..'] } },
        cacheDir: '../node_modules/.vite',
        build: { target: 'es2022' },
      }
    : {
        plugins: [literals()],
        build: {
          target: 'es2022',
          outDir: 'cdn',
          sourcemap: true,
          lib: { entry: '.config/cdn-entry.ts', formats: ['es'], fileName: () => 'crm-elements.min.js' },
          // Vite leaves the whitespace of ES libraries in; and one file means that lazy parts come along.
          rolldownOptions: { output: { minify: true, comments: false, codeSplitting: false } },
        },
      },
);
