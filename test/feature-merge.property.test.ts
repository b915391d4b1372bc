import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyChanges,
  applyEdits,
  groupBy,
  isRefused,
  lint,
  mergeEntities,
  type PageEdit,
  type Workspace,
} from '../server/core/index.js';
import { workspaceTexts } from './support/edits.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

/** How often each rule finds something. */
function counts(workspace: Workspace): ReadonlyMap<string, number> {
  const found = [...workspace.pages.values()].flatMap(({ id }) => lint(workspace, id));
  return new Map([...groupBy(found, ({ rule }) => rule)].map(([rule, all]) => [rule, all.length]));
}

function edited(workspace: Workspace, edits: readonly PageEdit[]): Workspace {
  const changes = [...groupBy(edits, ({ page }) => page)].map(([id, held]) => ({
    type: 'text' as const,
    id,
    text: applyEdits(workspace.pages.get(id)?.text ?? '', held),
  }));
  return applyChanges(workspace, changes);
}

const PEOPLE =
  'person:\n  ann: { name: Ann, other_names: [A. Lee], memberships: [{ office: head, start_date: 2024 }] }\n';
const OTHERS = [
  '  anne: { name: Anne }\n',
  '  anne:\n    name: Anne\n    other_names:\n      - Ann\n      - Anne Lee\n',
  '  anne: { name: Anne, memberships: [{ office: head, end_date: 2025 }], description: "x: y" }\n',
  '  # rapporteur-disable-next-line unused-entity\n  anne:\n    name: "Anne"\n    description: |\n      Words.\n',
  '  "anne":\n    name: Anne\n    sources: [s, t]\n\n  bo: { name: Bo }\n',
];
const SENTENCES = [
  ':person[Anne] met :person[Ann] and :person[A. Lee].',
  ':person[both]{ref=ann,anne} and :person[all]{ref="anne; bo, ann"}.',
  ':commitment[will pay]{#c by=anne,ann to=anne}.',
  ":commitment[will go]{by='ann,anne' for=anne}.",
  ':office[Head]{ref=head} :person[she]{ref=anne}.',
  '::event[Talks]{#talks attendees=anne,bo,ann}',
];

property('after a merge a check finds nothing that it did not find before', () => {
  const registry = fc
    .tuple(
      fc.constantFrom(...OTHERS),
      fc.boolean(),
      fc.constantFrom('', 'office:\n  head: { name: Head }\n'),
    )
    .map(([other, isLast, office]) =>
      isLast
        ? `${PEOPLE}${other}${office}`
        : `${office}${PEOPLE.replace('person:\n', `person:\n${other}`)}`,
    );
  const brief = fc
    .array(fc.constantFrom(...SENTENCES), { maxLength: 5 })
    .map((all) => all.join('\n\n'));
  fc.assert(
    fc.property(
      workspaceTexts,
      registry,
      brief,
      fc.boolean(),
      (texts, entries, sentences, turned) => {
        const workspace = workspaceOf({ ...texts, 'registry.yaml': entries, 'c.md': sentences });
        const [from, into] = turned ? ['ann', 'anne'] : ['anne', 'ann'];
        const merged = mergeEntities(workspace, from, into);
        if (isRefused(merged)) return;
        const after = edited(workspace, merged.edits);
        const before = counts(workspace);
        for (const [rule, count] of counts(after)) {
          // What is known of two is more: a comment may have nothing left to silence.
          if (rule === 'unused-suppression') continue;
          assert.ok(count <= (before.get(rule) ?? 0), `${rule}: ${count}`);
        }
        assert.deepEqual(
          [...after.pages.values()].flatMap(({ facts }) => [
            ...facts.uses.filter(({ id }) => id.text === from),
            ...facts.definitions.filter(({ id }) => id.text === from),
          ]),
          [],
        );
      },
    ),
    runs('workspace'),
  );
});
