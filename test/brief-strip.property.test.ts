// Stripping gives back what was there before the tags, in whatever Markdown they were put.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recognize, strip } from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse } from '../server/core/parse/index.js';
import { property, runs } from './support/needs.js';

const vocabulary = vocabularyOf([]);

/** Lines of a text before and after somebody tagged it. */
interface Both {
  readonly plain: readonly string[];
  readonly tagged: readonly string[];
}

const WORDS = [
  'ships',
  '*many* ships',
  'the `port`',
  '[a](b.md)',
  'U.S.',
  '«Äther»',
  '条約',
  '1 < 2',
];
const word = fc.constantFrom(...WORDS);
const braces = fc.constantFrom('', '{ref=a}', '{ref="a" }', "{ref='a,b'}");

/** One line of words, some of them tagged. */
const words = fc
  .array(fc.tuple(word, fc.option(fc.constantFrom('person', 'place', 'topic')), braces), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => ({
    plain: all.map(([said]) => said).join(' '),
    tagged: all
      .map(([said, kind, after]) => (kind === null ? said : `:${kind}[${said}]${after}`))
      .join(' '),
  }));

/** What other tools may have at the end of a heading or a caption. */
const foreign = fc.constantFrom(
  '',
  ' {#own}',
  ' {#own .wide}',
  ' {-}',
  '\t{.x key="a b"}',
  ' {: #own}',
);

const paragraph = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 3 }))
  .map(([lines]): Both => both(lines, (line) => [line]));

const heading = fc
  .tuple(words, foreign, fc.constantFrom('', ' ##'))
  .map(([line, end, marks]) => both([line], (said) => [`## ${said}${end}${marks}`]));

const underlined = fc
  .tuple(words, foreign)
  .map(([line, end]) => both([line], (said) => [`So ${said}${end}`, '---']));

const table = fc
  .tuple(words, words, fc.constantFrom(': ', 'Table: '), foreign)
  .map(([cell, caption, start, end]): Both => {
    const [rows, below] = [
      both([cell], (said) => ['| a | b |', '|---|---|', `| ${said} | c |`]),
      both([caption], (said) => [`${start}${said}${end}`]),
    ];
    return joined([rows, same(['']), below]);
  });

/** Where no tag is read. */
const untouched = fc
  .constantFrom(
    ['```', ':person[x]{ref=a}', ':::commitment{by=a}', '```'],
    ['<div id=":place[x]">', 'plain 10:30', '</div>'],
    ['<!-- :person[x]{ref=a} -->'],
    ['::: warning', 'Left: right', ':::'],
    ['$$', ':topic[x]', '$$'],
    ['___'],
  )
  .map(same);

const record = fc.constantFrom(
  ['::person[Ann :place[x]]{#ann}'],
  ['::update{of=c status=active}'],
  ['::org{#o', '  name="x; y"}'],
);

const block = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  heading,
  underlined,
  table,
  untouched,
  record.map((lines): Both => ({ plain: [], tagged: lines })),
);

/** Blocks, some of them inside lists, quotes and `:::` blocks. */
const blocks = fc.letrec<{ all: Both; one: Both }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'one' },
    { weight: 3, arbitrary: block },
    fc
      .tuple(fc.constantFrom('- ', '* ', '1. ', '12)  '), tie('all'))
      .map(([mark, inner]) => item(mark, inner)),
    tie('all').map((inner) => prefixed(inner, '> ', '> ')),
    tie('all').map(fenced),
    tie('all').map((inner) => item('- ', fenced(inner))),
  ),
  all: fc
    .array(tie('one'), { minLength: 1, maxLength: 3, depthIdentifier: 'one' })
    .map((parts) => joined(parts.flatMap((part) => [part, same([''])]))),
})).all;

property('stripping gives the text back in headings, captions, lists, quotes, tables, HTML', () => {
  let blocksSeen = 0;
  fc.assert(
    fc.property(blocks, fc.constantFrom('\n', '\r\n'), ({ plain, tagged }, end) => {
      const text = written(tagged, end);
      assert.equal(strip(text, recognize(parse(text), vocabulary)), written(plain, end));
      if (/^[ >]*(?:[-*]|1\.|12\)) +:::+commitment/m.test(text)) blocksSeen += 1;
    }),
    runs('page'),
  );
  assert.ok(blocksSeen > 5, `${blocksSeen} items that begin with a block`);
});

property('whatever is taken out was a tag, and nothing is put in', () => {
  const scraps = fc.constantFrom(
    ...[
      ':person[',
      ':place[x]',
      ']',
      '{#a}',
      ' {#a}',
      '{ref=a}',
      '::person[x]{#x}',
      ':::commitment{by=a}',
    ],
    ...[
      ':::',
      '\n',
      '\n\n',
      '\r\n',
      '> ',
      '- ',
      '1. ',
      '  ',
      '    ',
      '\t',
      '# ',
      '| ',
      '<b>',
      '<!-- ',
      ' -->',
      'word',
      '`',
    ],
  );
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      const left = strip(text, recognize(parse(text), vocabulary));
      // Words are never tags.
      assert.equal(left.split('word').length, text.split('word').length, JSON.stringify(text));
      let at = 0;
      for (const character of left) {
        at = text.indexOf(character, at) + 1;
        assert.ok(at > 0, JSON.stringify([text, left]));
      }
    }),
    runs('text'),
  );
});

function same(lines: readonly string[]): Both {
  return { plain: lines, tagged: lines };
}

function both(
  lines: readonly { readonly plain: string; readonly tagged: string }[],
  around: (line: string) => readonly string[],
): Both {
  return {
    plain: lines.flatMap(({ plain }) => around(plain)),
    tagged: lines.flatMap(({ tagged }) => around(tagged)),
  };
}

function joined(parts: readonly Both[]): Both {
  return {
    plain: parts.flatMap(({ plain }) => plain),
    tagged: parts.flatMap(({ tagged }) => tagged),
  };
}

/**
 * As a list item; of one that is empty without its tags, or that begins with an empty quote then, the mark
 * stays, and there is nothing to compare.
 */
function item(mark: string, inner: Both): Both {
  const beginsQuote = /^ *>/.test(inner.tagged[0] ?? '') && isBlank(inner.plain[0] ?? '');
  if (beginsQuote || inner.plain.every(isBlank)) return prefixed(inner, '> ', '> ');
  const indent = ' '.repeat(mark.length);
  const shown = withoutBlankStart(inner);
  return prefixed(shown, mark, indent);
}

/** What is left of an item whose first lines go begins with its first text. */
function withoutBlankStart({ plain, tagged }: Both): Both {
  const first = plain.findIndex((line) => line.trim() !== '');
  return { plain: plain.slice(first), tagged };
}

function isBlank(line: string): boolean {
  return /^[ >]*$/.test(line);
}

function prefixed({ plain, tagged }: Both, first: string, next: string): Both {
  const put = (lines: readonly string[]): readonly string[] =>
    lines.map((line, at) => {
      const prefix = at === 0 ? first : next;
      return line === '' && !prefix.includes('>') ? '' : prefix + line;
    });
  return { plain: put(plain), tagged: put(tagged) };
}

function fenced({ plain, tagged }: Both): Both {
  const inner = tagged.map((line) => /:{3,}/.exec(line)?.[0].length ?? 2);
  const colons = ':'.repeat(Math.max(...inner) + 1);
  return { plain, tagged: [`${colons}commitment{by=a}`, ...tagged, colons] };
}

function written(lines: readonly string[], end: string): string {
  return lines.map((line) => line + end).join('');
}
