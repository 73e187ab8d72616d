// A static file server for one folder, on this machine only: for looking at the documentation, and for the runs in a browser.
// As a program: `node scripts/serve-folder.mjs docs-site 8080`.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/x-ndjson; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a folder on a free port, or on the one given.
 *
 * @param headers - sent with every answer, such as a content security policy
 * @returns the address, without a slash at its end, and how to stop
 */
export async function serveFolder(folder, { port = 0, headers = {} } = {}) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const file = fileOf(root, request.url ?? '/');
    const status = file === undefined ? 404 : 200;
    const type = file === undefined ? 'text/plain' : (TYPES[extname(file)] ?? 'application/octet-stream');
    response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', ...headers });
    if (file === undefined || request.method === 'HEAD')
      response.end(file === undefined ? 'not found\n' : '');
    else createReadStream(file).pipe(response);
  });
  await new Promise((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** The file that a path names inside the folder; `undefined` where there is none. */
function fileOf(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://folder').pathname);
  } catch {
    return undefined;
  }
  const asked = join(root, normalize(path));
  if (asked !== root && !asked.startsWith(root + sep)) return undefined;
  return [asked, join(asked, 'index.html')].find((file) =>
    statSync(file, { throwIfNoEntry: false })?.isFile(),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , folder = '.', port = '8080'] = process.argv;
  const { address } = await serveFolder(folder, { port: Number(port) });
  console.log(`${folder} at ${address}`);
}
