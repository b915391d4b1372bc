import { foldSpace } from '../../text/index.js';
import { type Block, escapeInvisible, type Line, type RichText } from './rich-text.js';

/** A telling without markup, for readers that know none: addresses and places are left out. */
export function plainTextOf(telling: RichText): string {
  return telling.map((block) => plainLines(block).join('\n')).join('\n\n');
}

/** As {@link plainTextOf}, a string for each line; nothing stands between blocks. */
export function plainLinesOf(telling: RichText): readonly string[] {
  return telling.flatMap(plainLines);
}

function plainLines(block: Block): readonly string[] {
  if (block.type === 'lines') return block.lines.map(plainLine);
  return block.items.map((item) => `- ${plainLine(item)}`);
}

function plainLine(line: Line): string {
  const words = line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
  return foldSpace(escapeInvisible(words.replace(/\s+/g, ' ')));
}
