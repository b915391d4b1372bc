// One number of mentions, wherever it is said: in hovers, lists, lenses, the side bar and the places that are shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entityRow,
  hover,
  lensText,
  listEntities,
  mentionedIn,
  plainTextOf,
} from '../server/core/features/index.js';
import { entityOf, mentionsOf } from '../server/core/index.js';
import { pageOf } from './support/features.js';
import { workspaceOf } from './support/workspace.js';

const FILES = {
  'registry.yaml': `person:
  ann: { name: Ann Lee, other_names: [Lee] }
  bo: { name: Bo Lee, other_names: [Lee] }
place:
  arcadia: { name: Arcadia }
source:
  note: { name: The note }
`,
  'a.md': `---
source: note
---

:person[Ann Lee], :person[ann lee] and :person[Lee] met :person[her]{ref=ann} and :person[both]{ref=ann,bo}.
:place[Arcadia] :commitment[will pay]{#c-1 by=arcadia to=ann source=note} in :place[Here]{#here name="Heretown"}.
`,
  'b.md':
    ':place[Heretown] and :place[Here]{ref=here}, as :source[The note] says of :commitment[it]{ref=c-1}.\n',
};

test('hovers, lists, lenses, the side bar and the places agree on how often something is mentioned', () => {
  const workspace = workspaceOf(FILES);
  const counted = ['ann', 'bo', 'arcadia', 'note', 'here'].map((id) => {
    const mentions = mentionsOf(workspace, id).length;
    const at = entityOf(workspace, id);
    assert.ok(at);
    const page = pageOf(workspace, at.page);
    const words = plainTextOf(hover(workspace, page, at.definition.id.span.start)?.telling ?? []);
    const hovered = Number(/(\d+) mentions? in/.exec(words)?.[1] ?? 0);
    const lens = lensText(workspace, id, 'mentions');
    const shown = Number(/^(\d+) mention/.exec(lens?.title ?? '')?.[1] ?? 0);
    const cited = Number(/(\d+) citation/.exec(lens?.title ?? '')?.[1] ?? 0);
    const listed = listEntities(workspace, id, 10).find((each) => each.id === id)?.mentions;
    const inBriefs = ['a.md', 'b.md'].flatMap((brief) =>
      mentionedIn(workspace, pageOf(workspace, brief)).filter((each) => each.id === id),
    );
    const briefs = inBriefs.reduce((sum, each) => sum + each.mentions.length, 0);
    const { mentions: row } = entityRow(workspace, id);
    assert.deepEqual(
      [hovered, shown, listed, row, briefs, (lens?.places().length ?? 0) - cited],
      [mentions, mentions, mentions, mentions, mentions, mentions],
      id,
    );
    return mentions;
  });
  // What has no mention, or all of them by accident, would show nothing.
  assert.deepEqual(counted, [4, 1, 1, 1, 3]);
});
