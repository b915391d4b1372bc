import { type CancellationToken, Uri } from 'vscode';
import type { BaseLanguageClient, Diagnostic } from 'vscode-languageclient';

/** What is found in one brief or registry. */
export interface FileFindings {
  readonly uri: Uri;
  readonly findings: readonly Diagnostic[];
}

interface Report {
  readonly items: readonly {
    readonly uri: string;
    readonly kind: string;
    readonly items?: readonly Diagnostic[];
  }[];
}

/** The findings of every file the server knows, in order of their paths. */
export async function allFindings(
  client: BaseLanguageClient,
  token: CancellationToken,
): Promise<readonly FileFindings[]> {
  const params = { previousResultIds: [] };
  const report = await client.sendRequest<Report>('workspace/diagnostic', params, token);
  return report.items
    .map(({ uri, items }) => ({ uri: Uri.parse(uri), findings: items ?? [] }))
    .sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
}
