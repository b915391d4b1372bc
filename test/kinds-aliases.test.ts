// Other words for a kind: spoken of in a brief, nobody's business elsewhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, isFollowUp, KINDS, type Kind, vocabularyOf } from '../server/core/index.js';
import { lintText } from './support/linting.js';

const VOCABULARY = vocabularyOf([]);
const WORDS = [...VOCABULARY.aliases];

const WRITTEN: Readonly<Record<Kind['forms'][number], (word: string) => string>> = {
  text: (word) => `They wrote :${word}[2025] here.\n`,
  record: (word) => `::${word}[These words]{#these-words}\n`,
  block: (word) => `:::${word}{#these-words}\nThey will go.\n:::\n`,
};
const FORMS = Object.keys(WRITTEN) as readonly Kind['forms'][number][];

test('a word stands for one kind, and is none itself', () => {
  const all = KINDS.flatMap(({ aliases }) => aliases);
  assert.equal(new Set(all).size, all.length);
  for (const { tag, aliases } of KINDS) {
    assert.ok(aliases.length > 0, tag);
    for (const word of aliases) {
      assert.match(word, /^[a-z]+$/);
      assert.equal(VOCABULARY.kinds.has(word), false, word);
      assert.equal(VOCABULARY.aliases.get(word)?.tag, tag, word);
    }
  }
});

test('in a brief each word is spoken of in each form, with its kind where that has the form', () => {
  for (const [word, kind] of WORDS) {
    for (const form of FORMS) {
      const text = `A :date[2025].\n\n${WRITTEN[form](word)}`;
      const [finding, ...others] = lintText(text).filter(({ rule }) => rule === 'unknown-kind');
      assert.ok(finding && others.length === 0, text);
      assert.equal(text.slice(finding.span.start, finding.span.end), word);
      assert.match(finding.message, new RegExp(`'${word}'.*'${kind.tag}'`));
      const { fixes = [] } = finding;
      const offered = fixes.map(({ edits }) => applyEdits(text, edits));
      const certain = fixes.some((fix) => fix.certain);
      // `offices` may be a slip of `office`: that is certain, and corrected in each form that the kind has.
      // An update or an assessment would lack its `of`.
      const isWhole = kind.forms.includes(form) && !isFollowUp(kind.role);
      if (!certain) assert.deepEqual(offered, isWhole ? [text.replace(word, kind.tag)] : []);
    }
  }
});

test('no such word makes a text a brief', () => {
  for (const [word] of WORDS) {
    const text = FORMS.map((form) => WRITTEN[form](word)).join('\n');
    assert.deepEqual(lintText(`${text}\n<p>:${word}[x]</p>\n`), [], word);
  }
});
