// Opens the first sample in VS Code with the extension of this folder: the desktop's where `code` is on the
// PATH, else the VS Code server of the tests, in the browser.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { onServer, startServer, workbenchUrl } from '../test/vscode/server.mjs';
import { ROOT } from './setup.mjs';

const SAMPLE = 'us-india-defense';
const BRIEF = path.join('briefs', '2025-10-31-framework.md');
const shell = process.platform === 'win32';

/** Of `demo` and `dev`: `--browser`, `--port N`, `--no-open`. */
export function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: {
      browser: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  return { port: Number(values.port), inBrowser: values.browser, quietly: values['no-open'] };
}

/** A copy of the sample, which says itself what day it is there. It stays: somebody may go on with it. */
function copyOfSample() {
  const parent = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-demo-')));
  const folder = path.join(parent, SAMPLE);
  fs.cpSync(path.join(ROOT, 'samples', SAMPLE), folder, { recursive: true });
  return folder;
}

/**
 * `own`: the sample of this folder, for who changes it; else a copy. `port`: of the server, 0 for any free one. `inBrowser`: also where there is a `code`. `quietly`: print
 * the address, open no browser. With a server, resolves once it runs; it ends with this process.
 */
export async function openSample({
  port = 0,
  inBrowser = false,
  quietly = false,
  own = false,
} = {}) {
  const folder = own ? path.join(ROOT, 'samples', SAMPLE) : copyOfSample();
  const file = path.join(folder, BRIEF);
  if (!inBrowser && openInCode(folder, file)) {
    console.log(`The sample is open in VS Code, with the extension: ${folder}`);
    return;
  }
  const server = await startServer({ port });
  const url = workbenchUrl(server, {
    folder,
    extension: onServer(server, ROOT),
    file,
  });
  endWith(server);
  console.log(
    `\nThe sample, in VS Code with the extension:\n\n  ${url}\n\nIts folder: ${folder}. Ctrl+C ends it.`,
  );
  if (!quietly) openInBrowser(url);
}

/** Whether the desktop's VS Code took it. */
function openInCode(folder, file) {
  // In a terminal of a remote window `code` asks that window, which takes no extension from a folder.
  if (process.env.VSCODE_IPC_HOOK_CLI) return false;
  if (spawnSync('code', ['--version'], { stdio: 'ignore', shell }).status !== 0) return false;
  const args = [`--extensionDevelopmentPath=${ROOT}`, '--new-window', folder, file];
  const words = shell ? args.map((each) => `"${each}"`) : args;
  return spawnSync('code', words, { stdio: 'inherit', shell }).status === 0;
}

function endWith(server) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => server.stop().then(() => process.exit(0)));
}

/** Where there is nothing to open it with, the printed address is enough. */
function openInBrowser(url) {
  const [command, ...args] = openerOf(process.platform);
  if (command === 'xdg-open' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  opener.once('error', () => {});
  opener.unref();
}

function openerOf(platform) {
  if (platform === 'darwin') return ['open'];
  // `start` would take `&` in the address for the end of the command.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
