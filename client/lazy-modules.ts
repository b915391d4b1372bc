import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What takes long to load, so that it is loaded when it is first needed: most days of most people have no brief in them. */
export interface LazyModules {
  /** The client library and the way to the server. */
  launch(): Launch;
  /** The plugin for the Markdown preview, which brings the engine along. */
  preview(): typeof import('./preview/index.js');
}

/** Makes the client of a server that does not run yet. */
export type Launch = (context: ExtensionContext, log: LogOutputChannel) => BaseLanguageClient;
