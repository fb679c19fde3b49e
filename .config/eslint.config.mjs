import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const typed = ['**/*.ts'];

export default tseslint.config(
  {
    // The project service does not find TypeScript below .config; types are checked there all the same.
    ignores: [
      '.config/*.ts',
      'dist/',
      'cdn/',
      'types/',
      'html-custom-data/',
      'coverage/',
      'storybook-static/',
      '.pictures/',
      '.cache/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: typed })),
  {
    files: typed,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Lit event handlers and adapters are methods that others call; `this` is bound by Lit or by an arrow.
      '@typescript-eslint/unbound-method': 'off',
      // An interface may promise a promise where one implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  { files: ['src/**/*.ts'], ...wc.configs['flat/best-practice'] },
  {
    files: ['src/**/*.ts'],
    rules: {
      // A kit speaks in its elements; the console is for the host developer's mistakes only.
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-globals': ['error', { name: 'event', message: 'Take the event as an argument.' }],
      // Libraries of old pages put others in their place, which know less (R43).
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Array'][callee.property.name='from'][arguments.length>1]",
          message: 'Prototype.js has an Array.from that takes no second argument: write [...list].map(…).',
        },
        {
          selector: "ForOfStatement > CallExpression.right[callee.property.name='entries'][arguments.length=0]",
          message:
            'Prototype.js has arrays whose entries() are their values: count by hand, or go through a Map itself.',
        },
      ],
    },
  },
  {
    // node's test() and describe() return promises that the runner itself awaits.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
            // A plugin types chai's `equal` as if it made a promise; it compares there and then.
            { from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' },
          ],
        },
      ],
      // chai's `expect(x).to.be.true` is an expression that asserts
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'performance',
          'structuredClone',
          'AbortController',
          'Buffer',
          'document',
          'window',
          'navigator',
          'location',
          'indexedDB',
          'customElements',
          'HTMLElement',
          'requestAnimationFrame',
          'CustomEvent',
          'Event',
          'crypto',
          'URLSearchParams',
          'Blob',
          'Response',
          'Request',
          'queueMicrotask',
          'globalThis',
          'localStorage',
          'Intl',
          'TextEncoder',
          'TextDecoder',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
