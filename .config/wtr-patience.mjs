/**
 * Puts our `waitUntil` in the place of the one of @open-wc/testing, which waits a second where a test says nothing else,
 * by the clock alone. Menus, dialogs and commands are loaded when somebody asks for them; on a busy machine the first of
 * them takes the test server longer. And where a wait was given no words, the condition itself stands in the error.
 */
export function patiencePlugin() {
  return {
    name: 'crm-patience',
    transform(context) {
      if (!context.path.endsWith('/@open-wc/testing-helpers/src/helpers.js')) return undefined;
      const theirs = 'export function waitUntil(';
      if (!context.body.includes(theirs))
        throw new Error(`@open-wc/testing-helpers has changed: no "${theirs}" in helpers.js.`);
      const body = context.body.replace(theirs, 'function theirWaitUntil(');
      return { body: `${body}\nexport { waitUntil } from '/test/support/wait-until.ts';\n` };
    },
  };
}
