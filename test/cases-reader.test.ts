// A case that is written wrongly fails with its line and what to do; it never passes by saying nothing.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { checkCase, rewritten } from './support/cases/check-case.js';
import { answerFits, marksFit } from './support/cases/fits.js';
import { QUESTIONS } from './support/cases/questions/list.js';
import { CASES, caseFiles, readCases } from './support/cases/read-cases.js';

/** All that is said of a text of cases, `line: message`. */
function saidOf(source: string): readonly string[] {
  const { cases, faults } = readCases(source);
  const checked = faults.length > 0 ? [] : cases.flatMap((one) => checkCase(one).faults);
  return [...faults, ...checked].map(({ line, message }) => `${line}: ${message}`);
}

/** A case of one brief, from line 3 on. */
function briefCase(text: string, info = 'brief path=a.md'): string {
  return `## A case\n\n\`\`\`${info}\n${text}\n\`\`\`\n`;
}

function fails(source: string, ...wanted: readonly RegExp[]): void {
  const said = saidOf(source);
  for (const each of wanted)
    assert.ok(
      said.some((one) => each.test(one)),
      `${said.join('\n')}\n${each}`,
    );
  assert.equal(said.length, wanted.length, said.join('\n'));
}

const NOBODY = ':person[Nobody] spoke.\n        ^^^^^^ unresolved-name';

test('what is drawn as it is found passes', () => {
  assert.deepEqual(saidOf(briefCase(NOBODY)), []);
  assert.deepEqual(saidOf(briefCase('Words.', 'brief path=a.md clean')), []);
});

test('a file without a path', () => {
  fails(briefCase(NOBODY, 'brief'), /^3: .*write ```brief path=NAME/, /^1: .*without a page/);
  fails(briefCase(NOBODY, 'brief path=""'), /^3: .*path=NAME/, /^1: /);
});

test('a file in the wrong language', () => {
  fails(briefCase('person: {}', 'brief path=registry.yaml clean'), /^3: brief cannot be/);
});

test('a case that draws nothing', () => {
  fails(briefCase('Words.'), /^1: Nothing is found .* say "clean"/);
});

test('a clean case in which something is found or drawn', () => {
  fails(
    briefCase(':person[Nobody] spoke.', 'brief path=a.md clean'),
    /^4: Found .*\n.*unresolved-name/,
  );
  fails(briefCase(NOBODY, 'brief path=a.md clean'), /^3: .*not clean/);
});

test('a mark that matches nothing', () => {
  fails(briefCase(`${NOBODY}\n ^^ unresolved-name`), /^6: The mark matches nothing: \^\^ unres/);
  fails(
    briefCase(NOBODY.replace('        ^', '       ^')),
    /^5: The mark matches nothing/,
    /^4: Found under this line and not drawn:\n {8}\^{6} unresolved-name/,
  );
  fails(briefCase('Words.\n^^^ unresolved-name'), /^5: The mark matches nothing/);
});

test('a finding that is not drawn', () => {
  fails(briefCase(`${NOBODY}\n:person[No one] too.`), /^6: Found under this line/);
});

test('a mark of no rule, without words, under no line', () => {
  fails(briefCase(`${NOBODY}\n^^ unresolved-nam`), /^6: "unresolved-nam" is no rule/);
  fails(briefCase(`${NOBODY}\n   ^^`), /^6: A mark says nothing/);
  fails(briefCase(`^^ unresolved-name\n${NOBODY}`), /^4: A mark under no line/);
});

test('an unknown word or option of a fence', () => {
  fails(`${briefCase(NOBODY)}\n\`\`\`breif path=b.md\n\`\`\`\n`, /^8: "breif" is no word/);
  fails(`${briefCase(NOBODY)}\n\`\`\`\nwords\n\`\`\`\n`, /^8: "" is no word/);
  fails(briefCase(NOBODY, 'brief path=a.md claen'), /^3: "claen" means nothing here/);
  fails(briefCase(NOBODY, 'brief path=a.md to="x'), /^3: "to="x" is no option/);
  fails(briefCase(':da‸te[2025]', 'brief path=a.md hover definition'), /^3: Only one question/);
});

test('a fence that is not one', () => {
  fails(
    `${briefCase(NOBODY)}\n  \`\`\`brief path=b.md clean\n  \`\`\`\n`,
    /^8: A fence begins/,
    /^8: .*not closed/,
  );
  fails(`${briefCase(NOBODY)}\n~~~brief path=b.md clean\n~~~\n`, /^8: A fence begins/);
  fails(
    `## A\n\n\`\`\`\`brief path=a.md clean\n\`\`\`\n`,
    /^3: .*end it with ````/,
    /^1: .*without a page/,
  );
});

test('a case without a page, and a file without a case', () => {
  fails('## A case\n\nOnly words.\n', /^1: "A case" is a case without a page/);
  const config = briefCase('rules: {}', 'yaml path=rapporteur.yaml');
  fails(config, /^1: .*without a page/);
  fails('# Title\n', /^1: No case/);
});

test('two files of one path, two cases of one title', () => {
  const twice = `${briefCase(NOBODY)}\n\`\`\`brief path=a.md\n${NOBODY}\n\`\`\`\n`;
  fails(twice, /^8: a\.md is there twice/);
  fails(`${briefCase(NOBODY)}\n${briefCase(NOBODY)}`, /^8: "A case" is there twice/);
});

test('a file of all cases in which something would be drawn', () => {
  const shared = `# Title\n\n\`\`\`brief path=s.md\n:person[Nobody].\n\`\`\`\n\n`;
  fails(
    `${shared}${briefCase('Words.', 'brief path=a.md clean')}`,
    /^3: s\.md belongs to all cases/,
  );
  fails(
    `${shared.replace('.\n`', '.\n ^ unresolved-name\n`')}${briefCase(NOBODY)}`,
    /^3: Nothing can be drawn/,
  );
  fails(
    `${shared.replace('s.md', 's.md hover')}${briefCase(':da‸te[2025]')}`,
    /^3: .*asks nothing/,
    /^3: .*cursor/,
    /^9: A cursor, and/,
  );
});

test('a cursor at which nothing is asked, and a question without a cursor', () => {
  fails(briefCase(':da‸te[2025]', 'brief path=a.md clean'), /^3: A cursor, and nothing is asked/);
  fails(briefCase('Words.', 'brief path=a.md hover'), /^3: hover needs a cursor/);
  fails(`${briefCase('Words.')}\n\`\`\`hover\n\`\`\`\n`, /^7: hover needs a cursor/);
  fails(
    briefCase('⟦Words.', 'brief path=a.md actions'),
    /^3: A selection is not closed/,
    /^3: .*cursor/,
  );
  fails(
    briefCase('Wo⟧rds.', 'brief path=a.md actions'),
    /^3: A selection is ⟦words⟧/,
    /^3: .*cursor/,
  );
  fails('# T\n\n```hover\n```\n', /^3: A question belongs below/, /^1: No case/);
});

test('an answer that is another, or none at all', () => {
  const asked = (fence: string): string => `${briefCase(':person[No‸body]')}\n${fence}\n`;
  fails(
    asked('```hover\nHello.\n```'),
    /^7: The answer is another[\s\S]*No person is called “Nobody”/,
  );
  fails(asked('```hover\n```'), /^7: The answer is another/);
  fails(asked('```rename\n```'), /^7: It needs to="…"/);
  fails(asked('```accept item="Ann"\n```'), /^7: .*"Ann" is not offered/);
  fails(asked('```action title="Fly"\n```'), /^7: .*0 actions are called "Fly"/);
  fails(asked('```outline\nnothing\n```'), /^3: A cursor, and nothing is asked/);
  fails(`${briefCase('Words.')}\n\`\`\`outline of=b.md\n\`\`\`\n`, /^7: .*no page b\.md/);
  fails(
    briefCase(':person[No‸body]\n^^^ wrong', 'brief path=a.md hover'),
    /^5: The mark matches nothing/,
    /^4: Found under this line/,
  );
});

test('`…` leaves open what else there is, and nothing that is drawn', () => {
  assert.ok(answerFits('a\n…\nd\n', 'a\nb\nc\nd\n'));
  assert.ok(answerFits('a\n…\nd\n', 'a\nd\n'));
  assert.ok(answerFits('…\nb\n…\nd\n…\n', 'a\nb\nc\nd\n'));
  assert.ok(!answerFits('…\nd\n…\nb\n…\n', 'a\nb\nc\nd\n'));
  assert.ok(!answerFits('a\n…\na\n', 'a\n'));
  assert.ok(!answerFits('…\nb\n', 'ab\n'));
  assert.ok(!answerFits('a…\n', 'abc\n'));
  assert.ok(marksFit('a, …', 'a, b, c'));
  assert.ok(marksFit('asked: a, …; by itself: nothing', 'asked: a, b, c; by itself: nothing'));
  assert.ok(!marksFit('b, …', 'a, b, c'));
  assert.ok(!marksFit('asked: a, …; by itself: nothing', 'asked: a, b; by itself: a'));
  assert.ok(!marksFit('Ignore…', 'Ignore this'));
});

test('what a case should be is drawn by UPDATE, and passes then', () => {
  const source = `${briefCase(':person[No‸body] and :person[Ann]\n^ old', 'brief path=a.md hover')}`;
  const { cases } = readCases(source);
  const next = rewritten(
    source,
    cases.flatMap((one) => checkCase(one).redrawn),
  );
  assert.match(next, /\n {8}\^{7} No person is called “Nobody”\.\n/);
  assert.deepEqual(saidOf(next), []);
});

test('the examples of the index are cases that pass', () => {
  const index = fs.readFileSync(path.join(CASES, 'README.md'), 'utf8');
  const examples = [...index.matchAll(/^````markdown\n([\s\S]*?)^````$/gm)].map(([, text]) => text);
  assert.ok(examples.length >= 3);
  assert.deepEqual(saidOf(examples.join('\n')), []);
});

test('the index lists each file by its title, and each word of a fence', () => {
  const index = fs.readFileSync(path.join(CASES, 'README.md'), 'utf8');
  const listed = [...index.matchAll(/^- \[(.+?)\]\((\S+\.md)\): \S.*$/gm)];
  const titles = caseFiles().map((name) => {
    const [, title] = /^# (.+)\n/.exec(fs.readFileSync(path.join(CASES, name), 'utf8')) ?? [];
    return `${name} ${title}`;
  });
  const inIndex = listed.map(([, title, name]) => `${name} ${title}`).sort();
  assert.deepEqual(
    inIndex,
    titles,
    'test/cases/README.md: "- [Title](folder/file.md): what it shows"',
  );
  for (const { word, summary } of QUESTIONS) {
    const row = `| \`${word}\` | ${summary.replaceAll('|', '\\|')} |`;
    assert.ok(index.includes(row), `test/cases/README.md lacks the row\n${row}`);
  }
});
