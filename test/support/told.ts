/** What is told in the console meanwhile. */
export async function told(run: () => Promise<void>): Promise<string[]> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (...all: unknown[]) => void said.push(String(all[0]));
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return said;
}
