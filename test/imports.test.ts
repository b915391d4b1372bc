// `npm run check` fails on an import that the house does not allow: tried on small trees of our own making.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { folderWith } from './support/cli.js';

/** What the check of imports says of a tree; without a line, all is well and it exits with 0. */
function faultsIn(
  context: TestContext,
  files: Readonly<Record<string, string>>,
): readonly string[] {
  const script = path.resolve('.build/imports.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, folderWith(context, files)], {
    encoding: 'utf8',
  });
  const lines = stderr.split('\n').filter((line) => line !== '');
  assert.equal(status, lines.length > 0 ? 1 : 0, stderr);
  return lines;
}

const from = (...names: readonly string[]): string =>
  names.map((name) => `import { x } from '${name}';\n`).join('');

test('what imports floors below is well', (context) => {
  const files = {
    'server/core/text/index.ts': '',
    'server/core/rules/index.ts': from('./one.js'),
    'server/core/rules/one.ts': from('../text/index.js'),
    'server/host/index.ts': from('../core/index.js', 'node:fs'),
    'server/core/index.ts': from('./text/index.js', './rules/index.js'),
    'server/cli/terminal/io.ts': from('../../host/index.js'),
    'server/cli/app/main.ts': from('../terminal/io.js', '../commands/check.js'),
    'server/cli/commands/check.ts': from('../engine/lint.js'),
    'server/cli/engine/lint.ts': from('../../core/index.js'),
    'server/lsp/protocol.ts': '',
    'server/lsp/features/hover.ts': from('../session.js'),
    'server/lsp/session.ts': '',
    'client/main.ts': from('../server/lsp/protocol.js', './preview/index.js'),
    'client/preview/index.ts': from('../../server/core/index.js'),
  };
  assert.deepEqual(faultsIn(context, files), []);
});

test('a circle is refused, and its way is printed', (context) => {
  const files = {
    'server/lsp/a.ts': from('./b.js'),
    'server/lsp/b.ts': from('./c.js', './d.js'),
    'server/lsp/c.ts': `export type { X } from './d.js';\n`,
    'server/lsp/d.ts': `import type {\n  X,\n} from './b.js';\n`,
  };
  assert.deepEqual(faultsIn(context, files), [
    'circle: server/lsp/b.ts -> server/lsp/d.ts -> server/lsp/b.ts',
  ]);
});

test('a circle over folders, of types, of a later import or of one file with itself is one as well', (context) => {
  const { length } = faultsIn(context, {
    'client/a.ts': `export const x = () => import('./commands/b.js');\n`,
    'client/commands/b.ts': `import type { X } from '../a.js';\n`,
  });
  assert.equal(length, 1);
  assert.deepEqual(faultsIn(context, { 'server/host/a.ts': `import './a.js';\n` }), [
    'circle: server/host/a.ts -> server/host/a.ts',
  ]);
});

const REFUSED: readonly (readonly [why: string, file: string, target: string])[] = [
  ['a floor above', 'server/cli/engine/lint.ts', '../check/plan.js'],
  ['a neighbour on the same floor', 'server/cli/lists/list.ts', '../platforms/azure.js'],
  ['the top of the command line', 'server/cli/terminal/io.ts', '../app/main.js'],
  ['a floor of the core above', 'server/core/brief/facts.ts', '../workspace/index.js'],
  ['the meaning of a text in its parsing', 'server/core/parse/parse.ts', '../dates/index.js'],
  ['what lies behind an index', 'server/core/rules/one.ts', '../text/span.js'],
  ['what lies behind an index of another part', 'server/lsp/root.ts', '../core/text/span.js'],
  ['the language server in the command line', 'server/cli/app/run.ts', '../../lsp/server.js'],
  ['the command line in the language server', 'server/lsp/root.ts', '../cli/app/run.js'],
  ['the core in the client', 'client/main.ts', '../server/core/index.js'],
  ['more of the server than its protocol', 'client/main.ts', '../server/lsp/server.js'],
  ['the disk in the command line', 'server/cli/engine/lint.ts', 'node:fs'],
  ['the disk in the language server', 'server/lsp/root.ts', 'node:fs/promises'],
  ['the disk in the client', 'client/main.ts', 'fs'],
  ['other programs in the command line', 'server/cli/init/adopt.ts', 'node:child_process'],
  ['the client in its preview', 'client/preview/index.ts', '../main.js'],
  ['Node in the core', 'server/core/text/span.ts', 'node:fs'],
  ['the Markdown parser anywhere else', 'server/core/brief/facts.ts', 'unified'],
];

for (const [why, file, target] of REFUSED) {
  test(`refused: ${why}`, (context) => {
    const isFile = target.startsWith('.');
    const at = isFile ? path.posix.join(path.posix.dirname(file), target) : target;
    const shown = isFile ? at.replace(/\.js$/, '.ts') : target;
    const others = isFile ? { [shown]: '' } : {};
    assert.deepEqual(faultsIn(context, { [file]: from(target), ...others }), [
      `${file} may not import ${shown}`,
    ]);
  });
}

test('a file on no floor is refused', (context) => {
  const files = {
    'server/cli/loose.ts': '',
    'server/cli/cellar/wine.ts': '',
    'server/core/cellar/wine.ts': '',
    'server/core/index.ts': '',
  };
  assert.deepEqual(faultsIn(context, files), [
    'server/cli/cellar/wine.ts is on no floor',
    'server/cli/loose.ts is on no floor',
    'server/core/cellar/wine.ts is on no floor',
  ]);
});
