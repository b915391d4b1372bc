// The lines above definitions and commitments, drawn under what they stand above.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lenses, lensText, mentionsOf } from '../server/core/index.js';
import { worked } from './support/clock.js';
import { drawn, pageOf } from './support/features.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `person:
  bo: { name: Bo Berg, other_names: [Berg] }
  cy: { name: Cy Smith }
place:
  arcadia: { name: Arcadia }
agreement:
  accord: { name: Accord }
topic:
  ships: { name: ships }
`;
const BRIEF = `---
date: 2025-06-15
---
:person[Bo Berg] and :person[Berg] :commitment[will give :topic[ships]]{#c-ships by=bo to=arcadia under=accord due=2025-10-11}.
:place[Arcadia] :commitment[will pay]{#c-pay by=arcadia to=bo due=2025-12-11} and
:commitment[will come]{by=arcadia}. :person[Di Do]{#di} was there.
::commitment[will stay]{#c-stay by=arcadia status=proposed}
`;
const NEWS = `:commitment[The payment]{ref=c-pay} came.

::update{of=c-pay status=fulfilled on=2025-10-01}
::update{of=c-pay progress=complete on=2025-10-02}
`;

function shown(file: string, texts: Record<string, string>): string {
  const workspace = workspaceOf(texts);
  const page = pageOf(workspace, file);
  const marks = lenses(workspace, page).map(({ span, id, aspect }) => {
    const text = lensText(workspace, id, aspect);
    return { span, words: `${text?.title} (${text?.places().length})` };
  });
  return drawn(page.text, marks);
}

const TEXTS = { 'registry.yaml': REGISTRY, 'a.md': BRIEF, 'b.md': NEWS };

describe('lenses', () => {
  it('stand above the entries of a registry', () => {
    assert.equal(
      shown('registry.yaml', TEXTS),
      `person:
  bo: { name: Bo Berg, other_names: [Berg] }
  ^^ 2 mentions (2)
  ^^ 1 open commitment, 1 overdue (1)
  cy: { name: Cy Smith }
  ^^ no mentions (0)
place:
  arcadia: { name: Arcadia }
  ^^^^^^^ 1 mention (1)
  ^^^^^^^ 3 open commitments, 1 overdue (3)
agreement:
  accord: { name: Accord }
  ^^^^^^ no mentions (0)
  ^^^^^^ 1 open commitment, 1 overdue (1)
topic:
  ships: { name: ships }
  ^^^^^ 1 mention (1)
`,
    );
  });

  it('stand above commitments with an id, and what is defined in a brief', () => {
    const lines = shown('a.md', TEXTS).split('\n');
    const told = lines.filter((line) => /^ *\^+ /.test(line)).map((line) => line.trim());
    assert.deepEqual(told, [
      '^^^^^^^ active, overdue by 3 weeks (0)',
      '^^^^^ fulfilled (0)',
      '^^^^^ 2 updates (2)',
      '^^^^^ 1 mention (1)',
      '^^ 1 mention (1)',
      '^^^^^^ proposed (0)',
    ]);
  });

  it('tell how long there is left', () => {
    const early = workspaceOf({ ...TEXTS, 'b.md': '' });
    assert.equal(lensText(early, 'c-pay', 'state')?.title, 'active, due in 40 days');
  });

  it('count a mention wherever it counts for anyone', () => {
    const workspace = workspaceOf({
      ...TEXTS,
      'c.md':
        ':person[bo berg], :person[he]{ref=bo,bo}, :person[they]{ref=bo,cy}, :place[x]{ref=bo}, :person[Di Do]',
      'twins.registry.yaml': 'person: { bo-2: { name: bo Berg }, bo-3: { name: Bo BERG } }',
    });
    for (const id of ['bo', 'bo-2', 'cy', 'di', 'arcadia', 'c-pay', 'ships', 'accord', 'nobody']) {
      const count = mentionsOf(workspace, id).length;
      const title = lensText(workspace, id, 'mentions')?.title ?? '';
      assert.equal(
        title,
        count === 0 ? 'no mentions' : `${count} mention${count > 1 ? 's' : ''}`,
        id,
      );
    }
    assert.equal(lensText(workspace, 'bo', 'mentions')?.title, '4 mentions');
  });

  it('of what is gone say nothing', () => {
    const workspace = workspaceOf(TEXTS);
    assert.equal(lensText(workspace, 'c-none', 'state'), undefined);
    assert.equal(lensText(workspace, '__proto__', 'open'), undefined);
  });

  it('of 30,000 entries are listed without counting', () => {
    const entries = Array.from({ length: 30_000 }, (_, at) => `  p-${at}: { name: Person ${at} }`);
    const workspace = workspaceOf({ 'registry.yaml': `person:\n${entries.join('\n')}\n` });
    const page = pageOf(workspace, 'registry.yaml');
    const started = worked();
    const found = lenses(workspace, page);
    assert.ok(worked() - started < 1000);
    assert.equal(found.length, 30_000);
  });
});

it('a source counts where it is cited, as its hover does', () => {
  const texts = {
    'registry.yaml': 'source:\n  note: { name: Note }\n  other: { name: Other }\n',
    'a.md':
      '---\nsource: note\n---\nA :source[Note] and :commitment[will pay]{#c by=x source=note}.\n',
    'b.md': '---\nsource: other\n---\n::update{of=c status=fulfilled source=other}\n',
  };
  const workspace = workspaceOf(texts);
  const said = (id: string): string => {
    const text = lensText(workspace, id, 'mentions');
    return `${text?.title} (${text?.places().length})`;
  };
  assert.equal(said('note'), '1 mention, 2 citations (3)');
  assert.equal(said('other'), '2 citations (2)');
});
