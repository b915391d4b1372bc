// A page survives being kept as bytes: exactly; and bytes of anything else are refused whole.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import {
  CodecError,
  DEFAULT_SETTINGS,
  decodeFacts,
  decodePage,
  encodeFacts,
  encodePage,
  type Page,
  RULES,
  readPage,
  stubOf,
  vocabularyOf,
} from '../server/core/index.js';
import { ByteReader } from '../server/core/workspace/codec/bytes.js';
import { FACTS } from '../server/core/workspace/codec/facts-codec.js';
import { ATTRIBUTES } from '../server/core/workspace/codec/value-codecs.js';
import { anyFacts, FULL_PAGE } from './support/any-facts.js';
import { makeWorkspace } from './support/briefs.js';
import { CASES, caseFiles, readCases } from './support/cases/read-cases.js';
import { property, runs, slow } from './support/needs.js';

const VOCABULARY = vocabularyOf([]);

function read(id: string, text: string): Page {
  return readPage(id, text, DEFAULT_SETTINGS, VOCABULARY);
}

function comesBack(page: Page): void {
  const { id, text, facts } = page;
  assert.deepEqual(decodeFacts(encodeFacts(facts)), facts, text);
  assert.deepEqual(decodePage(id, encodePage(page)), page, text);
  const stub = stubOf(page);
  assert.deepEqual(decodePage(id, encodePage(stub)), stub, text);
}

function filesBelow(folder: string): readonly string[] {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((each) => /\.(?:md|yaml)$/.test(each)).map((name) => path.join(folder, name));
}

test('the samples, the cases and the examples of all rules come back', () => {
  for (const file of filesBelow('samples')) comesBack(read(file, fs.readFileSync(file, 'utf8')));
  for (const name of caseFiles())
    for (const { files } of readCases(fs.readFileSync(path.join(CASES, name), 'utf8')).cases)
      for (const one of files) comesBack(read(one.path, one.text));
  for (const { examples } of RULES) {
    for (const { brief, registry = '', others = {} } of [...examples.bad, ...examples.good]) {
      comesBack(read('brief.md', brief));
      comesBack(read('registry.yaml', registry));
      for (const [name, text] of Object.entries(others)) comesBack(read(name, text));
    }
  }
});

test('so do generated briefs', () => {
  for (const density of ['lightly', 'fully'] as const) {
    const { registry, briefs } = makeWorkspace(20, 6000, density);
    comesBack(read('registry.yaml', registry));
    for (const [id, text] of briefs) comesBack(read(id, text));
  }
});

const PIECES = [
  ...[
    ':person[',
    ':place[',
    ':commitment[',
    ':update[',
    '::assessment[',
    ':date[',
    ']',
    '{#a',
    '{',
    '}',
    ' by=a',
  ],
  ...[' other-names="x; y"', ' ref=a,b', ':::commitment', ':::', '\n\n', '\n', '\r\n', '# ', '- '],
  ...['[^1]', '[^1]: ', '[x](a.md#b)', '<!-- rapporteur-disable unresolved-name -- why -->', '`'],
  ...['---\ntitle: x\ndate: May 2025\nsource: [a, b]\nlang: fr\n---\n', '2025-13', 'ß', '漢', '😀'],
  ...['\ud800', '\u2028', '\0', '\u00ad', 'words ', 'person:\n', '|'],
  '  a: { name: A, memberships: [',
];

property('so does what any text says, as a brief and as a registry', () => {
  const piece = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string());
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('a.md', 'registry.yaml'), (written, id) =>
      comesBack(read(id, written)),
    ),
    runs('page'),
  );
});

property(
  'so do facts that no text has yet: every property of every type, there and missing',
  () => {
    fc.assert(
      fc.property(anyFacts, fc.string({ unit: 'binary' }), (facts, text) => {
        assert.deepEqual(decodeFacts(encodeFacts(facts)), facts);
        assert.deepEqual(decodePage('a.md', encodePage({ text, facts })), {
          id: 'a.md',
          text,
          facts,
        });
      }),
      runs('page'),
    );
  },
);

test('a definition and its tag have the same attributes again, not twice as many', () => {
  const { facts } = read('a.md', ':person[Mo Haddad]{#moh role="Minister"}.\n');
  const { tags, definitions } = decodeFacts(encodeFacts(facts));
  assert.equal(facts.definitions[0]?.attributes, facts.tags[0]?.attributes);
  assert.equal(definitions[0]?.attributes, tags[0]?.attributes);
});

function refuses(bytes: Uint8Array, why: RegExp = /./): void {
  for (const decode of [decodeFacts, (all: Uint8Array) => decodePage('a.md', all)])
    assert.throws(
      () => decode(bytes),
      (error) => error instanceof CodecError && why.test(error.message),
    );
}

const BRIEF = `---\ndate: 2025-05-01\n---\n\n:person[Mo “H” Haddad]{#moh}: :commitment[will pay]{by=moh}.\n`;

slow('a page with any single byte changed is refused', () => {
  const bytes = encodePage(read('a.md', BRIEF));
  for (let at = 0; at < bytes.length; at += 1) {
    for (let change = 1; change < 256; change += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ change;
      assert.throws(() => decodePage('a.md', changed), CodecError);
    }
  }
});

test('so is one that is cut anywhere, or goes on', () => {
  const page = read('a.md', BRIEF);
  for (const bytes of [encodePage(page), encodeFacts(page.facts)]) {
    for (let end = 0; end < bytes.length; end += 1) refuses(bytes.subarray(0, end));
    refuses(Uint8Array.of(...bytes, 0));
    refuses(Uint8Array.of(...bytes, ...bytes));
  }
});

property('so are facts where a page should be, the other way round, and any other bytes', () => {
  const page = read('a.md', BRIEF);
  assert.throws(() => decodePage('a.md', encodeFacts(page.facts)), CodecError);
  assert.throws(() => decodeFacts(encodePage(page)), CodecError);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => refuses(bytes)),
    runs('workspace'),
  );
});

const VERSION_AT = 2;
const VERSION = new DataView(encodePage(FULL_PAGE).buffer).getUint16(VERSION_AT, true);

test('so is one of an older or a newer version', () => {
  for (const version of [VERSION - 1, VERSION + 1]) {
    for (const bytes of [encodePage(FULL_PAGE), encodeFacts(FULL_PAGE.facts)]) {
      new DataView(bytes.buffer).setUint16(VERSION_AT, version, true);
      const decode = bytes[1] === 1 ? (all: Uint8Array) => decodePage('a.md', all) : decodeFacts;
      assert.throws(() => decode(bytes), /it is from another version/);
    }
  }
});

test('the version changes with what the bytes mean', () => {
  const hash = createHash('sha256').update(encodePage(FULL_PAGE)).digest('hex').slice(0, 16);
  // When this fails, what older versions wrote would be misread: raise FORMAT_VERSION, then note both here.
  assert.deepEqual([VERSION, hash], [2, 'fbec11581fc8da87']);
});

/** Without the header and its checksum: what no accident brings about must do no harm either. */
function readsOrRefuses(body: Uint8Array): void {
  try {
    FACTS.read(new ByteReader(body, 0));
  } catch (error) {
    assert.ok(error instanceof CodecError, String(error));
  }
}

property('behind a header that fits, any bytes are read or refused, and nothing else', () => {
  const [brief = ''] = [...makeWorkspace(1, 2000).briefs.values()];
  for (const facts of [read('a.md', brief).facts, FULL_PAGE.facts]) {
    const body = encodeFacts(facts).subarray(12);
    for (let at = 0; at < body.length; at += 1) {
      readsOrRefuses(body.subarray(0, at));
      for (const change of [1, 0x7f, 0x80, 0xff]) {
        const changed = body.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        readsOrRefuses(changed);
      }
    }
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), readsOrRefuses), runs('page'));
});

test('nothing is made room for that is only announced', () => {
  const largest = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
  const noStrings = [0];
  // So many strings; a string of so many characters; a list of so many items.
  for (const body of [largest, [1, ...largest], [...noStrings, 0, 0, 0, ...largest]])
    assert.throws(
      () => FACTS.read(new ByteReader(Uint8Array.from(body), 0)),
      /there is too little data/,
    );
  assert.throws(() => new ByteReader(new Uint8Array(99).fill(0xff), 0), /a number is too large/);
});

test('lists that nest deeper than any text may are refused before the stack is full', () => {
  // One string, which is empty; a list of one attribute of that name and key; then lists of one list.
  const start = [1, 0, 1, 0, 1, 0, 0, 0, 0];
  const deep = Array.from({ length: 100_000 }, () => [1, 0, 0, 1]).flat();
  const from = new ByteReader(Uint8Array.from([...start, ...deep]), 0);
  assert.throws(() => ATTRIBUTES.read(from), /nested too deeply/);
});

test('it takes less room than the text', () => {
  const texts = [...makeWorkspace(20).briefs.values()];
  const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);
  const kept = total(texts.map((text) => encodeFacts(read('a.md', text).facts).length));
  assert.ok(kept < 0.8 * total(texts.map(({ length }) => length)), String(kept));
});
