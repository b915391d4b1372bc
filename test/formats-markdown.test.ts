import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Nodes, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { checkMarkdown, markdownReport } from '../server/cli/formats/check-markdown.js';
import { oneLine } from '../server/cli/terminal/escape-controls.js';
import { markdownText } from '../server/core/output/index.js';
import { findingIn, PLAIN_DISPLAY, runOf } from './support/located-finding.js';
import { property, runs } from './support/needs.js';

const TEXT = 'Ada met Bo.\n';
const PARTER = /\u2060/g;

/** As GitHub reads it, links that stand bare included. */
function read(text: string): Nodes {
  const processor = unified().use(remarkParse).use(remarkGfm);
  return processor.runSync(processor.parse(text)) as Nodes;
}

function typesIn(node: Nodes): readonly string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(typesIn) : [])];
}

function wordsIn(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsIn).join('') : '';
}

function tableIn(text: string): Table {
  const root = read(text);
  const table = 'children' in root ? root.children.find(({ type }) => type === 'table') : undefined;
  assert.ok(table?.type === 'table');
  return table;
}

const MARKUP = [
  '**a** _b_ `c` ~d~ ~~e~~ <b>f</b> <!-- g --> &amp; \\*',
  '[a](http://b.c) ![a](b) [a][b] [^1] <http://a.b> http://a.b/c www.a.b a@b.cd mailto:a@b.cd',
  '@someone @some/team #12 GH-12 some/repo#3 !4 ~label %milestone $5 :smile: 0123456789abcdef',
  '| a | b \\| c',
  '# a',
  '$x^2$ {{ a }} ==b== ^c^ [[wiki]] ',
];

test('no text becomes markup; it is read back as it was', () => {
  for (const text of MARKUP) {
    const table = tableIn(`| a |\n|---|\n| ${markdownText(text)} |\n`);
    assert.deepEqual(
      [...new Set(typesIn(table))],
      ['table', 'tableRow', 'tableCell', 'text'],
      text,
    );
    assert.equal(wordsIn(table.children[1] as Nodes).replace(PARTER, ''), text.trim());
  }
});

property('whatever the text, the table keeps its form', () => {
  const piece = fc.oneof(
    fc.constantFrom(...MARKUP, '`', '\\', '|', '\n', '\r', '<', '&#60;', '\u2028', '\ud800', '  '),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, (message, file) => {
      const run = runOf([findingIn(TEXT, { message, file: `x${file}` })]);
      const { children: rows } = tableIn([...checkMarkdown.write(run, PLAIN_DISPLAY)].join(''));
      assert.equal(rows.length, 2);
      const cells = rows[1]?.children ?? [];
      assert.equal(cells.length, 4);
      const known = ['tableCell', 'text', 'inlineCode'];
      assert.deepEqual(
        cells.flatMap(typesIn).filter((type) => !known.includes(type)),
        [],
      );
      const [where, , , what] = cells.map((cell) => wordsIn(cell).replace(PARTER, ''));
      const plain = (words: string): string =>
        words.replace(PARTER, '').replace(/\s+/g, ' ').trim();
      assert.equal(plain(what ?? ''), plain(oneLine(message)));
      assert.equal(plain(where ?? ''), plain(oneLine(`x${file}:1:1`)));
    }),
    runs('workspace'),
  );
});

test('mentions and references are parted by an invisible sign, prose is left alone', () => {
  assert.equal(markdownText('@ada'), '&#64;\u2060ada');
  assert.equal(markdownText('Fixes #12, GH-12'), 'Fixes &#35;\u206012, GH-\u206012');
  assert.equal(markdownText('commit 0123456789abcdef'), 'commit 0123\u2060456789abcdef');
  const prose = '\'soon\' names no day: say it as 2026-01-15 (or Q1 2026), 50 % of it; "so". What?';
  assert.equal(markdownText(prose), prose);
  assert.equal(markdownText(':person[Ada]'), ':person&#91;Ada&#93;');
});

test('the worst first, with what is silent in the heading’s words', () => {
  const run = runOf([
    findingIn(TEXT, { severity: 'hint', message: 'c' }),
    findingIn(TEXT, { severity: 'warning', message: 'b' }),
    findingIn(TEXT, { message: 'a' }),
    findingIn(TEXT, { state: 'known' }),
    findingIn(TEXT, { state: 'suppressed' }),
    findingIn(TEXT, { state: 'suppressed' }),
  ]);
  assert.equal(
    [...checkMarkdown.write(run, PLAIN_DISPLAY)].join(''),
    `## Rapporteur: 1 error, 1 warning, 1 hint

1 brief, as of 2025-11-01, 2 suppressed, 1 known from the baseline.

| Place | Level | Rule | Finding |
| --- | --- | --- | --- |
| \`brief.md:1:1\` | error | \`unresolved-name\` | a |
| \`brief.md:1:1\` | warning | \`unresolved-name\` | b |
| \`brief.md:1:1\` | hint | \`unresolved-name\` | c |
`,
  );
  const clean = [...checkMarkdown.write(runOf([]), PLAIN_DISPLAY)].join('');
  assert.equal(clean, '## Rapporteur: nothing to report\n\n0 briefs, as of 2025-11-01.\n');
});

test('a table that finds no room is cut between rows, and says so', () => {
  const run = runOf(
    Array.from({ length: 200 }, () => findingIn(TEXT, { message: 'é'.repeat(50) })),
  );
  for (const room of [600, 5000, 20_000]) {
    const text = [...markdownReport(run, room)].join('');
    assert.ok(Buffer.byteLength(text) <= room, String(room));
    const rows = tableIn(text).children.length - 1;
    assert.match(text, new RegExp(`\\n\\n${200 - rows} more findings: `));
  }
  assert.doesNotMatch([...markdownReport(run, 100_000)].join(''), /more findings/);
});
