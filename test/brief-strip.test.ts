import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recognize, strip } from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse } from '../server/core/parse/index.js';
import { property, runs } from './support/needs.js';

const vocabulary = vocabularyOf([]);

function stripped(text: string): string {
  return strip(text, recognize(parse(text), vocabulary));
}

test('of tags the words stay, of records and fences nothing', () => {
  const cases: Record<string, string> = {
    'So :person[He]{ref=a} came to :office[:place[U.S.] Secretary]{ref=b}.\r\n':
      'So He came to U.S. Secretary.\r\n',
    'a\n\n::person[Ann]{#ann\n  name="A"}\n\nb\n': 'a\n\n\nb\n',
    '> a\n>\n> ::person[Ann]{#ann}\n> b\n': '> a\n>\n> b\n',
    'a\n::person[Ann]{#ann}': 'a\n',
    ':::commitment{by=a}\r\nIt :date[2025].\r\n:::\r\nx': 'It 2025.\r\nx',
    '::update[by :person[Ann]]{of=c}\nx\n': 'x\n',
    // in a list the mark of the item stays
    '- :::commitment{#c-1 by=a}\n  It will act.\n  :::\n- b\n': '- It will act.\n- b\n',
    '1. :::commitment{#c-1 by=a}\r\n\r\n   It will act.\r\n   :::\r\n': '1. It will act.\r\n',
    '> * :::commitment{by=a}\n>   It acts.\n>   :::\n': '> * It acts.\n',
    '- ::person[Ann]{#ann}\n- b\n': '- \n- b\n',
    '- a\n\n  :::commitment{by=a}\n  b\n  :::\n': '- a\n\n  b\n',
    // the braces of other tools stay
    '# With :person[Ann] {#visit}\n': '# With Ann {#visit}\n',
    '> ## :place[A] {#a .b} ##\n': '> ## A {#a .b} ##\n',
    'With :person[Ann] {#visit}\n===\n': 'With Ann {#visit}\n===\n',
    '| a |\n|---|\n| b |\n\n: Who met :person[Ann] {#tbl-who}\n':
      '| a |\n|---|\n| b |\n\n: Who met Ann {#tbl-who}\n',
    'He :person[Ann] {ref=ann}\n': 'He Ann\n',
    // what is not ours, or not whole
    ':foo[a :person[Ann] b] 10:30\n': ':foo[a Ann b] 10:30\n',
    ':::note\nx\n:::\n': ':::note\nx\n:::\n',
    'a :person[Ann b\n': 'a :person[Ann b\n',
    '::person[Ann]{#ann} came\n': '::person[Ann]{#ann} came\n',
    '::date[2025]\n': '::date[2025]\n',
    'a :place[x]{by=a, b} c\n': 'a x c\n',
    '---\ntitle: x\n---\n:date[2025]\n': '---\ntitle: x\n---\n2025\n',
  };
  const found = Object.keys(cases).map((text) => [text, stripped(text)] as const);
  assert.deepEqual(Object.fromEntries(found), cases);
});

const word = fc.constantFrom(
  'India',
  'signs',
  'the *pact*',
  'in `x`',
  '3:17',
  '\u00e9t\u00e9',
  '🇮🇳',
  'a_b',
  '会见',
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const attributes = fc.constantFrom('', '{ref=a}', '{#x-1}', '{ref=a,b}', '{\nref="a" }');
const kind = fc.constantFrom('person', 'place', 'commitment', 'topic');

/** A text, tagged and untagged, built side by side. */
interface Both {
  readonly tagged: string;
  readonly plain: string;
}

function tagAround(tag: string, braces: string, inner: Both): Both {
  return { tagged: `:${tag}[${inner.tagged}]${braces}`, plain: inner.plain };
}

function joined(parts: readonly Both[], by: string): Both {
  return {
    tagged: parts.map(({ tagged }) => tagged).join(by),
    plain: parts.map(({ plain }) => plain).join(by),
  };
}

const { sentence } = fc.letrec<{ piece: Both; sentence: Both }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map((text) => ({ tagged: text, plain: text })),
    fc
      .tuple(kind, attributes, tie('sentence'))
      .map(([tag, braces, inner]) => tagAround(tag, braces, inner)),
  ),
  sentence: fc
    .array(tie('piece'), { minLength: 1, maxLength: 3 })
    .map((parts) => joined(parts, ' ')),
}));

const lineEnd = fc.constantFrom('\n', '\r\n');
const record = fc.constantFrom(
  '::person[Ann :place[x]]{#ann}',
  '::update{of=c status=active}',
  '::org{#o\n  name="x; y"}',
);

const paragraph = fc
  .tuple(sentence, lineEnd, fc.option(record), fc.boolean(), fc.constantFrom('', '> ', '   '))
  .map(([text, end, line, isFenced, prefix]): Both => {
    const own = line === null ? '' : `${prefix}${line.replaceAll('\n', `${end}${prefix}`)}${end}`;
    const body = `${prefix}${text.tagged}${end}${own}`;
    const fence = `${prefix}:::commitment{by=a}${end}`;
    const tagged = isFenced ? `${fence}${body}${prefix}:::${end}` : body;
    return { tagged: `${tagged}${end}`, plain: `${prefix}${text.plain}${end}${end}` };
  });

property('stripping a tagged text gives the untagged text back, byte for byte', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 4 }), ([...parts]) => {
      const { tagged, plain } = joined(parts, '');
      assert.equal(stripped(tagged), plain);
    }),
    runs('page'),
  );
});

property('stripping never throws and takes nothing from a text without tags', () => {
  const odd = fc.constantFrom(
    ':person[',
    ']',
    '{',
    '}',
    '::',
    ':::commitment',
    '\n',
    '> ',
    '`',
    'x',
    '"',
    '{#a}',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(odd, fc.string()), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const once = stripped(text);
      assert.ok(once.length <= text.length);
      if (!text.includes(':')) assert.equal(once, text);
    }),
    runs('page'),
  );
});
