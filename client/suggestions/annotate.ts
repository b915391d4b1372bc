import { workspace } from 'vscode';
import type {
  BaseLanguageClient,
  ExecuteCommandParams,
  WorkspaceEdit,
} from 'vscode-languageclient';
import { type AnnotateParams, type AnnotateResult, COMMANDS } from '../../server/lsp/protocol.js';
import { writeAsOne } from './write.js';

/** How often it is asked again what to change where a text has changed since. */
const MOST_TRIES = 3;

/**
 * Has the server say what to change, and changes it as one; `undefined`: it knows nothing of the document. Nothing is changed
 * in a text that is not the one the server has read.
 */
export async function annotateAsOne(
  client: BaseLanguageClient,
  params: Omit<AnnotateParams, 'apply'>,
): Promise<AnnotateResult | undefined> {
  const asked: AnnotateParams = { ...params, apply: false };
  const command: ExecuteCommandParams = { command: COMMANDS.annotate, arguments: [asked] };
  let result: AnnotateResult | null = null;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    result = await client.sendRequest<AnnotateResult | null>('workspace/executeCommand', command);
    if (result === null) return undefined;
    const { edit } = result;
    if (edit === null) return { ...result, applied: false };
    if (await isOfNow(client, edit)) return { ...result, applied: await writeAsOne(client, edit) };
  }
  return result === null ? undefined : { ...result, applied: false };
}

/**
 * Whether a change is one of the texts as they are now. What is not open yet is opened, so that the server knows its
 * text; then it is to be asked again.
 */
async function isOfNow(
  { protocol2CodeConverter: converter }: BaseLanguageClient,
  { documentChanges = [] }: WorkspaceEdit,
): Promise<boolean> {
  const made = new Set(
    documentChanges.flatMap((change) =>
      'kind' in change && change.kind === 'create' ? [change.uri] : [],
    ),
  );
  let isSame = true;
  for (const change of documentChanges) {
    if ('kind' in change || made.has(change.textDocument.uri)) continue;
    const { uri, version } = change.textDocument;
    const target = converter.asUri(uri);
    const known = workspace.textDocuments.find((one) => one.uri.toString() === target.toString());
    if (known === undefined) {
      await workspace.openTextDocument(target);
      isSame = false;
    } else if (version !== null && version !== known.version) isSame = false;
  }
  return isSame;
}
