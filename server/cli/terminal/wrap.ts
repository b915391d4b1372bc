import { clustersOf, clusterWidth, widthOf } from './width.js';

/**
 * Breaks a text at spaces into lines of at most `width` columns; a word longer than that is broken.
 * No line begins with `::`: logs of continuous integration take such a line for a command.
 */
export function wrap(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width && !word.startsWith('::')) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A word that is too long is broken after a hyphen, slash or comma if there is one, else anywhere. */
function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part: string[] = [];
  let filled = 0;
  for (const cluster of clustersOf(word)) {
    const columns = clusterWidth(cluster);
    if (filled + columns > width && part.length > 0) {
      const at = lastBreak(part);
      parts.push(part.slice(0, at).join(''));
      part = part.slice(at);
      filled = part.reduce((sum, each) => sum + clusterWidth(each), 0);
    }
    part.push(cluster);
    filled += columns;
  }
  return [...parts, part.join('')];
}

function lastBreak(clusters: readonly string[]): number {
  const at = clusters.findLastIndex((cluster) => BREAKS.has(cluster)) + 1;
  return at > clusters.length / 3 ? at : clusters.length;
}

const BREAKS: ReadonlySet<string> = new Set(['-', '/', ',', '_', '.']);

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
