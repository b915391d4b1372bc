import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Prose, TagSyntax } from '../server/core/parse/index.js';
import { mask } from '../server/core/parse/tags/mask.js';
import { scanTags } from '../server/core/parse/tags/scan-tags.js';
import { contains, type Span } from '../server/core/text/index.js';
import { worked } from './support/clock.js';
import { scan } from './support/drawn-tags.js';
import { property, runs } from './support/needs.js';

const FRAGMENTS = [
  ':',
  '::',
  ':::',
  ':a[',
  ':person[',
  '::b[',
  ':::c',
  '[',
  ']',
  '{',
  '}',
  '{#',
  'ref=',
  'k="',
  "k='",
  '"',
  "'",
  '“',
  '”',
  ',',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '> ',
  '- ',
  '1. ',
  '\t',
  '`',
  '``',
  '\\',
  '(',
  ')',
  '=',
  '#x',
  'x',
  'word',
  '&amp;',
  '&#0;',
  'é',
  '人',
  '😀',
  '\ud83d',
  '\u0301',
  '\u00a0',
  '|',
  '*',
  '_',
  '.',
  '\0',
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join('')),
);

function assertPlaced(text: string, tags: readonly TagSyntax[]): void {
  let last = 0;
  for (const [index, tag] of tags.entries()) {
    const whole: Span = tag.span;
    assert.ok(contains({ start: 0, end: text.length }, whole));
    assert.ok(whole.start >= last);
    last = whole.start;
    const items = tag.attributes?.items ?? [];
    const parts = [tag.kind.span, tag.label?.span, tag.attributes?.span].filter(
      (part) => part !== undefined,
    );
    for (const part of parts) assertIn(whole, part);
    for (const { code, span } of tag.faults)
      assertIn(
        code === 'text-beside-record' ? { start: whole.end, end: text.length } : whole,
        span,
      );
    for (const item of items) {
      assertIn(tag.attributes?.span ?? whole, item.span);
      assertIn(item.span, item.name.span);
      if (item.value) assertIn(item.span, item.value.span);
    }
    if (tag.parent === undefined) continue;
    assert.ok(tag.parent < index);
    assertIn(tags[tag.parent]?.label?.span ?? { start: 0, end: -1 }, whole);
  }
}

function assertIn(outer: Span, inner: Span): void {
  assert.ok(inner.start <= inner.end);
  assert.ok(contains(outer, inner), `${JSON.stringify(inner)} in ${JSON.stringify(outer)}`);
}

property('any string is read; every span lies in the text and in its own tag', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tags, slips } = scan(text);
      assertPlaced(text, tags);
      for (const slip of slips) {
        assertIn({ start: 0, end: text.length }, slip.span);
        assert.equal(text.slice(slip.kind.span.start, slip.kind.span.end), slip.kind.text);
      }
    }),
    runs('word'),
  );
});

property('tags side by side do not overlap, nor do the edits of one finding', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tags, slips } = scan(text);
      const ends = new Map<number | undefined, number>();
      for (const { span, parent } of tags) {
        assert.ok(span.start >= (ends.get(parent) ?? 0));
        ends.set(parent, span.end);
      }
      for (const { edits = [] } of [...tags.flatMap((tag) => tag.faults), ...slips]) {
        for (const [index, edit] of edits.entries())
          assert.ok(edit.span.start >= (edits[index - 1]?.span.end ?? 0));
      }
    }),
    runs('word'),
  );
});

property('a mask keeps the length, the line ends and everything between the tags', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tags } = scan(text);
      const masked = mask(text, tags);
      assert.equal(masked.length, text.length);
      assert.equal(masked.replace(/[^\r\n]/g, ''), text.replace(/[^\r\n]/g, ''));
      if (tags.every((tag) => tag.label === undefined && tag.form === 'text'))
        assert.equal(masked, text);
    }),
    runs('word'),
  );
});

const regions = (text: string): fc.Arbitrary<readonly Prose[]> =>
  fc.array(fc.nat({ max: text.length }), { minLength: 2, maxLength: 10 }).chain((cuts) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    const withins = fc.array(
      fc.constantFrom<Prose['within']>('paragraph', 'heading', 'cell', 'record'),
      {
        minLength: 6,
        maxLength: 6,
      },
    );
    return withins.map((kinds) =>
      kinds.flatMap((within, index): Prose[] => {
        const [start, hole, past, end] = sorted.slice(index * 4, index * 4 + 4);
        if (start === undefined || end === undefined) return [];
        return [{ span: { start, end }, holes: [{ start: hole ?? 0, end: past ?? 0 }], within }];
      }),
    );
  });

property('any regions of prose, right or wrong, are read', () => {
  const both = anyText.chain((text) => regions(text).map((prose) => ({ text, prose })));
  fc.assert(
    fc.property(both, ({ text, prose }) => {
      const { tags } = scanTags(text, prose);
      assertPlaced(text, tags);
      // A record reads on to the end of its line, whatever other regions are claimed to stand there.
      if (prose.some((region) => region.within === 'record')) return;
      for (const tag of tags) {
        for (const { span, holes, within } of prose)
          if (within !== 'record' && contains(span, tag.span))
            for (const hole of holes)
              assert.ok(!(hole.start < tag.span.start && tag.span.start < hole.end));
      }
    }),
    runs('word'),
  );
});

test('hostile repetition is read in linear time', () => {
  const parts = [
    ':a[',
    ':a[x]{k="',
    ':a[x]{',
    ':a{',
    ':a[x]{k=“',
    ':a[x]{k=\' :b[x]{k=" ',
    'a:[',
    ':a [',
    ':a[x] {',
    '`',
    ':a[`',
    '::a[x\n',
    '::a{k="\n',
    '> ::a[',
    ':::\n',
    '- ::a\n{x=y\n',
    '[',
    '\\',
    ':a[x]{by=a, ',
    ':a[x]{k=v ',
    ':a[x]{k="v\n> ',
    '::: {.a x=y\n',
    'е\u0301:a[x]',
  ];
  for (const part of parts) {
    const text = part.repeat(30_000);
    const started = worked();
    const { tags } = scan(text);
    assert.equal(mask(text, tags).length, text.length);
    assert.ok(worked() - started < 4000, `${part} took ${worked() - started} ms`);
  }
});
