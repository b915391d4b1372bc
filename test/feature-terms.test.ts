// The terms of a commitment that is written, and the edits that make them others.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  changeTerms,
  sourceOfBrief,
  type WrittenTerms,
  writtenTerms,
} from '../server/core/features/index.js';
import { applyEdits } from '../server/core/index.js';
import { pageOf } from './support/features.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `place:
  arcadia: { name: Arcadia }
  bord: { name: Borduria }
source:
  note: { name: The note }
`;

function changed(marked: string, terms: Partial<WrittenTerms>): string | undefined {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
  const edits = changeTerms(workspace, pageOf(workspace, 'a.md'), offset, terms);
  if (edits === undefined) return undefined;
  const after = applyEdits(text, edits);
  const again = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': after });
  // What is read then is what was asked for.
  const read = writtenTerms(pageOf(again, 'a.md'), offset);
  assert.deepEqual({ ...read, ...terms }, read);
  return after;
}

describe('changing the terms of a commitment', () => {
  it('replaces values, adds and takes away, and leaves all else as it is', () => {
    assert.equal(
      changed(':commitment[will p‸ay]{#c-1 by=arcadia if="they agree" due=2025}.', {
        ...{ by: ['bord', 'arcadia'], to: ['each-other'], due: '', dueText: 'very soon' },
        source: ['note'],
      }),
      ':commitment[will pay]{#c-1 to=each-other due-text="very soon" source=note by=bord,arcadia if="they agree"}.',
    );
  });

  it('takes quotes that are not needed along with the value', () => {
    assert.equal(
      changed(':commitment[will p‸ay]{by=arcadia due-text="by and by"}', { dueText: 'soon' }),
      ':commitment[will pay]{by=arcadia due-text=soon}',
    );
  });

  it('changes the innermost of two, and one without braces', () => {
    assert.equal(
      changed(':commitment[will say that it :commitment[will g‸o]]{by=arcadia}', { by: ['bord'] }),
      ':commitment[will say that it :commitment[will go]{by=bord}]{by=arcadia}',
    );
  });

  it('writes nothing that is not known, and nothing where there is no commitment', () => {
    const text = ':commitment[will p‸ay]{by=arcadia}';
    assert.equal(changed(text, { by: ['nobody'] }), undefined);
    assert.equal(changed(text, { due: 'tomorrow' }), undefined);
    assert.equal(changed(text, { strength: 'iron' }), undefined);
    assert.equal(changed('Ar‸cadia', { by: ['arcadia'] }), undefined);
    assert.equal(changed(text, { by: ['arcadia'], to: [] }), text.replace('‸', ''));
  });
});

describe('naming the source of a brief', () => {
  const named = (text: string, source: readonly string[]): string | undefined => {
    const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
    const edits = sourceOfBrief(workspace, pageOf(workspace, 'a.md'), { source });
    return edits && applyEdits(text, edits);
  };
  const brief = ':place[Arcadia] :commitment[will pay]{by=arcadia}.';

  it('writes it into the front matter, a known one or an address', () => {
    assert.equal(named(brief, ['note']), `---\nsource: note\n---\n\n${brief}`);
    assert.equal(
      named(`---\ndate: 2025\n---\n${brief}`, ['https://example.org/?a=1#b']),
      `---\ndate: 2025\nsource: https://example.org/?a=1#b\n---\n${brief}`,
    );
  });

  it('writes none that is not known, no second one, and none where there is one', () => {
    assert.equal(named(brief, ['nothing']), undefined);
    assert.equal(named(brief, ['note', 'note']), undefined);
    assert.equal(named(`---\nsource: note\n---\n${brief}`, ['note']), undefined);
    assert.equal(named('Words.', ['note']), undefined);
  });
});
