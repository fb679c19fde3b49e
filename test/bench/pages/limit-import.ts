/** The parser alone over the same file, in pieces as it reads files, all rows kept. */
import Papa from 'papaparse';
import { makeCsv } from './csv.js';
import { offer, rest } from './measure.js';

let file: File;

offer({
  prepare(rows: number) {
    file = makeCsv(rows);
  },
  async run(rows: number) {
    await rest();
    const from = performance.now();
    const found: string[][] = [];
    await new Promise<void>((resolve, reject) => {
      Papa.parse<string[], File>(file, {
        chunk: ({ data }) => {
          for (const row of data) found.push(row);
        },
        complete: () => resolve(),
        error: reject,
      });
    });
    const decided = performance.now() - from;
    if (found.length !== rows + 1) throw new Error(`The parser has found ${found.length} rows.`);
    return { decided };
  },
});
