import { closeSync, openSync, writeFileSync } from 'node:fs';

/** What is written to a file; of what comes in parts, no more is held than a piece. */
export type Content = string | Uint8Array | Iterable<string>;

const PIECE = 1 << 20;

export function writeContent(path: string, content: Content, flag: 'w' | 'wx'): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(path, content, { flag });
    return;
  }
  const file = openSync(path, flag);
  try {
    for (const piece of piecesOf(content)) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

function* piecesOf(parts: Iterable<string>): Iterable<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const part of parts) {
    waiting.push(part);
    length += part.length;
    if (length < PIECE) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  yield waiting.join('');
}
