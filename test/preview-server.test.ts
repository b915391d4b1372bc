// What the server says for the preview: from the core, and as an editor asks for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagePreview, tagKey } from '../server/core/features/index.js';
import { type PreviewTips, REQUESTS } from '../server/lsp/protocol.js';
import { makeWorkspace } from './support/briefs.js';
import { worked } from './support/clock.js';
import { startEditor } from './support/editor.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `person:
  ann:
    name: Ann Lee
    other_names: [Ann, Minister Lee]
    description: A minister.
    memberships: [{ office: minister, start_date: 2025-01 }]
office: { minister: { name: Minister of Trade } }
place:
  aland: { name: Aland, iso: AX }
  borduria: { name: Borduria }
agreement:
  pact: { name: The Pact, instrument: treaty, parties: [aland, borduria], signed: 2025-03-01 }
source: { gazette: { name: The Gazette, publisher: State Press } }
`;
const BRIEF = `---
date: 2025-10-01
source: gazette
---

:person[Ann] of :place[Aland] and :person[Nobody] in :date[2025].
:commitment[will pay]{#c-pay by=ann for=aland to=borduria under=pact due=2025-10-31}
:commitment[will talk]{by=aland,borduria to=each-other due-text=soon}

::update[Paid in full]{of=c-pay status=fulfilled on=2025-10-20 source=gazette}
`;

function previewOf(texts: Readonly<Record<string, string>>): ReturnType<typeof pagePreview> {
  const workspace = workspaceOf({ 'registry.yaml': REGISTRY, ...texts });
  const page = workspace.pages.get('a.md');
  assert.ok(page);
  return pagePreview(workspace, page);
}

test('there is a card for all that is spoken of, in plain words', () => {
  const { cards } = previewOf({ 'a.md': BRIEF });
  assert.deepEqual(cards, {
    ann: {
      title: 'Ann Lee',
      kind: 'Person',
      lines: ['A minister.', 'Also Ann, Minister Lee', 'Minister of Trade, since January 2025'],
    },
    aland: { title: 'Aland', kind: 'Place', lines: ['ISO AX'] },
    'c-pay': {
      title: 'will pay',
      kind: 'Commitment',
      lines: [
        'by Ann Lee, for Aland, to Borduria · fulfilled, 20 October 2025',
        '20 October 2025 · fulfilled: Paid in full (The Gazette)',
      ],
    },
  });
});

test('each tag has its ids and, of commitments and updates, how they stand', () => {
  const { tags } = previewOf({ 'a.md': BRIEF });
  assert.deepEqual(
    tags.map(({ ids, state, overdue }) => [ids.join(), state, overdue]),
    [
      ['ann', undefined, undefined],
      ['aland', undefined, undefined],
      ['', undefined, undefined],
      ['', undefined, undefined],
      ['c-pay', 'by Ann Lee, for Aland, to Borduria · fulfilled, 20 October 2025', undefined],
      ['', 'by Aland and Borduria, to each other · due “soon” · active', undefined],
      ['c-pay', 'fulfilled, 20 October 2025 · about “will pay” · The Gazette', undefined],
    ],
  );
});

test('what is overdue is said to be, and by how much', () => {
  const brief = ':commitment[will pay]{#c-pay by=ann due=2025-10-11}';
  const [tag] = previewOf({ 'a.md': brief }).tags;
  assert.equal(tag?.state, 'by Ann Lee · due 11 October 2025, overdue by 3 weeks · active');
  assert.equal(tag?.overdue, true);
});

test('keys tell tags apart by what they say', () => {
  const text = ':person[A] :person[A]{ref=a} :org[A] :person[A]{#a} :person[A]';
  const page = workspaceOf({ 'a.md': text }).pages.get('a.md');
  const keys = page?.facts.tags.map(tagKey) ?? [];
  assert.equal(new Set(keys).size, 4);
  assert.equal(keys[0], keys[4]);
});

test('it is quick in a large workspace, as it is asked while one types', () => {
  const { registry, briefs } = makeWorkspace(300);
  const workspace = workspaceOf({ 'registry.yaml': registry, ...Object.fromEntries(briefs) });
  const [page] = [...workspace.pages.values()].filter(({ facts }) => facts.role === 'brief');
  assert.ok(page && page.facts.tags.length > 20);
  const before = worked();
  pagePreview(workspace, page);
  assert.ok(worked() - before < 500);
});

test('an editor gets it by a request of its own', async () => {
  const editor = await startEditor({ 'registry.yaml': REGISTRY, 'a.md': BRIEF });
  try {
    const uri = editor.open('a.md');
    await editor.pull('a.md');
    const ask = (of: string): Promise<PreviewTips | null> =>
      editor.connection.sendRequest(REQUESTS.preview, { uri: of });
    const tips = await ask(uri);
    assert.equal(tips?.cards.ann?.title, 'Ann Lee');
    assert.equal(tips?.tags.length, 7);
    assert.equal(tips?.complete, true);
    editor.change('a.md', 2, 'Nothing here');
    assert.deepEqual((await ask(uri))?.tags, []);
    assert.equal(await ask('file:///nowhere/b.md'), null);
  } finally {
    await editor.close();
  }
});
