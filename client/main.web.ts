import type { ExtensionContext } from 'vscode';
import { createExtension, type Extension } from './extension.js';

// Where VS Code runs in a browser: the server is a Worker, and its files come from the editor.
// A browser's extension host reads one file; `require` here means: run that part of it when it is needed.
let extension: Extension | undefined;

export function activate(context: ExtensionContext): object {
  extension = createExtension(context, {
    launch: () => (require('./launch.web.js') as typeof import('./launch.web.js')).launch,
    preview: () => require('./preview/index.js') as typeof import('./preview/index.js'),
  });
  return extension.api;
}

export async function deactivate(): Promise<void> {
  await extension?.server.stop();
}
