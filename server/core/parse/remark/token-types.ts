// What the tokens of micromark are to a reading, by their names.
import type { Prose } from '../syntax.js';

const PREFIXES = [
  'linePrefix',
  'blockQuotePrefix',
  'listItemIndent',
  'gfmFootnoteDefinitionIndent',
];
const INLINE = ['htmlText', 'resource', 'reference', 'taskListCheck', 'gfmFootnoteCall'];
/** What is no prose inside prose. */
export const HOLES: ReadonlySet<string> = new Set([...PREFIXES, ...INLINE, 'codeText', 'autolink']);
/** What is no word inside a label or heading. */
export const MARKUP: ReadonlySet<string> = new Set([
  ...PREFIXES,
  ...INLINE,
  'codeTextSequence',
  'autolinkMarker',
  'labelMarker',
  'labelImageMarker',
  'emphasisSequence',
  'strongSequence',
  'strikethroughSequence',
  'escapeMarker',
  'hardBreakEscape',
]);
/** The blocks that a container ends with. */
export const CONTENT: ReadonlySet<string> = new Set([
  'paragraph',
  'atxHeading',
  'setextHeading',
  'thematicBreak',
  'codeFenced',
  'codeIndented',
  'htmlFlow',
  'table',
  'definition',
]);
/** Where prose stands. */
export const REGIONS: ReadonlyMap<string, Prose['within']> = new Map<string, Prose['within']>([
  ['paragraph', 'paragraph'],
  ['atxHeadingText', 'heading'],
  ['setextHeadingText', 'heading'],
  ['tableContent', 'cell'],
]);
