// Of completion what test/cases/completion cannot draw.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Completions, complete, KINDS } from '../server/core/index.js';
import { workspaceWithCursor } from './support/features.js';

function offered(markdown: string): Completions | undefined {
  const { workspace, page, offset } = workspaceWithCursor(markdown);
  return complete(workspace, page, offset, { trigger: undefined });
}

const brief = (text: string): string => `\`\`\`brief path=a.md\n${text}\n\`\`\`\n`;

test('what is searched for is asked again as more is typed', () => {
  assert.equal(offered(brief(':person[Pete]{#pete} :person[P‸]'))?.incomplete, true);
  assert.equal(offered(brief(':commitment[x]{status=‸}'))?.incomplete, false);
});

test('what an editor filters by begins as was typed, else it would drop what is found', () => {
  for (const typed of ['jose perez', 'NUN', 'lokke', '毅', 'मोदी', 'عبد']) {
    const found = offered(`
\`\`\`yaml path=registry.yaml
person: { a: { name: José Pérez-Núñez }, b: { name: Lars Løkke }, c: { name: 王毅 }, d: { name: नरेन्द्र मोदी }, e: { name: بدر عبد العاطي } }
\`\`\`
\`\`\`brief path=a.md
with :person[${typed}‸] today
\`\`\``);
    assert.equal(found?.items.length, 1);
    assert.ok(found?.items[0]?.filter.startsWith(typed), typed);
  }
});

test('nothing is offered in the settings', () => {
  const settings = '```yaml path=rapporteur.yaml\nkinds:\n  ‸\n```\n```brief path=a.md\nx\n```';
  assert.equal(offered(settings), undefined);
});

function labels(drawn: string): readonly string[] {
  return (offered(drawn)?.items ?? []).map(({ label }) => label);
}

test('every kind is offered in the forms that it has, in the order of the kinds', () => {
  const having = (form: 'text' | 'record' | 'block', colons: string): readonly string[] =>
    KINDS.filter(({ forms }) => forms.includes(form)).map(({ tag }) => `${colons}${tag}`);
  assert.deepEqual(labels(brief('He met :‸ there.')), having('text', ''));
  assert.deepEqual(labels(brief(':‸')), [
    ...having('text', ''),
    ...having('record', '::'),
    ...having('block', ':::'),
  ]);
});

test('a registry offers every kind of entity at its top', () => {
  const entities = KINDS.filter(({ role }) => role === 'entity').map(({ tag }) => tag);
  assert.deepEqual(
    labels('```yaml path=registry.yaml\n‸\n```\n```brief path=a.md\nx\n```'),
    entities,
  );
});
