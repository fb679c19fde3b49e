/** The rows that a list holds, from its beginning up to `limit`; those that are still being read are left out. */
export function rowsOf<R>(
  list: { readonly total: number | undefined; row(at: number): R | undefined } | null,
  limit: number,
): R[] {
  const rows: R[] = [];
  if (list === null) return rows;
  // Where nobody knows (yet) how many there are, what has been read is shown all the same.
  for (let at = 0; at < Math.min(list.total ?? limit, limit); at++) {
    const row = list.row(at);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}
