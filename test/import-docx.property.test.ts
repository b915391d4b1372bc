// Whatever is in a .docx, and whatever happens to its bytes: it becomes Markdown or is refused with words, and none of its
// words becomes a tag.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recognize } from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse } from '../server/core/parse/index.js';
import { importDocx, refusalWords } from '../server/import/index.js';
import { docx, item, lists, PNG, p, picture, r, style } from './support/docx.js';
import { property, runs } from './support/needs.js';

const vocabulary = vocabularyOf([]);
const NAMES = { stem: 'brief', taken: [] };

const PARTS: Readonly<Record<string, string>> = {
  styles: style('H', 'heading 1') + style('Q', 'Quote') + style('C', 'HTML Preformatted'),
  numbering: lists({ 1: [['bullet', 1]], 2: [['decimal', 3]] }),
  footnotes: `<w:footnote w:id="1">${p(':person[Jane] <w:r><w:footnoteReference w:id="1"/></w:r>')}</w:footnote>`,
  comments: `<w:comment w:id="1" w:author="a --&gt;">${p('--&gt; :person[Jane]')}</w:comment>`,
};
const WORDS = [
  ':person[Jane]',
  '::update{of=c}',
  ':::commitment{#c}',
  '---',
  'date: 2025',
  '--&gt;',
  '[^1]',
  '# a',
  '- a',
  'plain',
];
const MARKUP = [
  '<w:tbl><w:tr><w:tc>',
  '</w:tc></w:tr></w:tbl>',
  '<w:del w:id="1">',
  '</w:del>',
  '<w:ins>',
  '</w:ins>',
  '<w:hyperlink w:anchor="x">',
  '</w:hyperlink>',
  '<w:r><w:footnoteReference w:id="1"/></w:r>',
  '<w:r><w:commentReference w:id="1"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
  '<w:r><w:instrText>HYPERLINK "javascript:a()"</w:instrText></w:r>',
  '<w:sdt><w:sdtContent>',
  '</w:sdtContent></w:sdt>',
  `<w:r>${picture('i', ':person[a]')}</w:r>`,
  '<w:r><w:br/><w:tab/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
  '<m:oMath><m:r><m:t>:person[Jane]</m:t></m:r></m:oMath>',
  '<w:p>',
  '</w:p>',
];
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS).map((words) => p(words)) },
  fc.constantFrom(...WORDS).map((words) => item(words, 1)),
  fc.constantFrom(...WORDS).map((words) => item(words, 2, 1)),
  fc
    .constantFrom('H', 'Q', 'C', 'none')
    .map((id) => p(':person[Jane]', `<w:pStyle w:val="${id}"/>`)),
  fc.constantFrom(...WORDS).map((words) => r(words, '<w:b/>')),
  { weight: 2, arbitrary: fc.constantFrom(...MARKUP) },
);
const document = fc.array(piece, { maxLength: 12 }).map((pieces) =>
  docx({
    body: pieces.join(''),
    parts: PARTS,
    relations: { i: ['image', 'media/a.png'] },
    files: { 'word/media/a.png': PNG },
  }),
);

function isImportedOrRefused(bytes: Uint8Array): boolean {
  const imported = importDocx(bytes, NAMES);
  if ('refused' in imported) {
    assert.match(refusalWords(imported), /^(?:is|holds) /);
    return false;
  }
  assert.deepEqual(recognize(parse(imported.markdown), vocabulary).tags, [], imported.markdown);
  assert.doesNotMatch(imported.markdown, /^---|\]\(\s*javascript:/i);
  assert.doesNotMatch(imported.markdown, /<!--(?! comment)/);
  return true;
}

property('a document of any parts becomes Markdown without a tag, or is refused', () => {
  const count = { imported: 0, refused: 0 };
  fc.assert(
    fc.property(document, (bytes) => {
      count[isImportedOrRefused(bytes) ? 'imported' : 'refused'] += 1;
    }),
    runs('text'),
  );
  // Both happen, or nothing was tested.
  assert.ok(count.imported > 10 && count.refused > 10, JSON.stringify(count));
});

property('bytes that were changed, cut or mixed never throw', () => {
  const whole = docx({ body: MARKUP[2] + p(':person[Jane]') + MARKUP[3] + p('a'), parts: PARTS });
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), fc.nat(whole.length), (changes, length) => {
      const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      isImportedOrRefused(bytes);
    }),
    runs('text'),
  );
});
