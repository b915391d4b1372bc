// Counts how English words are written and writes server/core/language/lexicon/english/words.ts: those that are
// mostly small inside a sentence, each with the parts of speech it can be. `node .build/english-words.mjs FOLDER`,
// where FOLDER holds public-domain text (.md, .txt): only counts leave it, no sentences. Parts of speech come
// from the package en-lexicon (MIT).
import fs from 'node:fs';
import path from 'node:path';
import lexicon from 'en-lexicon';
import { ROOT } from './setup.mjs';

const OUT = 'server/core/language/lexicon/english/words.ts';
/** Rarer words are told from names by their place alone. */
const LEAST = 12;
const WORD = /[\p{L}]+(?:[-'’][\p{L}]+)*/gu;

/** Word, small -> how often it stands inside sentences so, and with a capital. */
const counts = new Map();

for (const file of textsIn(process.argv[2])) count(fs.readFileSync(file, 'utf8'));
fs.writeFileSync(path.join(ROOT, OUT), source());

function textsIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((name) => /\.(?:md|txt)$/.test(name));
}

function count(text) {
  for (const paragraph of text.replace(/^---[\s\S]*?\n---\n/, '').split(/\n\s*\n/)) {
    const words = [...paragraph.matchAll(WORD)];
    const capitals = words.filter(([word]) => /^\p{Lu}/u.test(word)).length;
    // A heading.
    if (words.length < 6 || capitals > words.length / 2) continue;
    for (const { 0: word, index } of words) {
      if (!/[\p{Ll},]\s+$/u.test(paragraph.slice(Math.max(0, index - 5), index))) continue;
      const small = word.toLowerCase().replace('’', "'");
      const seen = counts.get(small) ?? { small: 0, capital: 0 };
      if (word === word.toLowerCase()) seen.small += 1;
      else seen.capital += 1;
      counts.set(small, seen);
    }
  }
}

/** v verb, d past, g -ing, s third person, n noun, p plural, a adjective, r adverb. */
function partsOf(word) {
  const tags = (lexicon.lexicon[word] ?? '').split('|');
  const letters = [
    ['v', ['VB', 'VBP']],
    ['d', ['VBD', 'VBN']],
    ['g', ['VBG']],
    ['s', ['VBZ']],
    ['n', ['NN']],
    ['p', ['NNS']],
    ['a', ['JJ', 'JJR', 'JJS']],
    ['r', ['RB', 'RBR', 'RBS']],
  ];
  const found = letters.filter(([, names]) => names.some((name) => tags.includes(name)));
  // The first tag is the commonest: a verb first, or a noun first.
  const first = letters.find(([, names]) => names.includes(tags[0]))?.[0] ?? '';
  return (
    first +
    found
      .map(([letter]) => letter)
      .filter((letter) => letter !== first)
      .join('')
  );
}

function source() {
  const groups = new Map();
  for (const [word, { small, capital }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (small < LEAST || small * 30 < capital || word.includes('-') || word.includes("'")) continue;
    const parts = partsOf(word);
    groups.set(parts, [...(groups.get(parts) ?? []), word]);
  }
  const lines = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([parts, words]) => `  ['${parts}', '${words.join(' ')}'],`);
  return `// Written by .build/english-words.mjs from counts over public-domain text (statements of the United States
// Government); parts of speech from en-lexicon (MIT, Alex Corvi). Do not edit.

/**
 * Words that mostly begin small inside a sentence, by the parts of speech they can be, the commonest first:
 * v verb, d past, g -ing, s third person, n noun, p plural, a adjective, r adverb.
 */
export const WORDS: readonly (readonly [parts: string, words: string])[] = [
${lines.join('\n')}
];
`;
}
