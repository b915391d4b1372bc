// Opens the samples in VS Code with the extension of this folder: the desktop's where `code` is on the
// PATH, else the VS Code server of the tests, in the browser.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { onServer, startServer, workbenchUrl } from '../test/vscode/server.mjs';
import { ROOT } from './setup.mjs';

const FOLDER = path.join(ROOT, 'samples');
const BRIEF = path.join(FOLDER, 'us-india-defense', 'briefs', '2025-10-31-framework.md');
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

/**
 * `port`: of the server, 0 for any free one. `inBrowser`: also where there is a `code`. `quietly`: print
 * the address, open no browser. With a server, resolves once it runs; it ends with this process.
 */
export async function openSamples({ port = 0, inBrowser = false, quietly = false } = {}) {
  if (!inBrowser && openInCode()) {
    console.log('The samples are open in VS Code, with the extension.');
    return;
  }
  const server = await startServer({ port });
  const url = workbenchUrl(server, {
    folder: FOLDER,
    extension: onServer(server, ROOT),
    file: BRIEF,
  });
  endWith(server);
  console.log(`\nThe samples, in VS Code with the extension:\n\n  ${url}\n\nCtrl+C ends it.`);
  if (!quietly) openInBrowser(url);
}

/** Whether the desktop's VS Code took it. */
function openInCode() {
  // In a terminal of a remote window `code` asks that window, which takes no extension from a folder.
  if (process.env.VSCODE_IPC_HOOK_CLI) return false;
  if (spawnSync('code', ['--version'], { stdio: 'ignore', shell }).status !== 0) return false;
  const args = [`--extensionDevelopmentPath=${ROOT}`, '--new-window', FOLDER, BRIEF];
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
