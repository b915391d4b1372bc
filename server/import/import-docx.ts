import type { Root } from 'hast';
import { documentProperties } from './document-properties.js';
import { ALL, type ImportChoices, type Imported } from './imported.js';
import { LeavingOut } from './left-out.js';
import { allIn, firstIn, wordsIn, type XmlElement } from './office-xml.js';
import type { Refused } from './refusals.js';
import { tidyMarkup } from './tidy-markup.js';
import { toMarkdown } from './to-markdown.js';
import { type WordBody, wordBody } from './word-body.js';
import { wordLists } from './word-lists.js';
import { WordPackage } from './word-package.js';
import { type PictureNames, Pictures } from './word-pictures.js';
import { type WordStyles, wordStyles } from './word-styles.js';
import { textOf, WordTree } from './word-tree.js';
import { openZip, TooLarge, type Zip } from './zip.js';

const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
/** Of all that is in one together, once it is inflated. */
const MAX_CONTENT = 128 * 1024 * 1024;

/**
 * A document of Word, LibreOffice or Google Docs (`.docx`) as clean Markdown, as `importHtml` makes it of a page.
 * Never throws on what is in it: what cannot be read is refused with the reason.
 * @param names of the files of its pictures; without them they are left out
 */
export function importDocx(
  bytes: Uint8Array,
  names: PictureNames | undefined,
  choices: ImportChoices = ALL,
): Imported | Refused {
  if (bytes.length > MAX_DOCUMENT_BYTES) return { refused: 'too-large' };
  if (isOldContainer(bytes)) return { refused: isEncrypted(bytes) ? 'encrypted' : 'old-word' };
  try {
    const zip = openZip(bytes, MAX_CONTENT);
    return typeof zip === 'string' ? { refused: zip } : read(zip, names, choices);
  } catch (error) {
    if (error instanceof TooLarge) return { refused: 'too-large' };
    throw error;
  }
}

function read(
  zip: Zip,
  names: PictureNames | undefined,
  choices: ImportChoices,
): Imported | Refused {
  const leaving = new LeavingOut();
  const document = new WordPackage(zip, leaving);
  const path = document.related('', 'officeDocument')[0] ?? 'word/document.xml';
  if (!document.has(path)) return { refused: 'not-word' };
  const text = document.xml(path);
  if (text === undefined) return { refused: 'broken' };
  const body = firstIn(text, 'w:body');
  if (body === undefined) return { refused: 'not-word' };
  const partOf = (type: string): string => document.related(path, type)[0] ?? `word/${type}.xml`;
  const styles = wordStyles(document.xml(partOf('styles')), document.xml(partOf('numbering')));
  const bodyOf = (element: XmlElement, part: string): WordBody =>
    wordBody(element.children, styles, document.relationships(part), leaving);
  const notes = (['footnote', 'endnote'] as const).flatMap((type) => {
    const part = partOf(`${type}s`);
    return allIn(document.xml(part), `w:${type}`)
      .filter((note) => !/separator$/i.test(note.attributes['w:type'] ?? ''))
      .map((note) => [`${type} ${note.attributes['w:id']}`, bodyOf(note, part)] as const);
  });
  const pictures = names && new Pictures(zip, names);
  const comments = commentsIn(document.xml(partOf('comments')), styles);
  const tree = new WordTree({ pictures, choices, notes: new Map(notes), comments }, leaving);
  const root: Root = { type: 'root', children: [...tree.document(bodyOf(body, path))] };
  for (const type of ['header', 'footer'])
    for (const margin of document.related(path, type)) {
      const found = document.xml(margin);
      if (found !== undefined && wordsIn(found).trim() !== '') leaving.add('margin');
    }
  tidyMarkup(root, leaving);
  wordLists(root);
  return {
    markdown: toMarkdown(root, leaving, choices),
    leftOut: leaving.all(),
    footnotes: tree.footnotes,
    comments: tree.comments,
    properties: propertiesIn(document),
    pictures: pictures?.all ?? [],
  };
}

function commentsIn(
  part: XmlElement | undefined,
  styles: WordStyles,
): ReadonlyMap<string, { readonly author: string | undefined; readonly words: string }> {
  return new Map(
    allIn(part, 'w:comment').map(({ attributes, children }) => {
      // What was taken out of a comment is no word of the document.
      const { nodes } = wordBody(children, styles, new Map(), new LeavingOut());
      const author = attributes['w:author']?.trim();
      const words = nodes.map(textOf).join(' ').trim();
      return [attributes['w:id'] ?? '', { author: author === '' ? undefined : author, words }];
    }),
  );
}

function propertiesIn(document: WordPackage): Imported['properties'] {
  const part = document.related('', 'core-properties')[0] ?? 'docProps/core.xml';
  const core = document.xml(part);
  const said = (name: string): string | undefined => {
    const element = firstIn(core, name);
    const words = element === undefined ? '' : wordsIn(element).trim();
    return words === '' ? undefined : words;
  };
  return documentProperties({
    title: said('dc:title'),
    date: said('dcterms:created') ?? said('dcterms:modified'),
    author: said('dc:creator'),
  });
}

/** What Word wrote before 2007, and what it still wraps around a document with a password. */
function isOldContainer(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte);
}

/** The name of the part that it hides in such a container, as UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const sign = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1))
    if (sign.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
