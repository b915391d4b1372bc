// The words by which a finding is known again, and the paths under which it is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingWords, idInBaseline, pathInBaseline } from '../server/core/index.js';
import { worked } from './support/clock.js';

/** Of what stands between the two `‸`. */
function wordsAt(marked: string): string {
  const [before = '', inside = '', after = ''] = marked.split('‸');
  const span = { start: before.length, end: before.length + inside.length };
  return findingWords(before + inside + after, span);
}

test('a finding is known by its own words, however they are wrapped and quoted', () => {
  const wanted = 'will repair the "nets" - soon';
  for (const text of [
    '‸will repair the "nets" - soon‸',
    'They ‸will  repair\nthe “nets” – soon‸ enough',
    '> They ‸will repair\n> the "nets"\n> - soon‸',
    '> > ‸will\r\n> > repair the "nets" — soon‸',
  ]) {
    assert.equal(wordsAt(text), wanted, text);
  }
});

test('one without words is known by a few around it, and by nothing farther off', () => {
  const wanted = 'three four five six [] seven eight nine';
  assert.equal(wordsAt('one two three four five six ‸[]‸ seven eight nine ten'), wanted);
  assert.equal(wordsAt('one two three\nfour five six ‸[]‸\nseven eight nine ten'), wanted);
  assert.equal(
    wordsAt('two\n\n> three four\n> five six ‸[]‸ seven\n> eight nine\n>\n> ten'),
    wanted,
  );
  assert.equal(wordsAt('one\n\nhere ‸‸\n\nother'), 'here');
  assert.equal(wordsAt('‸‸'), '');
});

test('of a long one the beginning counts, in whole words', () => {
  const long = 'word '.repeat(500);
  const words = wordsAt(`‸${long}‸`);
  assert.ok(words.length <= 200 && words.endsWith('word'), words);
  assert.equal(wordsAt(`‸${long.replaceAll(' ', '\n   ')}‸`), words);
  assert.equal(wordsAt(`‸${long}and more‸`), words);
});

test('many findings in one long line are known in linear time', () => {
  const text = '[] '.repeat(300_000);
  const started = worked();
  for (let at = 0; at < 20_000; at += 1) findingWords(text, { start: 45 * at, end: 45 * at + 2 });
  assert.ok(worked() - started < 4000);
});

test('paths are those from the folder of the baseline, and lead back', () => {
  const cases = [
    ['known.json', 'briefs/a.md', 'briefs/a.md'],
    ['lint/known.json', 'briefs/a.md', '../briefs/a.md'],
    ['lint/known.json', 'lint/a.md', 'a.md'],
    ['a/b/known.json', 'a/c/d.md', '../c/d.md'],
    ['./lint/known.json', 'e.md', '../e.md'],
  ] as const;
  for (const [baseline, id, path] of cases) {
    assert.equal(pathInBaseline(baseline, id), path);
    assert.equal(idInBaseline(baseline, path), id);
  }
  assert.equal(idInBaseline('lint/known.json', '../../outside.md'), undefined);
  assert.equal(idInBaseline('known.json', './a//b.md'), 'a/b.md');
});
