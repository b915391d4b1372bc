import type { FamilyData, Graph, PageId, Report } from '../../core/index.js';

/**
 * A workspace as it was when an editor last had it open: what its files said, and what was found in them. It is worth as
 * much as reading all of it again, which is what happens where there is none.
 */
export interface KeptWorkspace {
  /** What the facts follow from besides the texts: another configuration reads them otherwise. */
  readonly meaning: string;
  readonly pages: readonly KeptPage[];
  /** By page, in the order of `pages`. */
  readonly graph: Readonly<Record<keyof Graph, FamilyData>>;
  /** Whether there was something where links lead. */
  readonly files: readonly (readonly [PageId, boolean])[];
  readonly found: KeptFindings | undefined;
}

export interface KeptPage {
  readonly id: PageId;
  /** How its file looked before it was read; empty: it is to be read again. */
  readonly stamp: string;
  readonly role: 'brief' | 'registry' | 'document' | 'unread';
  /** Where its bytes are; none of a page that was not read. */
  readonly at: BytePlace | undefined;
}

/** Of a text and, behind it, of its facts. */
export type BytePlace = readonly [
  file: string,
  start: number,
  textBytes: number,
  factsBytes: number,
];

export interface KeptFindings {
  /** What they follow from besides the pages: the day, and the rules' levels. */
  readonly meaning: string;
  readonly reports: readonly (readonly [PageId, readonly Report[]])[];
  /** Pages in which nothing had been looked for yet. */
  readonly unchecked: readonly PageId[];
}

/** Where a workspace is kept, from one session to the next. Nothing here throws: what cannot be kept is not. */
export interface KeptFiles {
  /** What was kept last by this very program; `undefined`: nothing, or not a single bit of it counts. */
  read(): KeptBytes | undefined;
  /** Bytes of a file of pages: what is still there need not be written again. 0: it is gone. */
  sizeOf(file: string): number;
  /** Writes pages into one file; `undefined`: it cannot be written. */
  writePages(pages: readonly PageBytes[]): readonly BytePlace[] | undefined;
  /** From now on this is what is kept; what it does not name goes. */
  write(workspace: KeptWorkspace): void;
  /** Takes all of it away. */
  remove(): void;
}

export interface PageBytes {
  readonly text: string;
  readonly facts: Uint8Array;
}

export interface KeptBytes {
  readonly workspace: KeptWorkspace;
  textAt(place: BytePlace): string;
  factsAt(place: BytePlace): Uint8Array;
}
