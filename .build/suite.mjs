// The suite for a real VS Code, test/vscode/suite, as one file: an extension host loads no TypeScript,
// and a browser's no second file.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './setup.mjs';

const FOLDER = path.join(ROOT, 'test', 'vscode', 'suite');
const ENDING = '.test.ts';

/** The names of the suite's files, `vscode/hover` for hover.test.ts, that have one of `parts` in them. */
export function suiteNames(parts) {
  return fs
    .readdirSync(FOLDER)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => `vscode/${name.slice(0, -ENDING.length)}`)
    .filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)))
    .sort();
}

/**
 * Bundles the files of these names and resolves to the path of the module. `host`: `node`, `web` or
 * `electron`. `installed`: whether the extension is the packaged one. `grep`: which titles to run.
 */
export async function bundleSuite({ names, host, installed = false, grep }) {
  const web = host === 'web';
  const chosen = web ? names.filter(runsAnywhere) : names;
  const outfile = path.join(ROOT, 'out', 'test', 'vscode', `${host}.cjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: web ? 'browser' : 'node',
    target: web ? 'es2022' : 'node20',
    // Mocha finds its own files by `require`; in a browser it comes as one file.
    external: web ? ['vscode'] : ['vscode', 'mocha'],
    alias: web ? WEB : {},
    sourcemap: 'inline',
    define: { 'process.env.NODE_ENV': '"test"' },
    logLevel: 'warning',
    plugins: [runPlugin({ chosen, host, installed, grep })],
  });
  return outfile;
}

const WEB = {
  mocha: './test/vscode/suite/web/mocha.ts',
  'node:assert/strict': './test/vscode/suite/web/assert.ts',
};

/** A file that uses more of Node.js than its assertions stays out of the browser. */
function runsAnywhere(name) {
  const text = fs.readFileSync(fileOf(name), 'utf8');
  return !/from '(?!node:assert\/strict')(node:|vscode-languageclient)/.test(text);
}

const fileOf = (name) => path.join(FOLDER, `${name.replace('vscode/', '')}${ENDING}`);

/** The module `rapporteur:run` of suite/run.d.ts: what this run is, and its files. */
function runPlugin({ chosen, host, installed, grep }) {
  // Loaded by a call, as the files want Mocha's words there when they run.
  const files = chosen.map((name) => `require(${JSON.stringify(fileOf(name))});`).join('\n');
  const contents = `
    export const host = ${JSON.stringify(host)};
    export const installed = ${JSON.stringify(installed)};
    export const grep = ${JSON.stringify(grep)};
    export function load() {\n${files}\n}`;
  return {
    name: 'run',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^rapporteur:run$/ }, ({ path }) => ({ path, namespace: 'run' }));
      onLoad({ filter: /.*/, namespace: 'run' }, () => ({ contents, resolveDir: FOLDER }));
    },
  };
}
