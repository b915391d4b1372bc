import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTipsCache, type TipsCache } from '../client/preview/index.js';
import type { PreviewTips } from '../server/lsp/protocol.js';
import { ENV, previewMarkdown, tipsFor } from './support/preview.js';

const REGISTRY = `person:
  ann: { name: Ann Lee, other_names: [Ann], description: A minister. }
  bob: { name: Bob }
place: { x: { name: Xland } }`;

test('tips go with the words they are of, also when the text was edited since', () => {
  const before = ':person[Ann] and :person[Bob], :commitment[will go]{by=ann due=2030}';
  const tips = tipsFor(before, REGISTRY);
  const md = previewMarkdown({ tips: () => tips });
  const html = md.render(`:person[New] ${before} :person[Ann] :place[Xland]`, ENV);
  assert.equal(titleOf(html, 'New'), undefined);
  assert.equal(titleOf(html, 'Bob'), 'Bob (Person)');
  assert.match(titleOf(html, 'Ann') ?? '', /^Ann Lee \(Person\)&#10;A minister\.&#10;Also Ann$/);
  assert.equal(titleOf(html, 'Xland'), undefined);
  assert.match(html, /Ann Lee<\/bdi> · <bdi>due 2030/);
});

test('a mention of several has the cards of all', () => {
  const brief = ':person[both]{ref=ann,bob}';
  const tips = tipsFor(brief, REGISTRY);
  const html = previewMarkdown({ tips: () => tips }).render(brief, ENV);
  assert.equal(
    titleOf(html, 'both'),
    'Ann Lee (Person)&#10;A minister.&#10;Also Ann&#10;&#10;Bob (Person)',
  );
});

test('a date says what it means', () => {
  const html = previewMarkdown().render(':date[this quarter]{edtf=2025-36}');
  assert.equal(titleOf(html, 'this quarter'), 'the fourth quarter of 2025');
});

test('before all files are read, nobody is called unknown', () => {
  const brief = ':person[Nobody]';
  const tips = { ...tipsFor(brief), complete: false };
  const html = previewMarkdown({ tips: () => tips }).render(brief, ENV);
  assert.doesNotMatch(html, /unresolved/);
});

test('only the document that is rendered is asked about, and none where there is none', () => {
  const asked: (string | undefined)[] = [];
  const md = previewMarkdown({ tips: (uri) => void asked.push(uri) });
  md.render(':person[Ann]', ENV);
  md.render(':person[Ann]');
  assert.deepEqual([...new Set(asked)], ['file:///w/a.md', undefined]);
});

test('a document is asked about once, and drawn again when the answer is there', async () => {
  const office = officeOf();
  assert.equal(office.keeper.tips('a'), undefined);
  assert.equal(office.keeper.tips('a'), undefined);
  assert.deepEqual(office.asked, ['a']);
  await office.answer(tips('one'));
  assert.equal(office.changes(), 1);
  assert.equal(office.keeper.tips('a')?.cards.one?.title, 'one');
});

test('an answer that says nothing new draws nothing', async () => {
  const office = officeOf();
  office.keeper.tips('a');
  await office.answer(tips('one'));
  office.keeper.refresh();
  office.pass();
  await office.answer(tips('one'));
  assert.equal(office.changes(), 1);
  office.keeper.refresh();
  office.pass();
  await office.answer(tips('two'));
  assert.equal(office.changes(), 2);
  assert.deepEqual(office.asked, ['a', 'a', 'a']);
});

test('a run of changes asks once, and what changes during a question asks again after it', async () => {
  const office = officeOf();
  office.keeper.tips('a');
  for (let key = 0; key < 20; key += 1) office.keeper.refresh();
  office.pass();
  assert.deepEqual(office.asked, ['a']);
  await office.answer(tips('one'));
  assert.deepEqual(office.asked, ['a', 'a']);
  await office.answer(tips('two'));
  assert.deepEqual(office.asked, ['a', 'a']);
  assert.equal(office.keeper.tips('a')?.cards.two?.title, 'two');
});

test('a server that fails or does not know the document takes nothing away', async () => {
  const office = officeOf();
  office.keeper.tips('a');
  await office.answer(tips('one'));
  for (const answer of [null, undefined, new Error('gone')]) {
    office.keeper.refresh();
    office.pass();
    await office.answer(answer);
  }
  assert.equal(office.keeper.tips('a')?.cards.one?.title, 'one');
  assert.equal(office.changes(), 1);
});

test('what is not shown any more is not asked about', async () => {
  const office = officeOf();
  office.keeper.tips('a');
  office.keeper.forget('a');
  await office.answer(tips('one'));
  assert.equal(office.changes(), 0);
  office.keeper.refresh();
  office.pass();
  assert.deepEqual(office.asked, ['a']);
});

test('the kinds of all workspaces that were heard of are known', async () => {
  const office = officeOf();
  office.keeper.tips('a');
  await office.answer({ ...tips('one'), kinds: [{ tag: 'vessel', title: 'Vessel' }] });
  assert.deepEqual(office.keeper.kinds(), [{ tag: 'vessel', title: 'Vessel' }]);
});

function titleOf(html: string, words: string): string | undefined {
  const found = html.match(new RegExp(`<span class="[^"]*"(?: title="([^"]*)")?>${words}<`));
  assert.ok(found, `no ${words} in ${html}`);
  return found[1];
}

function tips(id: string): PreviewTips {
  return {
    complete: true,
    kinds: [],
    tags: [],
    cards: { [id]: { title: id, kind: 'Person', lines: [] } },
  };
}

/** A server whose answers the test gives, and a clock that it turns. */
function officeOf(): {
  readonly keeper: TipsCache;
  readonly asked: readonly string[];
  changes(): number;
  answer(answer: PreviewTips | null | undefined | Error): Promise<void>;
  pass(): void;
} {
  const asked: string[] = [];
  const waiting: ((answer: PreviewTips | null | undefined | Error) => void)[] = [];
  let changes = 0;
  let task: (() => void) | undefined;
  const keeper = createTipsCache({
    ask: (uri) =>
      new Promise((resolve, reject) => {
        asked.push(uri);
        waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      }),
    changed: () => {
      changes += 1;
    },
    later: (next) => {
      task = next;
      return () => {
        task = undefined;
      };
    },
  });
  return {
    keeper,
    asked,
    changes: () => changes,
    answer: async (answer) => {
      waiting.shift()?.(answer);
      await new Promise((resolve) => setImmediate(resolve));
    },
    pass: () => {
      const now = task;
      task = undefined;
      now?.();
    },
  };
}
