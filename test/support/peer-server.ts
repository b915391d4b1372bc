// A language server made of what others have, for benchmarks: asked over the same pipe as ours. What it is made of
// says `initializationOptions.peer`: `library`, which VS Code's own Markdown support is made of, or `remark`.
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { CancellationToken, type Diagnostic, Emitter } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  DiagnosticLevel,
  githubSlugifier,
  type IMdLanguageService,
  type ITextDocument,
} from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';

const OPTIONS = {
  validateReferences: DiagnosticLevel.warning,
  validateFragmentLinks: DiagnosticLevel.warning,
  validateFileLinks: DiagnosticLevel.warning,
  validateMarkdownFileLinkFragments: DiagnosticLevel.warning,
  validateUnusedLinkDefinitions: DiagnosticLevel.hint,
  validateDuplicateLinkDefinitions: DiagnosticLevel.warning,
  ignoreLinks: [],
};

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const changed = new Emitter<ITextDocument>();
const library = libraryOf(documents, changed);
const remark = unified().use(remarkParse);
let peer = 'library';

connection.onInitialize(({ initializationOptions }) => {
  ({ peer = 'library' } = (initializationOptions ?? {}) as { peer?: string });
  return {
    capabilities: {
      textDocumentSync: 2,
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
    },
  };
});
documents.onDidChangeContent(({ document }) => changed.fire(document));
connection.languages.diagnostics.on(async ({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  return { kind: 'full', items: document === undefined ? [] : await diagnosed(document) };
});
documents.listen(connection);
connection.listen();

async function diagnosed(document: TextDocument): Promise<Diagnostic[]> {
  if (peer === 'remark') {
    remark.parse(document.getText());
    return [];
  }
  return library.computeDiagnostics(document, OPTIONS, CancellationToken.None);
}

function libraryOf(
  open: TextDocuments<TextDocument>,
  onChange: Emitter<ITextDocument>,
): IMdLanguageService {
  const markdown = new MarkdownIt({ html: true });
  const never = new Emitter<never>();
  return createLanguageService({
    parser: {
      slugifier: githubSlugifier,
      tokenize: async (each) => markdown.parse(each.getText(), {}),
    },
    logger: { level: 0, log: () => undefined },
    workspace: {
      workspaceFolders: [URI.file(path.resolve())],
      onDidChangeMarkdownDocument: onChange.event,
      onDidCreateMarkdownDocument: never.event,
      onDidDeleteMarkdownDocument: never.event,
      getAllMarkdownDocuments: async () => open.all(),
      hasMarkdownDocument: (resource) => open.get(resource.toString()) !== undefined,
      openMarkdownDocument: async (resource) => open.get(resource.toString()),
      stat: async () => undefined,
      readDirectory: async () => [],
    },
  });
}
