// What every report is made of: one view of the briefs as of a day.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, recognize, strip } from '../server/core/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { plainText } from '../server/report/frame/plain-text.js';
import { stableKey } from '../server/report/frame/stable-key.js';
import { type ReportView, reportView } from '../server/report/index.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const TEXTS = {
  'registry.yaml': `place:
  a: { name: Arcadia, other_names: [the Republic] }
  b: { name: Borduria }
  nobody-speaks-of: { name: Cordia }
org:
  m: { name: Ministry, parent: g }
  g: { name: Government }
person:
  ann: { name: Ann Lee, memberships: [{ office: head, start_date: 2025 }] }
office:
  head: { name: Head, org: m, place: a }
agreement:
  p: { name: Coast Pact, parties: [a, b] }
event:
  talks: { name: Talks, start_date: 2025-10-01, attendees: [ann] }
source:
  s: { name: Statement, url: "https://example.org/s" }
`,
  'one.md': `---
title: One
date: 2025-10-01
source: s
---

# Talks of :place[Arcadia]

:person[Ann Lee] of :place[the *Republic*]{ref=a} :commitment[will pay by :date[17 October 2025]]{#c-pay by=a to=b under=p at=talks due=2025-10-17}.

:::commitment{#c-open by=a,b to=each-other due=2026}
Both will open their ports.
:::
`,
  'two.md': `---
date: 2025-10-20
---
::update[It was paid]{of=c-pay status=fulfilled on=2025-10-20 source=s}
::update{of=c-pay due=2026-01-01 on=2026-02-01}

:place[Borduria] :commitment[will go]{by=b}, and :commitment[will go]{by=b}. See :commitment[the payment]{ref=c-pay}.
`,
};

function viewOf(texts: Readonly<Record<string, string>>, pages = Object.keys(texts)): ReportView {
  const workspace = workspaceOf(texts);
  return reportView([{ workspace, pages, fileOf: (page) => page }], workspace.today);
}

test('a view has the commitments as of its day, with names, their history and where they are spoken of', () => {
  const { commitments, asOf } = viewOf(TEXTS);
  assert.equal(asOf, '2025-11-01');
  const [pay] = commitments.filter(({ id }) => id === 'c-pay');
  assert.ok(pay);
  assert.deepEqual(
    [pay.by, pay.to, [pay.under], [pay.at]].map(([ref]) => ref?.name),
    ['Arcadia', 'Borduria', 'Coast Pact', 'Talks'],
  );
  assert.deepEqual(
    [pay.status, pay.due, pay.overdue, pay.line],
    ['fulfilled', '2025-10-17', false, 9],
  );
  assert.deepEqual(
    pay.history.map(({ status, on, isKnown, file, line, sources }) => [
      ...[status, on, isKnown, file, line],
      ...sources.map(({ name }) => name),
    ]),
    [
      ['active', '2025-10-01', true, 'one.md', 9, 'Statement'],
      ['fulfilled', '2025-10-20', true, 'two.md', 4, 'Statement'],
      [undefined, '2026-02-01', false, 'two.md', 5],
    ],
  );
  assert.deepEqual(
    pay.mentions.map(({ words, brief }) => [words, brief.file]),
    [['the payment', 'two.md']],
  );
  assert.equal(new Set(commitments.map(({ key }) => key)).size, 4);
});

test('words are where the text without tags has them, of a block too', () => {
  const { briefs } = viewOf(TEXTS);
  const [one] = briefs;
  assert.ok(one);
  assert.deepEqual(
    one.mentions.map(({ kind, plain, parent }) => [
      kind,
      one.plain.text.slice(plain.start, plain.end),
      parent,
    ]),
    [
      ['place', 'Arcadia', undefined],
      ['person', 'Ann Lee', undefined],
      ['place', 'the *Republic*', undefined],
      ['commitment', 'will pay by 17 October 2025', undefined],
      ['date', '17 October 2025', 3],
      ['commitment', 'Both will open their ports.', undefined],
    ],
  );
  assert.equal(one.plain.text.slice(one.plain.body).trimStart().slice(0, 18), '# Talks of Arcadia');
});

test('entities are those that the briefs speak of and what these refer to; registries add all of theirs', () => {
  const ids = ({ entities }: ReportView): readonly string[] => entities.map(({ id }) => id);
  assert.deepEqual(ids(viewOf(TEXTS, ['two.md'])), ['b', 's']);
  assert.deepEqual(ids(viewOf(TEXTS, ['one.md'])), [
    ...['ann', 'g', 'm', 'head', 'a', 'b', 'p', 'talks', 's'],
  ]);
  const all = viewOf(TEXTS);
  assert.equal(ids(all).length, 10);
  const arcadia = all.entities.find(({ id }) => id === 'a');
  assert.deepEqual([arcadia?.mentions, arcadia?.owes, arcadia?.isOwed], [2, 2, 1]);
});

test('relations say who is party to what, who was there, who holds what and who promises whom', () => {
  const found = [...viewOf(TEXTS).relations()].map(
    ({ type, from, to, start }) => `${from.id} ${type} ${to.id}${start ? ` ${start}` : ''}`,
  );
  for (const wanted of [
    ...['p parties a', 'p parties b', 'talks attendees ann', 'm parent g', 'head org m'],
    ...['ann memberships.office head 2025', 'a promises b 2025-10-01', 'b promises a 2025-10-01'],
  ])
    assert.ok(found.includes(wanted), `${wanted}\n${found.join('\n')}`);
});

test('what has one id in two workspaces has two keys in their report', () => {
  const [one, two] = [workspaceOf(TEXTS), workspaceOf(TEXTS)];
  const pages = Object.keys(TEXTS);
  const view = reportView(
    [
      { workspace: one, pages, fileOf: (page) => page },
      { workspace: two, pages, fileOf: (page) => `other/${page}` },
    ],
    one.today,
  );
  for (const list of [view.entities, view.commitments])
    assert.equal(new Set(list.map(({ key }) => key)).size, list.length);
  assert.deepEqual(
    view.briefs.map(({ file }) => file),
    ['one.md', 'other/one.md', 'other/two.md', 'two.md'],
  );
});

test('a key is the same everywhere, and another for another text', () => {
  assert.equal(stableKey('c-pay'), stableKey('c-pay'));
  assert.match(stableKey(''), /^[0-9a-f]{24}$/);
  const texts = Array.from({ length: 20_000 }, (_, at) => `c-${at}`);
  assert.equal(new Set(texts.map(stableKey)).size, texts.length);
});

property('what is left of a text is where its offsets lead, there and back', () => {
  fc.assert(
    fc.property(taggedMarkdown, (text) => {
      const facts = recognize(parse(text), vocabularyOf([]));
      const plain = plainText(text, facts);
      assert.equal(plain.text, strip(text, facts));
      for (let at = 0; at < plain.text.length; at += 1) {
        const source = plain.toSource(at);
        assert.equal(text[source], plain.text[at]);
        assert.equal(plain.fromSource(source), at);
      }
    }),
    runs('text'),
  );
});
