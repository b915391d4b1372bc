// What the extension works out by itself, without VS Code and without the server.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { filterCommitments, isFilter, partiesOf } from '../client/commitment-filter.js';
import { cursorAfter, type Replacement } from '../client/cursor-after-edits.js';
import { parse, recognize, vocabularyOf } from '../server/core/index.js';
import { type CommitmentItem, REQUESTS } from '../server/lsp/protocol.js';
import { loadClientModule } from './support/client-module.js';
import { worked } from './support/clock.js';
import { property, runs } from './support/needs.js';

const { containsTag } = await loadClientModule<typeof import('../client/activation.js')>(
  'client/activation.ts',
  { vscode: {} },
);

test('a text with a tag is seen to hold one', () => {
  const texts = [
    ':person[Pete Hegseth] spoke',
    'Then :person[He]{ref=pete-hegseth} spoke',
    'first\n::person[Pete Hegseth]{#pete-hegseth}',
    '> - ::update[Signed]{of=c-sales}',
    ':::commitment{#c by=india}\nwords\n:::',
    '会见了:person[王毅]',
    '(:date[2025])',
  ];
  assert.deepEqual(
    texts.map(containsTag),
    texts.map(() => true),
  );
});

test('other Markdown is left alone', () => {
  const texts = [
    '',
    'At 10:30 in GMT+5:30, see 3:17 and doi:10.1000/x. :smile: and :person and C::b',
    ':::note\nwords\n:::',
    ':::{.callout}\nwords\n:::',
    '`:ref`[a]: x, \\:person[A], :role[x], :personal[x], ::personality',
    ...['README.md', 'CONTRIBUTING.md'].map((name) =>
      fs.readFileSync(name, 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, ''),
    ),
  ];
  assert.deepEqual(
    texts.map(containsTag),
    texts.map(() => false),
  );
});

property('whatever the engine takes for a brief is seen', () => {
  const kinds = ['person', 'date', 'commitment', 'update', 'place', 'topic'];
  const piece = fc.oneof(
    fc.constantFrom(...kinds.map((kind) => `:${kind}[x]`)),
    fc.constantFrom(...kinds.map((kind) => `\n\n::${kind}[x]{ref=a}\n\n`)),
    fc.constantFrom(' ', '\n', 'word', ':', '[', '> ', '- ', '10', '\\', '*', '_', '1. '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const { tags } = recognize(parse(text), vocabularyOf([]));
      if (tags.length > 0) assert.ok(containsTag(text), JSON.stringify(text));
    }),
    runs('text'),
  );
});

test('a long hostile text is looked through in no time', () => {
  for (const piece of [':', '::', ' >', ':person', '-\n', ':::: ']) {
    const started = worked();
    containsTag(piece.repeat(200_000 / piece.length));
    assert.ok(worked() - started < 1000, piece);
  }
});

test('the cursor goes to the first empty place, else behind what was written', () => {
  const at = (text: string, start = 0, end = start): Replacement => ({ start, end, text });
  const cases: readonly [readonly Replacement[], string][] = [
    [[at(':commitment[')], ':commitment[|'],
    [[at('::update[]{of=c status=}')], '::update[|]{of=c status=}'],
    [[at('::update[done]{of=c status= on=2025}')], '::update[done]{of=c status=| on=2025}'],
    [[at('{by="" to=india}')], '{by="|" to=india}'],
    [[at(':person[Pete]')], ':person[Pete]|'],
    [[at(']{by=}', 4), at(':commitment[', 0)], ':commitment[abcd]{by=|}'],
    [[at(']', 4), at(':person[', 0)], ':person[abcd]|'],
    [[at('x', 0, 4)], 'x|'],
    [[at(']{#c-new by=india}', 4), at(':commitment[', 0)], ':commitment[abcd]{#c-new by=india|}'],
    [[at('\n\n::update{of=c status=broken}')], '\n\n::update{of=c status=broken|}'],
    [[at(':::commitment{#c-new}\n'), at('\n:::', 4)], ':::commitment{#c-new|}\nabcd\n:::'],
    [[at(':person[He]{ref=pete}')], ':person[He]{ref=pete}|'],
  ];
  for (const [replacements, wanted] of cases) {
    const length = Math.max(...replacements.map(({ end }) => end));
    let text = 'abcdefgh'.slice(0, length);
    for (const { start, end, text: by } of replacements.toSorted((a, b) => b.start - a.start))
      text = text.slice(0, start) + by + text.slice(end);
    const cursor = cursorAfter(replacements);
    assert.equal(`${text.slice(0, cursor)}|${text.slice(cursor)}`, wanted);
  }
  assert.equal(cursorAfter([]), undefined);
});

test('a server that stops five times within three minutes is left alone', async (context) => {
  const shown: string[] = [];
  const show = async (message: string): Promise<undefined> => void shown.push(message);
  const { errorHandler } = await loadClientModule<typeof import('../client/error-handler.js')>(
    'client/error-handler.ts',
    {
      vscode: {
        l10n: { t: (text: string) => text },
        window: { showWarningMessage: show, showErrorMessage: show },
      },
      'vscode-languageclient': { CloseAction: { DoNotRestart: 'left', Restart: 'again' } },
    },
  );
  context.mock.timers.enable({ apis: ['Date'] });
  const minute = 60_000;
  const log = {} as Parameters<typeof errorHandler>[0];
  const stopAt = async (stops: readonly number[]): Promise<unknown[]> => {
    const handler = errorHandler(log);
    const actions: unknown[] = [];
    for (const time of stops) {
      context.mock.timers.setTime(time);
      actions.push((await handler.closed()).action);
    }
    return actions;
  };
  assert.deepEqual(await stopAt([0, 1, 2, 3, 4]), ['again', 'again', 'again', 'again', 'left']);
  assert.equal(shown.length, 2, 'it is said at the first stop and at the last');
  assert.ok(shown[1]?.includes('keeps stopping'));
  const slowly = await stopAt([0, minute, 2 * minute, 2.5 * minute, 3 * minute]);
  assert.equal(slowly.at(-1), 'again');
  const later = await stopAt([0, 0, 9 * minute, 9 * minute, 9 * minute, 9 * minute]);
  assert.equal(later.at(-1), 'again');
});

test('bytes of any length are sent to the server as base64', async () => {
  let bytes = new Uint8Array();
  const { answerFiles } = await loadClientModule<typeof import('../client/files.js')>(
    'client/files.ts',
    {
      vscode: {
        Uri: { parse: (uri: string) => uri },
        workspace: { fs: { readFile: async () => bytes } },
      },
    },
  );
  const handlers = new Map<string, (params: unknown) => unknown>();
  const client = {
    onRequest: (name: string, handler: (params: unknown) => unknown) => handlers.set(name, handler),
  };
  answerFiles(client as unknown as Parameters<typeof answerFiles>[0]);
  for (const length of [0, 1, 2, 3, 0x8000 - 1, 0x8000, 0x8000 + 1, 200_000]) {
    bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
    assert.deepEqual(await handlers.get(REQUESTS.readFile)?.({ uri: 'a.md' }), {
      bytes: Buffer.from(bytes).toString('base64'),
    });
  }
});

test('the record of news that is inserted reads as an update with what was filled in', async () => {
  const { recordOf } = await loadClientModule<typeof import('../client/commands/record-update.js')>(
    'client/commands/record-update.ts',
    { vscode: {} },
  );
  const news = { id: 'c-sales', status: 'fulfilled', due: '', on: '2025-11-03', source: 'dsca' };
  const moved = { ...news, status: '', due: '2026-03', source: 'https://example.org/?a=1' };
  assert.equal(
    recordOf({ ...moved, words: '' }),
    '::update{of=c-sales due=2026-03 on=2025-11-03 source="https://example.org/?a=1"}',
  );
  const written = recordOf({ ...news, words: 'Letter signed' });
  assert.equal(
    written,
    '::update[Letter signed]{of=c-sales status=fulfilled on=2025-11-03 source=dsca}',
  );
  const { tags, faults } = recognize(parse(written), vocabularyOf([]));
  assert.deepEqual([tags.length, faults], [1, []]);
});

const place = {
  uri: 'file:///a.md',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
};
const item = (words: string, some: Partial<CommitmentItem>): CommitmentItem => ({
  ...{ id: undefined, words, by: [], to: [], under: undefined, status: 'active' },
  ...{
    key: words,
    overdue: false,
    due: '',
    extended: '',
    scores: '',
    deadline: '',
    brief: 'B',
    location: place,
  },
  ...some,
});
const ITEMS = [
  item('late', { by: ['India'], to: ['Norland'], overdue: true }),
  item('done', { by: ['Norland'], to: ['India'], status: 'fulfilled' }),
  item('partly', { by: ['India'], status: 'partly-fulfilled' }),
  item('open', { by: ['Sudland'] }),
];

test('commitments are chosen by how they stand and by party', () => {
  const words = (filter: Parameters<typeof filterCommitments>[1]) =>
    filterCommitments(ITEMS, filter).map((each) => each.words);
  assert.deepEqual(words('all'), ['late', 'done', 'partly', 'open']);
  assert.deepEqual(words('overdue'), ['late']);
  assert.deepEqual(words('open'), ['late', 'open']);
  assert.deepEqual(words({ party: 'Norland' }), ['late', 'done']);
});

test('parties come with what they owe and are owed, the busiest first', () => {
  const mutual = item('talks', { by: ['Sudland', 'Norland'], to: ['each other'] });
  assert.deepEqual(
    partiesOf([mutual]).map(({ name, owes, isOwed }) => [name, owes, isOwed]),
    [
      ['Norland', 1, 1],
      ['Sudland', 1, 1],
    ],
  );
  assert.deepEqual(partiesOf(ITEMS), [
    { name: 'India', owes: 2, isOwed: 1 },
    { name: 'Norland', owes: 1, isOwed: 1 },
    { name: 'Sudland', owes: 1, isOwed: 0 },
  ]);
});

test('only a filter is a filter', () => {
  assert.deepEqual(['overdue', 'open', 'all', { party: 'India' }].map(isFilter), [
    true,
    true,
    true,
    true,
  ]);
  assert.deepEqual([undefined, null, 'x', 3, {}, { party: 3 }].map(isFilter), [
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('the terms of a form are read and written as the server writes them', async () => {
  const { termsIn, withTerms } = await loadClientModule<
    typeof import('../client/commitment-terms.js')
  >('client/commitment-terms.ts', { vscode: {} });
  const text = ']{#c-pay by=india to=each-other due=2026-12 marker="will &quot;soon&quot;"}';
  const terms = termsIn(text);
  assert.ok(terms);
  assert.equal(withTerms(text, terms), text);
  terms.values.set('by', 'india,japan');
  terms.values.set('to', '');
  terms.values.delete('due');
  terms.values.set('due-text', 'soon & "fast"');
  terms.values.set('strength', 'pledged');
  const written = withTerms(text, terms);
  assert.equal(
    written,
    ']{#c-pay by=india,japan due-text="soon &amp; &quot;fast&quot;" strength=pledged marker="will &quot;soon&quot;"}',
  );
  const { tags, faults } = recognize(parse(`:commitment[pay${written}`), vocabularyOf([]));
  assert.deepEqual([tags.length, faults], [1, []]);
  assert.equal(termsIn('no braces'), undefined);
});
