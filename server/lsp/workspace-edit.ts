import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { PageEdit, PageId } from '../core/index.js';
import type { Client } from './client.js';
import type { PositionConverter } from './position-converter.js';

/** What an editor may show, or ask, before it makes changes. */
export interface EditPreview {
  readonly label: string;
  readonly description?: string;
  readonly confirm: 'ask' | 'silent';
  /** Which edits the person confirms one by one; absent: all of them. */
  readonly about?: (edit: PageEdit) => 'ask' | 'silent';
}

/** What edits are made for: the way from the pages of a workspace to documents. */
export interface EditContext {
  /** Whether there is such a file: else it is made. */
  readonly isThere: (page: PageId) => boolean;
  readonly client: Client;
  readonly toUri: (page: PageId) => string;
  readonly converterOfPage: (page: PageId) => PositionConverter;
  readonly version: (page: PageId) => number | null;
}

export function workspaceEdit(
  context: EditContext,
  edits: readonly PageEdit[],
  preview: EditPreview | undefined,
): WorkspaceEdit {
  const { client, toUri } = context;
  const byPage = groupedByPage(edits);
  if (!client.can.documentChanges) {
    const plain = [...byPage].map(([page, held]) => [toUri(page), held.map(textEdit(context))]);
    return { changes: Object.fromEntries(plain) as Record<string, TextEdit[]> };
  }
  const annotate = preview !== undefined && client.can.changeAnnotations ? preview : undefined;
  const documentChanges = [...byPage].flatMap(([page, held]) => [
    ...(context.isThere(page) ? [] : [createFile(toUri(page))]),
    documentEdit(context, page, held, annotate),
  ]);
  if (annotate === undefined) return { documentChanges };
  return { documentChanges, changeAnnotations: annotations(annotate) };
}

function groupedByPage(edits: readonly PageEdit[]): ReadonlyMap<PageId, readonly PageEdit[]> {
  const groups = new Map<PageId, PageEdit[]>();
  for (const edit of edits) {
    const group = groups.get(edit.page);
    if (group === undefined) groups.set(edit.page, [edit]);
    else group.push(edit);
  }
  return groups;
}

function createFile(uri: string): { kind: 'create'; uri: string; options: object } {
  return { kind: 'create', uri, options: { ignoreIfExists: true } };
}

function documentEdit(
  context: EditContext,
  page: PageId,
  edits: readonly PageEdit[],
  preview: EditPreview | undefined,
): TextDocumentEdit {
  const convert = textEdit(context);
  return {
    textDocument: { uri: context.toUri(page), version: context.version(page) },
    edits: edits.map((edit): AnnotatedTextEdit | TextEdit => {
      if (preview === undefined) return convert(edit);
      const annotationId = preview.about?.(edit) ?? preview.confirm;
      return { ...convert(edit), annotationId };
    }),
  };
}

function textEdit({ converterOfPage }: EditContext): (edit: PageEdit) => TextEdit {
  return ({ page, span, text }) => ({ range: converterOfPage(page).toRange(span), newText: text });
}

function annotations({ label, description }: EditPreview): Record<string, ChangeAnnotation> {
  const words = description === undefined ? { label } : { label, description };
  return {
    [ASK]: { ...words, needsConfirmation: true },
    [SILENT]: { ...words, needsConfirmation: false },
  };
}

const ASK = 'ask';
const SILENT = 'silent';
