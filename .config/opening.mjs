/** How an error begins, on one line: the first line alone is often only "Expected values to be strictly equal:". */
export function opening(error) {
  const lines = String(error?.message ?? error ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.slice(0, 4).join(' / ').slice(0, 300);
}
