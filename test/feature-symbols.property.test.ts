// What is passed over in a search would not have been among the first.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSymbols } from '../server/core/features/index.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const WORDS = 'a an ann anna joan hanna ali pact impact 7 77 e el elena selen'.split(' ');
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });

const named = fc.record({ type: fc.constantFrom('person', 'promise', 'heading'), words });

property('the first of a search are those of a search for all', () => {
  fc.assert(
    fc.property(
      fc.array(named, { minLength: 1, maxLength: 60 }),
      fc.tuple(words, fc.nat(4)).map(([all, cut]) => all.join(' ').slice(cut)),
      fc.integer({ min: 1, max: 6 }),
      (symbols, query, most) => {
        const texts = symbols.map(({ type, words: all }, at) => {
          const name = all.join(' ');
          if (type === 'heading') return `# ${name}\n`;
          if (type === 'promise') return `:commitment[${name}]{#c-${at}}\n`;
          return `::person[${name}]{#p-${at} other-names="${all.toReversed().join('')}"}\n\n:person[${name}]\n`;
        });
        const half = Math.ceil(texts.length / 2);
        const workspace = workspaceOf({
          'a.md': texts.slice(0, half).join('\n'),
          'b.md': texts.slice(half).join('\n'),
        });
        const shown = (limit: number): readonly string[] =>
          findSymbols(workspace, query, limit).map(
            ({ type, name, score }) => `${score.toFixed(6)} ${type} ${name}`,
          );
        if (query.trim() !== '') assert.deepEqual(shown(most), shown(10_000).slice(0, most));
      },
    ),
    runs('text'),
  );
});
