// What a text says survives being kept: exactly, and bytes of anything else do no harm.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { bytesOf, bytesOfPage, factsOf, pageOf } from '../server/cli/cache/facts-codec.js';
import {
  DEFAULT_SETTINGS,
  type Page,
  RULES,
  readPage,
  stubOf,
  vocabularyOf,
} from '../server/core/index.js';
import { makeWorkspace } from './support/briefs.js';

const VOCABULARY = vocabularyOf([]);

function read(id: string, text: string): Page {
  return readPage(id, text, DEFAULT_SETTINGS, VOCABULARY);
}

function comesBack(page: Page): void {
  const { id, text, facts } = page;
  assert.deepEqual(factsOf(bytesOf(facts)), facts, text);
  const stub = stubOf(page);
  assert.deepEqual(pageOf(id, bytesOfPage(stub)), stub, text);
}

test('what the samples and the examples of all rules say comes back', () => {
  const samples = fs.readdirSync('samples', { recursive: true, encoding: 'utf8' });
  for (const name of samples.filter((each) => /\.(?:md|yaml)$/.test(each)))
    comesBack(read(name, fs.readFileSync(path.join('samples', name), 'utf8')));
  for (const { examples } of RULES) {
    for (const { brief, registry = '', others = {} } of [...examples.bad, ...examples.good]) {
      comesBack(read('brief.md', brief));
      comesBack(read('registry.yaml', registry));
      for (const [name, text] of Object.entries(others)) comesBack(read(name, text));
    }
  }
});

const PIECES = [
  ...[':person[', ':place[', ':commitment[', ':update[', ':date[', ']', '{#a', '{', '}', ' by=a'],
  ...[' other-names="x; y"', ' ref=a,b', ':::commitment', ':::', '\n\n', '\n', '\r\n', '# ', '- '],
  ...['[^1]', '[^1]: ', '[x](a.md#b)', '<!-- rapporteur-disable unresolved-name -- why -->', '`'],
  ...['---\ntitle: x\ndate: May 2025\nsource: [a, b]\nlang: fr\n---\n', '2025-13', 'ß', '漢', '😀'],
  ...[
    '\ud800',
    '\u2028',
    '\0',
    '\u00ad',
    'words ',
    'person:\n',
    '  a: { name: A, memberships: [',
    '|',
  ],
];

test('so does what any text says, as a brief and as a registry', () => {
  const piece = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string());
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('a.md', 'registry.yaml'), (written, id) =>
      comesBack(read(id, written)),
    ),
    { numRuns: 300 },
  );
});

test('a definition and its tag hold the same attributes again, not twice as many', () => {
  const { facts } = read('a.md', ':person[Mo Haddad]{#moh role="Minister"}.\n');
  const { tags, definitions } = factsOf(bytesOf(facts));
  assert.equal(facts.definitions[0]?.attributes, facts.tags[0]?.attributes);
  assert.equal(definitions[0]?.attributes, tags[0]?.attributes);
});

test('bytes of anything else are refused at once', () => {
  const [brief = ''] = [...makeWorkspace(1, 2000).briefs.values()];
  const bytes = bytesOf(read('a.md', brief).facts);
  const refuses = (wrong: Buffer): void => {
    try {
      factsOf(wrong);
    } catch (error) {
      assert.ok(error instanceof RangeError, String(error));
    }
  };
  for (let at = 0; at < bytes.length; at += 1) {
    refuses(bytes.subarray(0, at));
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    refuses(flipped);
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (any) => refuses(Buffer.from(any))),
    { numRuns: 300 },
  );
});

test('it takes less room than the text', () => {
  const texts = [...makeWorkspace(20).briefs.values()];
  const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);
  const kept = total(texts.map((text) => bytesOf(read('a.md', text).facts).length));
  assert.ok(kept < 0.8 * total(texts.map(({ length }) => length)), String(kept));
});
