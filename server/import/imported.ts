import type { DocumentProperties } from './document-properties.js';
import type { LeftOut } from './left-out.js';
import type { Picture } from './word-pictures.js';

export interface ImportChoices {
  /** Whether comments stay, as comments of Markdown. */
  readonly comments: boolean;
  /** Whether the names of those who comment stay. */
  readonly authors: boolean;
  /** The number of the first footnote; absent: 1. */
  readonly firstFootnote?: number;
}

/** A document as Markdown, and what of it could not be taken along. */
export interface Imported {
  readonly markdown: string;
  readonly leftOut: readonly LeftOut[];
  /** How many footnotes and comments came along. */
  readonly footnotes: number;
  readonly comments: number;
  readonly properties: DocumentProperties;
  /** To be written beside the brief, which links to them. */
  readonly pictures: readonly Picture[];
}

export const ALL: ImportChoices = { comments: true, authors: true };
