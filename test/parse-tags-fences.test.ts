import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../server/core/parse/index.js';
import { worked } from './support/clock.js';

/** One line per fence: its first words, where its last line is, its fault, the fence around it. */
function drawn(text: string): readonly string[] {
  return parse(text).fences.map(({ span, fault, parent }) => {
    const lines = text.slice(span.start, span.end).trimEnd().split('\n');
    const around = parent === undefined ? '' : ` in ${parent}`;
    return `${lines[0]} … ${lines.at(-1)}${fault ? ` !${fault}` : ''}${around}`;
  });
}

const PAIRED: readonly (readonly [text: string, ...fences: string[]])[] = [
  [':::c{#a}\nwords\n:::\nmore', ':::c{#a} … :::'],
  [':::c\nwords\n:::::\nmore', ':::c … :::::'],
  ['::::c\n\n:::d\nx\n:::\n\n::::', '::::c … ::::', ':::d … ::: in 0'],
  ['::::c\n\n::: note\nx\n:::\n\n::::', '::::c … ::::', '::: note … ::: in 0'],
  [':::c\n\n:::d\nx\n:::\n\n:::', ':::c … :::', ':::d … ::: !equal-nested-blocks in 0'],
  ['> :::c\n> x\n> :::\n\ny', ':::c … > :::'],
  [':::\n\nwords'],
  [':::c\n\n# H\n\nx', ':::c … :::c !unclosed-block'],
  ['# A\n\n:::c\n\nx\n\n## B\n\ny\n\n# C', ':::c … y !unclosed-block'],
  ['## A\n\n:::c\n\nx\n\n## B\n\n:::d\ny\n:::', ':::c … x !unclosed-block', ':::d … :::'],
  [':::c\n\nx', ':::c … x !unclosed-block'],
  ['> :::c\n> x\n\ny\n\n:::', ':::c … > x !unclosed-block'],
  [':::c\n\n> :::\n\nx\n\n:::', ':::c … :::'],
  ['::::c\n\n:::d\n\nx\n\n::::\n\ny', '::::c … ::::', ':::d … x !unclosed-block in 0'],
  ['```\n:::c\n```\n\nx'],
];

test('fences pair, and an unclosed one ends where the rest can still work', () => {
  for (const [text, ...fences] of PAIRED) assert.deepEqual(drawn(text), fences, text);
});

test('many fences pair in linear time', () => {
  const started = worked();
  for (const line of [':::c', ':::', ':::c\n::::', '::::c\n:::d\n:::', '# H\n\n:::c'])
    parse(`${line}\n\n`.repeat(5000));
  assert.ok(worked() - started < 20_000);
});
