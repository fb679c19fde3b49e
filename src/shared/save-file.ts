/** Gives a file to the person: a download, without leaving anything on the page. */
export function saveFile(file: Blob, name: string, document: Document): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  // Some browsers follow a link only while it is in the page.
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** As much of a text as every file system takes. @param nothing what it is called where nothing of it is left */
export function fileName(text: string, nothing: string): string {
  return (
    text
      .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
      .trim()
      .replace(/\s+/gu, '-')
      .slice(0, 60) || nothing
  );
}
