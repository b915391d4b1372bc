// How far a comment reaches, and what it must not silence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { followingBlocksOf } from '../server/core/brief/following-blocks.js';
import { recognize, recognizeRegistry } from '../server/core/brief/index.js';
import { examine, type Level } from '../server/core/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse, parseRegistry } from '../server/core/parse/index.js';
import { silencingOf } from '../server/core/rules/suppress.js';
import { worked } from './support/clock.js';
import { lintText, told, workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';

const vocabulary = vocabularyOf([]);
const NEXT = '<!-- rapporteur-disable-next-line unreadable-date -->';
const DATE = ':date[one day]';

/** What the first comment is about. */
function reach(text: string): string | undefined {
  const [first] = recognize(parse(text), vocabulary).suppressions;
  return first && text.slice(first.range.start, first.range.end);
}

function reachInYaml(text: string): string | undefined {
  const [first] = recognizeRegistry(parseRegistry(text), vocabulary).suppressions;
  return first && text.slice(first.range.start, first.range.end);
}

function findings(text: string, levels?: ReadonlyMap<string, Level>): readonly string[] {
  return told(lintText(text, levels), text);
}

test('the rest of a paragraph, table or list goes with its first line', () => {
  for (const block of [
    'one\ntwo\nthree\n',
    '| a |\n|---|\n| b |\n',
    '- a\n- b\n  c\n',
    '> a\n> b\n',
  ]) {
    assert.equal(reach(`${NEXT}\n${block}\nmore\n`), block);
    assert.equal(reach(`${NEXT}\n\n\n${block}`), block);
  }
  assert.equal(reach(`${NEXT}\r\n\r\none\r\ntwo\r\n\r\nmore\r\n`), 'one\r\ntwo\r\n');
  assert.equal(reach(`> ${NEXT}\n>\n> a\n> b\n>\n> c\n`), '> a\n> b\n');
  assert.equal(reach(`${NEXT}\none`), 'one');
});

test('a line that the next comment begins on is not in it', () => {
  const text = `${NEXT}\none\ntwo\n<!-- rapporteur-disable-next-line x -->\nthree\n`;
  assert.equal(reach(text), 'one\ntwo\n');
  const list = `- ${NEXT}\n\n  one\n- <!-- rapporteur-enable x -->\n`;
  assert.equal(reach(list), '  one\n');
});

test('a ::: block goes to its closing line, and one inside another to its own', () => {
  const block = `:::agreement[A]{#a}\none\n\n::::commitment\ntwo\n::::\n\nthree\n:::\n`;
  assert.equal(reach(`${NEXT}\n${block}\nfour\n`), block);
  assert.equal(
    reach(`${NEXT}\n\n> :::agreement[A]{#a}\n> one\n>\n> two\n> :::\n`),
    '> :::agreement[A]{#a}\n> one\n>\n> two\n> :::\n',
  );
  const inner =
    ':::agreement[A]{#a}\n\n<!-- rapporteur-disable-next-line x -->\n::::commitment\n\ntwo\n\n::::\n\nthree\n:::\n';
  assert.equal(reach(inner), '::::commitment\n\ntwo\n\n::::\n');
});

test('a ::: block that is not closed is silenced no farther than its paragraph', () => {
  assert.equal(reach(`${NEXT}\n:::agreement[A]{#a}\none\n\ntwo\n`), ':::agreement[A]{#a}\none\n');
});

test('in YAML an entry goes with all below it', () => {
  const entry = '  chad:\n    name: Chad\n\n    other_names:\n    - Tchad\n    - Tschad\n';
  const comment = '  # rapporteur-disable-next-line x\n';
  const text = `place:\n${comment}${entry}  # about mali\n  mali: { name: Mali }\n`;
  assert.equal(reachInYaml(text), entry);
  const flow = '  chad: {\n    name: Chad\n  }\n';
  assert.equal(reachInYaml(`place:\n${comment}${flow}  mali: { name: Mali }\n`), flow);
  const kind = `place:\n${entry}`;
  assert.equal(reachInYaml(`# rapporteur-disable-next-line x\n${kind}person:\n  a: {}\n`), kind);
  const item = '      - office: x\n        until: 2020\n';
  const items = `person:\n  a:\n    memberships:\n      # rapporteur-disable-next-line x\n${item}      - office: y\n`;
  assert.equal(reachInYaml(items), item);
});

test('in front matter it ends with the front matter', () => {
  const text = '---\n# rapporteur-disable-next-line x\nsource:\n- a\n- b\n---\n\nwords\n';
  assert.equal(reach(text), 'source:\n- a\n- b\n');
});

test('a finding that begins before a range and reaches into it is told', () => {
  const text = `one\n\n<!-- rapporteur-disable x -->\n\ntwo\n\n<!-- rapporteur-enable x -->\n\nthree\n`;
  const silencing = silencingOf(recognize(parse(text), vocabulary).suppressions);
  const isSilent = (start: number, end: number): boolean =>
    silencing({ rule: 'x', span: { start, end } }) !== undefined;
  const two = text.indexOf('two');
  assert.equal(isSilent(0, two + 3), false);
  assert.equal(isSilent(two, two + 3), true);
  assert.equal(isSilent(two, text.length), true);
  assert.equal(isSilent(text.indexOf('three'), text.length), false);
});

test('what is found at the very end of a file is in it', () => {
  const text = 'one\n\n<!-- rapporteur-disable-file x -->\n';
  const silencing = silencingOf(recognize(parse(text), vocabulary).suppressions);
  const span = { start: text.length, end: text.length };
  assert.notEqual(silencing({ rule: 'x', span }), undefined);
});

test('in code and in the words of a paragraph a comment says nothing', () => {
  for (const code of [
    `\`\`\`\n${NEXT}\n${DATE}\n\`\`\`\n`,
    `    ${NEXT}\n`,
    `\`${NEXT}\`\n`,
    `~~~html\n<!-- rapporteur-disable-file unreadable-date -->\n~~~\n`,
    `\\${NEXT}\n`,
  ]) {
    const text = `${code}\n${DATE}\n`;
    assert.deepEqual(recognize(parse(text), vocabulary).suppressions, [], code);
    assert.deepEqual(findings(text), ['unreadable-date: one day'], code);
  }
});

test('of two comments for one place the second is told, and leads to the first', () => {
  const text = `${NEXT}\n${NEXT}\n${DATE}\n`;
  const [report, ...others] = lintText(text);
  assert.deepEqual(others, []);
  assert.equal(report?.rule, 'unused-suppression');
  assert.equal(report?.span.start, text.lastIndexOf('unreadable-date'));
  assert.match(report?.message ?? '', /^Another comment already suppresses/);
  assert.equal(report?.related?.[0]?.span.start, 0);
  const file = `<!-- rapporteur-disable-file unreadable-date -->\n\n${NEXT}\n${DATE}\n`;
  assert.deepEqual(findings(file), ['unused-suppression: unreadable-date']);
  const twice = `<!-- rapporteur-disable-next-line unreadable-date unreadable-date -->\n${DATE}\n`;
  assert.deepEqual(findings(twice), ['unused-suppression: unreadable-date']);
});

test('a comment inside what another is about takes nothing from that', () => {
  const text = `${NEXT}\n:::agreement[A]{#a}\n\n${NEXT}\n${DATE}\n\n${DATE}\n:::\n`;
  const dates = findings(text).filter((one) => one.startsWith('unreadable'));
  assert.deepEqual(dates, []);
});

test('a rule that is off makes a comment neither used nor unused', () => {
  const off = new Map<string, Level>([['unreadable-date', 'off']]);
  assert.deepEqual(findings(`${NEXT}\n${NEXT}\n${DATE}\n`, off), []);
  assert.deepEqual(findings(`${NEXT}\nnothing :date[2025]\n`, off), []);
});

test('where comments are not respected nothing is said of them either', () => {
  const text = `${NEXT}\n${DATE}\n\n<!-- rapporteur-disabel x -->\n\n<!-- rapporteur-disable-file nope -->\n`;
  const { reports, suppressed } = examine(workspaceWith({ 'a.md': text }), 'a.md', {
    comments: 'ignored',
  });
  assert.deepEqual(told(reports, text), ['unreadable-date: one day']);
  assert.deepEqual(suppressed, []);
});

test('the reason is kept', () => {
  const text = `<!-- rapporteur-disable-next-line unreadable-date -- as the minister said -->\n${DATE}\n`;
  const { suppressed } = examine(workspaceWith({ 'a.md': text }), 'a.md');
  assert.equal(suppressed[0]?.suppression.reason, 'as the minister said');
});

/** Pieces of a text in which comments stand in every way. */
const piece = fc.constantFrom(
  `${NEXT}\n`,
  ` ${NEXT}`,
  '<!-- rapporteur-disable unreadable-date -->\n',
  '<!-- rapporteur-enable unreadable-date -->\n',
  '<!-- rapporteur-disable-file broken-link -->\n',
  `${DATE} `,
  `${DATE}\n`,
  '\n',
  '\n\n',
  '> ',
  '- ',
  '  ',
  ':::agreement[A]{#a}\n',
  ':::\n',
  '```\n',
  'words ',
);

property(
  'a finding is told or suppressed, never both or neither, and by a comment above it',
  () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const workspace = workspaceWith({ 'a.md': text });
        const all = examine(workspace, 'a.md', { comments: 'ignored' }).reports;
        const { reports, suppressed } = examine(workspace, 'a.md');
        const own = reports.filter(({ rule }) => !rule.endsWith('-suppression'));
        const key = ({ rule, span }: (typeof all)[0]): string =>
          `${span.start} ${span.end} ${rule}`;
        assert.deepEqual([...own, ...suppressed].map(key).sort(), all.map(key).sort());
        for (const { span, rule, suppression } of suppressed) {
          assert.ok(suppression.rules.some((name) => name.text === rule));
          if (suppression.form !== 'file') assert.ok(suppression.span.end <= span.start);
          assert.ok(suppression.range.start <= span.start);
        }
      }),
      runs('page'),
    );
  },
);

property(
  'taking an unused comment away opens nothing; taking a used one away opens something',
  () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const page = 'a.md';
        const open = (words: string): number =>
          examine(workspaceWith({ [page]: words }), page).reports.filter(
            ({ rule }) => rule === 'unreadable-date',
          ).length;
        const { facts } = workspaceWith({ [page]: text }).pages.get(page) ?? {};
        const unused = lintText(text).filter(
          ({ rule, message }) => rule === 'unused-suppression' && !message.includes('on again'),
        );
        for (const { form, span, rules } of facts?.suppressions ?? []) {
          if (form !== 'next-line' || rules[0]?.text !== 'unreadable-date') continue;
          // Another comment's words keep all that stands around it as it is.
          const blank = text.slice(span.start, span.end).replace('rapporteur-', 'repporteur--');
          const without = text.slice(0, span.start) + blank + text.slice(span.end);
          const isUnused = unused.some((one) => one.span.start === rules[0]?.span.start);
          if (isUnused && !lintText(text).some(({ message }) => message.includes('already'))) {
            assert.equal(open(without), open(text));
          }
          if (!isUnused && facts?.role === 'brief') assert.ok(open(without) >= open(text));
        }
      }),
      runs('page'),
    );
  },
);

test('comments inside one long paragraph, and nested entries, are read in linear time', () => {
  const started = worked();
  const line = 'words <!-- rapporteur-disable-next-line x -->\n';
  const inline = line.repeat(20_000);
  const comments = Array.from({ length: 20_000 }, (_, at) => ({
    span: { start: at * line.length + 6, end: (at + 1) * line.length - 1 },
    language: 'markdown' as const,
  }));
  assert.deepEqual(followingBlocksOf(inline, comments, [])[0], {
    start: line.length,
    end: inline.length,
  });
  const nested = Array.from({ length: 300 }, (_, depth) => {
    const indent = ' '.repeat(depth);
    return `${indent}# rapporteur-disable-next-line x\n${indent}k${depth}:\n`;
  }).join('');
  const text = `${nested}${' '.repeat(300)}end: x\n`;
  const { suppressions } = recognizeRegistry(parseRegistry(text), vocabulary);
  assert.equal(suppressions[0]?.range.end, text.length);
  assert.ok(worked() - started < 5000);
});
