import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Excerpt, excerptOf } from '../server/cli/formats/excerpt.js';
import { sourceLineAt } from '../server/cli/report/locate-report.js';
import { escapeControls, escapePath } from '../server/cli/terminal/escape-controls.js';
import { widthOf } from '../server/cli/terminal/width.js';
import { wrap } from '../server/cli/terminal/wrap.js';
import { pointsOf } from '../server/core/index.js';
import { linesOf, type Span } from '../server/core/text/index.js';
import { worked } from './support/clock.js';
import { property, runs } from './support/needs.js';

/** Shows spans of a text. */
function excerptsOf(text: string): (span: Span, width: number) => Excerpt {
  const lines = linesOf(text);
  const pointAt = pointsOf(text, lines);
  return (span, width) => {
    const range = { start: pointAt(span.start), end: pointAt(span.end) };
    return excerptOf(sourceLineAt(text, lines, span), range, width);
  };
}

/** The excerpt of the first place where `words` stand, drawn on two lines. */
function drawn(text: string, words: string, width = 60): string {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  const excerpt = excerptsOf(text)(span, width);
  const { start: from, width: underlined } = excerpt.underline;
  return `${excerpt.line} ${excerpt.text}\n  ${' '.repeat(from)}${'^'.repeat(underlined)}`;
}

test('the exact words are underlined', () => {
  assert.equal(
    drawn('one\r\ntwo :person[Ada] three\r\n', 'Ada'),
    ['2 two :person[Ada] three', '              ^^^'].join('\n'),
  );
});

test('wide, joined and combining characters take the columns that terminals give them', () => {
  assert.equal(widthOf('会见'), 4);
  assert.equal(widthOf('👩‍👩‍👧'), 2);
  assert.equal(widthOf('🇮🇳'), 2);
  assert.equal(widthOf('e\u0301'), 1);
  assert.equal(widthOf('नमस्ते'), 4);
  assert.equal(widthOf('و'), 1);
  assert.equal(
    drawn('会见了 :person[王毅] 🎉', '王毅'),
    ['1 会见了 :person[王毅] 🎉', '                 ^^^^'].join('\n'),
  );
});

test('tabs are widened and acting characters shown', () => {
  assert.equal(drawn('\ta\u001b[31mred', 'red'), ['1     a␛[31mred', '            ^^^'].join('\n'));
  assert.equal(escapeControls('a\u202eb\u0000\u009b\u007f\u200b'), 'a<202E>b␀<009B>␡<200B>');
  assert.equal(escapeControls('क्‍ष 👩‍👧'), 'क्‍ष 👩‍👧');
  assert.equal(escapePath('::error::x.md'), './::error::x.md');
});

test('a long line is cut around the words', () => {
  const text = `${'before '.repeat(50)}HERE${' after'.repeat(50)}`;
  const result = drawn(text, 'HERE', 40);
  assert.equal(
    result,
    ['1 …ore before HERE after after after afte…', '              ^^^^'].join('\n'),
  );
});

test('words longer than the window are cut, and the line they end in is told', () => {
  const text = `${'x'.repeat(100)}\nsecond\nthird`;
  const excerpt = excerptsOf(text)({ start: 0, end: text.length }, 40);
  assert.equal(excerpt.text, `${'x'.repeat(39)}…`);
  assert.deepEqual(excerpt.underline, { start: 0, width: 40 });
  assert.equal(excerpt.moreLines, 2);
});

test('an empty span and one at the end of a line have a mark', () => {
  const text = 'ab\n';
  const at = (start: number): unknown => excerptsOf(text)({ start, end: start }, 40).underline;
  assert.deepEqual(at(1), { start: 1, width: 1 });
  assert.deepEqual(at(2), { start: 2, width: 1 });
  assert.deepEqual(at(3), { start: 0, width: 1 });
});

test('a line of millions of characters costs no more than what is shown of it', () => {
  const text = 'ab🎉c'.repeat(1_000_000);
  const excerptAt = excerptsOf(text);
  const start = worked();
  for (let at = 0; at < 200; at += 1) {
    excerptAt({ start: at * 5000, end: at * 5000 + 3 }, 80);
  }
  assert.ok(worked() - start < 3000);
});

property('whatever the text, the excerpt is one printable line that fits', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(text, fc.nat(300), fc.nat(60), fc.integer({ min: 20, max: 80 }), (...drawnFrom) => {
      const [source, at, length, width] = drawnFrom;
      const start = Math.min(at, source.length);
      const span = { start, end: Math.min(source.length, start + length) };
      const excerpt = excerptsOf(source)(span, width);
      assert.doesNotMatch(excerpt.text, /\p{Cc}/u);
      assert.ok(widthOf(excerpt.text) <= width + 1, `${widthOf(excerpt.text)} > ${width}`);
      assert.ok(excerpt.underline.start + excerpt.underline.width <= width + 2);
    }),
    runs('page'),
  );
});

test('wrapping breaks at spaces, and words that are too long', () => {
  assert.deepEqual(wrap('one two three', 7), ['one two', 'three']);
  assert.deepEqual(wrap('abcdefghij', 4), ['abcd', 'efgh', 'ij']);
  assert.deepEqual(wrap('会见会见', 4), ['会见', '会见']);
});
