// Patterns of paths: what picomatch says of ordinary ones, in linear time for all.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch/posix.js';
import { globMatcher, globSyntaxFault } from '../server/core/index.js';
import { property, runs } from './support/needs.js';

const PATHS = [
  'a',
  'b',
  'a.md',
  'b.md',
  'a/b.md',
  'a/b/c.md',
  'briefs/a.md',
  'briefs/2025/a.md',
  '.hidden/a.md',
  'a/.b.md',
  'registry.yaml',
  'x/registry.yaml',
  'x/registry/y/z.yaml',
  'un.registry.yaml',
  'x/un.registry.yaml',
  'A.md',
  'a-b.md',
  'ab',
  'aab',
  'abc/def',
  'old/2024/x.md',
  'old',
  'é.md',
  '1.md',
  '7/x',
  'a{b}',
  'a[b].md',
  '[',
  'a+b.md',
];
const GLOBS = [
  '*',
  '**',
  '*.md',
  '**/*.md',
  'a/**',
  'a/**/*.md',
  '**/a.md',
  '**/registry.yaml',
  '**/registry/**/*.yaml',
  '**/*.registry.yaml',
  '{a,b}.md',
  '{briefs,old}/**',
  'a/{b,b/c}.md',
  '{a,x/{registry,un.registry}}.yaml',
  '?.md',
  '[ab].md',
  '[^a].md',
  '[a-c]/*',
  '*.{md,yaml}',
  'a*',
  '*b*',
  '**/.b.md',
  '.*/**',
  'a**.md',
  'old/**',
  'old',
  '@(a|b).md',
  '+(a)b',
  '*(a)b',
  '?(a)b',
  'x/**',
  '**/x/**',
  '{1..7}.md',
  '[0-9].md',
  'a+b.md',
  '*/*/*.md',
];

describe('globs', () => {
  for (const glob of GLOBS) {
    it(`reads ${glob} as picomatch does`, () => {
      const ours = globMatcher([glob]);
      const theirs = picomatch(glob, { dot: true });
      for (const path of PATHS) assert.equal(ours(path), theirs(path), path);
    });
  }

  property('agrees with picomatch on generated patterns and paths', () => {
    const name = fc.stringMatching(/^[ab.]{1,4}$/).filter((text) => !/^\.+$/.test(text));
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const part = fc.constantFrom('a', 'b', '*', '?', '*a', 'a*', '[ab]', '{a,b}', '*.a', '**');
    // Whether `a*/**` holds `a1` itself is where picomatch differs from its own `a/**`.
    const glob = fc
      .array(part, { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('/'))
      .filter((text) => !text.endsWith('/**'));
    fc.assert(
      fc.property(glob, path, (pattern, text) => {
        assert.equal(globMatcher([pattern])(text), picomatch(pattern, { dot: true })(text));
      }),
      runs('workspace'),
    );
  });

  it('takes ! at the start of a class for a negation, as bash does', () => {
    assert.deepEqual(['a.md', 'b.md'].map(globMatcher(['[!a].md'])), [false, true]);
  });

  it('takes any of several', () => {
    const matches = globMatcher(['a/*.md', 'b/**']);
    assert.deepEqual(['a/x.md', 'b/y/z', 'c'].map(matches), [true, true, false]);
  });

  it('refuses what cannot be read, in words', () => {
    assert.match(globSyntaxFault('(a+)+b') ?? '', /@\(/);
    assert.match(globSyntaxFault('!(a).md') ?? '', /ignore/);
    assert.match(globSyntaxFault('{a,b') ?? '', /'}' is missing/);
    assert.match(globSyntaxFault('a'.repeat(5000)) ?? '', /longer/);
    assert.match(globSyntaxFault('{a,'.repeat(500)) ?? '', /deep/);
    assert.equal(globSyntaxFault('**/*.md'), undefined);
    assert.equal(globMatcher(['{a,b'])('a'), false);
  });

  it('looks at each character once, whatever the pattern', () => {
    const patterns = [
      `${'*a'.repeat(30)}b`,
      '*(*a|a*)*b',
      '*(*(*(a)))b',
      `${'**/'.repeat(50)}b`,
      `{${'a*,'.repeat(50)}b}9`,
      `${'?(a)'.repeat(60)}${'a'.repeat(60)}b`,
      '+(a|aa|aaa)b',
      '[a-z]*[a-z]*[a-z]*[a-z]*9',
    ];
    for (const pattern of patterns) {
      const matches = globMatcher([pattern]);
      for (const length of [200, 2000, 20_000]) {
        let looked = 0;
        const text = 'a'.repeat(length);
        const counted = {
          length,
          charCodeAt: (at: number) => {
            looked += 1;
            return text.charCodeAt(at);
          },
        };
        assert.equal(matches(counted as unknown as string), false, pattern);
        assert.ok(looked <= length, `${pattern}: ${looked} of ${length}`);
      }
    }
  });

  property('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab*?@+!(){}[\]|,/.^-]{0,20}$/), (pattern) => {
        globMatcher([pattern])('a/b.md');
        globSyntaxFault(pattern);
      }),
      runs('workspace'),
    );
  });
});
