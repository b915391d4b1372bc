import type { ExtensionContext } from 'vscode';
import { openShell, type Shell } from './shell.js';

// Where VS Code runs on a desktop or a remote machine: the server is a process of its own.
let shell: Shell | undefined;

export function activate(context: ExtensionContext): object {
  shell = openShell(context, async () => (await import('./launch.node.js')).launch);
  return shell.api;
}

export async function deactivate(): Promise<void> {
  await shell?.server.stop();
}
