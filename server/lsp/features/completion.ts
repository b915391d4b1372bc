import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Connection,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import {
  type Completion,
  complete,
  completionDocumentation,
  type DocumentationKey,
  type Icon,
} from '../../core/index.js';
import type { Client } from '../client.js';
import type { Feature } from '../feature.js';
import { completionKindOf } from '../kind-look.js';
import type { Session } from '../session.js';
import { toMarkup } from '../to-markup.js';
import type { DocumentView } from '../workspace-view.js';

/** What may be written at the cursor; an item's documentation is added when it is looked at. */
export const completion: Feature = {
  name: 'completion',
  capability: () => ({
    completionProvider: {
      triggerCharacters: [...':[{=,#" '],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),
  connect(connection, session) {
    const { client } = session;
    connection.onCompletion(({ textDocument, position, context }, token) =>
      session.answerEvenIfEdited(textDocument.uri, token, (view): CompletionList | undefined => {
        const trigger = context?.triggerCharacter;
        const found = complete(view.workspace, view.page, view.toOffset(position), { trigger });
        if (found === undefined) return undefined;
        const items = found.items.map((item, index) => toItem(client, view, item, index));
        // While files are being read there is more to come.
        return { isIncomplete: found.incomplete || !view.complete, items };
      }),
    );
    connectResolve(connection, session);
  },
};

/** What an item carries until someone looks at it. */
interface ItemData {
  readonly uri: string;
  readonly about: DocumentationKey;
}

function connectResolve(connection: Connection, session: Session): void {
  const kind = session.client.can.markdownCompletion ? 'markdown' : 'plaintext';
  connection.onCompletionResolve(async (item, token) => {
    const data = item.data as ItemData | undefined;
    if (data === undefined) return item;
    const documentation = await session.answer(data.uri, token, (view) => {
      const { workspace, page, complete: isComplete } = view;
      const text = completionDocumentation({ workspace, page, complete: isComplete }, data.about);
      return text && toMarkup(view, text, kind);
    });
    return documentation === null ? item : { ...item, documentation };
  });
}

function toItem(
  client: Client,
  view: DocumentView,
  item: Completion,
  index: number,
): CompletionItem {
  const { label, filter, also = [], documentedBy: what, leadsOn, icon } = item;
  const data: ItemData | undefined = what && { uri: view.uri, about: what };
  return {
    label,
    ...detailOf(client, item),
    kind: kindOf(view, icon),
    sortText: String(index).padStart(4, '0'),
    ...(filter !== label && { filterText: filter }),
    ...textEditOf(client, view, item),
    ...(also.length > 0 && {
      additionalTextEdits: also.map(({ span, text }) => ({
        range: view.toRange(span),
        newText: text,
      })),
    }),
    ...(data && { data }),
    ...(leadsOn && client.options.suggestAgain === true && { command: SUGGEST_AGAIN }),
  };
}

/** Opens the list of what comes next; the editor knows the command, see `suggestAgain`. */
const SUGGEST_AGAIN = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

/** What is shown beside a label; before the detail where an editor has no place of its own for it. */
function detailOf({ can }: Client, { beside, detail }: Completion): Partial<CompletionItem> {
  if (beside === undefined) return detail === undefined ? {} : { detail };
  if (can.labelDetails) {
    return { labelDetails: { description: beside }, ...(detail !== undefined && { detail }) };
  }
  return { detail: detail === undefined ? beside : `${beside} · ${detail}` };
}

function textEditOf(client: Client, view: DocumentView, item: Completion): Partial<CompletionItem> {
  const { insert, snippet, span } = item;
  const range = view.toRange(span);
  const isSnippet = client.can.snippets && snippet !== undefined;
  const newText = isSnippet ? snippet : insert;
  return {
    textEdit: { range, newText },
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    // Its lines have the marks of quotes and lists already.
    ...(/[\r\n]/.test(newText) && takesAsItIs(client) && { insertTextMode: InsertTextMode.asIs }),
  };
}

function takesAsItIs({ capabilities }: Client): boolean {
  const item = capabilities.textDocument?.completion?.completionItem;
  return item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true;
}

function kindOf({ workspace }: DocumentView, icon: Icon): CompletionItemKind {
  return icon.type === 'thing' ? completionKindOf(workspace, icon.kind) : KINDS[icon.type];
}

const KINDS: Readonly<Record<Exclude<Icon['type'], 'thing'>, CompletionItemKind>> = {
  kind: CompletionItemKind.Keyword,
  attribute: CompletionItemKind.Property,
  choice: CompletionItemKind.EnumMember,
  date: CompletionItemKind.Value,
  id: CompletionItemKind.Constant,
  record: CompletionItemKind.Snippet,
  rule: CompletionItemKind.Constant,
  word: CompletionItemKind.Keyword,
};
