import { importDocx } from './import-docx.js';
import { importHtml } from './import-html.js';
import { ALL, type ImportChoices, type Imported } from './imported.js';
import type { Refused } from './refusals.js';
import type { PictureNames } from './word-pictures.js';

/** A file that somebody wants as a brief. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of the files of its pictures; without them they are left out. */
  readonly pictures?: PictureNames | undefined;
  /** The text of a page, whatever it is written in; `undefined` where nobody can say. */
  decodePage(bytes: Uint8Array): string | undefined;
}

/** By its name or its first bytes: a document of Word, or else a page. */
export function importFile(
  { name, bytes, pictures, decodePage }: ImportFile,
  choices: ImportChoices = ALL,
): Imported | Refused {
  // Documents of Word are zip files; what it wrote before, and what has a password, is in a container of its own.
  const [first, second] = bytes;
  const isWord = (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
  if (isWord || /\.do[ct][xm]?$/i.test(name)) return importDocx(bytes, pictures, choices);
  const html = decodePage(bytes);
  if (html === undefined) return { refused: 'code-page' };
  return isTooLarge(html) ? { refused: 'too-large' } : importHtml(html, choices);
}

/** A page of so many signs or elements takes a gigabyte of memory. */
const LONGEST_PAGE = 16 * 1024 * 1024;
const MOST_ELEMENTS = 400_000;

function isTooLarge(html: string): boolean {
  if (html.length > LONGEST_PAGE) return true;
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count += 1;
  // Each is opened, and most are closed.
  return count > MOST_ELEMENTS * 2;
}
