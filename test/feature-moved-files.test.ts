import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  applyEdits,
  linkTarget,
  type Move,
  moveFiles,
  type Workspace,
} from '../server/core/index.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

/** The texts after a move, under their new names. */
function moved(
  texts: Readonly<Record<string, string>>,
  ...moves: readonly Move[]
): Readonly<Record<string, string>> {
  const edits = moveFiles(workspaceOf(texts), moves);
  return Object.fromEntries(
    Object.entries(texts).map(([id, text]) => {
      const own = edits.filter(({ page }) => page === id);
      return [renamed(id, moves), applyEdits(text, own)];
    }),
  );
}

function renamed(id: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => id === from || id.startsWith(`${from}/`));
  return move === undefined ? id : move.to + id.slice(move.from.length);
}

/** One page's text after a move. */
function after(text: string, from: string, to: string, at = 'briefs/a.md'): string | undefined {
  const others = { 'briefs/b.md': '# B', 'notes/c.md': '# C' };
  return moved({ ...others, [at]: text }, { from, to })[renamed(at, [{ from, to }])];
}

test('links to a file that moves follow it, as they were written', () => {
  const follow = (link: string): string | undefined => after(link, 'notes/c.md', 'old/2025/d e.md');
  assert.equal(follow('[c](../notes/c.md)'), '[c](../old/2025/d%20e.md)');
  assert.equal(follow('[c](../notes/c.md#top "T")'), '[c](../old/2025/d%20e.md#top "T")');
  assert.equal(follow('[c](</notes/c.md?x#top>)'), '[c](</old/2025/d e.md?x#top>)');
  assert.equal(follow('[c](/notes/c.md)'), '[c](/old/2025/d%20e.md)');
  assert.equal(follow('![c](../notes/c.md)'), '![c](../old/2025/d%20e.md)');
  assert.equal(
    follow('[c][d] [e][d]\n\n[d]: ../notes/c.md'),
    '[c][d] [e][d]\n\n[d]: ../old/2025/d%20e.md',
  );
  assert.equal(follow('[c](../notes/c)'), '[c](../old/2025/d%20e)', 'the ending stays left out');
  assert.equal(follow('[c](../%6Eotes/c.md)'), '[c](../old/2025/d%20e.md)');
  assert.equal(
    follow('[b](b.md) [x](https://x.y/notes/c.md) [y](#c)'),
    '[b](b.md) [x](https://x.y/notes/c.md) [y](#c)',
  );
});

test('letters stay as they are, or encoded where they were', () => {
  const follow = (link: string): string | undefined => after(link, 'notes/c.md', 'Länder/c.md');
  assert.equal(follow('[c](../notes/c.md)'), '[c](../Länder/c.md)');
  const texts = { 'a.md': '[x](%C3%A4.md)', 'ä.md': '' };
  assert.equal(moved(texts, { from: 'ä.md', to: 'ö.md' })['a.md'], '[x](%C3%B6.md)');
});

test('what would mean something else in a target is encoded', () => {
  const to = (name: string): string | undefined => after('[c](../notes/c.md)', 'notes/c.md', name);
  assert.equal(to('c (1).md'), '[c](../c%20%281%29.md)');
  assert.equal(to('100%.md'), '[c](../100%25.md)');
  assert.equal(to('a#b?.md'), '[c](../a%23b%3F.md)');
  assert.equal(to('R&amp;D.md'), '[c](../R%26amp;D.md)');
  assert.equal(to('briefs/a:b.md'), '[c](./a:b.md)');
});

test('the relative links of a file that moves lead where they led', () => {
  const text =
    '[b](b.md) [c](../notes/c.md#c) ![m](map.png) [r](/notes/c.md) [s](#s) [self](a.md#s) [gone](x.md)';
  assert.equal(
    after(text, 'briefs/a.md', 'deep/er/z.md'),
    '[b](../../briefs/b.md) [c](../../notes/c.md#c) ![m](../../briefs/map.png) [r](/notes/c.md) [s](#s) [self](z.md#s) [gone](../../briefs/x.md)',
  );
  assert.equal(after('[b](./b.md)', 'briefs/a.md', 'a.md'), '[b](./briefs/b.md)');
});

test('a folder moves with all that is in it', () => {
  const texts = {
    'briefs/a.md': '[b](b.md) [c](../notes/c.md) [up](../)',
    'briefs/b.md': '[a](/briefs/a.md)',
    'notes/c.md': '[a](../briefs/a.md) [all](../briefs/) [pic](../briefs/img/x.png)',
    'briefs-old/d.md': '[a](../briefs/a.md)',
  };
  assert.deepEqual(moved(texts, { from: 'briefs', to: 'y/2025' }), {
    'y/2025/a.md': '[b](b.md) [c](../../notes/c.md) [up](../)',
    'y/2025/b.md': '[a](/y/2025/a.md)',
    'notes/c.md': '[a](../y/2025/a.md) [all](../y/2025/) [pic](../y/2025/img/x.png)',
    'briefs-old/d.md': '[a](../y/2025/a.md)',
  });
});

test('several files may move at once, and change places', () => {
  const texts = {
    'a.md': '[b](b.md) [c](c.md)',
    'b.md': '[a](a.md)',
    'c.md': '[a](a.md) [b](b.md)',
  };
  const moves = [
    { from: 'a.md', to: 'b.md' },
    { from: 'b.md', to: 'a.md' },
  ];
  assert.deepEqual(moved(texts, ...moves), {
    'b.md': '[b](a.md) [c](c.md)',
    'a.md': '[a](b.md)',
    'c.md': '[a](b.md) [b](a.md)',
  });
});

test('briefs and other Markdown are changed, other files and code are not', () => {
  const texts = {
    'a.md': ':date[2025] `[c](c.md)` [c](c.md)',
    'c.md': 'No tag.',
    'x.md': '[c](c.md)',
  };
  assert.deepEqual(moved(texts, { from: 'c.md', to: 'd.md' }), {
    'a.md': ':date[2025] `[c](c.md)` [c](d.md)',
    'd.md': 'No tag.',
    'x.md': '[c](d.md)',
  });
});

const PATHS = ['a.md', 'n o/b.md', 'n o/c.md', 'ü/d(1).md', 'ü/deep/e%.md', 'f&lt;.md'];

function leadsOf(workspace: Workspace): readonly (readonly (string | undefined)[])[] {
  return [...workspace.pages.values()].map((page) =>
    page.facts.links.map((link) => {
      const target = linkTarget(page, link);
      return target && `${target.page}#${target.anchor ?? ''}`;
    }),
  );
}

const encodings: readonly ((path: string) => string)[] = [
  (path) => `<${path.replace(/[%<&#?]/g, encodeURIComponent)}>`,
  (path) => path.split('/').map(encodeURIComponent).join('/').replace(/[()]/g, '\\$&'),
  (path) => `/${path.split('/').map(encodeURIComponent).join('/').replace(/[()]/g, '\\$&')}#x`,
];

property('after any move every link leads to the same text', () => {
  const link = fc.tuple(fc.nat(PATHS.length - 1), fc.constantFrom(...encodings));
  const folder = fc.constantFrom('', 'n o/', 'new/', 'ü/deep/');
  const name = fc.constantFrom('x.md', 'y z.md', '(q).md', '%41.md', 'a:b.md', '&amp;.md', '#.md');
  fc.assert(
    fc.property(
      fc.array(fc.array(link, { maxLength: 3 }), {
        minLength: PATHS.length,
        maxLength: PATHS.length,
      }),
      fc.nat(PATHS.length - 1),
      folder,
      name,
      (links, which, into, called) => {
        const texts = Object.fromEntries(
          PATHS.map((path, at) => {
            const up = '../'.repeat(path.split('/').length - 1);
            const written = (links[at] ?? []).map(([to, encode]) => {
              const target = encode(PATHS[to] ?? '');
              if (target.startsWith('/')) return `[l](${target})`;
              return target.startsWith('<')
                ? `[l](<${up}${target.slice(1)})`
                : `[l](${up}${target})`;
            });
            return [path, written.join('\n\n')];
          }),
        );
        const move = { from: PATHS[which] ?? '', to: into + called };
        const before = workspaceOf(texts);
        const expected = new Map(
          [...before.pages.values()].map(({ id }, at) => [
            renamed(id, [move]),
            leadsOf(before)[at],
          ]),
        );
        const next = workspaceOf(moved(texts, move));
        for (const [at, id] of [...next.pages.values()].map((page) => page.id).entries()) {
          const wanted = expected.get(id)?.map((target) => {
            const [page = '', anchor = ''] = target?.split(/#(?=x?$)/) ?? [];
            return `${renamed(page, [move])}#${anchor}`;
          });
          assert.deepEqual(leadsOf(next)[at], wanted, JSON.stringify([texts, move]));
        }
      },
    ),
    runs('workspace'),
  );
});
