import { Uri } from 'vscode';
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './client-options.js';
import type { Launch } from './lazy-modules.js';

export const launch: Launch = (context, log) => {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const run: NodeModule = { module, transport: TransportKind.ipc };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return new LanguageClient('rapporteur', 'Rapporteur', { run, debug }, clientOptions(log));
};
