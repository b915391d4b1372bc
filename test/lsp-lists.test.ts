// Lists in groups and page by page, and what the server says when something in them has changed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ApplyWorkspaceEditParams } from 'vscode-languageserver-protocol';
import {
  type BriefItem,
  type BriefParams,
  COMMANDS,
  type CommitmentItem,
  type CommitmentsParams,
  type EntityListParams,
  type ListChangedParams,
  type ListedEntity,
  type ListPage,
  type MentionAt,
  type MentionParams,
  type MentionResult,
  type MergeParams,
  type MergeResult,
  NOTIFICATIONS,
  REQUESTS,
} from '../server/lsp/protocol.js';
import { ABLE, type Editor, startEditor } from './support/editor.js';

const BRIEF =
  '---\ntitle: On the eve\ndate: 2025-10-01\n---\n\n:place[Arcadia] :commitment[will pay]{#c-pay by=arcadia to=bord due=2020}. It :commitment[will go]{#c-go by=arcadia}.\n\nThe end.\n';
const FILES = {
  'rapporteur.yaml': '',
  'registry.yaml': 'place:\n  arcadia: { name: Arcadia }\n  bord: { name: Borduria }\n',
  'a.md': BRIEF,
};

async function withEditor(
  during: (editor: Editor, changes: readonly ListChangedParams[]) => Promise<void>,
): Promise<void> {
  const editor = await startEditor(FILES, {
    capabilities: ABLE,
    configuration: { today: '2025-11-01' },
  });
  const changes: ListChangedParams[] = [];
  editor.connection.onNotification(NOTIFICATIONS.listChanged, (params: ListChangedParams) => {
    changes.push(params);
  });
  try {
    await editor.connection.sendRequest(REQUESTS.check);
    await during(editor, changes);
  } finally {
    await editor.close();
  }
}

function page(editor: Editor, params: CommitmentsParams): Promise<ListPage<CommitmentItem>> {
  return editor.connection.sendRequest(REQUESTS.commitments, params);
}

/** Resolves when the server has said so. */
function changed(editor: Editor): Promise<ListChangedParams> {
  return new Promise((resolve) => {
    editor.connection.onNotification(NOTIFICATIONS.listChanged, resolve);
  });
}

describe('commitments in groups', () => {
  it('come as groups first, and then what is in one, page by page', () =>
    withEditor(async (editor) => {
      const { groups, total, overdue, items } = await page(editor, { by: 'due' });
      assert.deepEqual(groups, [
        { key: 'overdue', title: 'Overdue', icon: '', count: 1, overdue: 1 },
        { key: 'none', title: 'No deadline', icon: '', count: 1, overdue: 0 },
      ]);
      assert.deepEqual([total, overdue, items], [2, 1, []]);
      const first = await page(editor, { by: 'party', group: 'arcadia', limit: 1 });
      const next = await page(editor, { by: 'party', group: 'arcadia', offset: 1, limit: 1 });
      assert.deepEqual([first.total, next.total], [2, 2]);
      assert.deepEqual(
        [...first.items, ...next.items].map(({ words, to }) => [words, to]),
        [
          ['will pay', ['Borduria']],
          ['will go', []],
        ],
      );
      assert.equal(first.revision, next.revision);
    }));

  it('know briefs by their uris, parties by what they are, and show only what is asked for', () =>
    withEditor(async (editor) => {
      const briefs = await page(editor, { by: 'brief' });
      assert.deepEqual(
        briefs.groups.map(({ key, title }) => [key, title]),
        [[editor.uri('a.md'), 'On the eve']],
      );
      const parties = await page(editor, { by: 'party', query: 'pay' });
      assert.deepEqual(
        parties.groups.map(({ title, icon, count }) => [title, icon, count]),
        [
          ['Arcadia', 'location', 1],
          ['Borduria', 'location', 1],
        ],
      );
      const { items } = await page(editor, { by: 'brief', group: editor.uri('a.md'), query: 'go' });
      assert.deepEqual(
        items.map(({ id }) => id),
        ['c-go'],
      );
    }));

  it('say where one stands by now, though more was typed above it since', () =>
    withEditor(async (editor) => {
      editor.open('a.md', BRIEF);
      const [item] = (await page(editor, { by: 'due', group: 'overdue' })).items;
      assert.equal(item?.location.range.start.line, 5);
      editor.change('a.md', 2, BRIEF.replace('\n\n:place', '\n\nWords.\n\n:place'));
      const { items } = await page(editor, { by: 'due', item: item?.key ?? '' });
      assert.deepEqual(
        items.map(({ words, location }) => [words, location.range.start.line]),
        [['will pay', 7]],
      );
      assert.deepEqual((await page(editor, { by: 'due', item: 'nonsense#9' })).items, []);
    }));

  it('are said to have changed when something that was shown has, once, and not of words beside', () =>
    withEditor(async (editor, changes) => {
      editor.open('a.md', BRIEF);
      await page(editor, { by: 'due', group: 'none' });
      editor.change('a.md', 2, BRIEF.replace('The end', 'The very end'));
      // What was asked before stays as it is: a second list is looked at as often.
      editor.change('a.md', 3, BRIEF.replace('will pay', 'will not pay'));
      const told = changed(editor);
      editor.change('a.md', 4, BRIEF.replace('will go', 'will leave'));
      assert.deepEqual(await told, { list: 'commitments' });
      assert.deepEqual(changes, []);
      const { items } = await page(editor, { by: 'due', group: 'none' });
      assert.deepEqual(
        items.map(({ words }) => words),
        ['will leave'],
      );
    }));

  it('are said to have changed though somebody asked for one of them before it was noticed', () =>
    withEditor(async (editor) => {
      editor.open('a.md', BRIEF);
      const { items } = await page(editor, { by: 'due', group: 'none' });
      const byKind: EntityListParams = { by: 'kind', group: 'place' };
      await editor.connection.sendRequest(REQUESTS.entities, byKind);
      const lists: string[] = [];
      // Both are looked at in the same moment, the entities last.
      const told = new Promise<readonly string[]>((resolve) => {
        editor.connection.onNotification(NOTIFICATIONS.listChanged, ({ list }) => {
          lists.push(list);
          if (list === 'entities') resolve(lists);
        });
      });
      editor.change(
        'a.md',
        2,
        BRIEF.replace('will go', 'will leave').replace('The end', ':place[Borduria]'),
      );
      await page(editor, { by: 'due', item: items[0]?.key ?? '' });
      assert.deepEqual(await told, ['commitments', 'entities']);
    }));

  it('change with a name, and with news in another file', () =>
    withEditor(async (editor) => {
      await page(editor, { by: 'party' });
      editor.open('registry.yaml', FILES['registry.yaml'].replace('Borduria', 'Bordurie'));
      await changed(editor);
      const { groups } = await page(editor, { by: 'party' });
      assert.deepEqual(
        groups.map(({ title }) => title),
        ['Arcadia', 'Bordurie'],
      );
      await page(editor, { by: 'due' });
      editor.open('b.md', '---\ndate: 2025-10-02\n---\n\n::update{of=c-pay status=fulfilled}\n');
      await changed(editor);
      const due = await page(editor, { by: 'due' });
      assert.deepEqual(
        due.groups.map(({ key }) => key),
        ['none', 'over'],
      );
    }));
});

describe('entities by kind', () => {
  const list = (editor: Editor, params: object): Promise<ListPage<ListedEntity>> =>
    editor.connection.sendRequest(REQUESTS.entities, { by: 'kind', ...params });

  it('come as kinds, and then by their names, with what is counted of them', () =>
    withEditor(async (editor) => {
      const { groups } = await list(editor, {});
      assert.deepEqual(groups, [
        { key: 'place', title: 'Places', icon: 'location', count: 2, overdue: 0 },
      ]);
      const { items, total } = await list(editor, { group: 'place' });
      assert.equal(total, 2);
      assert.deepEqual(
        items.map(({ name, mentions, promises }) => [name, mentions, promises]),
        [
          ['Arcadia', 1, 2],
          ['Borduria', 0, 1],
        ],
      );
      const found = await list(editor, { group: 'place', query: 'bord' });
      assert.deepEqual(
        found.items.map(({ id }) => id),
        ['bord'],
      );
    }));

  it('are said to have changed when one is mentioned once more', () =>
    withEditor(async (editor) => {
      editor.open('a.md', BRIEF);
      await list(editor, { group: 'place' });
      editor.change('a.md', 2, BRIEF.replace('The end', 'The end of :place[Borduria]'));
      assert.deepEqual(await changed(editor), { list: 'entities' });
      const { items } = await list(editor, { group: 'place' });
      assert.deepEqual(
        items.map(({ mentions }) => mentions),
        [1, 1],
      );
    }));
});

describe('what is in a brief', () => {
  const TEXT = BRIEF.replace(
    'The end.',
    'The end of :place[Borduria] and :place[Arcadia] :person[Nobody].',
  );
  const read = (editor: Editor, more: Partial<BriefParams> = {}): Promise<ListPage<BriefItem>> =>
    editor.connection.sendRequest(REQUESTS.brief, { uri: editor.uri('a.md'), ...more });

  it('comes in groups: findings, commitments, and by kind who is mentioned, in reading order', () =>
    withEditor(async (editor) => {
      editor.open('a.md', TEXT);
      const { groups, overdue } = await read(editor);
      assert.deepEqual(
        groups.map(({ key, count }) => [key, count]),
        [
          ['findings', 4],
          ['commitments', 2],
          ['place', 2],
        ],
      );
      assert.equal(overdue, 1);
      const { items } = await read(editor, { group: 'place' });
      assert.deepEqual(
        items.map(
          (item) => item.type === 'entity' && [item.name, item.mentions, item.location.range.start],
        ),
        [
          ['Arcadia', 2, { line: 5, character: 7 }],
          ['Borduria', 1, { line: 7, character: 18 }],
        ],
      );
      const { items: found } = await read(editor, { group: 'findings', offset: 3 });
      assert.deepEqual(
        found.map((item) => item.type === 'finding' && [item.rule, item.severity]),
        [['unresolved-name', 'error']],
      );
    }));

  it('is found by a cursor: the innermost entity or commitment, else a finding', () =>
    withEditor(async (editor) => {
      editor.open('a.md', TEXT);
      const at = async (words: string): Promise<readonly unknown[]> => {
        const before = TEXT.slice(0, TEXT.indexOf(words) + 1).split('\n');
        const line = before.length - 1;
        const position = { line, character: before[line]?.length ?? 0 };
        const { groups, items } = await read(editor, { at: position });
        return [
          groups[0]?.key,
          ...items.map((item) =>
            'words' in item ? item.words : 'name' in item ? item.name : item.rule,
          ),
        ];
      };
      assert.deepEqual(await at('Arcadia'), ['place', 'Arcadia']);
      assert.deepEqual(await at('will go'), ['commitments', 'will go']);
      assert.deepEqual(await at('Nobody'), ['findings', 'unresolved-name']);
      assert.deepEqual(await at('The end'), [undefined]);
    }));

  it('is said to have changed when it shows something else, once', () =>
    withEditor(async (editor, changes) => {
      editor.open('a.md', TEXT);
      await read(editor);
      editor.change('a.md', 2, TEXT.replace('and :place[Arcadia]', 'and Arcadia,'));
      // A place that has one mention less is the same group.
      await read(editor, { group: 'place' });
      editor.change('a.md', 3, TEXT);
      assert.deepEqual(await changed(editor), { list: 'brief' });
      editor.change('a.md', 4, `${TEXT}More.\n`);
      await editor.connection.sendRequest(REQUESTS.check);
      assert.equal(changes.filter(({ list }) => list === 'brief').length, 0);
      const { items } = await read(editor, { group: 'place' });
      assert.equal(items[0]?.type === 'entity' && items[0].mentions, 2);
    }));

  it('is nothing for a registry, and for what is not open or there', () =>
    withEditor(async (editor) => {
      editor.open('registry.yaml', FILES['registry.yaml']);
      assert.equal((await read(editor, { uri: editor.uri('registry.yaml') })).total, 0);
      assert.equal(await read(editor, { uri: editor.uri('none.md') }), null);
    }));
});

describe('the command that says who is meant', () => {
  it('changes tags and registries as one, after it was asked who may be meant', () =>
    withEditor(async (editor) => {
      const text = 'The :place[realm]{ref=bord} and the realm.\n';
      editor.open('b.md', text);
      const uri = editor.uri('b.md');
      const start = { line: 0, character: 12 };
      const ranges = [{ start, end: start }];
      const [at] = await editor.connection.sendRequest<readonly (MentionAt | null)[]>(
        REQUESTS.mentions,
        { uri, ranges },
      );
      assert.deepEqual(
        [at?.words, at?.kind, at?.others, at?.means.map(({ name }) => name)],
        ['realm', 'place', 1, ['Borduria']],
      );
      const params: MentionParams = {
        ...{ uri, ranges, everywhere: true, apply: false },
        means: { kind: 'place', ids: ['arcadia'], remember: true },
      };
      const result = await editor.connection.sendRequest<MentionResult>(
        'workspace/executeCommand',
        { command: COMMANDS.mention, arguments: [params] },
      );
      assert.deepEqual([result.changed, result.left, result.applied], [2, 0, false]);
      const texts = result.edit?.documentChanges?.flatMap((each) =>
        'edits' in each ? each.edits.map((edit) => 'newText' in edit && edit.newText) : [],
      );
      assert.deepEqual(texts, [']', ':place[', ']', ', other_names: [realm]']);
    }));
});

describe('the command that merges', () => {
  const run = (editor: Editor, params: MergeParams): Promise<MergeResult> =>
    editor.connection.sendRequest('workspace/executeCommand', {
      command: COMMANDS.merge,
      arguments: [params],
    });

  it('has the client make one change of all files', () =>
    withEditor(async (editor) => {
      const edits: ApplyWorkspaceEditParams[] = [];
      editor.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
        edits.push(params);
        return { applied: true };
      });
      assert.equal((await run(editor, { from: 'bord', into: 'arcadia' })).applied, true);
      const [change, ...others] = edits;
      assert.deepEqual(others, []);
      assert.equal(change?.label, 'Merge Borduria (bord) into Arcadia (arcadia)');
      assert.deepEqual(
        change?.edit.documentChanges?.map((each) =>
          'edits' in each ? each.edits.map((edit) => 'newText' in edit && edit.newText) : [],
        ),
        [['arcadia'], [', other_names: [Borduria]', '']],
      );
    }));

  it('says why it does not', () =>
    withEditor(async (editor) => {
      assert.deepEqual(await run(editor, { from: 'nobody', into: 'arcadia' }), {
        edit: null,
        applied: false,
        refused: "Nothing has the id 'nobody'.",
      });
    }));
});
