import type { BaseLanguageClient, ExecuteCommandParams } from 'vscode-languageclient';
import { type AnnotateParams, type AnnotateResult, COMMANDS } from '../../server/lsp/protocol.js';
import { writeAsOne } from './write.js';

/** Has the server say what to change, and changes it as one; `undefined`: it knows nothing of the document. */
export async function annotateAsOne(
  client: BaseLanguageClient,
  params: Omit<AnnotateParams, 'apply'>,
): Promise<AnnotateResult | undefined> {
  const asked: AnnotateParams = { ...params, apply: false };
  const command: ExecuteCommandParams = { command: COMMANDS.annotate, arguments: [asked] };
  const result = await client.sendRequest<AnnotateResult | null>(
    'workspace/executeCommand',
    command,
  );
  if (result === null) return undefined;
  return { ...result, applied: result.edit !== null && (await writeAsOne(client, result.edit)) };
}
