// Of a page that is not being linted itself, its stub is enough.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { emptyPageStore, pagesOf } from '../server/cli/engine/threaded/page-store.js';
import {
  applyChanges,
  type Change,
  CodecError,
  DEFAULT_SETTINGS,
  decodePage,
  encodePage,
  examine,
  type Page,
  RULES,
  readPage,
  stubOf,
  vocabularyOf,
  type Workspace,
} from '../server/core/index.js';
import { makeWorkspace } from './support/briefs.js';
import { CASES, caseFiles, readCases } from './support/cases/read-cases.js';
import { workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';

type Texts = Readonly<Record<string, string>>;

/** Each page is linted whole among pages that are all stubs, encoded and decoded. */
function holds(workspace: Workspace): void {
  const pages = [...workspace.pages.values()];
  const stubs = pages.map(survives);
  const changes = stubs.map((page): Change => ({ type: 'page', page }));
  const files: Change = { type: 'files', exist: workspace.files };
  const among = applyChanges(workspace, [...changes, files]);
  assert.equal(among.graph, workspace.graph, 'the same symbols');
  for (const page of pages) {
    const one = applyChanges(among, [{ type: 'page', page }, files]);
    assert.deepEqual(examine(one, page.id), examine(workspace, page.id), page.id);
  }
}

function survives(page: Page): Page {
  const stub = stubOf(page);
  const again = decodePage(page.id, encodePage(stub));
  assert.deepEqual(again, stub, 'encoded and decoded');
  assert.deepEqual(stubOf(again), stub, 'the stub of a stub');
  return again;
}

function textsBelow(folder: string): Texts {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter(
    (name) => /\.(?:md|yaml)$/.test(name) && !name.endsWith('rapporteur.yaml'),
  );
  return Object.fromEntries(
    files.map((name) => [
      name.replaceAll('\\', '/'),
      fs.readFileSync(path.join(folder, name), 'utf8'),
    ]),
  );
}

for (const rule of RULES) {
  test(`page stubs beside the examples of ${rule.name}`, () => {
    for (const { brief, registry, others, today } of [
      ...rule.examples.bad,
      ...rule.examples.good,
    ]) {
      const beside = registry === undefined ? {} : { 'registry.yaml': registry };
      // The example's own page twice, so that each of them has another with the same things in it.
      holds(workspaceWith({ ...beside, ...others, 'brief.md': brief, 'z.md': brief }, today));
    }
  });
}

for (const sample of fs.readdirSync('samples')) {
  test(`page stubs in samples/${sample}`, () => {
    holds(workspaceWith(textsBelow(path.join('samples', sample))));
  });
}

test('page stubs in the cases', () => {
  for (const name of caseFiles()) {
    const { cases } = readCases(fs.readFileSync(path.join(CASES, name), 'utf8'));
    for (const { files } of cases) {
      holds(workspaceWith(Object.fromEntries(files.map((file) => [file.path, file.text]))));
    }
  }
});

test('page stubs in a generated workspace', () => {
  const { registry, briefs } = makeWorkspace(12, 4000);
  holds(workspaceWith({ 'registry.yaml': registry, ...Object.fromEntries(briefs) }));
});

/** Sentences that speak of the same few things in every way there is, also wrongly. */
const SENTENCES = [
  ':person[Ana] spoke; :person[ANA] left; :person[ana]{ref=ana} came.',
  ':person[He]{ref=ana,bo} and :org[Ana] met :person[Bo].',
  '::person[Ana]{#ana memberships="x"}',
  'Then :person[Ana]{#ana} rose.',
  ':place[Utopia] :commitment[will pay]{#c-1 by=utopia to=bo due=2024 depends-on=c-2}.',
  ':commitment[It will build roads]{#c-2 by=utopia depends-on=c-1 under=pact part-of=c-3}.',
  ':commitment[shall act]{#c-1 by=nobody due=2030}.',
  ':update[paid]{of=c-1 status=fulfilled on=2025-03}',
  ':update[broken]{of=c-1,c-2 status=broken on=2025-04 source=s-1}',
  ':update[paid again]{of=c-9 status=active}',
  '::agreement[The Pact]{#pact period=2020/2024}',
  'See [the end](a.md#the-end), [more](b.md#pact), [x](c.md#by-hand), [y](no.md), [z](#c-1).',
  '<a id="by-hand"></a> and {#also-by-hand}.',
  'The :office[Minister]{ref=minister} :person[Ana] on :date[3 May 2025].',
  'former :office[Minister] :person[Ana].',
  '# The end',
  '<!-- rapporteur-disable-next-line unresolved-name -- old -->',
];

const brief = fc
  .tuple(
    fc.constantFrom('', '---\ndate: 2025-05-01\nsource: s-1\n---\n\n', '---\ndate: 1999\n---\n\n'),
    fc.array(fc.constantFrom(...SENTENCES), { maxLength: 6 }),
  )
  .map(([front, sentences]) => `${front}${sentences.join('\n\n')}\n`);

const ENTRIES = [
  'person:\n  ana: { name: Ana, memberships: [{ office: minister, start_date: 2025 }] }\n',
  'person:\n  ana: { name: Ana Bel, other_names: [Ana] }\n  ana-2: { name: ANA }\n',
  'place:\n  utopia: { name: Utopia }\n  bo: { name: Bo }\nperson:\n  bo: { name: Bo }\n',
  'office:\n  minister: { name: Minister }\nsource:\n  s-1: { name: A source }\n',
  'agreement:\n  pact: { name: The Pact, period: 2020/2024 }\n',
];

property('page stubs in any workspace', () => {
  const pages = fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c.md', 'd/e.md'), brief);
  const registries = fc.dictionary(
    fc.constantFrom('registry.yaml', 'x.registry.yaml'),
    fc.constantFrom(...ENTRIES),
  );
  fc.assert(
    fc.property(pages, registries, (some, others) => holds(workspaceWith({ ...some, ...others }))),
    runs('workspace'),
  );
});

test('a stub takes a small part of the page', () => {
  const { briefs } = makeWorkspace(3, 10_000, 'lightly');
  const workspace = workspaceWith(Object.fromEntries(briefs));
  for (const page of workspace.pages.values()) {
    const { length } = encodePage(stubOf(page));
    assert.ok(length < page.text.length / 2, `${length} of ${page.text.length}`);
  }
});

test('a stub that is damaged in the store that threads share is an error, and no other page', () => {
  const text = ':person[Ana]{#ana} spoke.\n';
  const bytes = encodePage(stubOf(readPage('a.md', text, DEFAULT_SETTINGS, vocabularyOf([]))));
  const chunk = new SharedArrayBuffer(bytes.length);
  new Uint8Array(chunk).set(bytes);
  const store = { ...emptyPageStore(['a.md', 'b.md'], 0), chunks: [chunk] };
  store.length[0] = bytes.length;
  assert.equal(pagesOf(store).get('a.md')?.facts.definitions[0]?.id.text, 'ana');
  assert.equal(pagesOf(store).get('b.md'), undefined);
  new Uint8Array(chunk)[bytes.length >> 1] = 0xff;
  assert.throws(() => pagesOf(store).get('a.md'), CodecError);
  assert.throws(() => pagesOf(store).peek('a.md'), CodecError);
});
