// The work of reading grows with the length of the text, whatever is written: counted, not timed. Counting slows it down
// some ten times; `npm run bench growth` times larger texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse } from '../server/core/parse/index.js';
import { remarkWork } from '../server/core/parse/remark/remark-reader.js';
import { CONSTRUCTS, repeated } from './support/constructs.js';
import { slow } from './support/needs.js';
import { stepsOf } from './support/steps.js';

const VOCABULARY = vocabularyOf([]);
/** The many are longer than what remark is given at once, whatever is repeated. */
const COUNTS = [1000, 4100] as const;
/** Of what remark reads block by block: it takes some thousand steps for each. */
const COUNTS_OF_REMARK = [150, 600] as const;
/** Four times the text takes four times the steps, and a little more where places are sorted. */
const GROWTH = 5;

function read(text: string): void {
  recognize(parse(text), VOCABULARY);
}

/** How much more the many take than the few. */
function growth(make: (count: number) => string): number {
  const asked = remarkWork.chunks;
  read(make(100));
  const [few, many] = (remarkWork.chunks > asked + 20 ? COUNTS_OF_REMARK : COUNTS).map(make);
  const steps = stepsOf(() => read(few ?? ''));
  return stepsOf(() => read(many ?? '')) / steps;
}

for (const [group, constructs] of Object.entries(CONSTRUCTS)) {
  slow(`${group.toLowerCase()}: four times as many take four times the work`, () => {
    for (const [name, construct] of Object.entries(constructs)) {
      const times = growth((count) => repeated(construct, count));
      assert.ok(times < GROWTH, `${name}: ${times.toFixed(1)} times`);
    }
  });
}

test('what takes more than its share is seen', () => {
  const ask = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) text.indexOf('|', at);
  };
  const before = stepsOf(() => ask('a'.repeat(1000)));
  assert.ok(stepsOf(() => ask('a'.repeat(4000))) / before > 2 * GROWTH);
});

test('blocks of HTML: each is searched for comments, and not the text behind it', () => {
  const times = growth((count) => '<tr><td>a</td></tr>\n\n'.repeat(count / 10));
  assert.ok(times < GROWTH, `${times.toFixed(1)} times`);
});
