import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Facts, recognize, type Tag } from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse } from '../server/core/parse/index.js';

const vocabulary = vocabularyOf([]);

function facts(text: string): Facts {
  return recognize(parse(text), vocabulary);
}

/** The one tag of a text. */
function tag(text: string): Tag {
  const { tags } = facts(text);
  assert.equal(tags.length, 1, text);
  return tags[0] as Tag;
}

/** Each fault as `rule: the characters it is about`, with what is wanted. */
function faults(text: string): readonly string[] {
  return facts(text).faults.map(({ rule, span, detail }) => {
    const wanted = detail.wanted === undefined ? '' : ` -> ${detail.wanted}`;
    return `${rule}: ${text.slice(span.start, span.end)}${wanted}`;
  });
}

/** The text after the fixes of all its faults. */
function mended(text: string): string {
  const edits = facts(text).faults.flatMap((fault) => fault.edits ?? []);
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: by }) => all.slice(0, span.start) + by + all.slice(span.end), text);
}

test('the forms of section 1 have their roles', () => {
  const roles: Record<string, string> = {
    ':person[Pete Hegseth]': 'mention',
    ':person[He]{ref=pete-hegseth}': 'mention',
    ':person[Pete Hegseth]{#pete-hegseth}': 'definition',
    '::person[Pete Hegseth]{#pete-hegseth other-names="Secretary Hegseth; Hegseth"}': 'definition',
    ':commitment[finalize the sales]{#c-sales by=united-states}': 'commitment',
    ':commitment[finalize the sales]{by=united-states}': 'commitment',
    ':::commitment{#c-sales by=united-states}\nIndia shall pay.\n:::': 'commitment',
    '::commitment[Help]{#c-help by=india}': 'commitment',
    ':commitment[that pledge]{ref=c-sales}': 'mention',
    '::update[Letter signed]{of=c-sales status=fulfilled}': 'update',
    '::update{of=c-sales status=fulfilled}': 'update',
    ':date[this year]{edtf=2025}': 'date',
  };
  const read = Object.keys(roles).map((text) => [text, tag(text).role] as const);
  assert.deepEqual(Object.fromEntries(read), roles);
  for (const text of Object.keys(roles)) assert.deepEqual(faults(text), [], text);
});

test('a mention holds its words, its ids and the places of them all', () => {
  const text = 'So :person[the *two* leaders]{ref=rajnath-singh,pete-hegseth} met.\n';
  const { refs, words, label, head, span, sound } = tag(text);
  assert.equal(words, 'the two leaders');
  assert.ok(sound);
  const at = (place: { start: number; end: number } | undefined) =>
    place && text.slice(place.start, place.end);
  assert.deepEqual(
    [at(head), at(label), at(span), refs?.map((ref) => [ref.text, at(ref.span)])],
    [
      'person',
      'the *two* leaders',
      ':person[the *two* leaders]{ref=rajnath-singh,pete-hegseth}',
      [
        ['rajnath-singh', 'rajnath-singh'],
        ['pete-hegseth', 'pete-hegseth'],
      ],
    ],
  );
  assert.deepEqual(
    facts(text).uses.map(({ id, kinds, attribute, tag: by }) => [id.text, kinds, attribute, by]),
    [
      ['rajnath-singh', ['person'], 'ref', 0],
      ['pete-hegseth', ['person'], 'ref', 0],
    ],
  );
});

test('nested tags are words of the outer one, and know it', () => {
  const { tags } = facts(
    ':office[:place[U.S.] Secretary of Defense] and :foo[see :person[A]{ref=a}], :commitment[:person[B] will go]{by=b}',
  );
  assert.deepEqual(
    tags.map(({ kind, words, parent }) => [kind, words, parent]),
    [
      ['office', 'U.S. Secretary of Defense', undefined],
      ['place', 'U.S.', 0],
      ['person', 'A', undefined],
      ['commitment', 'B will go', undefined],
      ['person', 'B', 3],
    ],
  );
});

test('plain text has no escapes, references, line breaks or code ticks', () => {
  const words = (label: string) => tag(`:topic[${label}]{ref=x}`).words;
  assert.equal(words('AT&amp;T \\[x\\] a&#8211;b &copy; &nosuch;'), 'AT&T [x] a–b © &nosuch;');
  assert.equal(words('the  ten-year\nframework'), 'the ten-year framework');
  assert.equal(words('e\u0301tat'), '\u00e9tat');
  assert.equal(words('`a\\*b` and **bold**'), 'a\\*b and bold');
});

test('a block holds its tags and is read whole', () => {
  const text = `:::commitment{#c by=india,france to=each-other}
India **shall** help :place[France].

::update{of=c status=active}

They meet.
:::

After it :place[Chad].
`;
  const { tags } = facts(text);
  assert.deepEqual(
    tags.map(({ kind, form, parent }) => [kind, form, parent]),
    [
      ['commitment', 'block', undefined],
      ['place', 'text', 0],
      ['update', 'record', 0],
      ['place', 'text', undefined],
    ],
  );
  const block = tags[0] as Tag;
  assert.equal(block.words, 'India shall help France. They meet.');
  assert.deepEqual([block.read?.strength, block.read?.words.text], ['binding', 'shall']);
  assert.ok(text.slice(block.span.start, block.span.end).endsWith('They meet.\n:::'));
});

test('strength: the marker first, else the words outside nested commitments', () => {
  const read = (text: string) =>
    facts(text).tags.flatMap((each) =>
      each.role === 'commitment'
        ? [
            each.read &&
              `${each.read.strength}: ${text.slice(each.read.words.span.start, each.read.words.span.end)}`,
          ]
        : [],
    );
  assert.deepEqual(
    read(':commitment[the two :commitment[that shall pay]{by=a} **are set** to sign]{by=b}'),
    ['planned: are set** to', 'binding: shall'],
  );
  assert.deepEqual(read(':commitment[that it will help]{by=a marker="hope to"}'), [
    'aspired: hope to',
  ]);
  assert.deepEqual(read(':commitment[help]{by=a}'), [undefined]);
  assert.deepEqual(read('::commitment[India pledges to help]{#c by=a}'), ['pledged: pledges to']);
});

test('a definition is called by its name, its label, its words or its id', () => {
  const named = (text: string) => {
    const [definition] = facts(text).definitions;
    return [
      definition?.id.text,
      definition?.name.text,
      definition?.otherNames.map((name) => name.text),
    ];
  };
  assert.deepEqual(named('::person[He]{#a name="Ann B" other-names="A. B.; Ann"}'), [
    'a',
    'Ann B',
    ['A. B.', 'Ann'],
  ]);
  assert.deepEqual(named('::person[Ann *B*]{#a}'), ['a', 'Ann B', []]);
  assert.deepEqual(named('::person{#a}'), ['a', 'a', []]);
  assert.deepEqual(named(':commitment[pay]{#c by=a}'), ['c', 'pay', []]);
  assert.deepEqual(facts(':commitment[pay]{by=a}').definitions, []);
});

test('dates are read from edtf or from their words', () => {
  assert.equal(tag(':date[this year]{edtf=2025}').edtf, '2025');
  assert.equal(tag(':date[31 October 2025]').edtf, '2025-10-31');
  assert.equal(tag(':date[Q1 2026]').edtf, '2026-33');
  assert.deepEqual(faults(':date[last spring]'), ['unreadable-date: last spring']);
  assert.equal(mended(':date[2025-10-31]'), ':date[2025-10-31]{edtf=2025-10-31}');
  assert.deepEqual(faults(':date[x]{edtf=2025-26}'), ['invalid-value: 2025-26 -> 2025-04/2026-03']);
  assert.equal(mended(':date[x]{edtf=2025-26}'), ':date[x]{edtf=2025-26}');
});

test('what is wrong in an attribute is told at the narrowest words, once', () => {
  const wrong: Record<string, readonly string[]> = {
    ':place[x]{reff=delhi}': ['unknown-attribute: reff -> ref'],
    ':place[x]{#delhi descripton=y}': ['unknown-attribute: descripton -> description'],
    ':place[x]{#delhi colour=y}': ['unknown-attribute: colour'],
    ':place[x]{classification=country}': ['unknown-attribute: classification=country'],
    ':place[x]{id=delhi}': ['unknown-attribute: id=delhi -> #delhi'],
    '::person[x]{#p memberships=y}': ['unknown-attribute: memberships=y'],
    ':place[x]{#New_Delhi}': ['invalid-value: New_Delhi -> new-delhi'],
    ':place[x]{#2025}': ['invalid-value: 2025'],
    ':place[x]{ref=each-other}': ['invalid-value: each-other'],
    ':place[x]{ref=a,B,c}': ['invalid-value: B -> b'],
    ':commitment[x]{by=india,}': ['malformed-attribute: ,'],
    ':commitment[x]{by="india,"}': ['invalid-value: ,'],
    '::org[x]{#x other-names="A;; B"}': ['invalid-value: ;'],
    ':commitment[x]{by=india status=Fulfilled}': ['invalid-value: Fulfilled -> fulfilled'],
    ':commitment[x]{by=india status=done}': ['invalid-value: done -> fulfilled'],
    ':commitment[x]{by=india due=2025/..}': ['invalid-value: 2025/..'],
    ':commitment[x]{by=india period=2025}': ['invalid-value: 2025'],
    ':commitment[x]{by=india due="31 October 2025"}': [
      'invalid-value: 31 October 2025 -> 2025-10-31',
    ],
    ':commitment[x]{by=india to=each-other}': ['invalid-value: each-other'],
    ':commitment[x]{by=india,usa to=each-other,france}': ['invalid-value: each-other'],
    ':commitment[x]{by=each-other}': ['invalid-value: each-other'],
    '::update{of=c correction=true}': ['invalid-value: true -> yes'],
    '::update{status=active}': ['invalid-value: update'],
    '::person[Ann]': ['invalid-value: person'],
    '::person[Ann]{ref=ann}': ['invalid-value: ann'],
    ':date[x]{#d edtf=2025}': ['unknown-attribute: #d'],
    ':commitment[x]{ref=c due=2025}': ['unknown-attribute: due=2025'],
  };
  const found = Object.keys(wrong).map((text) => [text, faults(text)] as const);
  assert.deepEqual(Object.fromEntries(found), wrong);
  for (const text of Object.keys(wrong)) assert.equal(tag(text).sound, false, text);
});

test('what is right in an attribute is not told', () => {
  for (const text of [
    ':commitment[x]{by=india,usa to=each-other due=2025-12 said_by=usa}',
    ':commitment[x]{by="india, usa" to=each-other}',
    '::org[x]{#x links="https://a.org; https://b.org" parent=y founding-date=1945}',
    ':place[x]{#constructor description=toString}',
  ])
    assert.deepEqual(faults(text), [], text);
});

test('forms that a kind does not have', () => {
  assert.deepEqual(faults('::date[2025]'), ['wrong-form: ::date -> :date[words]{…} in a sentence']);
  assert.deepEqual(faults('A :update[x]{of=c}'), [
    'wrong-form: :update -> ::update[words]{…} on its own line',
  ]);
  assert.deepEqual(faults(':::person{#p}\nx\n:::').length, 1);
  assert.deepEqual(faults(':::commitment[x]{by=a}\nx\n:::').length, 1);
});

test('near misses are told in a fix, other words stay prose with their nested tags', () => {
  assert.equal(
    mended(':persn[A] :Person[B] ::offce[C]{#c}'),
    ':person[A] :person[B] ::offce[C]{#c}',
  );
  assert.deepEqual(faults(':prsn[A] :smile: :rg[x] :plan[x] :or[y] :per'), []);
  assert.deepEqual(facts('10:30 :foo[bar] `:person[x]`').role, 'document');
  const { tags } = facts(':persn[the :place[Delhi] man]');
  assert.deepEqual(
    tags.map(({ kind, parent }) => [kind, parent]),
    [['place', undefined]],
  );
});

test('a text is a brief by a tag or by a slip that names a kind', () => {
  const role = (text: string) => facts(text).role;
  assert.equal(role(':date[2025]'), 'brief');
  assert.equal(role('x person:[Ann] y'), 'brief');
  assert.equal(role('x :person [Ann] y'), 'brief');
  assert.equal(role('x foo:[Ann] :foo [x] y'), 'document');
  assert.equal(role('- [x] done, [quoted text], 10:30, :smile:, :::note\nx\n:::'), 'document');
  assert.equal(role('：person［A］'), 'brief');
  for (const slip of [':persn[A]', '::udpate{of=a}', ':::comitment{by=a}\nb\n:::', ':Place[A]'])
    assert.equal(role(slip), 'brief', slip);
  // another word for a kind is none, nor is what no kind is written as
  for (const none of [':country[A]', ':persons[A]', ':::topics\na\n:::', '::data{a=b}', ':perso'])
    assert.equal(role(none), 'document', none);
  assert.equal(role(':per'), 'document');
});

test('an open label is one finding and no tag', () => {
  const { tags, faults: found } = facts(':person[Pe :place[Delhi] x');
  assert.deepEqual(
    found.map(({ rule }) => rule),
    ['unclosed-label'],
  );
  assert.deepEqual(
    tags.map(({ kind, parent }) => [kind, parent]),
    [['place', undefined]],
  );
  assert.deepEqual(faults(':foo[x :person[Pe').length, 1);
});

test('headings have words without tags, and the anchors of GitHub', () => {
  const { headings } = facts(
    '# The :agreement[pact]{ref=p}: *now*\n\n## The pact now\n\n## The pact now\n',
  );
  assert.deepEqual(
    headings.map(({ words, slug, depth }) => [words, slug, depth]),
    [
      ['The pact: now', 'the-pact-now', 1],
      ['The pact now', 'the-pact-now-1', 2],
      ['The pact now', 'the-pact-now-2', 2],
    ],
  );
});

test('front matter: title, date, source and lang; the rest is left alone', () => {
  const text = `---
title: A brief
date: 2025-10-31T10:00:00Z
source: a, b
lang: en
tags: [x, y]
---
:date[2025]
`;
  const { front, uses, faults: found } = facts(text);
  assert.deepEqual(found, []);
  assert.equal(front.title?.text, 'A brief');
  assert.equal(front.lang?.text, 'en');
  assert.equal(front.date?.edtf, '2025-10-31');
  assert.deepEqual(
    uses.map(({ id, kinds, attribute }) => [
      text.slice(id.span.start, id.span.end),
      kinds,
      attribute,
    ]),
    [
      ['a', ['source'], 'source'],
      ['b', ['source'], 'source'],
    ],
  );
  assert.deepEqual(
    facts('---\nsource: [a, b]\n---\n').front.source.map((id) => id.text),
    ['a', 'b'],
  );
  assert.deepEqual(faults('---\ndate: soon\n---\n'), ['unreadable-date: soon']);
  assert.deepEqual(faults('---\ntitle: [a\nb: ]]\n---\n').length, 1);
  assert.deepEqual(faults('---\nsource: https://x.org/a\n---\n'), []);
  const words = facts('---\nsource: The Paper\n---\n');
  assert.deepEqual(words.faults, []);
  assert.deepEqual(
    words.front.source.map((id) => id.text),
    ['The Paper'],
  );
});
