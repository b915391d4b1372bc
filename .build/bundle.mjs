// One file for each way in: what is installed, tested and shipped.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { writeNotices } from './notices.mjs';
import { ROOT } from './setup.mjs';

const COMMAND = 'dist/cli.js';
const WORKER = 'dist/worker.js';
const SUGGEST = 'dist/suggest.js';

const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/**
 * The command line, the core as a library, and the four halves of the editor: what runs in VS Code and
 * the server beside it, each on a desktop and in a browser.
 */
const ENTRIES = [
  { entry: 'server/cli/app/main.ts', out: 'dist/cli.js', platform: 'node', format: 'esm' },
  // A thread of a large check; the command looks for it beside itself.
  { entry: 'server/cli/engine/threaded/worker.ts', out: WORKER, platform: 'node', format: 'esm' },
  // What suggests tags, with its lexicon; the command reads it when it is asked for suggestions.
  {
    entry: 'server/core/suggest/engine/index.ts',
    out: SUGGEST,
    platform: 'neutral',
    format: 'esm',
  },
  { entry: 'server/core/api/index.ts', out: 'dist/core.js', platform: 'neutral', format: 'esm' },
  { entry: 'client/main.ts', out: 'dist/extension.cjs', platform: 'node', format: 'cjs' },
  // Read when they are needed and not before: VS Code waits for what is in the line above.
  { entry: 'client/launch.node.ts', out: 'dist/client.cjs', platform: 'node', format: 'cjs' },
  { entry: 'client/preview/index.ts', out: 'dist/preview.cjs', platform: 'node', format: 'cjs' },
  {
    entry: 'client/main.web.ts',
    out: 'dist/extension.web.cjs',
    platform: 'browser',
    format: 'cjs',
  },
  { entry: 'server/lsp/main.node.ts', out: 'dist/server.cjs', platform: 'node', format: 'cjs' },
  {
    entry: 'server/lsp/main.web.ts',
    out: 'dist/server.web.js',
    platform: 'browser',
    format: 'iife',
  },
].filter(({ entry }) => fs.existsSync(path.join(ROOT, entry)));

const banner = [
  '#!/usr/bin/env node',
  // Some libraries are CommonJS and ask for Node's modules by `require`.
  "import { createRequire as __createRequire } from 'node:module';",
  'const require = __createRequire(import.meta.url);',
].join('\n');

export async function bundle() {
  const metafiles = await Promise.all(ENTRIES.map(bundleEntry));
  fs.chmodSync(path.join(ROOT, COMMAND), 0o755);
  writeNotices(metafiles, 'dist/THIRD-PARTY-NOTICES.txt');
}

async function bundleEntry({ entry, out, platform, format }) {
  const { metafile } = await build({
    metafile: true,
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    format,
    platform,
    mainFields: platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    // Both halves run in Workers, where there is no `document`: some libraries have a file for each.
    ...(platform === 'browser' ? { conditions: ['worker'] } : {}),
    // VS Code gives it to whoever runs inside; the others are bundles of their own.
    plugins: out === SUGGEST ? [] : [engineApart],
    external: ['vscode', './client.cjs', './preview.cjs'],
    target: platform === 'browser' ? 'es2022' : 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: false,
    legalComments: 'none',
    define: { __VERSION__: JSON.stringify(version), __BUILD__: JSON.stringify(hashOfSources()) },
    ...(out === COMMAND || out === WORKER ? { banner: { js: banner } } : {}),
    logLevel: 'warning',
  });
  return metafile;
}

/** The engine of suggestions is never part of another bundle. */
const engineApart = {
  name: 'engine-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /\/suggest\/engine\/index\.js$/ }, ({ kind }) =>
      kind === 'dynamic-import'
        ? { path: `./${path.basename(SUGGEST)}`, external: true }
        : undefined,
    );
  },
};

/** What is kept of texts between runs is only good for the code that read them. */
function hashOfSources() {
  const hash = crypto.createHash('sha256');
  for (const folder of ['server/core', 'server/cli/cache']) {
    const names = fs.readdirSync(path.join(ROOT, folder), { recursive: true }).map(String).sort();
    for (const name of names.filter((each) => each.endsWith('.ts')))
      hash.update(`${name}\0`).update(fs.readFileSync(path.join(ROOT, folder, name)));
  }
  // The parsers of Markdown and YAML.
  return hash.update(fs.readFileSync(path.join(ROOT, 'package-lock.json'))).digest('hex');
}
