// Markdown as people and machines write it, for the properties of reading: lines of every kind of block.
import fc from 'fast-check';

const WORDS = [
  'word',
  'two words',
  '*em*',
  '**bold**',
  '`code`',
  '``',
  '`',
  '[x](y)',
  '[x](y "t")',
  '[d]',
  '[e][d]',
  '[e][]',
  '[^1]',
  '[^2]',
  '![i](u)',
  '\\[',
  '\\',
  '<b>',
  '<a@b.c>',
  '|',
  '&amp;',
  '[',
  '](',
  '!',
  '_',
  '**',
  '10:30',
  '~',
  'x\\|y',
  '[a [b](c) d](e)',
  '(p)',
  '[x] ',
  '"',
  'naïve',
  '条約',
  ...[
    '</b>',
    '<a b="c',
    '">',
    "<a b='",
    '<a b=c/d>',
    '<a b = c :d>',
    '<!--',
    '-->',
    '<!-->',
    '<?x',
    '?>',
  ],
  ...['<![CDATA[', ']]>', '<!x', '<http://x.y>', '<x:', '<a.b@c.d-e>', '>', '<a', '/>'],
];

const TAGS = [
  ':person[Ann]',
  ':person[He]{ref=ann}',
  ':org[A *b* c]',
  ':place[a\nb]',
  ':date[x]{edtf=2025}',
  ':commitment[give :place[X] it]{#c by=a}',
  ':source[s]{url=https://x.y/z}',
  'see:person[A]',
  ':person [x]',
  ':per',
  ':person[open',
  ':a[`x]`]',
  ":a[b]{c='d'}",
  ':a[b]{c=d',
];

const STARTS = [
  '',
  '',
  '',
  '- ',
  '* ',
  '1. ',
  '2. ',
  '> ',
  '>',
  '  ',
  '   ',
  '    ',
  '      ',
  '# ',
  '## ',
  '| ',
  '```',
  '~~~',
  '<div>',
  '<b>',
  '<!-- c -->',
  '<!--',
  '-->',
  '---',
  '===',
  '***',
  '-',
  '1)',
  '2)',
  '[^1]: ',
  '[^2]: ',
  '[d]: /u',
  '[e]: /u "t"',
  '+ ',
  '|-|-|',
  '|---|',
  '- [x] ',
  '> - ',
  '- > ',
  '  - ',
  '   1. ',
  '\\',
  '\t',
  '-\t',
  '<script>',
  '</script>',
  '10. ',
  '> <div>',
  '- <b>',
  '- <!--',
  '<?',
  '<pre>',
  '</pre>',
  '> <a b="c',
];

const RECORDS = [
  '::person[Ann]{#ann}',
  '::update[x]{of=c status=fulfilled}',
  ':::commitment{#d}',
  ':::',
  '::::note',
];

function linesOf(words: readonly string[], starts: readonly string[]): fc.Arbitrary<string> {
  const line = fc
    .tuple(
      fc.constantFrom(...starts),
      fc.array(fc.constantFrom(...words), { maxLength: 3 }),
      fc.constantFrom('', ' '),
    )
    .map(([start, parts, between]) => start + parts.join(between));
  return fc
    .tuple(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n')), { maxLength: 9 }),
      fc.constantFrom('\n', '\n', '\n', '\r\n'),
    )
    .map(([lines, end]) => lines.flat().join('').replaceAll('\n', end));
}

/** Lines of Markdown in any order, mostly nonsense: what no one would write comes up here. */
export const anyMarkdown: fc.Arbitrary<string> = linesOf(WORDS, STARTS);

/** With a tag behind them, they are HTML or an autolink just if the tag is none: such a text has no right reading. */
const UNSETTLED: ReadonlySet<string> = new Set(['<a', '<x:']);

/** The same with tags and records, also broken ones. */
export const taggedMarkdown: fc.Arbitrary<string> = linesOf(
  [...WORDS.filter((word) => !UNSETTLED.has(word)), ...TAGS, ...TAGS],
  [
    ...STARTS,
    ...RECORDS,
    ...RECORDS.map((record) => `- ${record}`),
    ...RECORDS.map((record) => `> ${record}`),
  ],
);
