/**
 * Makes `waitUntil` of @open-wc/testing wait 15 s, not one, where a test says nothing else. Menus, dialogs and commands
 * are loaded when somebody asks for them; on a busy machine the first of them takes the test server longer than a second.
 * And where a wait was given no words, the condition itself stands in the error.
 */
export function patiencePlugin() {
  return {
    name: 'crm-patience',
    transform(context) {
      if (!context.path.endsWith('/@open-wc/testing-helpers/src/helpers.js')) return undefined;
      let body = context.body;
      for (const [from, to] of [
        ['timeout = 1000', 'timeout = 15_000'],
        ['`waitUntil timed out after ${timeout}ms`', '`Never came: ${predicate}`'],
      ]) {
        if (!body.includes(from)) throw new Error(`@open-wc/testing-helpers has changed: no "${from}" in helpers.js.`);
        body = body.replace(from, () => to);
      }
      return { body };
    },
  };
}
