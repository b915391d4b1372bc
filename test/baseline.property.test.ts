// What holds of a baseline whatever the briefs and whatever happened to them since.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Baseline,
  type CheckedFiles,
  countStale,
  EMPTY_BASELINE,
  findingWords,
  followMovedFiles,
  type KnownFinding,
  knownAmong,
  lint,
  prunedBaseline,
  readBaseline,
  sizeOf,
  updatedBaseline,
  writeBaseline,
} from '../server/core/index.js';
import { workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';

type Texts = Readonly<Record<string, string>>;
type Found = ReadonlyMap<string, readonly KnownFinding[]>;

function foundIn(texts: Texts): Found {
  const workspace = workspaceWith(texts);
  return new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      lint(workspace, path).map(({ rule, span }) => ({ rule, words: findingWords(text, span) })),
    ]),
  );
}

/** A look at everything. */
function whole(found: Found): CheckedFiles {
  return { found, wasChecked: () => true };
}

function open(baseline: Baseline, found: Found): readonly string[] {
  return [...found].flatMap(([path, findings]) => {
    const known = knownAmong(baseline, path, findings);
    return findings
      .filter((_, index) => !known[index])
      .map(({ rule, words }) => `${path} ${rule} ${words}`);
  });
}

function follow(baseline: Baseline, found: Found): Baseline {
  return followMovedFiles(baseline, found, (path) => !found.has(path));
}

/** Words of a paragraph; a tag is one, so that it can stand anywhere in a line. */
const word = fc.constantFrom(
  'aid',
  'was',
  'given.',
  'Ünder',
  '“so”',
  ':person[Nobody Known]',
  ':person[Somebody Else]',
  ':date[one fine day]',
  ':place[]',
  ':place[Nowhere]{ref=nowhere}',
  ':date[x]{edtf=2025-13}',
);
const paragraph = fc.array(word, { minLength: 1, maxLength: 8 });
const brief = fc.array(paragraph, { maxLength: 6 });
const PATHS = ['a.md', 'b.md', 'old/index.md', 'old/c.md', 'new/index.md', 'new/d e.md'];
const briefs = fc.dictionary(fc.constantFrom(...PATHS), brief, {
  maxKeys: 5,
  noNullPrototype: true,
});
type Words = readonly (readonly string[])[];

/** A clean tag makes it a brief, whatever else is in it. */
const HEAD = '---\ndate: 2025-10-01\nsource: x\n---\n\n:date[2025]\n\n';

function written(
  paragraphs: Words,
  gap = '\n\n',
  join: (at: number) => string = () => ' ',
): string {
  const text = paragraphs.map((words) =>
    words.reduce((line, each, at) => (at === 0 ? each : line + join(at) + each), ''),
  );
  return `${HEAD}${text.join(gap)}\n`;
}

function textsOf(all: Readonly<Record<string, Words>>): Texts {
  return Object.fromEntries(Object.entries(all).map(([path, words]) => [path, written(words)]));
}

property('lines that are moved, parted or wrapped anew leave nothing open', () => {
  const moved = brief.chain((words) =>
    fc.record({
      words: fc.constant(words),
      order: fc.shuffledSubarray(
        words.map((_, at) => at),
        { minLength: words.length },
      ),
      gap: fc.constantFrom('\n\n', '\n\n\n\n', '\n\nSome more words.\n\n'),
      breaks: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    }),
  );
  fc.assert(
    fc.property(moved, ({ words, order, gap, breaks }) => {
      const before = foundIn({ 'a.md': written(words) });
      const baseline = updatedBaseline(EMPTY_BASELINE, whole(before));
      const after = order.map((at) => words[at] ?? []);
      const text = written(after, gap, (at) => (breaks[at] ? '\n' : ' '));
      assert.deepEqual(open(baseline, foundIn({ 'a.md': text })), []);
    }),
    runs('workspace'),
  );
});

property('one finding for another is seen, and what went is stale', () => {
  fc.assert(
    fc.property(brief, fc.nat(), (words, at) => {
      const lost = ['Here', ':person[Lost Forever]', 'was.'];
      const place = at % (words.length + 1);
      const withLost = [...words.slice(0, place), lost, ...words.slice(place)];
      const withNew = [
        ...words.slice(0, place),
        ['Here', ':person[Newly Come]'],
        ...words.slice(place),
      ];
      const baseline = updatedBaseline(
        EMPTY_BASELINE,
        whole(foundIn({ 'a.md': written(withLost) })),
      );
      const now = foundIn({ 'a.md': written(withNew) });
      assert.deepEqual(open(baseline, now), ['a.md unresolved-name Newly Come']);
      assert.equal(countStale(baseline, whole(now)), 1);
    }),
    runs('workspace'),
  );
});

property('of findings alike, one more is open', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (count, more) => {
      const text = (times: number): string =>
        written(Array.from({ length: times }, () => [':person[Nobody Known]']));
      const baseline = updatedBaseline(EMPTY_BASELINE, whole(foundIn({ 'a.md': text(count) })));
      const now = foundIn({ 'a.md': text(count + more) });
      assert.equal(open(baseline, now).length, more);
      const known = knownAmong(baseline, 'a.md', now.get('a.md') ?? []);
      assert.deepEqual(
        known,
        known.toSorted((a, b) => Number(b) - Number(a)),
      );
    }),
    runs('workspace'),
  );
});

property('after an update nothing is open or stale, whatever the baseline was', () => {
  fc.assert(
    fc.property(briefs, briefs, (before, after) => {
      const old = updatedBaseline(EMPTY_BASELINE, whole(foundIn(textsOf(before))));
      const now = foundIn(textsOf(after));
      const next = updatedBaseline(follow(old, now), whole(now));
      assert.deepEqual(open(next, now), []);
      assert.equal(countStale(next, whole(now)), 0);
      assert.equal(writeBaseline(next), writeBaseline(updatedBaseline(EMPTY_BASELINE, whole(now))));
    }),
    runs('run'),
  );
});

property('pruning opens nothing, adds nothing and leaves nothing stale', () => {
  fc.assert(
    fc.property(briefs, briefs, (before, after) => {
      const old = updatedBaseline(EMPTY_BASELINE, whole(foundIn(textsOf(before))));
      const now = foundIn(textsOf(after));
      const moved = follow(old, now);
      const next = prunedBaseline(moved, whole(now));
      assert.deepEqual(open(follow(next, now), now), open(moved, now));
      assert.ok(sizeOf(next) <= sizeOf(old));
      assert.equal(countStale(next, whole(now)), 0);
    }),
    runs('run'),
  );
});

property(
  'following moved files loses no entry, doubles none, and takes none from a file that is there',
  () => {
    fc.assert(
      fc.property(briefs, briefs, (before, after) => {
        const old = updatedBaseline(EMPTY_BASELINE, whole(foundIn(textsOf(before))));
        const now = foundIn(textsOf(after));
        const next = follow(old, now);
        assert.equal(sizeOf(next), sizeOf(old));
        for (const [path, tally] of old) if (now.has(path)) assert.equal(next.get(path), tally);
      }),
      runs('workspace'),
    );
  },
);

property('a folder under a new name opens nothing', () => {
  fc.assert(
    fc.property(briefs, (all) => {
      const before = textsOf(all);
      const old = updatedBaseline(EMPTY_BASELINE, whole(foundIn(before)));
      const after = Object.entries(before).map(([path, text]) => [`papers/${path}`, text] as const);
      const now = foundIn(Object.fromEntries(after));
      assert.deepEqual(open(follow(old, now), now), []);
    }),
    runs('run'),
  );
});

property('what was not looked at stays, whatever is written', () => {
  fc.assert(
    fc.property(briefs, briefs, fc.subarray(PATHS), (before, after, paths) => {
      const old = updatedBaseline(EMPTY_BASELINE, whole(foundIn(textsOf(before))));
      const all = foundIn(textsOf(after));
      const found = new Map([...all].filter(([path]) => paths.includes(path)));
      const part: CheckedFiles = { found, wasChecked: (path) => found.has(path) };
      for (const next of [updatedBaseline(old, part), prunedBaseline(old, part)]) {
        for (const [path, tally] of old) {
          if (!found.has(path)) assert.deepEqual(next.get(path), tally);
        }
      }
    }),
    runs('run'),
  );
});

property('what is written is read again, whatever the words', () => {
  const entry = fc.record({
    path: fc.oneof(fc.constantFrom(...PATHS), fc.string({ unit: 'binary' })),
    rule: fc.constantFrom('unresolved-name', '__proto__', 'constructor'),
    words: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u2028', '\ud800', '"\\', ' x '),
    ),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
      const found = new Map<string, KnownFinding[]>();
      for (const { path, ...known } of entries)
        found.set(path, [...(found.get(path) ?? []), known]);
      const baseline = updatedBaseline(EMPTY_BASELINE, whole(found));
      const text = writeBaseline(baseline);
      const read = readBaseline(text);
      assert.equal(read.fault, undefined);
      assert.equal(writeBaseline(read.baseline), text);
      assert.deepEqual(open(read.baseline, found), []);
    }),
    runs('workspace'),
  );
});

property('any text is read, and what is no baseline has a fault', () => {
  const sound = writeBaseline(
    updatedBaseline(EMPTY_BASELINE, whole(new Map([['a.md', [{ rule: 'x', words: 'y' }]]]))),
  );
  const slip = fc.record({ at: fc.nat(sound.length), remove: fc.nat(4), insert: fc.string() });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), slip), (drawn) => {
      const text =
        typeof drawn === 'string'
          ? drawn
          : sound.slice(0, drawn.at) + drawn.insert + sound.slice(drawn.at + drawn.remove);
      const { baseline, fault } = readBaseline(text);
      if (fault === undefined) return;
      assert.equal(baseline.size, 0);
      assert.ok(fault.span.start >= 0 && fault.span.start <= fault.span.end);
      assert.ok(fault.span.end <= text.length);
      assert.notEqual(fault.message, '');
    }),
    runs('page'),
  );
});
