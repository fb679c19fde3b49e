/** What the browser is given to download, kept here instead: a test leaves no file with whoever runs it. */
export function downloads(): {
  readonly files: Blob[];
  readonly texts: Promise<string>[];
  readonly names: string[];
  stop(): void;
} {
  const files: Blob[] = [];
  const texts: Promise<string>[] = [];
  const names: string[] = [];
  const original = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file: Blob) => {
    files.push(file);
    texts.push(file.text());
    return original(file);
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    names.push(this.download);
  };
  return {
    files,
    texts,
    names,
    stop: () => {
      URL.createObjectURL = original;
      HTMLAnchorElement.prototype.click = click;
    },
  };
}
