/**
 * Serves the named packages, which ship no ES module, as one with a default export.
 * Bundlers do this for a host page; the test server hands files out as they are.
 */
export function umdPlugin(packages) {
  return {
    name: 'crm-umd',
    transform(context) {
      const path = decodeURIComponent(context.path);
      if (!path.endsWith('.js') || !packages.some((name) => path.includes(`/node_modules/${name}/`))) return undefined;
      return {
        body: `const module = { exports: {} }; const exports = module.exports;\n${context.body}\nexport default module.exports;`,
      };
    },
  };
}
