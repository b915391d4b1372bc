// Whatever stands under the cursor, and wherever a file goes: after a rename as it is offered a check finds nothing new.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { slug } from 'github-slugger';
import {
  applyChanges,
  applyEdits,
  type Change,
  DEFAULT_SETTINGS,
  emptyWorkspace,
  isRefused,
  linksToAsk,
  type Move,
  moveFiles,
  type PageEdit,
  parseDay,
  prepareRename,
  type Report,
  rename,
  vocabularyOf,
  type Workspace,
} from '../server/core/index.js';
import { lintAll } from './support/linting.js';
import { property, runs } from './support/needs.js';

type Texts = Readonly<Record<string, string>>;

const one = fc.constantFrom;

const WORDS = ['Terms', 'Ann Lee', 'The Pact', 'Länder & Ämter', 'A-b', 'terms 1', '条約', 'x'];
const words = one(...WORDS);
const person = one('Ann Lee', 'Bob', 'ANN LEE', 'Annie', 'Bob\nLee', 'Nobody');
const id = one('ann', 'bob', 'pact', 'c-1', 'nobody');

/** Words of a heading, as they are written, and what there may be in them besides. */
const headingWords = fc.oneof(
  words,
  person.map((name) => `On :person[${name.replace('\n', ' ')}]`),
  fc.tuple(person, id).map(([name, who]) => `:person[${name.replace('\n', ' ')}]{ref=${who}} said`),
  one('The :agreement[:place[Arcadia] Pact]{#head-pact}', ':place[Arcadia]', 'Note[^1]'),
  one('*Em* and `code`', 'A [link](b.md) in it', '![i](map.png) Picture', 'R&amp;D \\*x\\*', '#'),
);

const HEADINGS: readonly ((words: string) => string)[] = [
  (text) => `# ${text}`,
  (text) => `## ${text} ##`,
  (text) => `${text}\n---`,
  (text) => `## ${text} {#own}`,
  (text) => `### ${text} {#own-2 .wide}`,
  (text) => `## ${text} {.wide}`,
  (text) => `- # ${text}`,
  (text) => `> ## ${text}`,
  (text) => `1. x\n\n   ${text}\n   ===`,
  (text) => `## {#first} ${text}`,
];

const anchor = fc.oneof(
  fc
    .tuple(headingWords, one('', '-1', '-2'))
    .map(([text, number]) => `#${slug(text.replace(/:\w+\[|\]|\{[^}]*\}/g, ''))}${number}`),
  one('#own', '#own-2', '#ann', '#c-1', '#Terms', '#l%C3%A4nder--%C3%A4mter', '', '#by-hand'),
);

const PATHS = [
  'a.md',
  'deep/b.md',
  'deep/er/n o.md',
  'ü/d(1).md',
  'e%.md',
  'doc.markdown',
  'map.png',
  'deep/data.csv',
];

const encodings: readonly ((path: string) => string)[] = [
  (path) => path.split('/').map(encodeURIComponent).join('/').replace(/[()]/g, '\\$&'),
  (path) => `<${path.replace(/[%<&#?]/g, encodeURIComponent)}>`,
  (path) => path.replace(/[ %()]/g, encodeURIComponent).replace(/[()]/g, '\\$&'),
  (path) => path.replace(/\.md$/, '').split('/').map(encodeURIComponent).join('/'),
];

/** What a link in a page leads to, as it is written there. */
const target = fc
  .tuple(fc.option(one(...PATHS)), one(...encodings), anchor, one('relative', 'rooted', 'dotted'))
  .map(([path, encode, to, how]) => (from: string): string => {
    if (path === null) return to === '' ? '#' : to;
    const up = '../'.repeat(from.split('/').length - 1);
    const near = { relative: up, rooted: '/', dotted: `./${up}` }[how];
    const written = encode(path);
    if (written.startsWith('<')) return `<${near}${written.slice(1, -1)}${to}>`;
    return near + written.replace(/\(/g, '%28').replace(/\)/g, '%29').replaceAll('\\', '') + to;
  });

type Block = (from: string) => string;
const plain =
  (text: string): Block =>
  () =>
    text;

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.tuple(headingWords, one(...HEADINGS)).map(([text, form]) => plain(form(text))),
  fc.tuple(headingWords, one(...HEADINGS)).map(([text, form]) => plain(form(text))),
  target.map(
    (to): Block =>
      (from) =>
        `So [it says](${to(from)}) and ![p](${to(from)} "T").`,
  ),
  target.map(
    (to): Block =>
      (from) =>
        `So [it says][r] and [R].\n\n[r]: ${to(from)}`,
  ),
  target.map(
    (to): Block =>
      (from) =>
        `| a |\n|---|\n| [x](${to(from)}) |`,
  ),
  person.map((name) => plain(`Then :person[${name}] spoke, and :person[*${name}*] did.`)),
  id.map((who) => plain(`So :person[they]{ref=${who}} and :person[Ann Lee]{ref=${who},bob} did.`)),
  one(
    '::person[Bob]{#bob other-names="Bob Lee"}',
    '- ::person[Bob]{#bob other_names="Bob Lee"}',
    ':commitment[will go with :person[Ann Lee]]{#c-1 by=ann due=2026}',
    '::update[gone]{of=c-1 on=2025-10-01 status=fulfilled}',
    ':agreement[The Pact]{#pact parties=arcadia,utopia}',
    'See :agreement[The Pact] and :agreement[the pact].',
    ':::commitment{#c-2 by=bob for="ann, bob" due=2026}\nThey will, says :person[Bob].\n:::',
    'A claim[^1] and[^two].\n\n[^1]: By :person[Ann Lee].\n\n[^two]: x',
    '<a id="by-hand"></a><a href="#terms">x</a>',
    '<!-- rapporteur-disable-next-line unresolved-name -->\n:person[Ann Loo]',
    '```\n# Terms\n```',
  ).map(plain),
);

const page = fc.array(block, { maxLength: 7 });

const registry = one(
  'person:\n  ann: { name: Ann Lee, other_names: [Annie] }\nplace:\n  arcadia: { name: Arcadia }\n  utopia: { name: Utopia }\n',
  'person:\n  ann:\n    name: Ann Lee\n  cy:\n    name: "Bob"\nplace:\n  arcadia:\n  utopia:\n',
);

const texts: fc.Arbitrary<Texts> = fc
  .tuple(fc.array(page, { minLength: 5, maxLength: 5 }), registry)
  .map(([pages, defined]) => ({
    'registry.yaml': defined,
    ...Object.fromEntries(
      pages.map((blocks, at) => {
        const path = PATHS[at] ?? '';
        return [path, `${blocks.map((each) => each(path)).join('\n\n')}\n`];
      }),
    ),
    'doc.markdown': '# Terms\n\n[x](a.md#terms)\n\n## The Pact\n',
  }));

const FILES = ['map.png', 'deep/data.csv'];
const TODAY = parseDay('2025-11-01');

/** Of some pages, and of other files. */
function workspaceOf(pages: Texts, files: readonly string[]): Workspace {
  assert.ok(TODAY !== undefined);
  const empty = emptyWorkspace(DEFAULT_SETTINGS, vocabularyOf([]), TODAY);
  const changes = Object.entries(pages).map(([id, text]): Change => ({ type: 'text', id, text }));
  const read = applyChanges(empty, changes);
  const exist = new Map(
    linksToAsk(read).map((id) => [id, isThere(id, [...Object.keys(pages), ...files])]),
  );
  return applyChanges(read, [{ type: 'files', exist }]);
}

function isThere(path: string, files: readonly string[]): boolean {
  return files.some((file) => file === path || file.startsWith(`${path}/`));
}

/**
 * By rule: of two definitions of an id that one is reported whose page comes last. An entity that nothing mentions is not
 * spoken of for as long as it shares its name with another.
 */
function counted(reports: readonly Report[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of reports)
    if (rule !== 'unused-entity') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function assertNothingNew(before: Workspace, after: Workspace, said: string): void {
  const had = counted(lintAll(before));
  const found = lintAll(after);
  for (const [name, count] of counted(found)) {
    const messages = found.filter(({ rule }) => rule === name).map(({ message }) => message);
    assert.ok(count <= (had.get(name) ?? 0), `${name}: ${messages.join(' | ')} ${said}`);
  }
}

function edited(pages: Texts, edits: readonly PageEdit[]): Texts {
  return Object.fromEntries(
    Object.entries(pages).map(([id, text]) => {
      const own = edits.filter((edit) => edit.page === id);
      return [id, applyEdits(text, own)];
    }),
  );
}

const newName = fc.oneof(
  words,
  person.map((name) => name.replace('\n', ' ')),
  id,
  one('Zed', 'new-one', 'zed-2', 'own', 'Own', 'Terms 1', 'A *b*', 'x {#y}', '# z', 'a [b] c', '7'),
  one(
    '![i](x.png)',
    ':person[Ann Lee]',
    '`c`',
    'R&amp;D',
    'Zed & "Co": [x], {y} #1',
    '~~s~~',
    '«»',
  ),
  one('by-hand', '.', '-', '1.', 'Zed {.wide}', 'Zed #', '[^1]', '<b>z</b>', 'İ', 'ﬀ', 'a\\b'),
);

property('a rename of whatever has a name leaves a check with nothing new', () => {
  let renamed = 0;
  fc.assert(
    fc.property(texts, fc.nat(5), fc.nat(10_000), newName, (pages, which, at, to) => {
      const id = Object.keys(pages)[which] ?? '';
      const before = workspaceOf(pages, FILES);
      const page = before.pages.get(id);
      assert.ok(page);
      // The next place from there on that has a name.
      let offset = at % (page.text.length + 1);
      for (let tries = 0; tries < 60 && offset < page.text.length; tries += 1, offset += 3) {
        const start = prepareRename(before, page, offset);
        if (start !== undefined && !isRefused(start)) break;
      }
      const found = rename(before, page, offset, to);
      if (found === undefined || isRefused(found)) return;
      renamed += 1;
      const next = edited(pages, found.edits);
      const said = JSON.stringify([id, offset, to, pages, next]);
      assertNothingNew(before, workspaceOf(next, FILES), said);
      const ticked = found.edits.filter((edit) => !found.needsConfirmation.has(edit));
      const least = edited(pages, ticked);
      assertNothingNew(before, workspaceOf(least, FILES), `least ${said}`);
    }),
    runs('page'),
  );
  assert.ok(renamed > 50, `${renamed}`);
});

const moves = fc
  .array(
    fc.tuple(
      one(...PATHS, 'deep', 'deep/er', 'ü'),
      one('', 'deep/', 'new/', 'ü/', '%41/', 'a b/', 'deep/er/'),
      one('x', 'y z', '(q)', '%41', 'a:b', '&amp;', '#', 'ä', "it's", 'a?b', '[x]', 'Terms', '.x'),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((drawn) =>
    drawn.map(([from, folder, name]): Move => {
      const end = /\.\w+$/.exec(from)?.[0] ?? '';
      return { from, to: `${folder}${name}${end}` };
    }),
  );

property('a file or a folder that moves leaves a check with nothing new', () => {
  fc.assert(
    fc.property(texts, moves, (pages, drawn) => {
      const all = [...Object.keys(pages), ...FILES];
      const kept = possible(drawn, all);
      if (kept.length === 0) return;
      const called = (path: string): string => newPath(path, kept);
      const before = workspaceOf(pages, FILES);
      const next = Object.fromEntries(
        Object.entries(edited(pages, moveFiles(before, kept))).map(([id, text]) => [
          called(id),
          text,
        ]),
      );
      const after = workspaceOf(next, FILES.map(called));
      assertNothingNew(before, after, JSON.stringify([kept, pages, next]));
    }),
    runs('page'),
  );
});

/** A file system does no other: nothing goes into itself, onto what is there, or twice. */
function possible(drawn: readonly Move[], all: readonly string[]): readonly Move[] {
  const kept: Move[] = [];
  for (const move of drawn) {
    const next = [...kept, move];
    const moved = all.map((path) => newPath(path, next));
    const isFree =
      new Set(moved).size === all.length &&
      !moved.some((path) => moved.some((other) => other.startsWith(`${path}/`)));
    const overlaps = kept.some(
      ({ from }) =>
        from === move.from || from.startsWith(`${move.from}/`) || move.from.startsWith(`${from}/`),
    );
    if (isFree && !overlaps && !`${move.to}/`.startsWith(`${move.from}/`)) kept.push(move);
  }
  return kept;
}

function newPath(path: string, all: readonly Move[]): string {
  const move = all.find(({ from }) => path === from || path.startsWith(`${from}/`));
  return move === undefined ? path : move.to + path.slice(move.from.length);
}
