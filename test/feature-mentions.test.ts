// Saying who is meant: what is known of words, and the edits that make them mean somebody else, or nobody.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changeMentions, type MentionChange, mentionHere } from '../server/core/features/index.js';
import { applyEdits, entityOf, type Span, type Workspace } from '../server/core/index.js';
import { pageOf } from './support/features.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `person:
  ann: { name: Ann Lee }
  bo: { name: Bo Berg, other_names: [B. Berg] }
org:
  lee-ltd: { name: Lee Ltd }
`;

/** The places between `‸` and the text without them; one alone is a cursor. */
function selectionsIn(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const parts = marked.split('‸');
  const text = parts.join('');
  const offsets: number[] = [];
  let at = 0;
  for (const part of parts.slice(0, -1)) {
    at += part.length;
    offsets.push(at);
  }
  if (offsets.length === 1) return { text, spans: [{ start: at, end: at }] };
  const spans: Span[] = [];
  for (let index = 0; index + 1 < offsets.length; index += 2)
    spans.push({ start: offsets[index] ?? 0, end: offsets[index + 1] ?? 0 });
  return { text, spans };
}

interface Changed {
  readonly brief: string;
  readonly registry: string;
  readonly changed: number;
  readonly left: number;
}

function changed(marked: string, change: MentionChange, everywhere = false): Changed {
  const { text, spans } = selectionsIn(marked);
  const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
  const scope = { everywhere, registryOf: () => 'registry.yaml' };
  const made = changeMentions(workspace, pageOf(workspace, 'a.md'), spans, change, scope);
  const after = (id: string, before: string): string =>
    applyEdits(
      before,
      made.edits.filter(({ page }) => page === id),
    );
  return {
    brief: after('a.md', text),
    registry: after('registry.yaml', REGISTRY),
    changed: made.changed,
    left: made.left,
  };
}

describe('what is known of a mention', () => {
  const here = (marked: string): unknown => {
    const { text, spans } = selectionsIn(marked);
    const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
    return mentionHere(workspace, pageOf(workspace, 'a.md'), spans[0] ?? { start: 0, end: 0 });
  };

  it('is who is meant, who may be, and how often the words have no tag', () => {
    assert.deepEqual(here(':person[Ann ‸Lee] met Ann Lee and Ann Lee.'), {
      ...{ words: 'Ann Lee', isTagged: true, kind: 'person', ids: ['ann'] },
      ...{ isName: true, likely: ['lee-ltd'], others: 2 },
    });
    assert.deepEqual(here('‸Berg‸ came.'), {
      ...{ words: 'Berg', isTagged: false, kind: '', ids: [], isName: false },
      ...{ likely: ['bo'], others: 0 },
    });
  });

  it('is nothing in code, on a promise or in a registry', () => {
    assert.equal(here('`Ann ‸Lee`'), undefined);
  });
});

describe('changing who is meant', () => {
  it('tags words, with a ref only where they do not say it', () => {
    assert.equal(
      changed('‸Ann Lee‸ came.', { kind: 'person', ids: ['ann'], remember: false }).brief,
      ':person[Ann Lee] came.',
    );
    assert.equal(
      changed('‸She‸ came.', { kind: 'person', ids: ['ann'], remember: false }).brief,
      ':person[She]{ref=ann} came.',
    );
  });

  it('points a mention at somebody else, changes its kind, and takes a ref away that is not needed', () => {
    const change = { kind: 'person', ids: ['bo'], remember: false };
    assert.equal(changed(':person[She‸]{ref=ann}', change).brief, ':person[She]{ref=bo}');
    assert.equal(changed(':org[Bo ‸Berg]{ref=lee-ltd}', change).brief, ':person[Bo Berg]');
  });

  it('remembers the words as another name, once for selections that say the same', () => {
    const change = { kind: 'person', ids: ['bo'], remember: true };
    const { brief, registry } = changed('‸Bobby‸ and ‸Bobby‸ and :person[Bob‸‸o].', change);
    assert.equal(brief, ':person[Bobby] and :person[Bobby] and :person[Bobo].');
    assert.match(
      changed('‸Bobby‸ and ‸Bobby‸.', change).registry,
      /other_names: \[B\. Berg, Bobby\]/,
    );
    assert.match(registry, /other_names: \[B\. Berg, Bobby, Bobo\]/);
  });

  it('makes an entry for somebody new, one for each of several selections', () => {
    const made = changed('‸Cy Dahl‸ met ‸Di Ek‸.', { kind: 'person' });
    assert.equal(made.brief, ':person[Cy Dahl] met :person[Di Ek].');
    assert.deepEqual([made.changed, made.left], [2, 0]);
  });

  it('gives somebody new who is called as another one a ref', () => {
    assert.equal(
      changed('‸Ann Lee‸ came.', { kind: 'person' }).brief,
      ':person[Ann Lee]{ref=ann-lee} came.',
    );
  });

  it('takes a tag away, and leaves the tags in its words', () => {
    assert.equal(
      changed(':org[the :person[Ann Lee] f‸und]{ref=lee-ltd} gave.', 'nobody').brief,
      'the :person[Ann Lee] fund gave.',
    );
  });

  it('tags the same words elsewhere too, but not in code and not in tags', () => {
    const made = changed(
      'The ‸chair‸ met a chair, `chair`, :org[chair] and armchairs.',
      { kind: 'person', ids: ['ann'], remember: false },
      true,
    );
    assert.equal(
      made.brief,
      'The :person[chair]{ref=ann} met a :person[chair]{ref=ann}, `chair`, :org[chair] and armchairs.',
    );
    assert.equal(made.changed, 2);
  });

  it('writes nothing for an id that nothing has, and says what cannot be', () => {
    const none = changed('‸She‸ came.', { kind: 'person', ids: ['nobody'], remember: false });
    assert.deepEqual([none.brief, none.changed, none.left], ['She came.', 0, 1]);
    const some = changed('‸She‸ wrote `‸x‸`.', { kind: 'person', ids: ['ann'], remember: false });
    assert.deepEqual([some.changed, some.left], [1, 1]);
  });

  property('never writes an id that nothing has, and says what it says it does', () => {
    const changes = fc.constantFrom<MentionChange>(
      'nobody',
      { kind: 'person', ids: ['ann'], remember: false },
      { kind: 'person', ids: ['bo'], remember: true },
      { kind: 'org' },
    );
    fc.assert(
      fc.property(
        taggedMarkdown,
        fc.nat(),
        changes,
        fc.boolean(),
        (text, at, change, everywhere) => {
          const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
          const offset = at % (text.length + 1);
          const page = pageOf(workspace, 'a.md');
          const spans = [{ start: offset, end: offset }];
          const scope = { everywhere, registryOf: () => 'registry.yaml' };
          const { edits, changed: count } = changeMentions(workspace, page, spans, change, scope);
          const after = afterEdits(workspace, edits);
          if (count === 0) assert.deepEqual(edits, []);
          const written = edits.flatMap(
            ({ text: added }) => /\{ref=([^}]*)\}/.exec(added)?.[1] ?? [],
          );
          for (const id of written.flatMap((each) => each.split(',')))
            assert.ok(entityOf(after, id), id);
          if (change === 'nobody') return;
          assert.ok(pageOf(after, 'a.md').facts.tags.length >= page.facts.tags.length);
        },
      ),
      runs('workspace'),
    );
  });
});

function afterEdits(
  workspace: Workspace,
  edits: ReturnType<typeof changeMentions>['edits'],
): Workspace {
  const texts = ['registry.yaml', 'a.md'].map((id) => {
    const before = pageOf(workspace, id).text;
    return [
      id,
      applyEdits(
        before,
        edits.filter(({ page }) => page === id),
      ),
    ];
  });
  return workspaceOf(Object.fromEntries(texts));
}
