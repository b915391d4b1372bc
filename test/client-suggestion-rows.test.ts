// Which rows of the review a key is about, with a VS Code of a few lines that drops rows and asks for them again.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { TreeDataProvider } from 'vscode';
import { type Command, type CommandContext, isOfLostRow } from '../client/commands/command.js';
import type { Review } from '../client/suggestions/review.js';
import type { SuggestionNode } from '../client/suggestions/suggestion-node.js';
import { loadClientModule } from './support/client-module.js';

const nothing = { dispose: () => undefined };

function itemOf(key: string): Review['items'][number] {
  return { type: 'commitment', key, words: key } as Review['items'][number];
}

test('a row that is selected while VS Code has dropped the rows is the one that the next key is about', async (context) => {
  let now = 0;
  context.mock.method(performance, 'now', () => now);
  const tree = { selection: [] as readonly SuggestionNode[] };
  let provider: TreeDataProvider<SuggestionNode> | undefined;
  let select = (): void => assert.fail('nobody listens');
  const view = {
    ...nothing,
    visible: false,
    get selection() {
      return tree.selection;
    },
    onDidChangeCheckboxState: () => nothing,
    onDidChangeSelection(listener: () => void) {
      select = listener;
      return nothing;
    },
  };
  const { suggestions } = await loadClientModule<typeof import('../client/views/suggestions.js')>(
    'client/views/suggestions.ts',
    {
      vscode: {
        commands: { executeCommand: async () => undefined },
        Disposable: { from: () => nothing },
        EventEmitter: class {
          event = (): object => nothing;
          fire = (): void => undefined;
        },
        l10n: { t: (words: string) => words },
        window: {
          activeTextEditor: undefined,
          visibleTextEditors: [],
          createTreeView(_: string, options: { treeDataProvider: typeof provider }) {
            provider = options.treeDataProvider;
            return view;
          },
          onDidChangeActiveTextEditor: () => nothing,
        },
      },
      'vscode-languageclient': {},
    },
  );
  const [before, clicked] = [itemOf('before'), itemOf('clicked')];
  const group = { section: 'commitments', key: 'all', title: 'all', items: [before, clicked] };
  let looked: string | undefined = before.key;
  let settled: Promise<void> = Promise.resolve();
  const review = {
    groups: [group],
    items: group.items,
    current: undefined,
    document: undefined,
    isAccepted: () => false,
    isSkipped: () => false,
    onChange: () => nothing,
    look: ({ key }: { key: string }) => {
      looked = key;
    },
    expect: (look: Promise<void>) => {
      settled = look;
    },
  };
  suggestions.open({ review } as unknown as CommandContext);
  const [section] = (await provider?.getChildren()) ?? [];
  const row = section?.children[0]?.children[1];
  assert(row !== undefined);
  // The machine is slow: nothing was asked for long, and what is dropped is not asked for yet.
  now += 60_000;
  select();
  assert.equal(looked, 'before');
  const chosen = settled;
  // Now it is.
  tree.selection = [row];
  await chosen;
  assert.equal(looked, 'clicked');
});

test('a button of a row that VS Code has dropped does nothing to another row', () => {
  const menus = [{ on: 'row', when: 'true' }] as const;
  const accept: Command = { id: 'a', title: 'A', summary: 'Accepts.', menus, run: async () => {} };
  const [row, others] = [{}, [{}, {}]];
  assert(isOfLostRow(accept, [undefined, undefined]));
  assert(isOfLostRow(accept, [null, others]));
  assert(!isOfLostRow(accept, [row, undefined]));
  // A key, and the Command Palette.
  assert(!isOfLostRow(accept, [undefined]));
  assert(!isOfLostRow(accept, []));
  // A button of the view itself: nothing in it has the focus.
  assert(!isOfLostRow({ ...accept, menus: [{ on: 'viewTitle', when: 'true' }] }, [null, null]));
});
