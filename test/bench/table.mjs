/** One row a figure: ours, the limit's, their ratio, the goal, and whether it is reached. */
export class Table {
  rows = [];

  /**
   * @param figure what it is
   * @param values `kit` and `limit` in `unit` (bytes where that is MB or kB); `ratio` where it is not that of the two;
   * `goal` = the highest ratio, `atMost` = the highest value of ours
   */
  add(figure, { kit, limit, ratio: given, unit = 'ms', goal, atMost }) {
    const none = limit === undefined || limit === 0 || (unit === '' && atMost !== undefined);
    const ratio = given ?? (none ? undefined : kit / limit);
    const reached =
      goal !== undefined ? (ratio <= goal ? 'yes' : 'no') : atMost !== undefined ? (kit <= atMost ? 'yes' : 'no') : '';
    const row = {
      figure,
      ours: show(kit, unit),
      limit: limit === undefined ? '' : show(limit, unit),
      ratio: ratio === undefined ? '' : ratio.toFixed(2),
      goal: goal !== undefined ? `<= ${goal}` : atMost !== undefined ? `<= ${show(atMost, unit)}` : '',
      reached,
    };
    this.rows.push({ ...row, values: { kit, limit, unit } });
    console.log(`  ${Object.values(row).filter(Boolean).join(' | ')}`);
  }

  get text() {
    const heads = ['figure', 'ours', 'limit', 'ratio', 'goal', 'reached'];
    const lines = [heads, ...this.rows.map((row) => heads.map((head) => row[head]))];
    const widths = heads.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
    const text = lines.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`);
    return [text[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...text.slice(1)].join('\n');
  }
}

function show(value, unit) {
  if (value === undefined || Number.isNaN(value)) return '?';
  if (unit === 'MB') return `${(value / 1e6).toFixed(1)} MB`;
  if (unit === 'kB') return `${(value / 1000).toFixed(1)} kB`;
  if (unit === 'ms') return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  return String(Math.round(value));
}
