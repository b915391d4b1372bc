import assert from 'node:assert/strict';
import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import { headingFacts } from '../server/core/brief/heading-anchors.js';
import { property, runs } from './support/needs.js';

property('anchors are those of GitHub, whatever the headings and however often they stand', () => {
  const scrap = fc.oneof(
    fc.constantFrom('A', 'a', '-1', '-', '_', ' ', '1', '.', "'", 'É', '—', '!', 'constructor'),
    fc.string({ maxLength: 3 }),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const heading = fc.array(scrap, { maxLength: 3 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 12 }), (headings) => {
      const library = new GithubSlugger();
      const span = { start: 0, end: 0 };
      const found = headingFacts(
        headings.map((words) => [{ span, depth: 1, words, anchor: undefined }, 0]),
      );
      assert.deepEqual(
        found.map(({ slug }) => slug),
        headings.map((words) => library.slug(words)),
      );
    }),
    runs('text'),
  );
});
