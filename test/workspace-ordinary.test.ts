// Ordinary documents are not read until something asks: the findings are those of reading everything.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  applyChanges,
  type Change,
  DEFAULT_SETTINGS,
  documentsToRead,
  emptyWorkspace,
  isOrdinary,
  linksToAsk,
  parseDay,
  readPage,
  type Settings,
  unreadPage,
  vocabularyOf,
  type Workspace,
} from '../server/core/index.js';
import { folderWith, rapporteur } from './support/cli.js';
import { lintAll, workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';

type Texts = Readonly<Record<string, string>>;

const VOCABULARY = vocabularyOf([]);

/** A workspace as the shells make it: what is ordinary is read when it is asked for. */
function lazily(texts: Texts, settings: Settings = DEFAULT_SETTINGS): Workspace {
  const page = (id: string): Change => ({
    type: 'page',
    page: readPage(id, texts[id] ?? '', settings, VOCABULARY),
  });
  const empty = emptyWorkspace(settings, VOCABULARY, parseDay('2025-11-01') ?? 0);
  const changes = Object.entries(texts).map(
    ([id, text]): Change =>
      isOrdinary(id, text, settings, VOCABULARY)
        ? { type: 'page', page: unreadPage(id) }
        : page(id),
  );
  const first = applyChanges(empty, changes);
  const exist = new Map(linksToAsk(first).map((id) => [id, false]));
  return applyChanges(first, [{ type: 'files', exist }, ...documentsToRead(first).map(page)]);
}

function unreadIn({ pages }: Workspace): readonly string[] {
  return [...pages.values()].flatMap(({ id, unread }) => (unread ? [id] : []));
}

const TEXTS = {
  'brief.md':
    'On :date[2025], see [a](docs/a.md#terms), [b](docs/b.md), [b](docs/c.md#no) and [d](/docs/d.md#by-hand).\n',
  'docs/a.md': '# Terms\n',
  'docs/b.md': '# Not asked\n\n[into](e.md#heading)\n',
  'docs/c.md': '# Yes\n',
  'docs/d.md': '<a id="by-hand"></a>\n',
  'docs/e.md': '# Heading\n',
};

test('only documents are read to whose headings a brief links', () => {
  const workspace = lazily(TEXTS);
  assert.deepEqual(unreadIn(workspace), ['docs/b.md', 'docs/e.md']);
  assert.deepEqual(documentsToRead(workspace), [], 'and once');
  assert.deepEqual(
    lintAll(workspace).map(({ rule, message }) => [rule, message]),
    [
      [
        'broken-link',
        "There is no heading '#no' in docs/c.md. The address of a heading is its words in lower case, with hyphens for spaces: '#next-steps'.",
      ],
    ],
  );
});

test('after a change, what the changed pages link to is asked for, and what changed', () => {
  const workspace = lazily(TEXTS);
  const text = `${TEXTS['brief.md']}\n[e](docs/e.md#heading)\n`;
  const linked = applyChanges(workspace, [{ type: 'text', id: 'brief.md', text }]);
  assert.deepEqual(documentsToRead(linked, ['brief.md']), ['docs/e.md']);
  const written = applyChanges(workspace, [{ type: 'page', page: unreadPage('docs/a.md') }]);
  assert.deepEqual(documentsToRead(written, ['docs/a.md']), ['docs/a.md']);
  assert.deepEqual(documentsToRead(written, ['docs/b.md']), []);
});

test('a document is one whatever stands in it where the configuration names the briefs', () => {
  const settings = { ...DEFAULT_SETTINGS, briefs: ['briefs/*.md'] };
  const tagged = ':person[Ann]\n';
  assert.ok(isOrdinary('notes.md', tagged, settings, VOCABULARY));
  assert.ok(!isOrdinary('briefs/a.md', 'Words.\n', settings, VOCABULARY));
  assert.ok(!isOrdinary('x.registry.yaml', '', settings, VOCABULARY));
});

const LINES = [
  '# Terms',
  '## Terms',
  '# :person[Ann] on terms',
  'See [it](a.md#terms), [x](b.md#terms-1) and [y](./c.md#no).',
  'See [it][ref] and ![p](d.md#terms).',
  '[ref]: b.md#x',
  'A [link](a) and [one](b#terms), [gone](e.md#x).',
  '<a name="x"></a> {#by-hand}',
  'Met :person[Ann]{ref=ann}.',
  '::person[Ann]{#ann}',
  ':country[Chad] and :persn[x]',
  'date:[2025] and person (x)',
  '::: commitment',
  'Words.',
];

const text = fc
  .array(fc.constantFrom(...LINES), { maxLength: 5 })
  .map((lines) => `${lines.join('\n\n')}\n`);

property('findings are the same as with everything read', () => {
  const ids = ['a.md', 'b.md', 'c.md', 'd.md', 'f.md'];
  const texts = fc.tuple(...ids.map(() => text));
  const briefs = fc.constantFrom(undefined, ['a.md', 'd.md']);
  fc.assert(
    fc.property(texts, briefs, (all, named) => {
      const files = Object.fromEntries(ids.map((id, at) => [id, all[at] ?? '']));
      const settings = { ...DEFAULT_SETTINGS, briefs: named };
      const whole = workspaceWith(files, '2025-11-01', settings);
      assert.deepEqual(lintAll(lazily(files, settings)), lintAll(whole));
    }),
    runs('workspace'),
  );
});

for (const words of [[], ['--threads', '2'], ['--cache-location', 'kept']]) {
  test(`a check reads them when a brief links into them: ${words.join(' ')}`, async (context) => {
    const cwd = folderWith(context, TEXTS);
    for (const time of ['first', 'again']) {
      const ran = await rapporteur(cwd, ['check', '--format', 'json', '--stats', ...words]);
      const [only, ...others] = JSON.parse(ran.stdout).findings;
      assert.deepEqual([only.rule, others.length], ['broken-link', 0], time);
      assert.match(ran.stderr, /^Read 6 files, 184 characters/);
    }
  });
}
