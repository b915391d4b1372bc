// The light bulb: what is offered for a finding and for a selection, what it writes, and undo.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  execute,
  finding,
  findings,
  openBrief,
  openSample,
  position,
  range,
  sampleUri,
} from './support.js';

const IGNORE = 'quickfix.rapporteur.suppress';
const NAMES = 'every-finding/briefs/04-names.md';

/** What is offered at a place, of the extension: VS Code's own snippets are left out. */
async function actionsAt(
  document: vscode.TextDocument,
  where: vscode.Range,
  kind?: string,
): Promise<readonly vscode.CodeAction[]> {
  const found = await execute<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    where,
    kind,
    60,
  );
  return found.filter((each) => !each.kind?.value.startsWith('refactor.surround'));
}

/** Waits until an action of this title is offered. */
async function action(
  document: vscode.TextDocument,
  where: vscode.Range,
  title: string | RegExp,
  kind?: string,
): Promise<vscode.CodeAction> {
  return eventually(async () => {
    const all = await actionsAt(document, where, kind);
    const found = all.find((each) =>
      typeof title === 'string' ? each.title === title : title.test(each.title),
    );
    assert(found, `no ${title}; offered: ${all.map((each) => each.title).join('; ')}`);
    return found;
  });
}

async function apply({ edit }: vscode.CodeAction): Promise<void> {
  assert(edit, 'it changes nothing');
  assert(await vscode.workspace.applyEdit(edit));
}

/** Applies an action, looks at the text, and takes it back. */
async function tried(
  document: vscode.TextDocument,
  made: vscode.CodeAction,
  look: (text: string) => void | Promise<void>,
): Promise<void> {
  const before = document.getText();
  await apply(made);
  assert.notEqual(document.getText(), before);
  await look(document.getText());
  await vscode.window.showTextDocument(document);
  await execute('undo');
  await eventually(() => assert.equal(document.getText(), before));
}

suite('actions about a finding', () => {
  test('change a name to the one that was meant, but no id while a registry cannot be read', async () => {
    const document = await openSample(NAMES);
    await finding(document, 'unresolved-name', 'Jon Martin');
    const name = await action(document, range(document, 'Jon Martin'), "Change to 'Jean Martin'");
    await tried(document, name, async (text) => {
      assert.match(text, /is called so: :person\[Jean Martin\]\./);
      await eventually(() =>
        assert(!findings(document).some(({ rule }) => rule === 'unresolved-name')),
      );
    });
    const id = range(document, 'jean-marten');
    await action(document, id, /^Define Jean Marten as a person/);
    const titles = (await actionsAt(document, id)).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Change to')),
      [],
    );
  });

  test('point an ambiguous name at one of its bearers', async () => {
    const document = await openSample(NAMES);
    await finding(document, 'ambiguous-name', 'Smith');
    const words = range(document, 'person[‸Smith‸]');
    await action(document, words, 'Means Anna Smith', 'quickfix');
    const ben = await action(document, words, 'Means Ben Smith', 'quickfix');
    await tried(document, ben, async (text) => {
      assert.match(text, /:person\[Smith\]\{ref=b-smith\}/);
      await eventually(() =>
        assert(!findings(document).some(({ rule }) => rule === 'ambiguous-name')),
      );
    });
  });

  test('define an unknown name in the registry', async () => {
    const document = await openSample(NAMES);
    await finding(document, 'unresolved-name', 'Jon Martin');
    const title = 'Define Jon Martin as a person in registry.yaml';
    const define = await action(document, range(document, 'Jon Martin'), title);
    await apply(define);
    const registry = await vscode.workspace.openTextDocument(
      sampleUri('every-finding/registry.yaml'),
    );
    assert.match(registry.getText(), /\n {2}jon-martin: \{ name: Jon Martin \}\n/);
    await eventually(() =>
      assert(!findings(document).some(({ rule }) => rule === 'unresolved-name')),
    );
    await vscode.window.showTextDocument(registry);
    await execute('undo');
    await finding(document, 'unresolved-name', 'Jon Martin');
  });

  test('begin a registry where there is none', async () => {
    const { document } = await openBrief(':person[Ada Okafor] came.\n', 'untagged/note.md');
    await finding(document, 'unresolved-name', 'Ada Okafor');
    const title = 'Define Ada Okafor as a person in a new registry.yaml';
    await apply(await action(document, range(document, 'Ada Okafor'), title));
    const registry = await vscode.workspace.openTextDocument(sampleUri('untagged/registry.yaml'));
    assert.equal(registry.getText(), 'person:\n  ada-okafor:\n    name: Ada Okafor\n');
    await eventually(() =>
      assert(!findings(document).some(({ rule }) => rule === 'unresolved-name')),
    );
    await registry.save();
  });

  test('silence it here, or in the file', async () => {
    const document = await openSample(NAMES);
    await finding(document, 'unresolved-name', 'Jon Martin');
    const where = range(document, 'Jon Martin');
    const gone = (): Promise<void> =>
      eventually(() => {
        const rules = findings(document).map(({ rule }) => rule);
        assert(!rules.includes('unresolved-name') && rules.includes('ambiguous-name'));
        assert(!rules.includes('unused-suppression'));
      });
    const here = await action(document, where, 'Ignore this here (unresolved-name)', IGNORE);
    await tried(document, here, async (text) => {
      const comment = '<!-- rapporteur-disable-next-line unresolved-name -->';
      assert(text.includes(`\n${comment}\nNobody is called so`), text);
      await gone();
    });
    await finding(document, 'unresolved-name', 'Jon Martin');
    const file = await action(document, where, 'Ignore unresolved-name in this file', IGNORE);
    await tried(document, file, async (text) => {
      assert.match(text, /<!-- rapporteur-disable-file unresolved-name -->/);
      await gone();
    });
  });

  test('to silence a finding is one entry, the last, which leads to a choice', async () => {
    const document = await openSample(NAMES);
    await finding(document, 'unresolved-name', 'Jon Martin');
    const where = range(document, 'Jon Martin');
    const ignore = await action(document, where, 'Ignore…', 'quickfix');
    assert.equal(ignore.command?.command, 'rapporteur.ignoreFinding');
    const fixes = await actionsAt(document, where, 'quickfix');
    const titles = fixes.map(({ title }) => title).filter((title) => title.startsWith('Ignore'));
    assert.deepEqual(titles, ['Ignore…']);
    assert(fixes.length > 1, 'it stands beside what mends it');
  });

  test('what only a person can say is asked for, and written', async () => {
    const { document } = await openBrief(
      'India :commitment[will open two lines]{#c-lines by=india}.',
    );
    const front = document.getText().replace(/source: .*\n/, '');
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(front));
    await finding(document, 'commitment-without-deadline');
    await finding(document, 'commitment-without-source');
    const words = range(document, ':commitment[will open two lines]');
    const deadline = await action(document, words, 'Set the deadline…', 'quickfix');
    assert.equal(deadline.command?.command, 'rapporteur.sayMissing');
    const titles = (await actionsAt(document, words, 'quickfix')).map(({ title }) => title);
    assert.equal(titles.at(-1), 'Ignore…');
    const top = new vscode.Range(0, 0, 0, 3);
    const source = await action(document, top, 'Name the source of this brief…', 'quickfix');
    const [place] = source.command?.arguments ?? [];
    let done = false;
    const running = execute('rapporteur.sayMissing', place).then(() => {
      done = true;
    });
    await eventually(async () => {
      await execute('workbench.action.acceptSelectedQuickOpenItem');
      assert(done);
    });
    await running;
    await eventually(() => {
      assert.match(document.getText(), /^---\ndate: 2025-11-02\nsource: [a-z0-9-]+\n---\n/);
      assert(!findings(document).some(({ rule }) => rule === 'commitment-without-source'));
    });
  });

  test('of a deadline that has passed a new one can be recorded', async () => {
    const { document } = await openBrief(
      'India :commitment[will open two lines]{#c-lines by=india due=2025-11-03}.',
    );
    await finding(document, 'overdue-commitment');
    const due = range(document, 'due=2025-11-03');
    const moved = await action(document, due, 'Record a new deadline…', 'quickfix');
    assert.equal(moved.command?.command, 'rapporteur.sayMissing');
  });

  test('fix at once all that is certain, and no more', async () => {
    const document = await openSample('every-finding/briefs/01-slips.md');
    await finding(document, 'curly-quotes');
    const top = new vscode.Range(0, 0, 0, 0);
    const all = await action(document, top, 'Fix everything that is certain', 'source.fixAll');
    await tried(document, all, async (text) => {
      assert.match(text, /word processor: :person\[the minister\]\{ref="jean-martin"\}/);
      assert.match(text, /:place\[both\]\{ref=norland,sudland\}/);
      assert.match(text, /too many: :person\[Jean Martin\]/);
      assert.match(text, /misspelt: :person\[Jean Martin\]/);
      assert.match(text, /important\}/);
      await eventually(() => {
        const rules = findings(document).map(({ rule }) => rule);
        for (const rule of ['curly-quotes', 'space-in-list', 'space-in-tag', 'unknown-kind'])
          assert(!rules.includes(rule), rule);
        assert(rules.includes('bare-word'));
      });
    });
    await finding(document, 'curly-quotes');
  });
});

const NOTE =
  'Pete Hegseth said :place[India] will buy ten ships from :place[U.S.] by December 2026 in Kuala Lumpur.\n';

suite('actions with a selection', () => {
  test('tag it as a kind, as whom it names', async () => {
    const { document } = await openBrief(NOTE);
    const words = range(document, 'Pete Hegseth');
    const person = await action(document, words, 'Tag as Pete Hegseth (person)');
    await tried(document, person, (text) => assert.match(text, /\n:person\[Pete Hegseth\] said/));
    const titles = (await actionsAt(document, words)).map(({ title }) => title);
    assert(titles.some((title) => title.startsWith('Tag as organization')));
    assert(!titles.some((title) => title.startsWith('Tag as date')));
    const day = await action(document, range(document, 'December 2026'), /^Tag as date/);
    await tried(document, day, (text) => assert.match(text, /by :date\[December 2026\] in/));
  });

  test('make it a commitment of those it names, at its date', async () => {
    const { document } = await openBrief(NOTE);
    const words = range(
      document,
      ':place[India] will buy ten ships from :place[U.S.] by December 2026',
    );
    const made = await action(document, words, 'Make this a commitment', 'refactor');
    await tried(document, made, async (text) => {
      assert.match(
        text,
        /:commitment\[:place\[India\] will buy ten ships from :place\[U\.S\.\] by December 2026\]\{#c-[a-z-]+ by=india[^}]* due=2026-12\}/,
      );
      await eventually(() =>
        assert.deepEqual(
          findings(document).map(({ rule, words: about }) => `${rule}: ${about}`),
          [],
        ),
      );
    });
  });

  test('record what became of a commitment', async () => {
    const document = await openSample('us-india-defense/briefs/2025-10-31-framework.md');
    const place = position(document, 'the ‸next :event[2+2');
    const cursor = new vscode.Range(place, place);
    const title = 'Record that it is fulfilled: hold the next 2+2 dialogue';
    const record = await action(document, cursor, title, 'refactor');
    await tried(document, record, async (text) => {
      assert.match(text, /\n::update\{of=c-hold-2plus2 status=fulfilled on=2026-01-15[^}]*\}\n/);
      await eventually(() =>
        assert(!findings(document).some(({ rule }) => rule === 'overdue-commitment')),
      );
    });
    await finding(document, 'overdue-commitment');
  });

  test('come by kind: asked for one, no other is given', async () => {
    const document = await openSample(NAMES);
    await finding(document, 'unresolved-name', 'Jon Martin');
    const wanted = {
      quickfix: 'Jon Martin',
      refactor: 'Nobody is called so',
      source: 'Nobody is called so',
    };
    for (const [kind, words] of Object.entries(wanted)) {
      const found = await actionsAt(document, range(document, words), kind);
      const kinds = found.map((each) => each.kind?.value ?? '');
      assert(kinds.length > 0, kind);
      assert.deepEqual(
        kinds.filter((each) => each !== kind && !each.startsWith(`${kind}.`)),
        [],
      );
    }
  });
});
