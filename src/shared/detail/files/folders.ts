/** Files of one drop of folders: whoever drops a whole disk is told, and not left waiting. */
export const mostFiles = 500;

/** All files in folders, and in those within them, by name. @throws DOMException where one cannot be read */
export async function filesIn(
  folders: readonly FileSystemDirectoryEntry[],
): Promise<{ readonly files: readonly File[]; readonly more: boolean }> {
  const files: File[] = [];
  const left: FileSystemEntry[] = [...folders];
  for (let entry = left.shift(); entry !== undefined; entry = left.shift()) {
    if (files.length === mostFiles) return { files, more: true };
    if (entry.isDirectory) left.unshift(...(await entriesOf(entry as FileSystemDirectoryEntry)));
    else files.push(await fileOf(entry as FileSystemFileEntry));
  }
  return { files, more: false };
}

/** A browser hands out a hundred at a time. What it keeps beside a folder's files (`.DS_Store`) nobody means. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    entries.push(...some);
  }
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'Thumbs.db')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
