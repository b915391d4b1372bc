// What a rename must never do, over workspaces and names as odd as they come.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { slug } from 'github-slugger';
import {
  applyEdits,
  commitments,
  foldCase,
  isRefused,
  type Page,
  type PageEdit,
  rename,
  resolve,
  type Workspace,
} from '../server/core/index.js';
import { lintAll, workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';

const NAMES = [
  'Ann',
  'ann',
  'Bob Lee',
  'U.S.',
  'R&D',
  'a [b] c',
  '*Star*',
  'snake_case_x',
  '_x_',
  "O'Hara",
  'Say "x"',
  'Ünï Çode',
  '条約',
  'A: B',
  '# x',
  'a <b>',
  '`c`',
  'x|y',
  '100 %',
  'x&amp;y',
  '$$ 5',
  'C #',
  '~~s~~',
  '[^1]',
  ':person[X]',
  '2025',
  'null',
  '- dash',
  'a\\b',
  '{x}',
  'x{#y}',
  '[a](b)',
  'naïve “q”',
];

const IDS = ['aa', 'bb', 'cc', 'dd-1', '1e3'];

test('a name over two lines is refused', () => {
  const workspace = workspaceWith({ 'registry.yaml': 'person: { a: { name: Ann } }\n' });
  const page = workspace.pages.get('registry.yaml');
  const found = page && rename(workspace, page, page.text.indexOf('Ann'), 'A\nB');
  assert.match(found && isRefused(found) ? found.refused : '', /one line/);
});

interface Drawn {
  readonly texts: Readonly<Record<string, string>>;
  /** Names and ids of the registry, in order. */
  readonly named: readonly { readonly id: string; readonly names: readonly string[] }[];
}

function unescaped(words: string): string {
  return words.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** As a careful author writes words that may be markup. */
function literal(words: string): string {
  return words.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Ways to speak of someone in a brief: `words` as they stand in a label, `id` of whom. */
const SENTENCES: readonly ((words: string, id: string) => string)[] = [
  (words) => `So :person[${words}] spoke.`,
  (words) => `So :person[${words.toUpperCase()}] spoke.`,
  (words, id) => `So :person[${words}]{ref=${id}} spoke.`,
  (_words, id) => `So :person[they]{ref=${id},aa} spoke.`,
  (words) => `- item\n\n  > :person[${words}] and\n  > more`,
  (words) => `| :person[${words}] | b |\n|---|---|\n| c | :person[${words}] |`,
  (words) => `# On :person[${words}]`,
  (words) => `## With :person[${words}] {.wide}\n\n[x](#${slug(`with ${unescaped(words)}`)})`,
  (words) => `## Of :person[${words}] {#of}\n\n[x](#of)`,
  (words) => `*Em :person[${words}]* and **:person[**${words}**]**.`,
  (words) => `:commitment[will meet :person[${words}] soon]{by=aa due=2026}`,
  (_words, id) => `:commitment[will go]{#c-${id} by=${id},bb for="${id}, aa" said-by=${id}}`,
  (words) => `:person[:place[Land] ${words}] and :person[${words}\n x].`,
  (_words, id) => `:::commitment{by=${id} due=2026}\nThey will do it.\n:::`,
  (words, id) => `[l](#c-${id}) :person[${words}]{}`,
  () => 'Nobody here, at 10:30.',
];

/** Mostly everybody has names of their own; now and then two share one. */
const names = fc
  .tuple(
    fc.shuffledSubarray([...NAMES], { minLength: NAMES.length }),
    fc.array(fc.nat(2), { minLength: IDS.length, maxLength: IDS.length }),
    fc.option(fc.nat(IDS.length - 1), { freq: 3 }),
  )
  .map(([pool, others, sharer]) => {
    const drawn = others.map((count, at) => pool.slice(3 * at, 3 * at + count + 1));
    return drawn.map((own, who) => (who === sharer ? [...own, pool[0] ?? ''] : own));
  })
  .map((drawn) => drawn.map((own) => [...new Set(own)]));

const drawnWorkspace: fc.Arbitrary<Drawn> = fc
  .tuple(
    fc
      .tuple(
        names,
        fc.array(fc.constantFrom('flow', 'block', 'tag'), {
          minLength: IDS.length,
          maxLength: IDS.length,
        }),
      )
      .map(([all, forms]) => all.map((own, at) => [own, forms[at]] as const)),
    fc.array(fc.tuple(fc.constantFrom(...SENTENCES), fc.nat(IDS.length - 1), fc.nat(2)), {
      minLength: 1,
      maxLength: 10,
    }),
  )
  .map(([people, sentences]) => {
    const named = people.map(([names], at) => ({ id: IDS[at] ?? '', names }));
    const registry = ['place:', '  land: { name: Land }', 'person:'];
    const records: string[] = [];
    for (const [at, [names, form]] of people.entries()) {
      const [name = '', ...others] = names.map((each) => JSON.stringify(each));
      const id = IDS[at] ?? '';
      if (form === 'flow') registry.push(`  ${id}: { name: ${name}, other_names: [${others}] }`);
      if (form === 'block')
        registry.push(
          `  "${id}":`,
          `    name: ${name}`,
          ...(others.length > 0 ? ['    other_names:'] : []),
          ...others.map((other) => `      - ${other}`),
        );
      if (form === 'tag') {
        const list = names
          .slice(1)
          .map((each) => each.replace(/[&"{}]/g, (c) => `&#${c.charCodeAt(0)};`));
        const rest = list.length > 0 ? ` other-names="${list.join('; ')}"` : '';
        records.push(`::person[${literal(names[0] ?? '')}]{#${id}${rest}}`);
      }
    }
    const body = sentences.map(([sentence, who, which]) => {
      const { id, names } = named[who] ?? { id: '', names: [] };
      return sentence(literal(names[which % names.length] ?? ''), id);
    });
    const texts = {
      'registry.yaml': `${registry.join('\n')}\n`,
      'defs.md': `${records.join('\n')}\n`,
      'a.md': `---\ndate: 2025-10-01\n---\n\n${body.join('\n\n')}\n`,
    };
    return { texts, named };
  });

/** Whom each tag means and what each points at, ids renamed. */
function meanings(workspace: Workspace, to: (id: string) => string): readonly unknown[] {
  return [...workspace.pages.values()].flatMap((page: Page) =>
    page.facts.tags.map((tag) => {
      const found = resolve(workspace, page, tag);
      const whom = found.type === 'resolved' ? found.ids.map(to) : found.type;
      const attributes = page.facts.uses
        .filter((use) => use.tag !== undefined && page.facts.tags[use.tag] === tag)
        .filter((use) => use.attribute !== 'ref')
        .map((use) => `${use.attribute}=${to(use.id.text)}`);
      return { page: page.id, kind: tag.kind, role: tag.role, whom, attributes };
    }),
  );
}

function promises(workspace: Workspace, to: (id: string) => string): readonly unknown[] {
  return [...commitments(workspace)].map(({ id, by, for: behalf, saidBy }) => [
    id,
    by.map(to),
    behalf.map(to),
    saidBy.map(to),
  ]);
}

/**
 * `page rule` of every finding that speaks of none of some words. Of mentions that mean nobody `meanings`
 * tells more exactly: their findings offer names that are like theirs.
 */
function findings(workspace: Workspace, words: readonly string[]): readonly string[] {
  return lintAll(workspace)
    .filter(({ message }) => !words.some((word) => foldCase(message).includes(foldCase(word))))
    .filter(({ rule }) => rule !== 'unresolved-name' && rule !== 'ambiguous-name')
    .map(({ page, rule }) => `${page} ${rule}`)
    .sort();
}

function after(texts: Drawn['texts'], edits: readonly PageEdit[]): Drawn['texts'] {
  return Object.fromEntries(
    Object.entries(texts).map(([id, text]) => {
      const own = edits.filter(({ page }) => page === id);
      return [id, applyEdits(text, own)];
    }),
  );
}

const TODAY = '2025-11-01';

property('an id renamed leaves every meaning and every finding as it was', () => {
  let renamed = 0;
  fc.assert(
    fc.property(drawnWorkspace, fc.nat(IDS.length - 1), ({ texts }, which) => {
      const old = IDS[which] ?? '';
      const before = workspaceWith(texts, TODAY);
      const [page] = [...before.pages.values()].filter(({ facts }) =>
        facts.definitions.some(({ id }) => id.text === old),
      );
      const id = page?.facts.definitions.find((each) => each.id.text === old)?.id;
      if (page === undefined || id === undefined) return;
      const found = rename(before, page, id.span.start, 'zz-new');
      assert.ok(found !== undefined && !isRefused(found));
      const next = after(texts, found.edits);
      const then = workspaceWith(next, TODAY);
      const to = (each: string): string => (each === old ? 'zz-new' : each);
      assert.deepEqual(
        meanings(then, (each) => each),
        meanings(before, to),
        JSON.stringify(next),
      );
      assert.deepEqual(
        promises(then, (each) => each),
        promises(before, to),
      );
      const named = [old, 'zz-new'];
      assert.deepEqual(findings(then, named), findings(before, named));
      renamed += 1;
    }),
    runs('workspace'),
  );
  assert.ok(renamed > 40);
});

property(
  'a name renamed leaves every mention with whom it meant, and reads as the new name',
  () => {
    let renamed = 0;
    fc.assert(
      fc.property(
        drawnWorkspace,
        fc.nat(IDS.length - 1),
        fc.nat(2),
        fc.constantFrom(...NAMES, 'Zed', 'Zed & "Co": [x], {y} #1 *z*', "'Q'", '”x'),
        ({ texts, named }, who, which, to) => {
          const { id = '', names = [] } = named[who] ?? {};
          const old = names[which % names.length] ?? '';
          const before = workspaceWith(texts, TODAY);
          const page = [...before.pages.values()].find(({ facts }) =>
            facts.definitions.some((each) => each.id.text === id),
          );
          const definition = page?.facts.definitions.find((each) => each.id.text === id);
          const written = [definition?.name, ...(definition?.otherNames ?? [])].find(
            (each) => each?.text === old,
          );
          if (page === undefined || written === undefined) return;
          const found = rename(before, page, written.span.start, to);
          assert.ok(found !== undefined, JSON.stringify(texts));
          if (isRefused(found)) return;
          const next = after(texts, found.edits);
          const then = workspaceWith(next, TODAY);
          // Whoever leaves out what a person is asked about first has all that is needed.
          const ticked = found.edits.filter((edit) => !found.needsConfirmation.has(edit));
          const least = workspaceWith(after(texts, ticked), TODAY);
          const whom = (ws: Workspace): unknown[] =>
            (meanings(ws, (each) => each) as { whom: unknown }[]).map((each) => each.whom);
          assert.deepEqual(whom(least), whom(then), JSON.stringify([old, to, texts]));
          const wasNobody = (at: { whom: unknown }): boolean => typeof at.whom === 'string';
          const meant = meanings(before, (each) => each) as { whom: unknown }[];
          const means = meanings(then, (each) => each) as { whom: unknown }[];
          assert.equal(means.length, meant.length, JSON.stringify(next));
          for (const [at, was] of meant.entries()) {
            // Words that meant nobody, or nobody knew whom, may mean someone by a new name.
            if (!wasNobody(was)) assert.deepEqual(means[at], was, JSON.stringify([old, to, next]));
          }
          const now = [...then.pages.values()].flatMap(({ facts }) => facts.definitions);
          const called = now.find((each) => each.id.text === id);
          const calls = [called?.name.text, ...(called?.otherNames ?? []).map(({ text }) => text)];
          assert.ok(calls.includes(to), JSON.stringify([to, calls, next]));
          assert.deepEqual(
            promises(then, (each) => each),
            promises(before, (each) => each),
          );
          // Who shared the old name is spoken of in other words once it is nobody else's.
          const isOld = (name: string): boolean => foldCase(name) === foldCase(old);
          const sharers = named.filter((each) => each.names.some(isOld)).map((each) => each.id);
          const words = [old, to, id, ...sharers];
          assert.deepEqual(
            findings(then, words),
            findings(before, words),
            JSON.stringify([old, to, texts, next]),
          );
          renamed += 1;
        },
      ),
      runs('workspace'),
    );
    assert.ok(renamed > 40);
  },
);
