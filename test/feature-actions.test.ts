// Of code actions what test/cases/actions cannot draw.
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  applyChanges,
  KINDS,
  levelsToSuggest,
  lint,
  loadParts,
  RULES,
} from '../server/core/index.js';
import { afterEdits, offersAt } from './support/actions.js';
import { pageOf, workspaceWithCursor } from './support/features.js';
import { switchedOn, workspaceWith } from './support/linting.js';

const REGISTRY = `
\`\`\`yaml path=registry.yaml
person:
  pete-hegseth: { name: Pete Hegseth }
place:
  india: { name: India }
  united-states: { name: United States }
\`\`\`
`;

/** A brief of 31 October 2025 beside the registry. */
function brief(text: string): string {
  return `${REGISTRY}\n\`\`\`\`brief path=a.md\n---\ndate: 2025-10-31\n---\n\n${text}\n\`\`\`\`\n`;
}

test('a fix names the findings that it answers', () => {
  const cursor = workspaceWithCursor(brief(':person[he]{ref=pete-hegset‸}'));
  const [first] = offersAt(cursor, { only: ['quickfix'] });
  assert.deepEqual(
    first?.reports?.map(({ rule }) => rule),
    ['unresolved-reference'],
  );
});

test('to fix everything is many small edits of its own kind', () => {
  const text =
    ':person[he]{ref=pete-hegset‸} and :persn[Pete Hegseth], :place[they]{ref=india, united-states}.';
  const [offer] = offersAt(workspaceWithCursor(brief(text)), { only: ['source.fixAll'] });
  assert.equal(offer?.kind, 'source.fixAll.rapporteur');
  assert.ok((offer?.made ?? []).length > 1);
  for (const { span, text: put } of offer?.made ?? [])
    assert.ok(span.end - span.start + put.length < 30, 'edits are small');
});

test('an editor that only looks is told nothing of words without a selection', () => {
  const cursor = workspaceWithCursor(brief('Pete Heg‸seth will act. :place[India]'));
  assert.deepEqual(offersAt(cursor, { trigger: 'unasked' }), []);
});

test('to look away from a finding is offered last', () => {
  const kinds = offersAt(workspaceWithCursor(brief(':person[Jane Doe‸] spoke.'))).map(
    ({ kind }) => kind,
  );
  assert.deepEqual(kinds.slice(-2), [
    'quickfix.rapporteur.suppress.here',
    'quickfix.rapporteur.suppress.file',
  ]);
});

// What some rules ask is read before.
await loadParts({ levels: levelsToSuggest, overrides: [] });

for (const rule of RULES) {
  test(`every finding of ${rule.name} can be silenced, and nothing else changes`, () => {
    for (const { brief: text, registry, others, today } of rule.examples.bad) {
      const beside = registry === undefined ? {} : { 'registry.yaml': registry };
      const workspace = workspaceWith({ ...beside, ...others, 'brief.md': text }, today);
      for (const { id } of workspace.pages.values()) {
        const page = pageOf(workspace, id);
        const all = lint(workspace, id, switchedOn(rule));
        for (const report of all) {
          for (const where of ['here', 'file']) {
            const [offer] = offersAt(
              { workspace, page, selection: report.span },
              { only: [`quickfix.rapporteur.suppress.${where}`], reports: [report] },
            );
            if (offer === undefined) {
              assert.ok(where === 'here', 'the whole file can always be silenced');
              continue;
            }
            const next = afterEdits(workspace, id, offer.made);
            const changed = applyChanges(workspace, [{ type: 'text', id, text: next }]);
            const left = lint(changed, id, switchedOn(rule)).map(
              (each) => `${each.rule}: ${each.message}`,
            );
            const before = all.map((each) => `${each.rule}: ${each.message}`);
            const drawn = `${offer.title}\n${next}`;
            assert.ok(left.length < before.length, drawn);
            assert.ok(!left.includes(`${report.rule}: ${report.message}`), drawn);
            assert.deepEqual(
              left.filter((each) => !before.includes(each)),
              [],
              drawn,
            );
          }
        }
      }
    }
  });
}

test('a tag beside the name of a container of another tool has its words', () => {
  const text = '- ::::note:org[A *b* c‸]';
  const cursor = workspaceWithCursor(brief(text));
  const [offer] = offersAt(cursor, { only: ['source.fixAll'] });
  const fixed = afterEdits(cursor.workspace, 'a.md', offer?.made ?? []);
  assert.match(fixed, /^- ::::note :org\[A \*b\* c\]$/m);
  const workspace = applyChanges(cursor.workspace, [{ type: 'text', id: 'a.md', text: fixed }]);
  assert.deepEqual(
    lint(workspace, 'a.md', workspace.settings.levels).map(({ rule }) => rule),
    ['unresolved-name'],
  );
  assert.deepEqual(
    pageOf(workspace, 'a.md').facts.tags.map(({ words }) => words),
    ['A b c'],
  );
});

test('words are tagged as any kind of entity, in the order of the kinds', () => {
  const cursor = workspaceWithCursor(brief('Then ‸Somebody‸ spoke.'));
  const offers = offersAt(cursor, { only: ['refactor.rewrite.rapporteur.tag'] });
  const entities = KINDS.filter(({ role }) => role === 'entity').map(({ tag }) => tag);
  const tags = offers.flatMap(({ kind }) => /\.tag\.(\w+)$/.exec(kind)?.[1] ?? []);
  assert.deepEqual(tags, entities);
});
