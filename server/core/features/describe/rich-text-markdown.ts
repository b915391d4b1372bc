import { foldSpace } from '../../text/index.js';
import type { Place } from '../../workspace/index.js';
import {
  type Block,
  encodedUrl,
  escapeInvisible,
  type Line,
  type Piece,
  type RichText,
} from './rich-text.js';

/** The address of a place for a reader of Markdown; `undefined`: it is named and no link. */
export type LinkTo = (place: Place) => string | undefined;

/** CommonMark in which every character from a brief or a registry shows as itself. */
export function markdownOf(telling: RichText, linkTo: LinkTo): string {
  return telling.map((block) => blockOf(block, linkTo)).join('\n\n');
}

function blockOf(block: Block, linkTo: LinkTo): string {
  if (block.type === 'list') {
    return block.items.map((item) => `- ${lineOf(item, linkTo)}`).join('\n');
  }
  // Two spaces break a line in every reader, a backslash shows in some.
  return block.lines.map((line) => lineOf(line, linkTo)).join('  \n');
}

function lineOf(line: Line, linkTo: LinkTo): string {
  return guarded(line.map((piece) => pieceOf(piece, linkTo)).join(''));
}

function pieceOf(piece: Piece, linkTo: LinkTo): string {
  if (typeof piece === 'string') return escaped(piece);
  switch (piece.type) {
    case 'strong':
      return strongOf(piece.text);
    case 'code':
      return codeSpan(piece.text);
    case 'link':
      return `[${escaped(piece.text)}](${piece.url})`;
    case 'place': {
      const address = linkTo(piece.place);
      if (address === undefined) return escaped(piece.text);
      return `[${escaped(piece.text)}](${encodedUrl(address)})`;
    }
  }
}

/**
 * Words of a text as Markdown that shows them: every sign that could begin markup, HTML, an entity, an
 * icon or a link of its own is escaped. On one line.
 */
export function escaped(text: string): string {
  const line = text.replace(/[\s\u00a0\u2028\u2029]+/g, ' ');
  return escapeInvisible(line)
    .replace(/[\\`*_[\]<>&|~]/g, '\\$&')
    .replace(/\$(?=\()/g, '\\$')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www|ftp)\./gi, '$1\\.')
    .replace(/\b(mailto|xmpp):/gi, '$1\\:')
    .replace(/@/g, '\\@')
    .replace(/!$/, '\\!');
}

/** Two stars mean something only right beside a word. */
function strongOf(text: string): string {
  const words = escaped(text).trim();
  return words === '' ? '' : `**${words}**`;
}

/** At the start of a line a sign more could begin a heading, a list or a rule. */
function guarded(line: string): string {
  return line
    .replace(/^\s+/, '')
    .replace(/^([-+#=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** A code span whose fence is longer than any run of backticks in it. */
function codeSpan(text: string): string {
  const words = escapeInvisible(foldSpace(text));
  if (words === '') return '';
  const runs = words.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const pad = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${words}${pad}${fence}`;
}
