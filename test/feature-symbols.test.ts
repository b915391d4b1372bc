import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findSymbols, type SymbolType } from '../server/core/features/index.js';
import { applyChanges } from '../server/core/index.js';
import { workspaceOf } from './support/workspace.js';

const WORKSPACE = workspaceOf({
  'registry.yaml': `person:
  pete-hegseth: { name: Pete Hegseth, other_names: [Secretary Hegseth] }
  lokke: { name: Lars Løkke Rasmussen }
  noel: { name: Jean-Noël Barrot }
  xi: { name: 习近平 }
office:
  us-secretary-of-defense: { name: United States Secretary of Defense }
place:
  stp: { name: São Tomé and Príncipe }
`,
  'a.md': `---
title: The framework
---

# On the eve of a framework

They :commitment[are set to sign a framework]{#c-sign by=stp}.
They :commitment[promise]{#c-2 by=stp what="send ships"}.
::person[Bo Berg]{#bo}
`,
  'notes.md': '# A framework of no brief\n',
});

function found(query: string, limit = 5, types?: readonly SymbolType[]): readonly string[] {
  return findSymbols(WORKSPACE, query, limit, types).map(({ name, matched }) =>
    matched === undefined ? name : `${name} (${matched})`,
  );
}

describe('searching for symbols', () => {
  it('finds entities by any name and by id, in any case', () => {
    assert.deepEqual(found('HEGSETH'), ['Pete Hegseth']);
    assert.deepEqual(found('secretary'), [
      'Pete Hegseth (Secretary Hegseth)',
      'United States Secretary of Defense',
    ]);
    assert.deepEqual(found('stp'), ['São Tomé and Príncipe (stp)']);
    assert.deepEqual(found('bo', 1), ['Bo Berg']);
  });

  it('does without accents and hyphens, and reads any script', () => {
    assert.deepEqual(found('sao tome'), ['São Tomé and Príncipe']);
    assert.deepEqual(found('PRÍNCIPE'), ['São Tomé and Príncipe']);
    assert.deepEqual(found('lokke'), ['Lars Løkke Rasmussen']);
    assert.deepEqual(found('jean noel'), ['Jean-Noël Barrot']);
    assert.deepEqual(found('pete-h'), ['Pete Hegseth']);
    assert.deepEqual(found('近平'), ['习近平']);
  });

  it('finds by words in any order, and by letters in order', () => {
    assert.deepEqual(found('defense united'), ['United States Secretary of Defense']);
    assert.deepEqual(found('ussecdef'), [
      'United States Secretary of Defense (us-secretary-of-defense)',
    ]);
    assert.deepEqual(found('phgs'), ['Pete Hegseth']);
    assert.deepEqual(found('hegsethx'), []);
    assert.deepEqual(found('ssendips'), []);
  });

  it('finds commitments by words, by what is to be done and by id; headings of briefs', () => {
    assert.deepEqual(found('framework'), [
      'On the eve of a framework',
      'are set to sign a framework',
    ]);
    assert.deepEqual(found('ships'), ['send ships']);
    assert.deepEqual(found('c-sign'), ['are set to sign a framework (c-sign)']);
    assert.deepEqual(found('framework', 5, ['commitment']), ['are set to sign a framework']);
  });

  it('gives the best first and no more than asked for', () => {
    const names = Array.from({ length: 300 }, (_, at) => `  p-${at}: { name: Somebody ${at} }`);
    const texts = { 'registry.yaml': ['person:', ...names, '  me: { name: some }'].join('\n') };
    const all = findSymbols(workspaceOf(texts), 'some', 20);
    assert.equal(all.length, 20);
    assert.equal(all[0]?.name, 'some');
    assert.ok(all.every(({ score }, at) => at === 0 || score <= (all[at - 1]?.score ?? 0)));
    assert.equal(new Set(all.map(({ id }) => id)).size, 20);
  });

  it('begins with something of everything', () => {
    assert.deepEqual(found('', 5), [
      'Bo Berg',
      'Pete Hegseth',
      'are set to sign a framework',
      'send ships',
      'On the eve of a framework',
    ]);
    assert.equal(found('', 100, ['entity']).length, 7);
    assert.deepEqual(found('x', 0), []);
  });

  it('sees an edit, and tells the places of after it', () => {
    const text = 'Now\n\n::person[Cleo Cruz]{#cleo}\n';
    const edited = applyChanges(WORKSPACE, [{ type: 'text', id: 'a.md', text }]);
    const [first] = findSymbols(edited, 'cleo', 5);
    assert.equal(text.slice(first?.selection.start, first?.selection.end), 'cleo');
    assert.deepEqual(findSymbols(edited, 'berg', 5), []);
    assert.equal(findSymbols(edited, 'hegseth', 5).length, 1);
  });

  it('takes any query without end or fault', () => {
    for (const query of ['  ', '\u0000', '(((', 'İ', 'a'.repeat(100_000), '- - -', '\ud800']) {
      assert.ok(findSymbols(WORKSPACE, query, 5).length <= 5);
    }
  });
});
