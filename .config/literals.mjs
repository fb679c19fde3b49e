/**
 * What the published files need not carry: comments, white space and quotes inside css`` and html`` literals. No bundler looks
 * into them, and they are a quarter of what a page loads. Done while TypeScript writes the modules, so that source maps hold.
 */
import ts from 'typescript';

/** Stands for `${…}` while a literal is one text. Private use: no source holds it. */
const HOLE = '\u{e000}';

const shrinkers = { css: shrinkCss, html: shrinkHtml, svg: shrinkHtml };

/** @param parts the texts between the values @returns as many, shorter */
export function shrinkLiteral(tag, parts) {
  return shrinkers[tag](parts.join(HOLE)).split(HOLE);
}

/** White space, comments, quotes and noughts that no selector, value or query needs. */
function shrinkCss(text) {
  let out = '';
  let gap = false;
  const tokens = /\/\*[^]*?\*\/|\s+|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|url\([^"')]*\)|[^]/g;
  for (const [token] of text.matchAll(tokens)) {
    if (/^\s/.test(token) || token.startsWith('/*')) {
      gap = true;
      continue;
    }
    // After a colon only: before one a space is a descendant (`a :hover`).
    if (gap && out !== '' && !/[{};,:>(]$/.test(out) && !/^[{};,>)!]/.test(token)) out += ' ';
    gap = false;
    if (token === '}' && out.endsWith(';')) out = out.slice(0, -1);
    // 0.5 -> .5
    if (token === '.' && /[ (,:-]0$/.test(out)) out = out.slice(0, -1);
    // [type='radio'] -> [type=radio]
    out += /\[[\w-]+[~|^$*]?=$/.test(out) && /^(['"])[a-z][\w-]*\1$/i.test(token) ? token.slice(1, -1) : token;
  }
  return out;
}

/**
 * Each run of white space becomes one space: between inline elements it is seen, so it stays. Values in quotes are left
 * alone, and so is all of a template with an element that keeps its white space.
 */
function shrinkHtml(text) {
  if (/<(?:pre|textarea)\b/i.test(text)) return text;
  return text.replace(/<[a-z/](?:"[^"]*"|'[^']*'|[^"'>])*>|\s+/gi, (token) =>
    token.startsWith('<') ? shrinkTag(token) : ' ',
  );
}

function shrinkTag(tag) {
  // Not before a slash: an attribute without quotes would take it in.
  return tag.replace(/"([\w.-]+)"(?=[\s>])|"[^"]*"|'[^']*'|\s+(>?)/g, (token, plain, end) =>
    end === undefined ? (plain ?? token) : end || ' ',
  );
}

/** For `customTransformers.before`. */
export const shrinkLiterals = (context) => (file) => {
  const { factory } = context;
  const visit = (node) => {
    const seen = ts.visitEachChild(node, visit, context);
    if (!ts.isTaggedTemplateExpression(seen) || !ts.isIdentifier(seen.tag) || !(seen.tag.text in shrinkers))
      return seen;
    const { template } = seen;
    const [first, ...rest] = shrinkLiteral(seen.tag.text, [
      ...(ts.isNoSubstitutionTemplateLiteral(template)
        ? [template.rawText]
        : [template.head.rawText, ...template.templateSpans.map(({ literal }) => literal.rawText)]),
    ]);
    const made = ts.isNoSubstitutionTemplateLiteral(template)
      ? factory.createNoSubstitutionTemplateLiteral(undefined, first)
      : factory.createTemplateExpression(
          factory.createTemplateHead(undefined, first),
          template.templateSpans.map(({ expression }, i) =>
            factory.createTemplateSpan(
              expression,
              (i === rest.length - 1 ? factory.createTemplateTail : factory.createTemplateMiddle)(undefined, rest[i]),
            ),
          ),
        );
    return factory.updateTaggedTemplateExpression(seen, seen.tag, seen.typeArguments, ts.setTextRange(made, template));
  };
  return ts.visitNode(file, visit);
};

/** The same for Vite, which else would take the modules of `src` as they are. */
export function literals() {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  return {
    name: 'literals',
    enforce: 'pre',
    transform(text, id) {
      if (!/\/src\/[^?]*\.ts$/.test(id) || !/\b(?:css|html|svg)`/.test(text)) return null;
      const { outputText, sourceMapText } = ts.transpileModule(text, {
        fileName: id,
        compilerOptions: { ...options, module: ts.ModuleKind.ESNext, noEmit: false, sourceMap: true },
        transformers: { before: [shrinkLiterals] },
      });
      return { code: outputText.replace(/\/\/# sourceMappingURL=.*/, ''), map: JSON.parse(sourceMapText) };
    },
  };
}
