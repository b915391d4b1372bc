import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';
import type { Labels, Reading } from '../reading/reading.js';
import { ReadingBuilder } from './reading-builder.js';

/** Of what is longer than this, in characters, remark is not asked: it is not linear on every text. */
export const MARKDOWN_LIMIT = 20_000;

/** What remark was asked to read in this process: the cost that benches and tests count. */
export const remarkWork = { chunks: 0, characters: 0 };

/**
 * Reads a chunk with remark, listening to its tokens: they place every mark, while in the tree the
 * prefixes of lines, link targets and emphasis marks would have to be searched again. The tree stays
 * behind. This is the only file that knows remark. Of GitHub's Markdown it has what places prose; bare
 * URLs are left to urls.ts, so that both readers see them alike.
 * @param masked the chunk with its tags masked; of the same length as `source`
 * @param records where the guessed records and fences begin, and where their lines end
 */
export function readMarkdown(
  masked: string,
  source: string,
  labels: Labels,
  records: ReadonlyMap<number, number>,
): Reading {
  const prefix = syntheticDefinitions(labels);
  const builder = new ReadingBuilder(source, masked, records);
  const onToken = (token: Token, hear: 'enter' | 'exit'): void => {
    const start = token.start.offset - prefix.length;
    if (start < 0 || start > masked.length) return;
    const end = Math.min(token.end.offset - prefix.length, masked.length);
    builder[hear]({ type: token.type, start, end });
  };
  ask(`${prefix}${masked}\n`, onToken);
  return builder.finish();
}

/** Whether what begins at `at` stands in no quote, list, footnote, fence or HTML of the text before it. */
export function isTopLevel(text: string, at: number): boolean {
  const before = 'x\n\n';
  let top = true;
  const onToken = ({ type, start, end }: Token): void => {
    if (!HOLDERS.has(type) || end.offset <= at + before.length) return;
    // The token of HTML has the indent of its first line.
    if (/[^ \t]/.test(text.slice(start.offset - before.length, at))) top = false;
  };
  ask(`${before}${text}\n`, onToken);
  return top;
}

function ask(text: string, onToken: TokenListener): void {
  remarkWork.chunks += 1;
  remarkWork.characters += text.length;
  unified().use(remarkParse).use(listening, onToken).parse(text);
}

const HOLDERS: ReadonlySet<string> = new Set([
  'blockQuote',
  'listOrdered',
  'listUnordered',
  'gfmFootnoteDefinition',
  'codeFenced',
  'htmlFlow',
]);

/** A stretch of Markdown that remark's tokenizer names. */
interface Token {
  readonly type: string;
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

type TokenListener = (token: Token, hear: 'enter' | 'exit') => void;

/** A plugin that tells each token as it is entered and left, in order of the text. */
function listening(this: Processor, onToken: TokenListener): void {
  const data = this.data();
  data.micromarkExtensions = constructs();
  data.fromMarkdownExtensions = [
    {
      beforeEnter: (token: Token) => onToken(token, 'enter'),
      afterExit: (token: Token) => onToken(token, 'exit'),
    },
  ];
}

type Constructs = NonNullable<Data['micromarkExtensions']>;

let made: Constructs | undefined;

/** Made at the first chunk that needs them: most briefs never do. */
function constructs(): Constructs {
  made ??= [gfmTable(), gfmFootnote(), gfmTaskListItem(), gfmStrikethrough()];
  return made;
}

/**
 * Definitions for the labels defined elsewhere in the text. The last closes a footnote that would
 * take an indented chunk for its own, and keeps a byte order mark in a chunk from being taken off.
 */
function syntheticDefinitions(labels: Labels): string {
  const footnotes = [...labels.footnotes.values()].map((label) => `[^${label}]: x\n\n`);
  const links = [...labels.links.values()].map((label) => `[${label}]: x\n`);
  return `${footnotes.join('')}${links.join('')}[\u0001]: x\n\n`;
}
