// Reports for an editor: what there is to choose from, what a choice holds, and the files.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { REQUESTS, type ReportPlan, type ReportResult } from '../server/lsp/protocol.js';
import { startEditor } from './support/editor.js';

const FILES = {
  'rapporteur.yaml': 'rules: {}\n',
  'registry.yaml':
    'place:\n  a: { name: Arcadia }\n  b: { name: Borduria }\n  c: { name: Cordia }\n',
  'one.md':
    '---\ntitle: One\ndate: 2025-01-01\n---\n\n:place[Arcadia] :commitment[will pay]{#c-pay by=a to=b due=2025-06}.\n\n::update{of=c-pay on=2025-07-01 status=fulfilled}\n',
  'two.md':
    '---\ntitle: Two\ndate: 2025-01-01\n---\n\n:place[Borduria] :commitment[will go]{by=b due=2026-05} and :commitment[will stay]{by=b}.\n',
};

it('a report is planned by briefs, parties, statuses, period and day, and written', async (context) => {
  const editor = await startEditor(FILES);
  context.after(() => editor.close());
  const plan = (params: object): Promise<ReportPlan> =>
    editor.connection.sendRequest<ReportPlan>(REQUESTS.report, params);
  const all = await plan({ today: '2025-12-01' });
  assert.equal(all.today, '2025-12-01');
  assert.deepEqual(
    all.briefs.map(({ title, file, commitments }) => [title, file, commitments]),
    [
      ['One', 'one.md', 1],
      ['Two', 'two.md', 2],
    ],
  );
  assert.deepEqual(
    all.parties.map(({ id, commitments }) => [id, commitments]),
    [
      ['b', 3],
      ['a', 1],
    ],
  );
  assert.deepEqual(all.statuses, [
    { status: 'open', commitments: 2 },
    { status: 'closed', commitments: 1 },
    { status: 'active', commitments: 2 },
    { status: 'fulfilled', commitments: 1 },
  ]);
  for (const [params, count] of [
    [{}, 3],
    [{ briefs: [editor.uri('two.md')] }, 2],
    [{ parties: ['a'] }, 1],
    [{ statuses: ['closed'] }, 1],
    [{ statuses: ['open', 'fulfilled'] }, 3],
    [{ period: '2026' }, 1],
    [{ period: '2025-06-15/2026' }, 2],
    // What cannot be used is as if it was not said.
    [{ period: 'soon', statuses: ['x'], briefs: 3, parties: 'a' }, 3],
  ] as const)
    assert.equal(
      (await plan({ ...params, today: '2025-12-01' })).holds.commitments,
      count,
      JSON.stringify(params),
    );
  // Before the update was known, and after the deadline.
  assert.equal((await plan({ today: '2025-06-30' })).holds.overdue, 0);
  assert.equal((await plan({ today: '2026-06-01' })).holds.overdue, 1);
  for (const { name, extension, file } of all.formats) {
    const { files, leftOut } = await editor.connection.sendRequest<ReportResult>(REQUESTS.report, {
      format: name,
      today: '2025-12-01',
      parties: ['b'],
    });
    assert.ok(files.length > 0 && Array.isArray(leftOut), name);
    if (file)
      assert.deepEqual(
        files.map((each) => each.name),
        [`commitments-2025-12-01.${extension}`],
      );
    for (const each of files) assert.ok(Buffer.from(each.base64, 'base64').length > 0, each.name);
  }
  const { files } = await editor.connection.sendRequest<ReportResult>(REQUESTS.report, {
    format: 'csv',
    into: 'folder',
  });
  assert.ok(files.length >= 5);
});
