import { Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.js';
import type { Launch } from './lazy-modules.js';

export const launch: Launch = (context, log) => {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  // Made when the client starts, not before: a restart needs a new one.
  // As transports: VS Code's own class of Workers is not one that the client knows for a Worker.
  const connect = async (): Promise<MessageTransports> => {
    const worker = new Worker(script);
    return {
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    };
  };
  // A Worker cannot look where it came from.
  const rulePages = Uri.joinPath(context.extensionUri, 'docs', 'rules').toString();
  return new LanguageClient('rapporteur', 'Rapporteur', connect, clientOptions(log, { rulePages }));
};
