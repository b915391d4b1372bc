import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { MAX_ITEMS } from '../server/core/features/completion/completion.js';
import { likelyMatches } from '../server/core/features/completion/likely-matches.js';
import {
  compareNames,
  fitOfEntry,
  matchingByName,
  type SearchEntry,
  searchEntriesOf,
  searchQuery,
} from '../server/core/features/completion/name-search.js';
import { prominenceIn } from '../server/core/features/completion/prominence.js';
import { topItems } from '../server/core/features/top-items.js';
import { findSymbols, type Workspace } from '../server/core/index.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const PARTS = 'ka ra mi to ne su wo li pa du he zi'.split(' ');

function nameOf(index: number): string {
  const word = [0, 1, 2].map((at) => PARTS[Math.floor(index / 12 ** at) % 12]).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** 3,000 people, of whom one brief speaks of some and another one of others; promises. */
function manyNames(): Workspace {
  const people = Array.from({ length: 3000 }, (_, at) => {
    const name = `${nameOf(at)} ${nameOf(at * 7 + 3)}`;
    return `  p-${at}: { name: ${name}, other_names: [The ${name} of ${at}] }`;
  });
  const mentions = (from: number): string =>
    Array.from({ length: 30 }, (_, at) => `:person[x]{ref=p-${from + 37 * at}}`).join(' ');
  const promises = Array.from(
    { length: 40 },
    (_, at) => `They :commitment[agreed to ${nameOf(at)} ${at}]{#c-${at} by=p-${at}}.`,
  );
  return workspaceOf({
    'registry.yaml': `person:\n${people.join('\n')}\n`,
    'a.md': `# Kara and others\n\n${mentions(5)}\n\n${promises.join('\n\n')}\n`,
    'b.md': `${mentions(5)} ${mentions(900)}\n`,
  });
}

const workspace = manyNames();
const [page] = [workspace.pages.get('a.md') ?? assert.fail()];

/** As if each were looked at. */
function likelyOfAll(typed: string, leftOut: ReadonlySet<string>): readonly string[] {
  const query = searchQuery(typed);
  const { isHere, pages } = prominenceIn(workspace, page);
  return searchEntriesOf(workspace, ['person'])
    .flatMap(({ all }) => all)
    .flatMap((known) => {
      const fit = fitOfEntry(known, query);
      const id = known.definition.id.text;
      return fit === undefined || leftOut.has(id)
        ? []
        : [{ known, fit, id, isHere: isHere(id), pages: pages(id) }];
    })
    .sort(
      (a, b) =>
        Number(b.isHere) - Number(a.isHere) ||
        a.fit - b.fit ||
        b.pages - a.pages ||
        compareNames(a.known, b.known),
    )
    .slice(0, MAX_ITEMS)
    .map(({ id }) => id);
}

test('whatever was typed before, what is likely among thousands is what is likely of all', () => {
  const typed = ['', 'k', 'ka', 'kar', 'kara', 'ka', 'the', 'the k', 'p-1', 'p-12', 'zz', 'of', ''];
  for (const leftOut of [new Set<string>(), new Set(['p-0', 'p-12'])]) {
    for (const words of typed) {
      const found = likelyMatches(workspace, page, {
        kinds: ['person'],
        query: searchQuery(words),
        leftOut,
      });
      const ids = found.map(({ known }) => known.definition.id.text);
      assert.deepEqual(ids, likelyOfAll(words, leftOut), words);
    }
  }
});

test('a letter more asks only those that answered before', () => {
  let looked = 0;
  const [{ definition } = assert.fail()] = searchEntriesOf(workspace, ['person'])[0]?.all ?? [];
  const all = Array.from({ length: 2000 }, (_, at): SearchEntry => {
    const lines = ` ${nameOf(at).toLowerCase()}\n p-${at}`;
    return {
      definition,
      names: [nameOf(at)],
      get lines() {
        looked += 1;
        return lines;
      },
    } as SearchEntry;
  });
  const entries = { all };
  const ask = (typed: string): readonly [found: number, looked: number] => {
    looked = 0;
    return [matchingByName(entries, searchQuery(typed)).found.length, looked];
  };
  const [k, first] = ask('k');
  assert.ok(first >= 2000);
  const [ka, second] = ask('ka');
  assert.ok(second <= 2 * k, `${second} of ${k}`);
  assert.ok(ka > 0);
  assert.equal(ask('ka')[1], 0);
});

test('the best of many symbols are the first of all of them', () => {
  for (const query of ['k', 'ka', 'kara', 'the', 'agreed', 'kmi', 'ra ka', 'p-12', '12', 'zzz']) {
    const all = findSymbols(workspace, query, 100_000);
    for (const limit of [1, 10, 256]) {
      const found = findSymbols(workspace, query, limit).map(({ score, name }) => [score, name]);
      assert.deepEqual(
        found,
        all.slice(0, limit).map(({ score, name }) => [score, name]),
        `${query} ${limit}`,
      );
    }
  }
});

property('the first of any list, without sorting it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.nat(12), (items, most) => {
      const compare = (a: number, b: number): number => a - b;
      assert.deepEqual(topItems(items, most, compare), items.toSorted(compare).slice(0, most));
    }),
    runs('word'),
  );
});
