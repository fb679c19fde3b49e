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
