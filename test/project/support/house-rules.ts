import ts from 'typescript';

export const MOST_LINES = 300;

interface Rule {
  readonly says: string;
  /** Files it holds for, relative to `src`. */
  readonly where: (file: string) => boolean;
  /** Whether this node breaks it. */
  readonly breaks: (node: ts.Node) => boolean;
}

const anywhere = (): boolean => true;
const inDomain = (file: string): boolean => file.startsWith('domain/');
const named = (node: ts.Node, ...names: string[]): boolean => ts.isIdentifier(node) && names.includes(node.text);

/** `Date.now` and the like: `object.property`. */
const reads = (node: ts.Node, object: string, property: string): boolean =>
  ts.isPropertyAccessExpression(node) && named(node.expression, object) && node.name.text === property;

/** The global of that name, and not a property, a key, a parameter or a type's member that is called the same. */
function global(node: ts.Node, ...names: string[]): boolean {
  if (!named(node, ...names)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  const declares =
    ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent);
  if (declares && parent.name === node) return false;
  if (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) return parent.initializer === node;
  return !ts.isParameter(parent) && !ts.isMethodDeclaration(parent) && !ts.isMethodSignature(parent);
}

const textOf = (node: ts.Node): string | undefined =>
  ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    ? node.text
    : undefined;

function tagOf(node: ts.Node): string {
  for (let up: ts.Node | undefined = node; up; up = up.parent) {
    if (ts.isTaggedTemplateExpression(up)) return up.tag.getText();
  }
  return '';
}

const template = (node: ts.Node, tags: readonly string[], pattern: RegExp): boolean => {
  const text = textOf(node);
  return text !== undefined && pattern.test(text) && tags.includes(tagOf(node));
};

const RULES: readonly Rule[] = [
  {
    says: 'sets markup from a string',
    where: anywhere,
    breaks: (node) =>
      named(node, 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'unsafeHTML', 'unsafeSVG', 'setHTMLUnsafe') ||
      reads(node, 'document', 'write') ||
      template(node, ['html', 'svg'], /\b(inner|outer)HTML\s*=/),
  },
  {
    says: 'runs a string as code',
    where: anywhere,
    breaks: (node) =>
      (ts.isCallExpression(node) && named(node.expression, 'eval', 'Function')) ||
      (ts.isNewExpression(node) && named(node.expression, 'Function')),
  },
  {
    says: 'has a style attribute in a template, which a strict CSP blocks; set it from code',
    where: anywhere,
    breaks: (node) => named(node, 'styleMap') || template(node, ['html', 'svg'], /(^|[\s"'])style\s*=/),
  },
  {
    says: 'uses a physical side; use the logical property',
    where: anywhere,
    breaks: (node) =>
      template(node, ['css'], /(^|[\s;{])((margin|padding|border)-)?(left|right)\s*:|text-align:\s*(left|right)/),
  },
  {
    says: 'asks for the width of the window; elements answer to their container',
    where: anywhere,
    breaks: (node) => template(node, ['css'], /@media[^{]*width/),
  },
  {
    says: 'asks for :focus in code, which Safari matches in the window in front only; ask activeIn or holdsFocus',
    where: anywhere,
    breaks: (node) => ts.isStringLiteralLike(node) && /:focus(?!-visible)/.test(node.text) && tagOf(node) !== 'css',
  },
  {
    says: 'logs to the console',
    where: anywhere,
    breaks: (node) => reads(node, 'console', 'log') || reads(node, 'console', 'debug'),
  },
  {
    says: 'registers an element outside of define/register.ts',
    where: (file) => file !== 'define/register.ts',
    breaks: (node) => reads(node, 'customElements', 'define') || named(node, 'customElement'),
  },
  {
    says: 'is in the domain and waits',
    where: inDomain,
    breaks: (node) => ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.AsyncKeyword,
  },
  {
    says: 'is in the domain and reads a clock or chance',
    // ids are made from both, by callers that want one; all other rules take theirs as arguments
    where: (file) => inDomain(file) && file !== 'domain/ids.ts',
    breaks: (node) =>
      reads(node, 'Date', 'now') ||
      reads(node, 'performance', 'now') ||
      reads(node, 'Math', 'random') ||
      (ts.isNewExpression(node) && named(node.expression, 'Date') && !node.arguments?.length) ||
      global(node, 'crypto', 'setTimeout', 'setInterval'),
  },
  {
    says: 'touches the page from a place without DOM',
    // the mark that records were here has to lie outside the database it speaks of
    where: (file) =>
      inDomain(file) ||
      file.startsWith('store/') ||
      (file.startsWith('adapters/') && file !== 'adapters/indexeddb/marker.ts'),
    breaks: (node) => global(node, 'HTMLElement', 'customElements', 'localStorage', 'sessionStorage'),
  },
];

const COMMENTS: readonly (readonly [says: string, pattern: RegExp])[] = [
  ['leaves work for later', /\b(TODO|FIXME|XXX|HACK)\b/],
  ['silences the compiler', /@ts-(ignore|nocheck|expect-error)/],
  ['silences the linter without a why (`-- because …`)', /eslint-disable(?!.*--\s*\S)/],
];

/** What a file of `src` does against the rules of the house, one line each. */
export function houseProblems(file: string, source: ts.SourceFile): string[] {
  const problems: string[] = [];
  const lines = source.text.split('\n');
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  if (count > MOST_LINES) problems.push(`${file} has ${count} lines, more than ${MOST_LINES}`);
  for (const [index, line] of lines.entries()) {
    for (const [says, pattern] of COMMENTS) if (pattern.test(line)) problems.push(`${file}:${index + 1} ${says}`);
  }
  const rules = RULES.filter((rule) => rule.where(file));
  const visit = (node: ts.Node): void => {
    for (const rule of rules) {
      if (!rule.breaks(node)) continue;
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      problems.push(`${file}:${line} ${rule.says}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}
