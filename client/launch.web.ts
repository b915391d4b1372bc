import { Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.js';
import type { Launch } from './lazy-modules.js';

/** Files of dist/shared that the server reads when somebody asks for what they do (.build/later-parts.mjs). */
declare const __LATER_FILES__: string;

export const launch: Launch = (context, log) => {
  const inDist = (...names: readonly string[]): string =>
    Uri.joinPath(context.extensionUri, 'dist', ...names).toString(true);
  const script = inDist('server.web.js');
  const shared = {
    first: [inDist('shared', 'core.js'), inDist('shared', 'server.js')],
    later: Object.fromEntries(
      __LATER_FILES__.split(' ').map((name) => [name, inDist('shared', name)]),
    ),
  };
  // Made when the client starts, not before: a restart needs a new one.
  // As transports: VS Code's own class of Workers is not one that the client knows for a Worker.
  const connect = async (): Promise<MessageTransports> => {
    const worker = new Worker(script);
    // It cannot look where it came from: it is told where the rest of it lies before anything else.
    worker.postMessage(shared);
    return {
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    };
  };
  // A Worker cannot look where it came from.
  const rulePages = Uri.joinPath(context.extensionUri, 'docs', 'rules').toString();
  return new LanguageClient('rapporteur', 'Rapporteur', connect, clientOptions(log, { rulePages }));
};
