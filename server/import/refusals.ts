import type { ZipFault } from './zip.js';

/** Why a document cannot be read. */
export type Refusal = ZipFault | 'too-large' | 'old-word' | 'not-word' | 'code-page';

export interface Refused {
  readonly refused: Refusal;
}

const WORDS: Readonly<Record<Refusal, string>> = {
  'not-zip': 'is not a .docx document: open it in Word or LibreOffice and save it as .docx',
  broken: 'is broken: open it in Word or LibreOffice, which may repair it, and save it again',
  encrypted: 'is protected by a password: save it without one',
  'old-word': 'is a document of Word 97–2003 (.doc): save it as .docx',
  'not-word': 'holds no text of Word',
  'code-page':
    'is not in UTF-8, and does not say in which other way its letters are written: save it as UTF-8',
  'too-large':
    'is too large: at most 64 MB are read, of a page 16 MB, and of a document 24 MB of text and 128 MB in all once it is unpacked',
};

/** Behind the name of the document: "a.docx …". */
export function refusalWords({ refused }: Refused): string {
  return WORDS[refused];
}
