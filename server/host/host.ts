import type { Span } from '../core/index.js';

export { CONFIG_NAME } from '../core/index.js';

/** Where the texts of a workspace come from. Ids are paths below its root, with `/`. */
export interface Host {
  /** The ids of every file that may be of use, in no particular order. */
  list(): AsyncIterable<string>;
  /** Never rejects: what went wrong is in the answer. */
  read(id: string): Promise<Reading>;
  /** Whether a file or folder of that name is there. */
  exists(id: string): Promise<boolean>;
}

export type Reading = TextRead | { readonly type: 'fault'; readonly fault: ReadFault };

export interface TextRead {
  readonly type: 'text';
  /** Without its byte order mark. */
  readonly text: string;
  /** Whether a byte order mark was taken off. */
  readonly bom: boolean;
  /** What was not UTF-8; the text then holds U+FFFD there, and must not be written back. */
  readonly encoding?: EncodingFault;
}

export interface EncodingFault {
  /** The first place, in the text as it was read. */
  readonly span: Span;
  /** What was found there: `byte 0xE9`, or the encoding if it is known: `UTF-16`. */
  readonly found: string;
}

export interface ReadFault {
  /** `gone`: it was there when the folder was read. */
  readonly code: 'gone' | 'unreadable' | 'too-large';
  /** Completes "it could not be read: …". */
  readonly reason: string;
}

/** A file larger than this is refused: it is no brief, and reading it would take all the memory. */
export const MAX_FILE_BYTES: number = 64 * 1024 * 1024;
