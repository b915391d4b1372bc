import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mask } from '../server/core/parse/tags/mask.js';
import { scan } from './support/drawn-tags.js';

const MASKED: readonly (readonly [text: string, masked: string])[] = [
  ['plain: words', 'plain: words'],
  [':a[x] y', 'xxxxx y'],
  [':a[x](y)', 'xxxxx(y)'],
  [':a[x]{url=https://b.c}', 'x'.repeat(22)],
  [':a[:b[c] d]', 'xxxxxxcx dx'],
  [':a[_x_] **:a[*x*]**', 'xx,_x_, **xx,*x*,**'],
  [':a[x]{k="b|c\n> d"}', 'xxxxxxxxxx|x\n> xxx'],
  [':a[x]{foo bar}', 'xxxxx{foo bar}'],
  [':a[x', 'xxxx'],
  [':abc {x}', ':abc {x}'],
  ['::a[x]{#b}', '_'.repeat(10)],
  ['* ::a[x] y', '* ________'],
  ['> ::a[x]{#b\n> k="v"}\n> y', '> _________\n>       \n> y'],
  [':::a\nb\n:::', '____\nb\n___'],
];

test('what Markdown may not see is covered', () => {
  for (const [text, masked] of MASKED) {
    const found = mask(text, scan(text).tags);
    assert.equal(found, masked, text);
    assert.equal(found.length, text.length, text);
  }
});
