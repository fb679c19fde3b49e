import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Step } from '../../../domain/formula/evaluate.js';
import type { Outcome } from '../../../domain/formula/result.js';
import { percentageIn, type Node, type Token } from '../../../domain/formula/syntax.js';
import { tokenize } from '../../../domain/formula/tokens.js';
import type { Result } from '../../../domain/formula/values.js';
import type { Field } from '../../../domain/records.js';
import { decimalSign } from '../../../i18n/format-more.js';
import { fieldText } from '../../field-text.js';
import { readingIn } from '../../formula/reading.js';
import { failureText, formulaWords, nameOf, pretty, valueText, type FormulaWords } from '../../formula/words.js';
import type { DetailModel } from '../model.js';

/** Why a formula field says what it says: the formula, every step of the reckoning, and the result. */
export function why(model: DetailModel, field: Field): TemplateResult {
  const { store, record } = model;
  const t = formulaWords(model.words.lang);
  if (!store || !record) return html``;
  const reading = readingIn(store);
  const key = `custom.${field.id}`;
  const formula = reading.formulas.get(key);
  const outcome = reading.outcome(record, field.id);
  const steps = reading.reckoning(record).steps(key);
  const text = outcome.type === 'value' ? outcomeText(outcome, field, model) : '–';
  const rows = told(steps).map((step) => row(step, model, t));
  const named = (token: Token): string =>
    token.kind === 'field' ? nameOf(token.key ?? '', store.directory.fields, t) : '';
  return html`<div class="why" tabindex="-1">
    <h4><bdi>${field.name}</bdi><bdi class="num">${text}</bdi></h4>
    <div class="expr" dir="ltr">${formula ? expression(formula.formula, tokenize(formula.formula, reading.formulas.names), named, model) : nothing}</div>
    <table>
      <caption class="sr">${t.steps}</caption>
      <thead class="sr"><tr><th scope="col">${t.step}</th><th scope="col">${t.result}</th></tr></thead>
      <tbody>${rows}</tbody>
      <tfoot><tr><th scope="row"><bdi>${field.name}</bdi></th><td><bdi>${text}</bdi></td></tr></tfoot>
    </table>
    ${outcome.type === 'failure' ? html`<p>${failureText(outcome, key, store.directory.fields, t)}</p>` : nothing}
    <p>${t.neverStored}</p>
  </div>`;
}

/** What a formula gave, in the format of its field. */
export function outcomeText(outcome: Outcome & { type: 'value' }, field: Field, model: DetailModel): string {
  return fieldText(outcome.value, field, { format: model.format, words: model.t.common, nameOf: (id) => id });
}

/** A field is told once, however often the formula names it. */
function told(steps: readonly Step[]): readonly Step[] {
  const fields = new Set<string>();
  return steps.filter(({ node }) => {
    if (node.kind !== 'field') return true;
    const first = !fields.has(node.key);
    fields.add(node.key);
    return first;
  });
}

function row(step: Step, model: DetailModel, t: FormulaWords): TemplateResult {
  const { node, operands, result } = step;
  const { format, store } = model;
  const fields = store?.directory.fields ?? [];
  const written = (value: Result | undefined, of?: Node): string =>
    value === undefined ? '' : valueText(value, format, t, of !== undefined && isPercentage(of));
  const name =
    node.kind === 'field'
      ? html`<bdi>${nameOf(node.key, fields, t)}</bdi>${whence(node.key, model, t)}`
      : node.kind === 'binary'
        ? html`<bdi dir="ltr">${written(operands[0], node.left)} ${pretty(node.operator)} ${written(operands[1], node.right)}</bdi>`
        : node.kind === 'call'
          ? html`<bdi dir="ltr">${node.name}(${operands.map((one, i) => written(one, node.args[i])).join('; ')})</bdi>`
          : nothing;
  return html`<tr><th scope="row">${name}</th><td><bdi>${written(result)}</bdi></td></tr>`;
}

/** Where the number of a field comes from, if it is not a person who has put it there. */
function whence(key: string, model: DetailModel, t: FormulaWords): TemplateResult | typeof nothing {
  const { deal, store } = model;
  const lines = deal?.lines?.count ?? 0;
  const stage = store?.directory.stage(deal?.stageId ?? '')?.name;
  const ofStage = deal?.probability === null && stage !== undefined ? t.fromStage(stage) : '';
  const texts: Readonly<Record<string, string>> = {
    value: lines > 0 ? t.fromProducts(lines) : '',
    probability: ofStage,
    weighted: t.valueTimesChance,
  };
  const formula = store?.directory.fields.some(({ id, type }) => type === 'formula' && key === `custom.${id}`);
  const text = formula ? t.aFormula : (texts[key] ?? '');
  return text === '' ? nothing : html` <small class="subtle"><bdi>${text}</bdi></small>`;
}

const isPercentage = (node: Node): boolean =>
  percentageIn(node) !== null || (node.kind === 'group' && isPercentage(node.of));

/** The formula as it is read: names marked, signs as in print. */
function expression(
  text: string,
  tokens: readonly Token[],
  named: (token: Token) => string,
  { format }: DetailModel,
): readonly unknown[] {
  const mark = decimalSign(format);
  return tokens.map((token) => {
    if (token.kind === 'field') return html` <mark><bdi>${named(token)}</bdi></mark> `;
    if (token.kind === 'number') return token.text.replace('.', mark);
    if (token.kind !== 'sign') return text.slice(token.from, token.to);
    if (token.sign === '(' || token.sign === ')' || token.sign === '%') return token.sign;
    if (token.sign === ',') return mark === ',' ? '; ' : ', ';
    return ` ${pretty(token.sign)} `;
  });
}
