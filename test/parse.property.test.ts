import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, type Syntax } from '../server/core/parse/index.js';
import type { Span } from '../server/core/text/index.js';
import { anyMarkdown, taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(...':[]{}#=">`*_~-|<!\\$@/.^ \t\n\r\0\ufeffax1'),
    maxLength: 120,
  }),
  anyMarkdown,
  taggedMarkdown,
);

property('nothing throws, and every span lies in its block', () => {
  fc.assert(
    fc.property(anyText, (text) => assertSpans(parse(text))),
    runs('text'),
  );
});

property('blocks lie side by side, and hold all but blank lines and front matter', () => {
  const check = (text: string): void => {
    const { blocks, frontMatter } = parse(text);
    let end = frontMatter?.span.end ?? (text.startsWith('\ufeff') ? 1 : 0);
    for (const { at, block } of blocks) {
      assert.match(text.slice(end, at), /^\s*$/);
      assert.ok(at >= end && block.length > 0);
      end = at + block.length;
    }
    assert.match(text.slice(end), /^\s*$/);
  };
  fc.assert(fc.property(anyText, check), runs('text'));
});

property('a reading with the one before it equals a reading from scratch', () => {
  const edit = fc.tuple(
    fc.nat(),
    fc.nat({ max: 12 }),
    fc.oneof(anyText, fc.constantFrom('', '\n', '[d]: /u')),
  );
  const check = (text: string, edits: readonly [number, number, string][]): void => {
    let before = parse(text);
    for (const [place, cut, insert] of edits) {
      const at = place % (before.text.length + 1);
      const next = before.text.slice(0, at) + insert + before.text.slice(at + cut);
      before = parse(next, before);
      assert.deepEqual(before, parse(next));
    }
  };
  fc.assert(fc.property(taggedMarkdown, fc.array(edit, { maxLength: 5 }), check), runs('page'));
});

test('unchanged blocks are the same objects', () => {
  const before = parse('# One\n\nTwo [d].\n\nThree.\n\n[d]: /u\n');
  const after = parse('# One\n\nTwo [d].\n\nMore.\n\nThree.\n\n[d]: /u\n', before);
  const [one, two, , three, definition] = after.blocks.map(({ block }) => block);
  assert.deepEqual(
    [one, two, three, definition],
    before.blocks.map(({ block }) => block),
  );
  for (const block of [one, two, three, definition]) {
    assert.ok(before.blocks.some((placed) => placed.block === block));
  }
});

property('a reading survives structuredClone', () => {
  const clone = (text: string): void => {
    const syntax = parse(text);
    assert.deepEqual(structuredClone(syntax), syntax);
  };
  fc.assert(fc.property(taggedMarkdown, clone), runs('workspace'));
});

function assertSpans({ text, blocks, frontMatter }: Syntax): void {
  const within = (outer: Span, inner: Span, what: string): void =>
    assert.ok(
      outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
      what,
    );
  if (frontMatter) {
    within({ start: 0, end: text.length }, frontMatter.span, 'front matter');
    within(frontMatter.span, frontMatter.body, 'its body');
  }
  for (const { at, block } of blocks) {
    const whole = { start: 0, end: block.length };
    within({ start: 0, end: text.length }, { start: at, end: at + block.length }, 'block');
    assertOrder(
      block.prose.map(({ span }) => span),
      true,
    );
    for (const { span, holes, container } of block.prose) {
      within(whole, span, 'prose');
      if (container) within(container, span, 'container');
      for (const hole of holes) within(span, hole, 'hole');
      assertOrder(holes, true);
    }
    for (const list of [block.headings, block.links, block.footnotes, block.html, block.slips]) {
      for (const { span } of list) within(whole, span, JSON.stringify(list));
      assertOrder(
        list.map(({ span }) => span),
        false,
      );
    }
    for (const { span, content } of block.headings) within(span, content, 'heading');
    for (const { target } of block.links) within(whole, target.span, 'target');
    assertOrder(block.markup, true);
    assertOrder(
      block.tags.map(({ span }) => span),
      false,
    );
    for (const tag of block.tags) {
      within(whole, tag.span, 'tag');
      const parent = tag.parent === undefined ? undefined : block.tags[tag.parent]?.label;
      if (parent) within(parent.span, tag.span, 'nested tag');
    }
  }
}

function assertOrder(spans: readonly Span[], apart: boolean): void {
  for (const [index, span] of spans.entries()) {
    const before = spans[index - 1];
    if (before) assert.ok(apart ? before.end <= span.start : before.start <= span.start, 'order');
  }
}
