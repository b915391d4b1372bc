// The views of the side bar, by keys as a person reaches them without a mouse.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  execute,
  nameOf,
  openBrief,
  openSample,
  readSample,
  replace,
} from './support.js';

const BRIEF = 'us-india-defense/briefs/2025-10-31-framework.md';
const PROMISE =
  ':place[India] :commitment[will open the old line]{#c-old-line by=india due=1990-01-10}.\n';

/** What is selected in the active editor. */
function selected(): string {
  const editor = vscode.window.activeTextEditor;
  assert(editor);
  return editor.document.getText(editor.selection);
}

/** Goes to the first row of a view, with the list commands that the keys of a tree are bound to. */
async function firstRow(view: string): Promise<void> {
  await execute(`rapporteur.${view}.focus`);
  await execute('list.focusFirst');
}

/** Merges into the first that is offered. */
async function runMerge(node: object): Promise<void> {
  let done = false;
  const running = execute('rapporteur.mergeEntity', node).then(() => {
    done = true;
  });
  await eventually(async () => {
    await execute('workbench.action.quickOpenSelectNext');
    await execute('workbench.action.acceptSelectedQuickOpenItem');
    assert(done);
  });
  await running;
}

suite('views', () => {
  test('the overdue commitments come first, open, and lead to where they were made', async () => {
    await openBrief(PROMISE);
    await eventually(async () => {
      await firstRow('commitments');
      await execute('list.focusDown');
      await execute('list.select');
      assert.equal(selected(), 'will open the old line');
    });
  });

  test('another grouping is chosen from a list, and what is filtered is left', async () => {
    await openBrief(PROMISE);
    const running = execute('rapporteur.groupCommitments');
    let done = false;
    void running.then(() => {
      done = true;
    });
    // The second of five: by status.
    await eventually(async () => {
      await execute('workbench.action.quickOpenNavigateNextInFilePicker');
      await execute('workbench.action.acceptSelectedQuickOpenItem');
      assert(done);
    });
    await eventually(async () => {
      await firstRow('commitments');
      await execute('list.expand');
      await execute('list.focusDown');
      await execute('list.select');
      assert.notEqual(selected(), '');
    });
  });

  test('a row is copied by its id, and as a row of a table that a bar in the words does not break', async () => {
    const node = {
      type: 'item',
      item: {
        ...{ id: 'c-line', words: 'will | open', by: ['India'], to: ['Norway'], brief: 'A note' },
        ...{ deadline: '10 January 2025', status: 'in-progress', due: 'overdue by 9 months' },
      },
    };
    await execute('rapporteur.copyCommitmentId', node);
    assert.equal(await vscode.env.clipboard.readText(), 'c-line');
    await execute('rapporteur.copyCommitmentRow', node);
    assert.equal(
      await vscode.env.clipboard.readText(),
      '| will \\| open | India → Norway | 10 January 2025 | in progress | A note |',
    );
  });

  test('the entities lead to their entries, and one is merged into another with one undo', async () => {
    const { document } = await openBrief(':person[Petey Hegseth] spoke.\n');
    const registry = await openSample('us-india-defense/registry.yaml');
    const at = registry.positionAt(
      registry.getText().indexOf('\nperson:\n') + '\nperson:\n'.length,
    );
    await replace(registry, at, '  petey: { name: Petey Hegseth }\n');
    const node = { type: 'item', item: { id: 'petey', kind: 'person', name: 'Petey Hegseth' } };
    await eventually(async () => {
      await execute('rapporteur.goToDefinitionOf', node);
      assert.equal(selected(), 'petey');
    });
    await runMerge(node);
    await eventually(() => assert.doesNotMatch(registry.getText(), /petey/));
    assert.match(registry.getText(), /Petey Hegseth/);
    assert.match(document.getText(), /:person\[Petey Hegseth\] spoke/);
    await execute('undo');
    await eventually(() => assert.match(registry.getText(), /petey/));
    await execute('workbench.action.files.revert');
  });

  test('a brief is begun with its date, and another one beside it; no file that is there is changed', async () => {
    const registry = await readSample('us-india-defense/registry.yaml');
    await execute('rapporteur.startBrief');
    const first = vscode.window.activeTextEditor?.document;
    assert.match(first?.getText() ?? '', /^---\ntitle: .+\ndate: \d{4}-\d\d-\d\d\n---\n\n# /);
    assert(first);
    await replace(first, new vscode.Position(0, 0), 'x');
    await first.save();
    await execute('rapporteur.startBrief');
    const second = vscode.window.activeTextEditor?.document;
    assert.match(second?.uri.path ?? '', /\/briefs\/\d{4}-\d\d-\d\d-brief-2\.md$/);
    assert.match(await readSample(`briefs/${nameOf(first.uri)}`), /^x---/);
    assert.equal(await readSample('us-india-defense/registry.yaml'), registry);
    await assert.rejects(readSample('registry.yaml'));
  });

  test('what is in a brief is listed with its findings first, and leads to its place', async () => {
    await openBrief(`:person[Pete Hegseth] met :person[Nobody at all].\n\n${PROMISE}`);
    const found = new Set<string>();
    await eventually(async () => {
      await firstRow('brief');
      // Groups and rows from the top down; a group leads nowhere.
      for (let row = 0; row < 12; row += 1) {
        await execute('rapporteur.brief.focus');
        await execute('list.select');
        found.add(selected());
        await execute('rapporteur.brief.focus');
        await execute('list.focusDown');
      }
      assert(found.has('Nobody at all') && found.has('will open the old line'), [...found].join());
      assert(found.has('Pete Hegseth') && found.has('India'), [...found].join());
    });
  });

  test('a panel shows the timeline, and the clipboard gets the diagrams', async () => {
    await openBrief(PROMISE);
    await execute('rapporteur.showOverview');
    await eventually(() => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      assert(tabs.some(({ input }) => input instanceof vscode.TabInputWebview));
    });
    await eventually(async () => {
      await execute('rapporteur.copyMermaid', 'timeline');
      const text = await vscode.env.clipboard.readText();
      assert.match(
        text,
        /^```mermaid\ngantt\n[\s\S]* {2}will open the old line :crit, milestone, 1990-01-10, 0d\n/,
      );
    });
    await execute('rapporteur.copyMermaid', 'graph');
    assert.match(await vscode.env.clipboard.readText(), /^```mermaid\nflowchart LR\n/);
    await execute('workbench.action.closeAllEditors');
  });

  test('a view that is asked for what is gone does nothing', async () => {
    await openSample(BRIEF);
    const before = vscode.window.activeTextEditor?.selection;
    await execute('rapporteur.goToCommitment', { type: 'item', item: { key: 'nonsense#3' } });
    await execute('rapporteur.goToCommitment');
    assert.deepEqual(vscode.window.activeTextEditor?.selection, before);
  });
});
