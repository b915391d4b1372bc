// The extension over http, as a browser's extension host wants it: its Worker cannot be made from the
// addresses of a VS Code server.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
};
const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Serves the files below `root`, but none of a hidden folder, on a free port of this machine alone. */
export async function serveFolder(root) {
  const server = http.createServer((request, response) => {
    if (request.method === 'OPTIONS') response.writeHead(204, HEADERS).end();
    else answer(response, fileOf(root, request.url));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `127.0.0.1:${server.address().port}`, stop };
}

function fileOf(root, url) {
  const { pathname } = new URL(url, 'http://localhost');
  const file = path.join(root, decodeURIComponent(pathname));
  const relative = path.relative(root, file);
  const hidden = relative.split(path.sep).some((part) => part.startsWith('.'));
  return hidden || !fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? undefined : file;
}

function answer(response, file) {
  if (file === undefined) {
    response.writeHead(404, HEADERS).end();
    return;
  }
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...HEADERS, 'Content-Type': type });
  fs.createReadStream(file).pipe(response);
}
