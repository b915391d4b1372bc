// Which share of Markdown goes to remark, by characters and by blocks: the samples, the README files of node_modules, and the
// folders that are given (`npm run bench` passes none: `node out/test/bench/remark-share.js DIR…`).
import fs from 'node:fs';
import path from 'node:path';
import { parse } from '../../server/core/parse/index.js';
import { remarkWork } from '../../server/core/parse/remark/remark-reader.js';

interface Share {
  files: number;
  characters: number;
  blocks: number;
  remarkCharacters: number;
  remarkChunks: number;
}

function shareOf(texts: Iterable<string>): Share {
  const share = { files: 0, characters: 0, blocks: 0, remarkCharacters: 0, remarkChunks: 0 };
  const before = { ...remarkWork };
  for (const text of texts) {
    share.files += 1;
    share.characters += text.length;
    share.blocks += parse(text).blocks.length;
  }
  share.remarkCharacters = remarkWork.characters - before.characters;
  share.remarkChunks = remarkWork.chunks - before.chunks;
  return share;
}

function* textsBelow(folder: string, wanted: RegExp): Iterable<string> {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* textsBelow(at, wanted);
    else if (entry.isFile() && wanted.test(entry.name)) yield fs.readFileSync(at, 'utf8');
  }
}

function print(name: string, share: Share): void {
  const percent = (part: number, whole: number): string =>
    `${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`;
  console.log(
    `${name.padEnd(28)} ${share.files} files, ${(share.characters / 1e6).toFixed(2)} M characters, ` +
      `${share.blocks} blocks; to remark ${percent(share.remarkCharacters, share.characters)} of the characters, ` +
      `${percent(share.remarkChunks, share.blocks)} of the blocks (${share.remarkChunks})`,
  );
}

print('samples', shareOf(textsBelow('samples', /\.md$/i)));
print('READMEs of node_modules', shareOf(textsBelow('node_modules', /^readme.*\.md$/i)));
for (const folder of process.argv.slice(2))
  print(path.basename(folder), shareOf(textsBelow(folder, /\.(?:md|markdown)$/i)));
