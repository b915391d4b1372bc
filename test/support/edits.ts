// Texts of many blocks, and the edits that people and programs make in them.
import fc from 'fast-check';
import { anyMarkdown, taggedMarkdown } from './markdown.js';

/** Where, as a part of the text; how many characters go; what comes in their place. */
export type Edit = readonly [place: number, cut: number, insert: string];

const COMMENTS = [
  '<!-- rapporteur-disable-next-line unresolved-name -->',
  '<!-- rapporteur-disable unresolved-name, bare-word -- for now -->',
  '<!-- rapporteur-enable bare-word -->',
  '<!-- rapporteur-disabel x -->',
];

const FRONT = [
  '',
  '',
  '---\ndate: 2025-10-31\nsource: a, b\n---\n',
  '---\nlang: fr\ntitle: x\n---\n\n',
  '\ufeff---\ndate: x # rapporteur-disable-file unresolved-name\n---\n',
];

const block = fc.oneof(
  { weight: 4, arbitrary: taggedMarkdown },
  { weight: 1, arbitrary: anyMarkdown },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...COMMENTS, '# Heading', 'Words of a line.', ':::note', ':::'),
  },
);

/** A text of some blocks, with front matter or without. */
export const longText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...FRONT), fc.array(block, { maxLength: 7 }))
  .map(([front, blocks]) => front + blocks.join('\n\n'));

export const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 60 })),
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('', 'x', ' ', '\n', '\n\n', '#', ']', '{', '`', '$$', '\r', '-'),
    },
    { weight: 2, arbitrary: block },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '[d]: /u',
        '\n:::commitment{#e}\n',
        '\n:::\n',
        '---\nlang: fr\n---\n',
      ),
    },
  ),
);

export const manyEdits: fc.Arbitrary<readonly Edit[]> = fc.array(edit, { maxLength: 6 });

/** The texts after each of some edits. */
export function* afterEach(text: string, edits: readonly Edit[]): Iterable<string> {
  let before = text;
  for (const [place, cut, insert] of edits) {
    const at = Math.floor(place * before.length);
    before = before.slice(0, at) + insert + before.slice(at + cut);
    yield before;
  }
}
