import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Page, PageEdit, PageId, Workspace } from '../core/index.js';
import type { Client } from './client.js';
import { type Ruler, rulerOf } from './convert.js';
import type { EditLook, Space, View } from './session.js';
import { below, normalizedUri, pathBelow } from './uris.js';

/** What a space is made of: a workspace, where it lies, and which of its pages are open. */
export interface Ground {
  readonly workspace: Workspace;
  readonly complete: boolean;
  /** Normalized. */
  readonly root: string;
  readonly client: Client;
  /** A page that is no file below the root, see `looseView`. */
  readonly loose: { readonly id: PageId; readonly uri: string } | undefined;
  /** The uri under which the editor knows a page, with its version; `undefined`: not open. */
  open(uri: string): { readonly uri: string; readonly version: number } | undefined;
}

export function spaceOf(ground: Ground): Space {
  const { workspace, root, client } = ground;
  const toUri = (page: PageId): string => {
    if (page === ground.loose?.id) return ground.loose.uri;
    const uri = below(root, page);
    return ground.open(uri)?.uri ?? uri;
  };
  const rulerOfPage = (id: PageId): Ruler => {
    const page = workspace.pages.get(id);
    return page === undefined ? NO_LINES : rulerIn(page, client);
  };
  return {
    workspace,
    complete: ground.complete,
    toUri,
    toPage: (uri) => {
      const id = pathBelow(normalizedUri(uri), root);
      return id !== undefined && workspace.pages.has(id) ? id : undefined;
    },
    rulerOf: rulerOfPage,
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

export function viewOf(ground: Ground, uri: string, page: Page): View {
  const ruler = rulerIn(page, ground.client);
  return { ...spaceOf(ground), ...ruler, uri, page };
}

const NO_LINES: Ruler = rulerOf('', 'utf-16');
const rulers = new WeakMap<Page, Ruler>();

function rulerIn(page: Page, { encoding }: Client): Ruler {
  const ruler = rulers.get(page) ?? rulerOf(page.text, encoding);
  rulers.set(page, ruler);
  return ruler;
}

interface Making {
  readonly workspace: Workspace;
  readonly client: Client;
  readonly toUri: (page: PageId) => string;
  readonly rulerOfPage: (page: PageId) => Ruler;
  readonly version: (page: PageId) => number | null;
}

const ASK = 'ask';
const SILENT = 'silent';

function workspaceEdit(
  making: Making,
  edits: readonly PageEdit[],
  look: EditLook | undefined,
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
  making: Making,
  page: PageId,
  edits: readonly PageEdit[],
  look: EditLook | undefined,
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

function textEdit({ rulerOfPage }: Making): (edit: PageEdit) => TextEdit {
  return ({ page, span, text }) => ({ range: rulerOfPage(page).toRange(span), newText: text });
}

function annotations({ label, description }: EditLook): Record<string, ChangeAnnotation> {
  const words = description === undefined ? { label } : { label, description };
  return {
    [ASK]: { ...words, needsConfirmation: true },
    [SILENT]: { ...words, needsConfirmation: false },
  };
}
