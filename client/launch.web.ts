import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.js';
import type { Launch } from './launch.js';

export const launch: Launch = (context, log) => {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  // Made when the client starts, not before: a restart needs a new one.
  const worker = async (): Promise<Worker> => new Worker(script);
  return new LanguageClient('rapporteur', 'Rapporteur', worker, clientOptions(log));
};
