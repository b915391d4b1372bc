import type { ExtensionContext } from 'vscode';
import { createExtension, type Extension } from './extension.js';

// Where VS Code runs on a desktop or a remote machine: the server is a process of its own. What is not
// needed at once is in bundles of its own (see .build/bundle.mjs).
let extension: Extension | undefined;

export function activate(context: ExtensionContext): object {
  extension = createExtension(context, {
    launch: () => (require('./client.cjs') as typeof import('./launch.node.js')).launch,
    preview: () => require('./preview.cjs') as typeof import('./preview/index.js'),
  });
  return extension.api;
}

export async function deactivate(): Promise<void> {
  await extension?.server.stop();
}
