import { clustersOf, clusterWidth, widthOf } from './width.js';

/** Breaks a text at spaces into lines of at most `width` columns; a word longer than that is broken. */
export function wrap(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let filled = 0;
  for (const cluster of clustersOf(word)) {
    const columns = clusterWidth(cluster);
    if (filled + columns > width && part !== '') {
      parts.push(part);
      part = '';
      filled = 0;
    }
    part += cluster;
    filled += columns;
  }
  return [...parts, part];
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
