// What each language must give, and that one more is one object and one entry in the list.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  applyChanges,
  commitmentsIn,
  complete,
  DEFAULT_SETTINGS,
  dayOf,
  edtfOfWords,
  emptyWorkspace,
  examine,
  LANGUAGES,
  type Languages,
  languageOf,
  languageTable,
  parseEdtf,
  STRENGTHS,
  vocabularyOf,
  type Workspace,
  wordsOfDate,
} from '../server/core/index.js';
import { offersAt } from './support/actions.js';
import { pageOf } from './support/features.js';
import { property, runs } from './support/needs.js';
import { syldavian } from './support/syldavian.js';

const ALL: Languages = [...LANGUAGES, syldavian];

for (const language of ALL) {
  const { name, examples, dates, readStrength } = language;

  test(`${name}: what the user guide shows is read so`, () => {
    for (const words of examples.dates) assert.ok(edtfOfWords(words, dates), words);
    for (const strength of STRENGTHS) {
      assert.ok(examples.markers[strength].length > 0, strength);
      for (const words of examples.markers[strength])
        assert.equal(readStrength(words)?.strength, strength, words);
    }
  });

  test(`${name}: the dates that are offered are read back`, () => {
    for (let month = 1; month <= 12; month += 1) {
      const code = String(month).padStart(2, '0');
      assert.equal(edtfOfWords(wordsOfDate({ year: 2026, month }, dates), dates), `2026-${code}`);
      for (const day of [1, 2, 28]) {
        const words = wordsOfDate({ year: 2026, month, day }, dates);
        const edtf = `2026-${code}-${String(day).padStart(2, '0')}`;
        assert.equal(edtfOfWords(words, dates), edtf, words);
      }
    }
    for (const quarter of [1, 2, 3, 4])
      assert.equal(
        edtfOfWords(wordsOfDate({ year: 2026, quarter }, dates), dates),
        `2026-${32 + quarter}`,
      );
    assert.equal(edtfOfWords(wordsOfDate({ year: 2026 }, dates), dates), '2026');
  });

  property(`${name}: a marker stands where it is said to, whatever is written`, () => {
    const markers = STRENGTHS.flatMap((strength) => examples.markers[strength]);
    const word = fc.constantFrom(
      ...markers,
      'ne',
      'not',
      "d'",
      '’',
      ',',
      '|',
      'livrer',
      'the',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 5 }))), (words) => {
        const text = words.join(' ');
        const found = readStrength(text);
        if (found === undefined) return;
        assert.ok(0 <= found.start && found.start < found.end && found.end <= text.length);
        assert.ok(STRENGTHS.includes(found.strength));
      }),
      runs('workspace'),
    );
  });

  property(`${name}: any words give a date or none`, () => {
    const part = fc.constantFrom(
      ...dates.months.flat(),
      '1',
      '31',
      '2025',
      'Q1',
      'T4',
      '.',
      'le',
      '1er',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 4 }))), (parts) => {
        const edtf = edtfOfWords(parts.join(' '), dates);
        assert.ok(edtf === undefined || parseEdtf(edtf) !== undefined);
      }),
      runs('workspace'),
    );
  });
}

test('a language is named by its primary subtag, in any case; else the first is read', () => {
  const named = (tag: string | undefined): string => languageOf(ALL, tag).tag;
  for (const tag of ['fr', 'FR', 'fr-CA', 'fr-ca', 'Fr_BE', 'fr-Latn-FR', ' fr '])
    assert.equal(named(tag), 'fr', tag);
  for (const tag of [
    'en',
    'en-GB',
    'de',
    'fra',
    'french',
    'f',
    '',
    'fr-',
    'fr CA',
    'fr;q=1',
    '-fr',
  ])
    assert.equal(named(tag), 'en', tag);
  assert.equal(named(undefined), 'en');
  assert.equal(named('syl'), 'syl');
});

function syldavianWorkspace(texts: Readonly<Record<string, string>>): Workspace {
  const vocabulary = vocabularyOf([], ALL);
  const empty = emptyWorkspace(DEFAULT_SETTINGS, vocabulary, dayOf(2025, 11, 1));
  return applyChanges(
    empty,
    Object.entries(texts).map(([id, text]) => ({ type: 'text', id, text }) as const),
  );
}

const REGISTRY = `place:
  bordur: { name: Bordur }
  syldav: { name: Syldav }
`;
const FRONT = `---
lang: syl-SY
date: 31 oktobru 2025
---
`;

function onlyCommitment(workspace: Workspace): ReturnType<typeof commitmentsIn>[0] | undefined {
  return commitmentsIn(workspace, pageOf(workspace, 'a.md'))[0];
}

test('one more language reads a brief: dates, strength, parties, completion, the table of the guide', () => {
  const brief = `${FRONT}
Dzet :place[Syldav] :commitment[dashpol klup da koolta]{by=syldav strength=binding due=2026} in :date[K1 2026].

Dzet Syldav dashpol da zrem mit Bordur vor 3 marzu 2026.
`;
  const workspace = syldavianWorkspace({ 'registry.yaml': REGISTRY, 'a.md': brief });
  const page = pageOf(workspace, 'a.md');
  assert.equal(page.facts.front.date?.edtf, '2025-10-31');
  assert.equal(page.facts.tags.find(({ role }) => role === 'date')?.edtf, '2026-33');
  const { marker } = onlyCommitment(workspace) ?? {};
  assert.equal(marker?.text, 'dashpol klup da');
  const rules = examine(workspace, 'a.md').reports.map(({ rule }) => rule);
  assert.ok(rules.includes('overstated-strength'), rules.join());

  const start = page.text.indexOf('dashpol da zrem');
  const selection = { start, end: page.text.indexOf('.\n', start) };
  const offer = offersAt({ workspace, page, selection }).find(
    ({ title }) => title === 'Make this a commitment',
  );
  assert.deepEqual(
    offer?.made.map(({ text }) => text),
    [':commitment[', ']{#c-zrem-bordur-vor by=syldav to=bordur due=2026-03-03}'],
  );

  const typed = `${FRONT}\n:date[`;
  const typing = syldavianWorkspace({ 'a.md': typed });
  const offered =
    complete(typing, pageOf(typing, 'a.md'), typed.length, { trigger: undefined })?.items ?? [];
  assert.deepEqual(
    offered.slice(0, 3).map(({ label }) => label),
    ['1 novembru 2025', '31 oktobru 2025', 'novembru 2025'],
  );
  assert.match(languageTable(ALL), /\| Syldavian \| `syl` \| 31 oktobru 2025/);
});

test('the same brief reads as English where that language is not in the list', () => {
  const { facts } = pageOf(
    applyChanges(emptyWorkspace(DEFAULT_SETTINGS, vocabularyOf([]), dayOf(2025, 11, 1)), [
      { type: 'text', id: 'a.md', text: `${FRONT}\n:date[K1 2026] :commitment[dashpol da]\n` },
    ]),
    'a.md',
  );
  assert.equal(facts.front.date?.edtf, undefined);
  assert.deepEqual(
    facts.tags.map(({ edtf, read }) => [edtf, read]),
    [
      [undefined, undefined],
      [undefined, undefined],
    ],
  );
});
