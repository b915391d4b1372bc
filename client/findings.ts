import { type CancellationToken, Uri } from 'vscode';
import type { BaseLanguageClient, Diagnostic } from 'vscode-languageclient';
import { type CheckResult, REQUESTS } from '../server/lsp/protocol.js';

/** What is found in one brief or registry. */
export interface FileFindings {
  readonly uri: Uri;
  readonly findings: readonly Diagnostic[];
}

export interface Findings {
  /** How many briefs and registries were looked at. */
  readonly pages: number;
  /** Those with findings, in order of their paths. */
  readonly files: readonly FileFindings[];
}

/** Every finding, once everything has been read. */
export async function allFindings(
  client: BaseLanguageClient,
  token: CancellationToken,
): Promise<Findings> {
  const { pages, files } = await client.sendRequest<CheckResult>(REQUESTS.check, token);
  return {
    pages,
    files: files.map(({ uri, diagnostics }) => ({ uri: Uri.parse(uri), findings: diagnostics })),
  };
}
