import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Page, PageEdit, PageId, Workspace } from '../core/index.js';
import type { Client } from './client.js';
import { type PositionConverter, positionConverter } from './position-converter.js';
import type { DocumentView, EditPreview, WorkspaceView } from './session.js';
import { normalizedUri, pathBelow, uriBelow } from './uris.js';

/** What a view is made of: a workspace, where it lies, and which of its pages are open. */
export interface WorkspaceViewInput {
  readonly workspace: Workspace;
  readonly complete: boolean;
  /** Normalized. */
  readonly root: string;
  readonly client: Client;
  /** A page that is no file below the root, see `detachedView`. */
  readonly detached: { readonly id: PageId; readonly uri: string } | undefined;
  /** The uri under which the editor knows a page, with its version; `undefined`: not open. */
  open(uri: string): { readonly uri: string; readonly version: number } | undefined;
}

export function workspaceView(ground: WorkspaceViewInput): WorkspaceView {
  const { workspace, root, client } = ground;
  const toUri = (page: PageId): string => {
    if (page === ground.detached?.id) return ground.detached.uri;
    const uri = uriBelow(root, page);
    return ground.open(uri)?.uri ?? uri;
  };
  const rulerOfPage = (id: PageId): PositionConverter => {
    const page = workspace.pages.get(id);
    return page === undefined ? EMPTY_PAGE : converterFor(page, client);
  };
  return {
    workspace,
    complete: ground.complete,
    toUri,
    toPage: (uri) => {
      const id = pathBelow(normalizedUri(uri), root);
      return id !== undefined && workspace.pages.has(id) ? id : undefined;
    },
    converterOf: rulerOfPage,
    toLocation: ({ page, span }) =>
      workspace.pages.has(page)
        ? { uri: toUri(page), range: rulerOfPage(page).toRange(span) }
        : undefined,
    toWorkspaceEdit: (edits, look) =>
      workspaceEdit({ workspace, client, toUri, rulerOfPage, version }, edits, look),
  };

  function version(page: PageId): number | null {
    return ground.open(toUri(page))?.version ?? null;
  }
}

export function documentView(ground: WorkspaceViewInput, uri: string, page: Page): DocumentView {
  const ruler = converterFor(page, ground.client);
  return { ...workspaceView(ground), ...ruler, uri, page };
}

const EMPTY_PAGE: PositionConverter = positionConverter('', 'utf-16');
const converters = new WeakMap<Page, PositionConverter>();

function converterFor(page: Page, { encoding }: Client): PositionConverter {
  const ruler = converters.get(page) ?? positionConverter(page.text, encoding);
  converters.set(page, ruler);
  return ruler;
}

interface EditContext {
  readonly workspace: Workspace;
  readonly client: Client;
  readonly toUri: (page: PageId) => string;
  readonly rulerOfPage: (page: PageId) => PositionConverter;
  readonly version: (page: PageId) => number | null;
}

const ASK = 'ask';
const SILENT = 'silent';

function workspaceEdit(
  making: EditContext,
  edits: readonly PageEdit[],
  look: EditPreview | undefined,
): WorkspaceEdit {
  const { client, toUri } = making;
  const byPage = groupedByPage(edits);
  if (!client.can.documentChanges) {
    const plain = [...byPage].map(([page, held]) => [toUri(page), held.map(textEdit(making))]);
    return { changes: Object.fromEntries(plain) as Record<string, TextEdit[]> };
  }
  const annotate = look !== undefined && client.can.changeAnnotations ? look : undefined;
  const documentChanges = [...byPage].flatMap(([page, held]) => [
    ...(making.workspace.pages.has(page) ? [] : [createFile(toUri(page))]),
    documentEdit(making, page, held, annotate),
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
  making: EditContext,
  page: PageId,
  edits: readonly PageEdit[],
  look: EditPreview | undefined,
): TextDocumentEdit {
  const convert = textEdit(making);
  return {
    textDocument: { uri: making.toUri(page), version: making.version(page) },
    edits: edits.map((edit): AnnotatedTextEdit | TextEdit => {
      if (look === undefined) return convert(edit);
      const annotationId = look.about?.(edit) ?? look.confirm;
      return { ...convert(edit), annotationId };
    }),
  };
}

function textEdit({ rulerOfPage }: EditContext): (edit: PageEdit) => TextEdit {
  return ({ page, span, text }) => ({ range: rulerOfPage(page).toRange(span), newText: text });
}

function annotations({ label, description }: EditPreview): Record<string, ChangeAnnotation> {
  const words = description === undefined ? { label } : { label, description };
  return {
    [ASK]: { ...words, needsConfirmation: true },
    [SILENT]: { ...words, needsConfirmation: false },
  };
}
