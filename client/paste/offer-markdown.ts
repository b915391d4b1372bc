import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  Range,
  type TextDocument,
  window,
} from 'vscode';
import { type ImportParams, type ImportResult, REQUESTS } from '../../server/lsp/protocol.js';
import { commentsWanted } from '../import-comments.js';
import type { Server } from '../server.js';
import { freeFootnote, hasLineBreaks, indented, isFormatted, pastePlace } from './place.js';

const MARKDOWN = DocumentDropOrPasteEditKind.Empty.append('rapporteur', 'markdown');
const PARAGRAPHS = DocumentDropOrPasteEditKind.Empty.append('rapporteur', 'paragraphs');
/** What anybody expects of a paste comes first. */
const BEHIND = [DocumentDropOrPasteEditKind.Text];
/** More is a file, and is imported. */
const MOST = 8 * 1024 * 1024;

/**
 * Offers next to the plain text what programs put on the clipboard as HTML, as Markdown; and plain text with single line
 * breaks as paragraphs. Nothing is converted before somebody chooses it: a paste waits for nothing.
 */
export function offerMarkdown(server: Server): Disposable {
  const provider: DocumentPasteEditProvider<Offer> = {
    async provideDocumentPasteEdits(document, [range], dataTransfer, _context, token) {
      if (range === undefined) return [];
      const place = pastePlace(
        document.getText(new Range(0, 0, range.start.line, range.start.character)).split(/\r?\n/),
      );
      if (!place.isProse) return [];
      const html = await textIn(dataTransfer, 'text/html');
      const text = (await textIn(dataTransfer, 'text/plain')) ?? '';
      if (token.isCancellationRequested) return [];
      const offers: Offer[] = [];
      if (html !== undefined && isFormatted(html)) {
        const title = l10n.t('Paste as Markdown');
        offers.push(new Offer(title, MARKDOWN, document, place.indent, text, { html }));
      }
      if (hasLineBreaks(text)) {
        const title = l10n.t('Paste as Paragraphs');
        offers.push(new Offer(title, PARAGRAPHS, document, place.indent, text, { text }));
      }
      return offers;
    },
    async resolveDocumentPasteEdit(offer, token) {
      await offer.resolve(server, token);
      return offer;
    },
  };
  return languages.registerDocumentPasteEditProvider({ language: 'markdown' }, provider, {
    providedPasteEditKinds: [MARKDOWN, PARAGRAPHS],
    pasteMimeTypes: ['text/html', 'text/plain'],
  });
}

async function textIn(dataTransfer: DataTransfer, type: string): Promise<string | undefined> {
  const text = await dataTransfer.get(type)?.asString();
  return text !== undefined && text.length > 0 && text.length <= MOST ? text : undefined;
}

class Offer extends DocumentPasteEdit {
  override readonly yieldTo = BEHIND;
  readonly #document: TextDocument;
  readonly #indent: string;
  readonly #content: ImportParams['document'];

  /** @param plain what is pasted if nothing comes of it */
  constructor(
    title: string,
    kind: DocumentDropOrPasteEditKind,
    document: TextDocument,
    indent: string,
    plain: string,
    content: ImportParams['document'],
  ) {
    super(plain, title, kind);
    this.#document = document;
    this.#indent = indent;
    this.#content = content;
  }

  async resolve(server: Server, token: CancellationToken): Promise<void> {
    const params: ImportParams = {
      document: this.#content,
      comments: commentsWanted(),
      firstFootnote: freeFootnote(this.#document.getText()),
    };
    const result = await server
      .started()
      .then((client) => client.sendRequest<ImportResult>(REQUESTS.import, params, token))
      // The plain text is pasted then.
      .catch(() => undefined);
    if (result === undefined || 'refused' in result || result.markdown.trim() === '') return;
    this.insertText = indented(result.markdown.replace(/\n$/, ''), this.#indent);
    if (result.account.length > 0)
      void window.showInformationMessage(
        l10n.t('Pasted as Markdown. {0}', result.account.join(' ')),
      );
  }
}
