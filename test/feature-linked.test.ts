import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ID_PATTERN, linkedIds } from '../server/core/features/index.js';
import { drawn, workspaceWithCursor } from './support/features.js';

function linked(brief: string, others = ''): string {
  const { workspace, page, offset } = workspaceWithCursor(
    `\`\`\`brief path=a.md\n${brief}\n\`\`\`\n${others}`,
  );
  const spans = linkedIds(workspace, page, offset) ?? [];
  return drawn(
    page.text.trimEnd(),
    spans.map((span) => ({ span, words: 'id' })),
  );
}

const BRIEF = `::person[Ann]{#ann}
:person[She]{ref=ann} :commitment[will go]{#c by=bo,ann} with :person[ann].`;

it('types an id, from where it is defined, wherever the document points at it', () => {
  const expected = `::person[Ann]{#ann}
               ^^^ id
:person[She]{ref=ann} :commitment[will go]{#c by=bo,ann} with :person[ann].
                 ^^^ id
                                                    ^^^ id`;
  assert.equal(linked(BRIEF.replace('#ann', '#an‸n')), expected);
  assert.equal(linked(BRIEF.replace('#ann', '#ann‸')), expected);
});

it('does so in a registry, and not in the names there', () => {
  const { workspace, page, offset } = workspaceWithCursor(
    '```yaml path=registry.yaml\norg:\n  ‸board: { name: board }\n  sub: { name: Sub, parent: board }\n```\n',
  );
  const spans = linkedIds(workspace, page, offset) ?? [];
  assert.deepEqual(
    spans.map(({ start }) => page.text.slice(0, start).split('\n').length),
    [2, 3],
  );
});

it('leaves ids alone that are defined elsewhere or twice, that stand once, and all other words', () => {
  const plain = (text: string): string => text.replace('‸', '');
  for (const brief of [
    '::person[Ann]{#ann} \n\n:person[‸She]{ref=ann}',
    '::person[Ann]{#a‸nn}',
    ':person[She]{ref=b‸o} :person[He]{ref=bo}',
    // Who writes here points at another.
    BRIEF.replace('ref=ann', 'ref=ann‸'),
    '::person[Ann]{#a‸nn}\n::person[Ann]{#ann}\n:person[She]{ref=ann}',
  ]) {
    assert.equal(linked(brief), plain(brief));
  }
  const twice = '```yaml path=registry.yaml\nperson: { ann: { name: A } }\n```\n';
  assert.equal(linked(BRIEF.replace('#ann', '#a‸nn'), twice), BRIEF);
});

it('ends when what is typed is no id', () => {
  const pattern = new RegExp(`^(?:${ID_PATTERN})$`);
  assert.ok(pattern.test('pete-hegseth') && pattern.test('2-plus-2'));
  assert.ok(!pattern.test('pete hegseth') && !pattern.test('Pete') && !pattern.test(''));
});
