// Starts a VS Code server, and tells the address at which its workbench opens.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { vscodeServer } from './runtime.mjs';

const SETTINGS = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'settings.json'), 'utf8'),
);
/** A start that takes so long hangs: in milliseconds. */
const START_LIMIT = 10 * 60_000;

/**
 * Starts a server with settings and extensions of its own, which `stop()` takes away again.
 * `vsix`: files of extensions to install. `settings`: added to the quiet ones of settings.json.
 * `port`: 0 for any free one. Only who knows the token of its address may connect.
 */
export async function startServer({ vsix = [], settings = {}, port = 0, log = () => {} } = {}) {
  const { main, node } = await vscodeServer();
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-vscode-'));
  fs.mkdirSync(path.join(data, 'data', 'User'), { recursive: true });
  const file = path.join(data, 'data', 'User', 'settings.json');
  fs.writeFileSync(file, JSON.stringify({ ...SETTINGS, ...settings }));
  const common = [
    ...['--server-data-dir', data, '--telemetry-level', 'off'],
    '--accept-server-license-terms',
  ];
  for (const each of vsix) install(node, [main, ...common, '--install-extension', each], log);
  const token = randomUUID();
  const child = spawn(
    node,
    [
      main,
      ...common,
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      // Without it the workbench takes no extension under development from its address.
      '--enable-smoke-test-driver',
      '--disable-workspace-trust',
      '--disable-update-check',
      '--disable-getting-started-override',
    ],
    // Its own process group: ended as a whole, it takes its extension hosts along and nothing else.
    { env: environment(), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const stop = async () => {
    await end(child);
    fs.rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    return { address: `127.0.0.1:${await portOf(child, log)}`, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Where the workbench opens `folder`. `extension`: uri of an extension under development; `tests`: uri of
 * the module whose `run()` is to run in its extension host; `file`: path of a file to open.
 */
export function workbenchUrl(server, { folder, extension, tests, file }) {
  const url = new URL(`http://${server.address}/`);
  url.searchParams.set('tkn', server.token);
  url.searchParams.set('folder', uriPath(folder));
  const payload = [
    extension && ['extensionDevelopmentPath', extension],
    tests && ['extensionTestsPath', tests],
    file && ['openFile', onServer(server, file)],
  ].filter(Boolean);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** The uri of a file for the extension host beside the server. */
export function onServer(server, file) {
  return `vscode-remote://${server.address}${uriPath(file)}`;
}

function uriPath(file) {
  const slashed = path.resolve(file).replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}

function install(node, args, log) {
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8' });
  log(stdout + stderr);
  if (status !== 0)
    throw new Error(`VS Code would not install ${args.at(-1)}:\n${stdout}${stderr}`);
}

/** Without a marketplace: nothing is looked up anywhere. */
function environment() {
  const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  // Set in a terminal of VS Code; a server that sees it takes itself for a command of that one.
  delete env.VSCODE_IPC_HOOK_CLI;
  return env;
}

function portOf(child, log) {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      log(String(chunk));
      said += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The VS Code server ended at once (${code}):\n${said}`)),
    );
    const late = new Error('The VS Code server did not start within a minute.');
    setTimeout(reject, START_LIMIT, late).unref();
  });
}

async function end(child) {
  const gone = new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', resolve);
  });
  signal(child, 'SIGTERM');
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000))]);
  signal(child, 'SIGKILL');
}

function signal(child, name) {
  try {
    // Windows has no process groups.
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // It has ended.
  }
}
