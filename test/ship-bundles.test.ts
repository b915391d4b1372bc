// What is shipped holds the core once for the servers and the preview, and what they share runs in both worlds.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import vm from 'node:vm';
import { docx, p } from './support/docx.js';

const DIST = path.resolve('dist');
const SHARED = ['core.js', 'server.js'] as const;

interface Scope {
  self?: object;
  onmessage?: unknown;
  rapporteurShared?: Readonly<Record<string, object>>;
  importScripts?: (...names: readonly string[]) => void;
}

test('the servers and the preview hold only what is their own', () => {
  for (const name of ['server.cjs', 'server.web.js', 'preview.cjs']) {
    const { size } = fs.statSync(path.join(DIST, name));
    assert.ok(size < 100_000, `${name} has ${size} bytes: is something in it that others have?`);
  }
});

test('what is shipped is the same wherever it was built', () => {
  const names = fs.readdirSync(DIST, { recursive: true }).map(String);
  const code = names.filter((name) => /\.c?js$/.test(name));
  assert.ok(code.length > 40, `${code.length} files`);
  const root = JSON.stringify(path.resolve()).slice(1, -1);
  const says = (name: string): boolean =>
    fs.readFileSync(path.join(DIST, name), 'utf8').includes(root);
  assert.deepEqual(code.filter(says), []);
});

/** A Worker in which the server has begun, and the scripts that it has asked for. */
function worker(): { readonly asked: readonly string[]; readonly scope: Scope } {
  const asked: string[] = [];
  const scope = vm.createContext({
    setTimeout,
    TextDecoder,
    TextEncoder,
    URL,
    console,
    postMessage: () => undefined,
    addEventListener: () => undefined,
    importScripts: (...names: readonly string[]) => {
      for (const name of names) {
        asked.push(name);
        run(path.join(DIST, 'shared', name));
      }
    },
  }) as Scope;
  scope.self = scope;
  const run = (file: string): unknown => vm.runInContext(fs.readFileSync(file, 'utf8'), scope);
  run(path.join(DIST, 'server.web.js'));
  const begin = scope.onmessage as (message: { readonly data: object }) => void;
  begin({ data: { first: SHARED, later: {} } });
  // The connection listens now.
  assert.equal(typeof scope.onmessage, 'function');
  assert.notEqual(scope.onmessage, begin);
  return { asked, scope };
}

test('a Worker begins with the shared files that it is told of', () => {
  const { asked, scope } = worker();
  assert.deepEqual(asked, SHARED);
  assert.deepEqual(Object.keys(scope.rapporteurShared ?? {}), SHARED);
});

test('what is read later runs in a Worker, too', () => {
  const later = fs
    .readdirSync(path.join(DIST, 'shared'))
    .filter((name) => name.endsWith('.js') && !SHARED.some((each) => each === name));
  const { scope } = worker();
  scope.importScripts?.(...later);
  for (const name of later)
    assert.ok(Object.keys(scope.rapporteurShared?.[name] ?? {}).length > 0, name);
});

test('a document of Word becomes Markdown in a Worker', () => {
  const { scope } = worker();
  scope.importScripts?.('import.js');
  const part = scope.rapporteurShared?.['import.js'] as typeof import('../server/import/index.js');
  const imported = part.importDocx(
    docx({ body: p('Ports', '<w:outlineLvl w:val="0"/>') }),
    undefined,
  );
  assert.ok('markdown' in imported);
  assert.equal(imported.markdown, '# Ports\n');
});

test('Node takes the preview and what it shares', () => {
  const preview = createRequire(import.meta.url)(path.join(DIST, 'preview.cjs')) as object;
  assert.ok('previewPlugin' in preview);
});
