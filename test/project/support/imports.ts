import { posix } from 'node:path';
import ts from 'typescript';

/** How one file of `src` asks for another, or for a package. */
export interface Import {
  /** The importing file, relative to `src`, e.g. `store/store.ts`. */
  readonly from: string;
  /** A file relative to `src`, with `.ts`; or the name of a package, e.g. `lit`. */
  readonly to: string;
  readonly outside: boolean;
  /** `worker` is `new URL('./x.js', import.meta.url)`: loaded later, as by import(). */
  readonly kind: 'value' | 'type' | 'side-effect' | 'dynamic' | 'worker';
  readonly line: number;
}

/** `lit/decorators.js` -> `lit`, `@lit/context` -> `@lit/context`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function importKind(node: ts.ImportDeclaration): Import['kind'] {
  const clause = node.importClause;
  if (!clause) return 'side-effect';
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return 'type';
  const named = clause.namedBindings;
  // `import { type A, type B }` keeps an import of the file under verbatimModuleSyntax, so it is a value import.
  return named && ts.isNamedImports(named) && named.elements.length === 0 && !clause.name ? 'side-effect' : 'value';
}

function isImportMetaUrl(node: ts.Node | undefined): boolean {
  return node !== undefined && ts.isPropertyAccessExpression(node) && ts.isMetaProperty(node.expression);
}

/** Every import of a file, in whichever form TypeScript has for it. */
export function importsOf(file: string, source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, kind: Import['kind']) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const outside = !specifier.text.startsWith('.');
    const to = outside
      ? packageOf(specifier.text)
      : posix.normalize(posix.join(posix.dirname(file), specifier.text)).replace(/\.js$/, '.ts');
    const line = source.getLineAndCharacterOfPosition(specifier.getStart(source)).line + 1;
    found.push({ from: file, to, outside, kind, line });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, importKind(node));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, 'type');
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], 'dynamic');
    } else if (ts.isNewExpression(node) && node.expression.getText(source) === 'URL') {
      if (isImportMetaUrl(node.arguments?.[1])) add(node.arguments?.[0], 'worker');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
}
