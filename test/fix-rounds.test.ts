// Fixing in rounds, with a check that the test plays.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Collected } from '../server/cli/baseline/apply-baseline.js';
import { BROKEN_TEXT_RULES, type FixResult, runFixLoop } from '../server/cli/fix/fix-loop.js';
import { chooseFix } from '../server/cli/formats/choose-fix.js';
import type { FindingState, LocatedFinding } from '../server/cli/formats/located-finding.js';
import { lint, RULES } from '../server/core/index.js';
import { workspaceWith } from './support/linting.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';

type Texts = Readonly<Record<string, string>>;
type Edit = readonly [file: string, start: number, end: number, text: string];

function found(rule: string, edits: readonly Edit[], state: FindingState = 'open'): LocatedFinding {
  const point = (offset: number) => ({ line: 1, column: offset + 1, byte: offset + 1, offset });
  const range = (start: number, end: number) => ({ start: point(start), end: point(end) });
  const located = edits.map(([file, start, end, text]) => ({
    file,
    range: range(start, end),
    text,
  }));
  return {
    rule,
    severity: 'error',
    message: 'Any.',
    file: edits[0]?.[0] ?? '',
    range: range(0, 1),
    related: [],
    fixes: [{ title: 'Mend it', certain: true, edits: located }],
    source: { text: '', from: 0 },
    words: '',
    state,
  };
}

/** What is found in texts by a rule of the test. */
type Rule = (file: string, text: string) => readonly LocatedFinding[];

async function fixWith(rule: Rule, texts: Texts, others: Texts = {}): Promise<FixResult> {
  const collect = (now: ReadonlyMap<string, string>): Collected => {
    const files = Object.entries(texts).map(([file, before]) => {
      const text = now.get(file) ?? before;
      return { file, role: 'brief' as const, findings: rule(file, text), text };
    });
    return { linted: [{ files }], baselines: [], notes: [] } as unknown as Collected;
  };
  return runFixLoop(collect(new Map()), {
    collectWith: async (now) => collect(now),
    chooseFix: (one) => chooseFix(one, 'certain'),
    textOf: (file) => ({ text: { ...others, ...texts }[file] ?? '' }),
  });
}

const afterwards = ({ texts }: FixResult): Texts =>
  Object.fromEntries([...texts].map(([file, { after }]) => [file, after]));

test('one fix after the other, until there is nothing to fix', async () => {
  const rule: Rule = (file, text) => (text.length < 5 ? [found('grow', [[file, 0, 0, 'x']])] : []);
  const mended = await fixWith(rule, { 'a.md': 'a' });
  assert.deepEqual(afterwards(mended), { 'a.md': 'xxxxa' });
  assert.equal(mended.texts.get('a.md')?.fixed, 4);
  assert.deepEqual(mended.notes, []);
});

test('what never settles is stopped after ten rounds, and named', async () => {
  const rule: Rule = (file) => [found('grow', [[file, 0, 0, 'x']])];
  const mended = await fixWith(rule, { 'a.md': 'a', 'b.md': 'b' });
  assert.deepEqual(afterwards(mended), {
    'a.md': `${'x'.repeat(10)}a`,
    'b.md': `${'x'.repeat(10)}b`,
  });
  assert.deepEqual(mended.notes, [
    'fixing stopped after 10 rounds: grow still had fixes in a.md and 1 more.',
  ]);
});

test('a fix that is undone by another leaves no file to write', async () => {
  const other = { a: 'b', b: 'a' } as Record<string, string>;
  const rule: Rule = (file, text) => [found('swap', [[file, 0, 1, other[text] ?? 'a']])];
  const mended = await fixWith(rule, { 'a.md': 'a' });
  assert.deepEqual(afterwards(mended), {});
  assert.equal(mended.notes.length, 1);
});

test('a fix that breaks more than it fixes is taken back, in that file alone', async () => {
  const rule: Rule = (file, text) => {
    if (text === 'ok' || text === 'bad!') {
      return text === 'ok' ? [] : [1, 2, 3].map(() => found('unclosed-quote', []));
    }
    return [found('unclosed-quote', [[file, 0, text.length, file === 'a.md' ? 'bad!' : 'ok']])];
  };
  const mended = await fixWith(rule, { 'a.md': 'one', 'b.md': 'two' });
  assert.deepEqual(afterwards(mended), { 'b.md': 'ok' });
  assert.deepEqual(mended.notes, [
    'a.md was not fixed further, because a fix would have caused new errors.',
  ]);
});

test('a fix that is about a page nobody asked about is not applied', async () => {
  const rule: Rule = (file, text) =>
    text === 'a'
      ? [
          found('far', [
            [file, 0, 1, 'A'],
            ['other.md', 0, 1, 'O'],
          ]),
        ]
      : [];
  assert.deepEqual(afterwards(await fixWith(rule, { 'a.md': 'a' }, { 'other.md': 'o' })), {});
  const asked = await fixWith(rule, { 'a.md': 'a', 'other.md': 'o' });
  assert.deepEqual(afterwards(asked), { 'a.md': 'A', 'other.md': 'O' });
  assert.deepEqual(asked.bundles, [['a.md', 'other.md']]);
});

test('known findings are fixed, suppressed ones are not', async () => {
  const rule: Rule = (file, text) => {
    if (text !== 'a' && text !== 'b') return [];
    return [found('any', [[file, 0, 1, '!']], text === 'a' ? 'known' : 'suppressed')];
  };
  assert.deepEqual(afterwards(await fixWith(rule, { 'a.md': 'a', 'b.md': 'b' })), { 'a.md': '!' });
});

/** The rules as they are. */
function rulesOf(texts: Texts): Rule {
  return (file, text) => {
    const workspace = workspaceWith({ ...texts, [file]: text });
    return lint(workspace, file).map((report) => {
      const fix = report.fixes?.find(({ certain }) => certain);
      const edits = (fix?.edits ?? []).map(
        ({ page, span, text: by }): Edit => [page, span.start, span.end, by],
      );
      return found(report.rule, edits);
    });
  };
}

property('whatever the texts: fixing settles, and breaks nothing', async () => {
  const names = ['a.md', 'b.md'];
  await fc.assert(
    fc.asyncProperty(fc.tuple(taggedMarkdown, taggedMarkdown), async (drawn) => {
      const texts = Object.fromEntries(names.map((name, index) => [name, drawn[index] ?? '']));
      const mended = await fixWith(rulesOf(texts), texts);
      assert.deepEqual(
        mended.notes.filter((note) => note.startsWith('fixing stopped')),
        [],
      );
      const after = { ...texts, ...afterwards(mended) };
      for (const [file, { before }] of mended.texts) {
        assert.ok(unreadable({ ...texts, [file]: before }, file) >= unreadable(after, file));
      }
    }),
    runs('workspace'),
  );
});

const FAULTS = new Set(RULES.filter(({ needs }) => needs === 'faults').map(({ name }) => name));

function unreadable(texts: Texts, file: string): number {
  return lint(workspaceWith(texts), file).filter(({ rule }) => FAULTS.has(rule)).length;
}

test('a tag that would show more faults once it is read is left to its author', async () => {
  const text = '---\ndate: 2025-10-31\n---\n\nHere is :place [X]{foo=1 bar=2 ref=}.\n';
  const mended = await fixWith(rulesOf({ 'a.md': text }), { 'a.md': text });
  assert.deepEqual(afterwards(mended), {});
});

test('the rules about broken text are rules there are, and all that speak of what is not closed', () => {
  const names = RULES.map(({ name }) => name);
  assert.deepEqual(
    [...BROKEN_TEXT_RULES].filter((name) => !names.includes(name)),
    [],
  );
  const unclosed = names.filter((name) => /^(?:unclosed|malformed)-/.test(name));
  assert.deepEqual(
    unclosed.filter((name) => !BROKEN_TEXT_RULES.has(name)),
    [],
  );
});
