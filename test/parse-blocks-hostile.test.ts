import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../server/core/parse/index.js';
import { worked } from './support/clock.js';
import { sumOf } from './support/whole.js';

/** Each of them takes minutes, or the stack, of a reader that is not linear; here all take a few seconds. */
const TEXTS: Record<string, string> = {
  'a line of 5 MB': 'word and more '.repeat(360_000),
  'a line of 5 MB with HTML': 'a <b>x</b> y '.repeat(400_000),
  '100,000 tags in 100,000 paragraphs': 'A :person[Ann] b.\n\n'.repeat(100_000),
  '100,000 tags in one': ':person[Ann] '.repeat(100_000),
  '10,000 nested brackets': '['.repeat(10_000) + ']'.repeat(10_000),
  '10,000 nested links': '['.repeat(10_000) + '](x)'.repeat(10_000),
  '10,000 nested tags': ':person['.repeat(10_000) + ']'.repeat(10_000),
  '1,000 nested quotes': `${'> '.repeat(1000)}a`,
  '50,000 nested tags, none closed': ':person['.repeat(50_000),
  '9,000 nested lists': `${'- '.repeat(9000)}a **b**`,
  '1,000 nested lists': `${'- '.repeat(1000)}a`,
  'lists each deeper': Array.from({ length: 600 }, (_, index) => `${'  '.repeat(index)}- a`).join(
    '\n',
  ),
  'a table of 50,000 rows': `|a|b|\n|-|-|\n${'| x | :person[y] |\n'.repeat(50_000)}`,
  'backticks that never meet': Array.from({ length: 1500 }, (_, index) => '`'.repeat(index)).join(
    ' ',
  ),
  'many openings of math': '$$\n\nx'.repeat(100_000),
  'many openings of comments': 'a <!-- '.repeat(100_000),
  'many labels, many definitions': `${Array.from({ length: 10_000 }, (_, n) => `See [d${n}] and[^${n}].`).join('\n\n')}\n\n${Array.from({ length: 10_000 }, (_, n) => `[d${n}]: /u\n\n[^${n}]: note`).join('\n\n')}`,
  'many fences': ':::commitment{#c}\n'.repeat(30_000),
  'many link targets begun': '[a]('.repeat(100_000),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`${name}: read in time`, () => {
    const start = worked();
    parse(text);
    // Generous, for slow machines: what is not linear takes ten times as long at least.
    assert.ok(worked() - start < 8000);
  });
}

test('a chunk too large for micromark still shows its tags, headings, records and code', () => {
  const many = Array.from({ length: 9 }, () => '   ```\n   ```\n').join('');
  const text = `- item\nlazy\n${many}more <b>words</b> :person[A] \`:person[a]\`\n${'and more\n'.repeat(3000)}::person[B]{#b\n}\n# :person[C] #x\n\`\`\`\n:person[c]\n\`\`\`\nlast\n`;
  const { blocks } = parse(text);
  assert.equal(blocks.length, 1);
  const { tags, headings, prose } = sumOf(parse(text));
  assert.deepEqual(
    tags.map(({ span }) => text.slice(span.start, span.end)),
    [':person[A]', '::person[B]{#b\n}', ':person[C]'],
  );
  assert.deepEqual([headings.length, prose.length], [1, 5]);
});

test('a tag below very many lists and quotes is read all the same', () => {
  for (const mark of ['- ', '>', '> - ', '12. ']) {
    const { tags } = sumOf(parse(`${mark.repeat(900)}a **b** :person[A]\n`));
    assert.equal(tags.length, 1, mark);
  }
});
