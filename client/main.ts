import type { ExtensionContext } from 'vscode';
import { createExtension, type Extension } from './extension.js';

// Where VS Code runs on a desktop or a remote machine: the server is a process of its own. What is not
// needed at once stands in bundles of its own (see .build/bundle.mjs).
let shell: Extension | undefined;

export function activate(context: ExtensionContext): object {
  shell = createExtension(context, {
    launch: () => (require('./client.cjs') as typeof import('./launch.node.js')).launch,
    preview: () => require('./preview.cjs') as typeof import('./preview/index.js'),
  });
  return shell.api;
}

export async function deactivate(): Promise<void> {
  await shell?.server.stop();
}
