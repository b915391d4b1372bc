import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/**
 * Makes the client of a server that does not run yet. What it needs of the client library is read when
 * it is first called: most days of most people have no brief in them.
 */
export type Launch = (context: ExtensionContext, log: LogOutputChannel) => BaseLanguageClient;
