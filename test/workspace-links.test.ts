import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  applyChanges,
  type LinkTarget,
  linksToAsk,
  linkTarget,
  mayLinkTo,
  targetExists,
} from '../server/core/workspace/index.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

/** Where a link in a page leads. */
function targetOf(target: string, from = 'briefs/2025/a.md'): LinkTarget | undefined {
  const workspace = workspaceOf({ [from]: ':person[A]' });
  const page = workspace.pages.get(from);
  assert.ok(page);
  const span = { start: 0, end: 0 };
  return linkTarget(page, { form: 'link', span, target: { text: target, span } });
}

test('a relative target is counted from its page, a rooted one from the workspace', () => {
  assert.deepEqual(targetOf('b.md'), { page: 'briefs/2025/b.md', anchor: undefined });
  assert.deepEqual(targetOf('./b.md#Top'), { page: 'briefs/2025/b.md', anchor: 'Top' });
  assert.deepEqual(targetOf('../../x/./y.pdf'), { page: 'x/y.pdf', anchor: undefined });
  assert.deepEqual(targetOf('/x//y.md'), { page: 'x/y.md', anchor: undefined });
  assert.deepEqual(targetOf('../'), { page: 'briefs', anchor: undefined });
  assert.deepEqual(targetOf('b.md?raw=1#L%C3%A4nder'), {
    page: 'briefs/2025/b.md',
    anchor: 'Länder',
  });
  assert.deepEqual(targetOf('#here'), { page: 'briefs/2025/a.md', anchor: 'here' });
  assert.deepEqual(targetOf('#'), { page: 'briefs/2025/a.md', anchor: undefined });
});

test('percent signs are decoded where they can be', () => {
  assert.equal(targetOf('my%20file.md')?.page, 'briefs/2025/my file.md');
  assert.equal(targetOf('100%.md')?.page, 'briefs/2025/100%.md');
  assert.equal(targetOf('b.md', '50%20/a.md')?.page, '50%20/b.md');
  assert.equal(targetOf('%2e%2e/b.md')?.page, 'briefs/b.md');
});

test('escapes and character references of Markdown are read', () => {
  assert.equal(targetOf('my\\_file\\(1\\).md')?.page, 'briefs/2025/my_file(1).md');
  assert.equal(targetOf('R&amp;D.md')?.page, 'briefs/2025/R&D.md');
});

test('what is elsewhere is not judged', () => {
  for (const target of [
    'https://example.org/a.md',
    'mailto:a@example.org',
    'C:\\a.md',
    '//host/a.md',
    '',
    '/',
    '../..',
    '../../../a.md',
    '?query',
  ]) {
    assert.equal(targetOf(target), undefined, target);
  }
});

test('the host is asked once about files that are no pages', () => {
  const asking = workspaceOf({
    'a.md': ':person[A] [1](b.md) [2](map.png) [3](gone.pdf#p2) [4](https://x.org) ![5](map.png)',
    'b.md': 'A document with a [link](nobody-asks.md).',
  });
  assert.deepEqual(linksToAsk(asking), ['gone.pdf', 'map.png']);
  assert.equal(targetExists(asking, 'b.md'), true);
  assert.equal(targetExists(asking, 'map.png'), undefined);
  const exist = new Map([
    ['map.png', true],
    ['gone.pdf', false],
  ]);
  const told = applyChanges(asking, [{ type: 'files', exist }]);
  assert.deepEqual(linksToAsk(told), []);
  assert.equal(targetExists(told, 'map.png'), true);
  assert.equal(targetExists(told, 'gone.pdf'), false);
  const without = applyChanges(told, [{ type: 'removed', id: 'b.md' }]);
  assert.deepEqual(linksToAsk(without), ['b.md']);
});

/** A letter of a path as a link may write it. */
const writings: readonly ((letter: string) => string)[] = [
  (letter) => letter,
  (letter) => letter,
  (letter) => letter,
  (letter) => (/[!-/:-@[-`{-~]/.test(letter) ? `\\${letter}` : letter),
  (letter) => `&#${letter.codePointAt(0) ?? 0};`,
  (letter) =>
    encodeURIComponent(letter).replace(/^[^%]$/, (ascii) => `%${ascii.charCodeAt(0).toString(16)}`),
];

const LINKS: readonly ((target: string) => string)[] = [
  (target) => `[x](${target})`,
  (target) => `![x]( <${target}> "t" )`,
  (target) => `[x](\n${target}\n)`,
  (target) => `[x]\n\n[x]: ${target}`,
  (target) => `> [x]\n>\n> [x]:\n> <${target}>`,
  (target) => `[x](../${target}#y?z)`,
  (target) => `[x](./no/../${target}/./)`,
];

property(
  'a text that links to a file, or into a folder, is told, however it writes the name',
  () => {
    const names = [
      'b.md',
      'a b.md',
      'C(1).markdown',
      'über.md',
      '条约.md',
      'a&b.md',
      '100%.md',
      'd',
    ];
    const written = fc.tuple(
      fc.constantFrom(...names),
      fc.constantFrom('', 'deep/', 'so%20deep/'),
      fc.constantFrom(...LINKS),
      fc.array(fc.constantFrom(...writings), { minLength: 20, maxLength: 20 }),
      fc.boolean(),
    );
    let found = 0;
    fc.assert(
      fc.property(written, ([name, folder, link, by, short]) => {
        const path = `${folder}${short ? name.replace(/\.md$/, '') : name}`;
        const target = [...path].map((letter, at) =>
          letter === '/' ? letter : (by[at % by.length]?.(letter) ?? letter),
        );
        const text = `Words.\n\n${link(target.join(''))}\n`;
        const page = workspaceOf({ 'x/y.md': text }).pages.get('x/y.md');
        assert.ok(page);
        for (const one of page.facts.links) {
          const id = linkTarget(page, one)?.page;
          if (id === undefined) continue;
          found += 1;
          const above = id.split('/').slice(0, -1).join('/');
          for (const of of [id, `${id}.md`, above]) {
            if (of !== 'x' && of !== '')
              assert.ok(mayLinkTo(['no.md', of])(text), `${of} in ${text}`);
          }
        }
      }),
      runs('text'),
    );
    assert.ok(found > 0);
  },
);

test('a text that only speaks of a file does not link to it', () => {
  for (const text of [
    'The terms (terms.markdown), termsheet.md, [x](my-terms.md)',
    'terms',
    '%74erm',
  ])
    assert.equal(mayLinkTo(['docs/terms.md'])(text), false, text);
  assert.equal(mayLinkTo(['docs/terms.md'])('[x](terms)'), true);
});
