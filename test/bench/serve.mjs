/** A small static server on this machine only. Files are compressed once and may be kept by the browser. */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** @param files path -> text */
export async function serve(files) {
  const packed = new Map([...files].map(([path, text]) => [path, gzipSync(text, { level: 9 })]));
  const server = createServer(({ url }, answer) => {
    const path = new URL(url ?? '/', 'http://bench').pathname;
    const body = packed.get(path);
    if (body === undefined) {
      answer.writeHead(404).end();
      return;
    }
    answer.writeHead(200, {
      'content-type': `${types[path.slice(path.lastIndexOf('.') + 1)]}; charset=utf-8`,
      'content-encoding': 'gzip',
      'cache-control': path.endsWith('.html') ? 'no-cache' : 'max-age=31536000, immutable',
    });
    answer.end(body);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** Bytes of a file as it is sent. */
    size: (path) => packed.get(path)?.length ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
