import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dumpGraph, lint } from '../server/core/index.js';
import { applyChanges } from '../server/core/workspace/index.js';
import { createFindingsCache } from '../server/lsp/findings-cache.js';
import type { OpenRoot } from '../server/lsp/root.js';
import { afterEach, type Edit, manyEdits, workspaceTexts } from './support/edits.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `source:
  s: { name: S, publisher: x }
office:
  head: { name: Head }
place:
  arcadia: { name: Arcadia }
person:
  ann: { name: Ann, memberships: [{ office: head, start_date: 2024, end_date: 2024-06 }] }
  bo:
    name: Bo
    other_names: [Ann, Bob]
  cy: { name: Cy, memberships: [{ office: hea }] }
`;

const WORDS =
  'Ann ANN Annn Bo He Head Arcadia Nowhere S ann bo head arcadia nobody s office person org place'.split(
    ' ',
  );

/** As {@link workspaceTexts}, with a registry that is whole. */
const namedTexts: fc.Arbitrary<Readonly<Record<string, string>>> = workspaceTexts.map((texts) => ({
  ...texts,
  'registry.yaml':
    REGISTRY + (texts['registry.yaml']?.startsWith('  ') ? texts['registry.yaml'] : ''),
}));

/** So much that no rule looks from one side of it to the other. */
const FAR = `\n\n${'Words that nobody tags. '.repeat(25)}\n\n`;

const BRIEF = [
  '::person[Dee Doe]{#dee other-names="Ann D."}',
  ':person[Dee Doe] and :office[Head] :person[Ann] met :person[Annn] at :place[Arcadia].',
  '::office[Chair]{#chair}',
  '::person[Joan Doe]{#joan memberships="chair, from 2020, until 2021"}',
  '# The :office[Chair]\n:person[Joan Doe] left.',
  ':person[Dee Doe]\n- :commitment[will pay]{#c-d due=2020}',
  'At last :person[Bo] :commitment[agreed to come]{#c-e by=dee,de depends-on=c-d,c-f}.',
  '::update[Paid]{of=c-d status=fulfilled on=2021}',
  'She met :person[Ann D.], :org[Dee Doe] and :person[Dee Do].',
].join(FAR);

/** As {@link namedTexts}, and a brief that defines, promises and names what it defines. */
const namingTexts = namedTexts.map((texts) => ({
  ...texts,
  'a.md': `${texts['a.md'] ?? ''}${FAR}${BRIEF}${FAR}${texts['b.md'] ?? ''}`,
}));

/** Which word becomes which other one. */
const naming = fc.tuple(
  fc.nat(),
  fc.constantFrom(
    ...WORDS,
    ...'dee de cy c-d c-e c-f Dee Do Doe Joan due ref joan chair Chair'.split(' '),
  ),
);

for (const [id, arbitrary] of [
  ['registry.yaml', namedTexts],
  ['a.md', namingTexts],
] as const) {
  property(
    `after names, ids and kinds change in ${id}, all is found that is found from scratch`,
    () => {
      const check = (
        texts: Readonly<Record<string, string>>,
        changes: readonly (readonly [number, string])[],
      ): void => {
        const root = {
          workspace: workspaceOf(texts),
          changedPages: new Set(),
        } as unknown as OpenRoot;
        const cache = createFindingsCache();
        const write = (text: string): void => {
          root.changedPages.add(id);
          root.workspace = applyChanges(root.workspace, [{ type: 'text', id, text, isOpen: true }]);
        };
        let text = texts[id] ?? '';
        write(text);
        for (const page of root.workspace.pages.keys()) cache.of(root, page);
        for (const [at, word] of changes) {
          const words = [...text.matchAll(/[\w-]+/g)];
          const old = words[at % Math.max(1, words.length)];
          if (old === undefined) return;
          text = text.slice(0, old.index) + word + text.slice(old.index + old[0].length);
          write(text);
          const scratch = workspaceOf({ ...texts, [id]: text });
          for (const page of scratch.pages.keys())
            assert.deepEqual(cache.of(root, page), lint(scratch, page), page);
        }
      };
      fc.assert(
        fc.property(arbitrary, fc.array(naming, { minLength: 1, maxLength: 5 }), check),
        runs('workspace'),
      );
    },
  );
}

property(
  'after any edits of any page, the findings and the graph are those of the final texts',
  () => {
    const check = (
      texts: Readonly<Record<string, string>>,
      all: readonly (readonly [string, readonly Edit[]])[],
    ): void => {
      const root = {
        workspace: workspaceOf(texts),
        changedPages: new Set(),
      } as unknown as OpenRoot;
      const cache = createFindingsCache();
      for (const id of root.workspace.pages.keys()) cache.of(root, id);
      for (const [id, edits] of all) {
        for (const text of afterEach(root.workspace.pages.get(id)?.text ?? '', edits)) {
          root.changedPages.add(id);
          root.workspace = applyChanges(root.workspace, [{ type: 'text', id, text }]);
          const finals = [...root.workspace.pages.values()].map((page) => [page.id, page.text]);
          const scratch = workspaceOf(Object.fromEntries(finals));
          assert.deepEqual(dumpGraph(root.workspace.graph), dumpGraph(scratch.graph));
          for (const each of scratch.pages.keys()) {
            assert.deepEqual(cache.of(root, each), lint(scratch, each), each);
          }
        }
      }
    };
    const editing = fc.tuple(fc.constantFrom('a.md', 'a.md', 'b.md', 'registry.yaml'), manyEdits);
    fc.assert(
      fc.property(workspaceTexts, fc.array(editing, { maxLength: 3 }), check),
      runs('workspace'),
    );
  },
);
