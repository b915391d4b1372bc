import { decodePage } from '../../host/portable.js';
import type { ImportChoices, Imported } from '../../import/index.js';
import { base64Of, bytesOfBase64 } from '../base64.js';
import type { Feature } from '../feature.js';
import { type ImportParams, type ImportResult, REQUESTS } from '../protocol.js';

/** What is pasted, and documents of other programs, as Markdown. What reads them is read when somebody asks. */
export const importing: Feature = {
  name: 'import',
  capability: () => ({}),
  connect(connection) {
    connection.onRequest<ImportResult, void>(REQUESTS.import, async (params: ImportParams) => {
      const part = await import('../../import/index.js');
      const { document } = params;
      const choices = choicesOf(params);
      if ('text' in document && typeof document.text === 'string') {
        const markdown = part.asParagraphs(document.text);
        return { markdown, frontMatter: '', pictures: [], account: [] };
      }
      const imported =
        'html' in document && typeof document.html === 'string'
          ? part.importHtml(document.html, choices)
          : part.importFile(fileOf(params), choices);
      if ('refused' in imported) return { refused: part.refusalWords(imported) };
      return resultOf(imported, part);
    });
  },
};

function choicesOf({ comments, firstFootnote }: ImportParams): ImportChoices {
  return {
    comments: comments !== false,
    authors: comments !== 'nameless',
    ...(Number.isSafeInteger(firstFootnote) && {
      firstFootnote: Math.max(1, Number(firstFootnote)),
    }),
  };
}

function fileOf({ document, pictures }: ImportParams): Parameters<Part['importFile']>[0] {
  const { name, bytes } = document as { readonly name?: unknown; readonly bytes?: unknown };
  const stem = typeof pictures?.stem === 'string' ? pictures.stem : undefined;
  const taken = Array.isArray(pictures?.taken) ? pictures.taken.map(String) : [];
  return {
    name: typeof name === 'string' ? name : '',
    // What is no base64 is no document.
    bytes: bytesOfBase64(String(bytes)) ?? new Uint8Array(),
    pictures: stem === undefined ? undefined : { stem, taken },
    decodePage,
  };
}

type Part = typeof import('../../import/index.js');

function resultOf(imported: Imported, { accountOf, frontMatter }: Part): ImportResult {
  const { title } = imported.properties;
  return {
    markdown: imported.markdown,
    frontMatter: frontMatter(imported.properties),
    ...(title === undefined ? {} : { title }),
    pictures: imported.pictures.map(({ name, bytes }) => ({ name, bytes: base64Of(bytes) })),
    account: accountOf(imported),
  };
}
