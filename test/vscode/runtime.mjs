// A real VS Code without downloading one: npm's code-server holds a built VS Code, server and web
// workbench. Only these are taken; nothing is compiled and no script of any package runs.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fetchPackage, kept, npm } from './cache.mjs';

/** VS Code 1.139.1. */
const CODE_SERVER = {
  name: 'code-server',
  version: '4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/**
 * Built-in extensions that only cost time here. Those with a part for the browser stay, needed or not:
 * the workbench has their list compiled in and complains about each that is gone.
 */
const LEFT_OUT = [
  'copilot',
  'debug-auto-launch',
  'debug-server-ready',
  'git',
  'github',
  'grunt',
  'gulp',
  'jake',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'php-language-features',
  'terminal-suggest',
  'tunnel-forwarding',
];

const SPECIFICATION = path.join(import.meta.dirname, 'runtime');
/** Stand-ins for native modules that the server asks for and that nothing here needs. */
const STAND_INS = path.join(SPECIFICATION, 'stand-ins');

/**
 * Resolves to `main`, the server's script, and `node`, a Node.js that can run it.
 * `VSCODE_TEST_SERVER` names another VS Code server's folder, `VSCODE_SERVER_NODE` another Node.js.
 */
export async function vscodeServer() {
  const given = process.env.VSCODE_TEST_SERVER;
  const folder = given ?? path.join(await kept(folderName(), fill), 'package', 'lib', 'vscode');
  return { main: path.join(folder, 'out', 'server-main.js'), node: nodeFor(folder) };
}

/** Named for all that decides its contents, so that a change here fetches anew. */
function folderName() {
  const hash = createHash('sha256').update(JSON.stringify([CODE_SERVER, LEFT_OUT]));
  for (const file of filesIn(SPECIFICATION)) hash.update(fs.readFileSync(file));
  const platform = `${process.platform}-${process.arch}`;
  return `vscode-server-${CODE_SERVER.version}-${platform}-${hash.digest('hex').slice(0, 8)}`;
}

function filesIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function fill(folder) {
  for (const name of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(SPECIFICATION, name), path.join(folder, name));
  const left = LEFT_OUT.map((name) => `--exclude=package/lib/vscode/extensions/${name}`);
  await Promise.all([
    fetchPackage(CODE_SERVER, folder, [...left, 'package/lib/vscode', 'package/LICENSE']),
    npm(folder, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]),
  ]);
  const modules = path.join(folder, 'node_modules');
  for (const name of fs.readdirSync(STAND_INS)) {
    const target = path.join(modules, '@vscode', path.basename(name, '.cjs'));
    fs.mkdirSync(target, { recursive: true });
    fs.copyFileSync(path.join(STAND_INS, name), path.join(target, 'index.js'));
    fs.writeFileSync(path.join(target, 'package.json'), '{ "type": "commonjs" }\n');
  }
  for (const name of ['include', 'share', 'lib'])
    fs.rmSync(path.join(modules, nodePackage, name), { recursive: true, force: true });
  // The browser asks for some of them by their paths below the server's folder.
  const vscode = path.join(folder, 'package', 'lib', 'vscode');
  fs.rmSync(path.join(vscode, 'npm-shrinkwrap.json'), { force: true });
  fs.renameSync(modules, path.join(vscode, 'node_modules'));
}

const windows = process.platform === 'win32';
const nodePackage = `node-${windows ? 'win' : process.platform}-${process.arch}`;

/** This server wants a newer Node.js than the project does, so it brings one. */
function nodeFor(folder) {
  if (process.env.VSCODE_SERVER_NODE) return process.env.VSCODE_SERVER_NODE;
  const name = windows ? 'node.exe' : 'node';
  const brought = path.join(folder, 'node_modules', nodePackage, 'bin', name);
  if (fs.existsSync(brought)) return brought;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  throw new Error(
    'The VS Code server needs Node.js 22.15 or newer. Name one by VSCODE_SERVER_NODE=/path/to/node.',
  );
}
