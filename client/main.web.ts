import type { ExtensionContext } from 'vscode';
import { openShell, type Shell } from './shell.js';

// Where VS Code runs in a browser: the server is a Worker, and its files come from the editor.
let shell: Shell | undefined;

export function activate(context: ExtensionContext): object {
  shell = openShell(context, async () => (await import('./launch.web.js')).launch);
  return shell.api;
}

export async function deactivate(): Promise<void> {
  await shell?.server.stop();
}
