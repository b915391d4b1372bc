import assert from 'node:assert/strict';
import test from 'node:test';
import {
  findDefinitions,
  findImplementations,
  findReferences,
  findTypeDefinitions,
  type NavigationTarget,
  type Page,
  type TargetsAndOrigin,
  type Workspace,
} from '../server/core/index.js';
import { type Cursor, pageOf, workspaceWithCursor } from './support/features.js';

const REGISTRY = `\`\`\`yaml path=registry.yaml
person:
  pete-hegseth:
    name: Pete Hegseth
    other_names: [Secretary Hegseth]
    memberships: [{ office: us-secdef, start_date: 2025-01 }]
  lloyd-austin:
    name: Lloyd Austin
    memberships: [{ office: us-secdef, start_date: 2021-01, end_date: 2025-01-20 }]
  m-singh: { name: Manmohan Singh, other_names: [Singh] }
  r-singh: { name: Rajnath Singh, other_names: [Singh] }
office:
  us-secdef: { name: Secretary of Defense, place: us }
place:
  us: { name: United States, other_names: [US] }
  india: { name: India }
agreement:
  pact: { name: The Pact, parties: [us, india] }
topic:
  arms: { name: arms }
  jets: { name: jets, broader: arms }
source:
  paper: { name: Paper }
\`\`\`
`;

/** Where an answer leads: the page, its line, the words there; in the order of the answer. */
function told(
  workspace: Workspace,
  targets: readonly NavigationTarget[] | undefined,
): readonly string[] {
  return (targets ?? []).map(({ page, focus }) => {
    const { text } = pageOf(workspace, page);
    const line = text.slice(0, focus.start).split('\n').length;
    const place = page === 'registry.yaml' ? page : `${page}:${line}`;
    return `${place}: ${text.slice(focus.start, focus.end)}`;
  });
}

type Find = (workspace: Workspace, page: Page, offset: number) => TargetsAndOrigin | undefined;

function leads(find: Find, markdown: string): readonly string[] {
  const { workspace, page, offset } = workspaceWithCursor(REGISTRY + markdown);
  return told(workspace, find(workspace, page, offset)?.targets);
}

function brief(text: string): string {
  return `\n\`\`\`brief path=a.md\n${text}\n\`\`\`\n`;
}

function definitions(text: string): readonly string[] {
  return leads(findDefinitions, brief(text));
}

test('a mention leads to who is meant, by name, by ref, and to all of several', () => {
  assert.deepEqual(definitions(':person[Secretary ‸Hegseth] spoke.'), [
    'registry.yaml: pete-hegseth',
  ]);
  assert.deepEqual(definitions(':person[pete hegse‸th] spoke.'), ['registry.yaml: pete-hegseth']);
  assert.deepEqual(definitions(':person[H‸e]{ref=pete-hegseth} spoke.'), [
    'registry.yaml: pete-hegseth',
  ]);
  assert.deepEqual(definitions(':place[bo‸th]{ref=us,india} spoke.'), [
    'registry.yaml: us',
    'registry.yaml: india',
  ]);
  assert.deepEqual(definitions(':place[both]{ref=us,ind‸ia} spoke.'), ['registry.yaml: india']);
});

test('words that are the name of several lead to each; words of nobody nowhere', () => {
  assert.deepEqual(definitions(':person[Sin‸gh] spoke.'), [
    'registry.yaml: m-singh',
    'registry.yaml: r-singh',
  ]);
  assert.deepEqual(definitions(':person[No‸body] spoke.'), []);
  assert.deepEqual(definitions(':person[A]{ref=no‸body} spoke.'), []);
});

test('ids lead there from attributes, front matter and registries', () => {
  assert.deepEqual(definitions(':commitment[will pay]{by=u‸s to=india}'), ['registry.yaml: us']);
  assert.deepEqual(definitions('---\nsource: pap‸er\n---\n:date[2025]'), ['registry.yaml: paper']);
  const markdown = REGISTRY.replace('place: us }', 'place: u‸s }');
  const { workspace, page, offset } = workspaceWithCursor(markdown);
  assert.deepEqual(told(workspace, findDefinitions(workspace, page, offset)?.targets), [
    'registry.yaml: us',
  ]);
});

test('an update leads to its commitment from its words and from its first word', () => {
  const promise = '\n\n:commitment[will pay]{#c-pay by=us}';
  const there = ['a.md:3: will pay'];
  assert.deepEqual(definitions(`::update[Pa‸id]{of=c-pay}${promise}`), there);
  assert.deepEqual(definitions(`::upd‸ate{of=c-pay status=fulfilled}${promise}`), there);
  assert.deepEqual(definitions(`::update{of=c-‸pay}${promise}`), there);
  assert.deepEqual(definitions(`:commitment[th‸at]{ref=c-pay}${promise}`), there);
});

test('a definition leads to itself, from its id, its names and its words', () => {
  const registry = (from: string, to: string): readonly string[] => {
    const { workspace, page, offset } = workspaceWithCursor(REGISTRY.replace(from, to));
    return told(workspace, findDefinitions(workspace, page, offset)?.targets);
  };
  assert.deepEqual(registry('name: Lloyd', 'name: Llo‸yd'), ['registry.yaml: Lloyd Austin']);
  assert.deepEqual(registry('[Secretary H', '[Secretary ‸H'), ['registry.yaml: Secretary Hegseth']);
  assert.deepEqual(registry('  m-singh', '  m-si‸ngh'), ['registry.yaml: m-singh']);
  assert.deepEqual(definitions('::org[AC‸ME]{#acme}'), ['a.md:1: ACME']);
  assert.deepEqual(definitions('::org[ACME]{#ac‸me}'), ['a.md:1: acme']);
  assert.deepEqual(definitions(':commitment[will p‸ay]{by=us}'), ['a.md:1: will pay']);
  assert.deepEqual(definitions('# The pl‸an\n\n:date[2025]'), ['a.md:1: # The plan']);
});

test('a footnote mark leads to its footnote, which leads to itself', () => {
  assert.deepEqual(definitions(':date[2025][^N‸ote]\n\n[^note]: Said.'), ['a.md:3: note']);
  assert.deepEqual(definitions(':date[2025][^note]\n\n[^no‸te]: Said.'), ['a.md:3: note']);
});

test('a link leads to its page, to the heading, to the tag', () => {
  const other = `\n\`\`\`markdown path=notes/b.md\n# One\n\n## Two\n\n:commitment[will pay]{#c-pay by=us}\n\`\`\`\n`;
  const links = (text: string): readonly string[] => leads(findDefinitions, brief(text) + other);
  assert.deepEqual(links('[x](notes/b.md#t‸wo) :date[2025]'), ['notes/b.md:3: ## Two']);
  assert.deepEqual(links('[x](not‸es/b.md) :date[2025]'), ['notes/b.md:1: ']);
  assert.deepEqual(links('[‸x](notes/b) :date[2025]'), ['notes/b.md:1: ']);
  assert.deepEqual(links('[‸x][d] :date[2025]\n\n[d]: notes/b.md#two'), ['notes/b.md:3: ## Two']);
  assert.deepEqual(links('[‸x](notes/b.md#c-pay) :date[2025]'), ['notes/b.md:5: will pay']);
  assert.deepEqual(links('[‸x](notes/c.md) [y](https://x.y) :date[2025]'), []);
  assert.deepEqual(links('[x](notes/c.md) [‸y](https://x.y) :date[2025]'), []);
  assert.deepEqual(links('# A b\n\n[‸x](#a-b) :date[2025]'), ['a.md:1: # A b']);
});

test('what is no thing leads nowhere', () => {
  for (const text of [
    ':da‸te[2025]',
    ':commitment[x]{by=us due‸=2025}',
    ':commitment[x]{by=us status=ac‸tive}',
    'Plain w‸ords and :date[2025].',
    ':person‸ [x]',
    '‸',
  ]) {
    assert.deepEqual(definitions(text), [], text);
  }
});

test('the words that lead are the innermost', () => {
  const { workspace, page, offset } = workspaceWithCursor(
    REGISTRY + brief(':office[:place[U‸S] Secretary of Defense]{ref=us-secdef}'),
  );
  const found = findDefinitions(workspace, page, offset);
  assert.ok(found);
  assert.equal(page.text.slice(found.origin.start, found.origin.end), 'US');
  assert.deepEqual(told(workspace, found.targets), ['registry.yaml: us']);
});

test('a commitment belongs to its agreement, with an id or without', () => {
  const types = (text: string): readonly string[] => leads(findTypeDefinitions, brief(text));
  const pact = ['registry.yaml: pact'];
  assert.deepEqual(types(':commitment[will p‸ay]{by=us under=pact}'), pact);
  assert.deepEqual(types(':commitment[will pay]{#c-p‸ay by=us under=pact}'), pact);
  assert.deepEqual(
    types('::update[Pa‸id]{of=c-pay}\n\n:commitment[will pay]{#c-pay by=us under=pact}'),
    pact,
  );
  assert.deepEqual(types(':commitment[will p‸ay]{by=us}'), []);
});

test("an office has the holder of the brief's day, a person the office", () => {
  const types = (text: string): readonly string[] => leads(findTypeDefinitions, brief(text));
  const of = (date: string, words: string): readonly string[] =>
    types(`---\ndate: ${date}\n---\n${words}`);
  const office = ':office[Secretary of Def‸ense]';
  assert.deepEqual(of('2022-05-01', office), ['registry.yaml: lloyd-austin']);
  assert.deepEqual(of('2025-10-31', office), ['registry.yaml: pete-hegseth']);
  assert.deepEqual(of('2010', office), []);
  assert.deepEqual(types(office), ['registry.yaml: pete-hegseth'], 'without a date it is today');
  assert.deepEqual(of('2025-10-31', ':person[Pete Heg‸seth]'), ['registry.yaml: us-secdef']);
  assert.deepEqual(of('2022-10-31', ':person[Pete Heg‸seth]'), []);
  assert.deepEqual(types(':topic[je‸ts]'), ['registry.yaml: arms']);
});

test('implementations are updates by day, promises under an agreement, holders in time', () => {
  const text = [
    ':commitment[will pay]{#c-pay by=us under=pact} :commitment[will go]{by=us under=pact}',
    '::update[Last]{of=c-pay on=2025-09}',
    '::update[First]{of=c-pay on=2025-01}',
    '::update{of=c-pay on=2025-05 status=stalled}',
  ];
  const came = (...lines: readonly string[]): readonly string[] =>
    leads(findImplementations, brief(lines.join('\n')));
  assert.deepEqual(came(...text, 'See :commitment[th‸at]{ref=c-pay}.'), [
    'a.md:3: First',
    'a.md:4: update',
    'a.md:2: Last',
  ]);
  assert.deepEqual(came(...text, 'See :agreement[The P‸act].'), [
    'a.md:1: will pay',
    'a.md:1: will go',
  ]);
  assert.deepEqual(came(':office[Secretary of Def‸ense]'), [
    'registry.yaml: lloyd-austin',
    'registry.yaml: pete-hegseth',
  ]);
  assert.deepEqual(came(':person[Pete Heg‸seth]'), []);
});

function references(
  markdown: string,
  declaration: 'with' | 'without' = 'without',
): readonly string[] {
  const { workspace, page, offset }: Cursor = workspaceWithCursor(markdown);
  return told(workspace, findReferences(workspace, page, offset, declaration));
}

const BRIEFS = `
\`\`\`brief path=b.md
:place[US] and :place[they]{ref=us,india} and :place[united states].
:commitment[will pay]{#c-pay by=us,india for=us to=india}
::update{of=c-pay}
\`\`\`
`;

test('references are mentions by name and by ref, attributes and entries, in order and once', () => {
  const all = [
    'a.md:1: US',
    'b.md:1: US',
    'b.md:1: they',
    'b.md:1: united states',
    'b.md:2: us',
    'b.md:2: us',
    'registry.yaml: us',
    'registry.yaml: us',
  ];
  const markdown = REGISTRY + BRIEFS + brief(':place[U‸S]');
  assert.deepEqual(references(markdown), all);
  assert.deepEqual(references(markdown, 'with'), [
    ...all.slice(0, 7),
    'registry.yaml: us',
    ...all.slice(7),
  ]);
  const fromId = REGISTRY.replace('  us: {', '  u‸s: {') + BRIEFS + brief(':place[US]');
  assert.deepEqual(references(fromId), all);
});

test('references of a commitment are its updates and mentions, and those that name it', () => {
  const text = brief(':commitment[th‸at]{ref=c-pay} :commitment[x]{by=us depends-on=c-pay}');
  assert.deepEqual(references(REGISTRY + BRIEFS + text, 'with'), [
    'a.md:1: that',
    'a.md:1: c-pay',
    'b.md:2: c-pay',
    'b.md:3: c-pay',
  ]);
});

test('the front matter refers to its sources', () => {
  const text = '---\nsource: [paper]\n---\n:source[Pa‸per]\n:commitment[x]{by=us source=paper}';
  assert.deepEqual(references(REGISTRY + brief(text)), [
    'a.md:2: paper',
    'a.md:4: Paper',
    'a.md:5: paper',
  ]);
});

test('a heading is referred to by the links to it, also from other Markdown', () => {
  const pages = `
\`\`\`markdown path=notes/n.md
[a](../a.md#the-plan) [b](../a.md#other) [c][d]

[d]: ../a#The-Plan
\`\`\`
`;
  const heading = references(brief('# The pl‸an\n\n[up](#the-plan) :date[2025]') + pages, 'with');
  const links = [
    'a.md:3: [up](#the-plan)',
    'notes/n.md:1: [a](../a.md#the-plan)',
    'notes/n.md:1: [c][d]',
    'notes/n.md:3: ../a#The-Plan',
  ];
  assert.deepEqual(heading, ['a.md:1: # The plan', ...links]);
  assert.deepEqual(references(brief('# The plan\n\n[u‸p](#the-plan) :date[2025]') + pages), links);
});

test('a page is referred to by links from elsewhere, a footnote by its marks', () => {
  const pages = `
\`\`\`markdown path=n.md
[a](b.md) [b](b.md#x) [c](https://b.md)
\`\`\`
`;
  assert.deepEqual(references(BRIEFS + brief('[‸see](b.md) :date[2025]') + pages), [
    'a.md:1: [see](b.md)',
    'n.md:1: [a](b.md)',
    'n.md:1: [b](b.md#x)',
  ]);
  const notes = brief(':date[2025][^1] x[^2] y[^‸1]\n\n[^1]: One.');
  assert.deepEqual(references(notes), ['a.md:1: [^1]', 'a.md:1: [^1]']);
  assert.deepEqual(references(notes, 'with'), ['a.md:1: [^1]', 'a.md:1: [^1]', 'a.md:3: 1']);
});

test('nothing refers to what is no thing', () => {
  const { workspace, page, offset } = workspaceWithCursor(brief('No‸thing, :date[2025].'));
  assert.equal(findReferences(workspace, page, offset, 'with'), undefined);
});
