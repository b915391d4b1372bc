// What is offered while someone writes; and that nothing is offered in plain prose.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CURSOR, eventually, execute, openBrief, openSample, replace } from './support.js';

const { CompletionItemKind } = vscode;

/** What the server offers: not VS Code's words of the text, nor the snippets of ours or of Markdown. */
function isServed({ kind, detail }: vscode.CompletionItem): boolean {
  if (kind === CompletionItemKind.Text) return false;
  return (
    kind !== CompletionItemKind.Snippet || !/\((Rapporteur|Markdown[^)]*)\)$/.test(detail ?? '')
  );
}

/** What is offered at the cursor of the active editor, the first with their documentation. */
async function offered(trigger?: string): Promise<readonly vscode.CompletionItem[]> {
  const editor = vscode.window.activeTextEditor;
  assert(editor);
  const list = await execute<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
    trigger,
    4,
  );
  return list.items.filter(isServed);
}

function labelOf({ label }: vscode.CompletionItem): string {
  if (typeof label === 'string') return label;
  return label.description === undefined ? label.label : `${label.label} (${label.description})`;
}

function insertedBy({ insertText }: vscode.CompletionItem): string {
  return typeof insertText === 'string' ? insertText : (insertText?.value ?? '');
}

function wordsAbout({
  documentation,
}: vscode.CompletionItem | { documentation?: undefined }): string {
  return typeof documentation === 'string' ? documentation : (documentation?.value ?? '');
}

/** Opens a brief with its cursor at `‸`, and waits until at least these labels are offered. */
async function offers(
  body: string,
  ...expected: readonly string[]
): Promise<readonly vscode.CompletionItem[]> {
  await openBrief(body);
  return offersHere(...expected);
}

function offersHere(...expected: readonly string[]): Promise<readonly vscode.CompletionItem[]> {
  return eventually(async () => {
    const items = await offered();
    const labels = items.map(labelOf);
    const missing = expected.filter((each) => !labels.includes(each));
    assert.deepEqual(missing, [], `offered: ${labels.slice(0, 30).join(', ')}`);
    return items;
  });
}

suite('completion', () => {
  test('after a colon offers the kinds, with what they mean', async () => {
    const items = await offers(
      'And :‸\n',
      'person (Person)',
      'commitment (Commitment)',
      'date (Date)',
    );
    const [first] = items;
    assert(first);
    assert.equal(labelOf(first), 'person (Person)');
    assert.match(wordsAbout(first), /A human being/);
    const half = await offers('And :per‸\n', 'person (Person)');
    assert.deepEqual(half.map(labelOf), ['person (Person)']);
  });

  test('in a label offers the names of that kind, and tells of each who it is', async () => {
    const items = await offers(
      'Now :person[He‸\n',
      'Pete Hegseth (pete-hegseth)',
      'Secretary Hegseth (Pete Hegseth)',
      'Hegseth (Pete Hegseth)',
    );
    assert.equal(items.length, 3);
    for (const item of items) assert.match(wordsAbout(item), /\*\*Pete Hegseth\*\* · person/);
    const hegseth = items.find((item) => labelOf(item).startsWith('Pete'));
    assert(hegseth);
    assert.equal(insertedBy(hegseth), 'Pete Hegseth]');
  });

  test('adds ref where the words alone would be ambiguous', async () => {
    await openBrief('Now :person[Smi‸]\n', 'every-finding/briefs/note.md');
    const items = await offersHere(
      "Smith (Anna Smith ('a-smith'))",
      "Smith (Ben Smith ('b-smith'))",
    );
    const anna = items.find((item) => labelOf(item) === "Smith (Anna Smith ('a-smith'))");
    assert(anna);
    const written = [
      insertedBy(anna),
      ...(anna.additionalTextEdits ?? []).map((one) => one.newText),
    ];
    assert.match(written.join(''), /ref=a-smith/);
  });

  test('offers attributes, and says what they mean', async () => {
    const items = await offers(
      ':commitment[will help]{‸}\n',
      'by (required)',
      'due',
      'under',
      'strength',
    );
    const due = items.find((item) => labelOf(item) === 'due');
    assert.match(due?.detail ?? '', /deadline/i);
    assert(!items.some((item) => labelOf(item) === 'iso'));
  });

  test('offers ids of the kinds that are allowed, by name', async () => {
    const people = await offers('Now :person[He]{ref=‸}\n', 'Pete Hegseth (pete-hegseth)');
    assert.deepEqual(people.map(labelOf).sort(), [
      'Pete Hegseth (pete-hegseth)',
      'Rajnath Singh (rajnath-singh)',
      'S. Jaishankar (s-jaishankar)',
    ]);
    assert(people.every((item) => /^[a-z-]+/.test(insertedBy(item))));
    const more = await offers('Now :place[x]{ref=india,‸}\n', 'United States (united-states)');
    assert(!more.some((item) => labelOf(item).startsWith('India')));
    const agreements = await offers(
      ':commitment[will help]{by=india under=‸}\n',
      'U.S.-India Major Defense Partnership (us-in-major-defense-partnership)',
    );
    assert(!agreements.some((item) => /Hegseth/.test(labelOf(item))));
  });

  test('offers commitments by their words, and the changes that may follow', async () => {
    await offers('::update[News]{of=‸}\n', 'hold the next 2+2 dialogue (c-hold-2plus2)');
    const open = await offers('::update[News]{of=c-hold-2plus2 status=‸}\n', 'fulfilled', 'broken');
    assert(open.length > 5);
    const over = await offers(
      '::update[News]{of=c-sign-framework status=‸}\n',
      'fulfilled (its status now)',
    );
    assert.deepEqual(over.map(labelOf), ['fulfilled (its status now)']);
  });

  test('offers deadlines counted from the day of the brief, not from today, and the end of the agreement', async () => {
    const days = await offers(
      ':commitment[will help]{by=india under=us-in-defense-framework due=‸}\n',
      '2025-12-31 (end of the quarter, end of the year)',
      '2026-12-31 (end of the next year)',
      '2035-12-31 (end of Ten-year framework for the U.S.-India defense partnership)',
    );
    assert(!days.some((item) => labelOf(item).includes('today')));
    await offers(
      ':commitment[will help]{by=india strength=‸}\n',
      'binding',
      'planned (read from its words)',
    );
  });

  test('offers records and blocks as snippets, which are written as they should be', async () => {
    const records = await offers(
      '::‸\n',
      'person (Person)',
      'update (Update)',
      'commitment (Commitment)',
    );
    assert(!records.some((item) => labelOf(item).startsWith('date')));
    const [block, ...others] = await offers(':::‸\n', 'commitment (Commitment)');
    assert.deepEqual(others, []);
    assert(block);
    assert.match(insertedBy(block), /^commitment\{#c-\$1 by=\$2.*\n\$0\n:::$/s);
  });

  test('writes a name that was chosen, and closes its bracket', async () => {
    const { document } = await openBrief('Now :person[Secr‸ came.\n');
    await offersHere('Secretary Hegseth (Pete Hegseth)');
    await eventually(async () => {
      await execute('editor.action.triggerSuggest');
      await new Promise((resolve) => setTimeout(resolve, 300));
      await execute('acceptSelectedSuggestion');
      assert.match(document.getText(), /Now :person\[Secretary Hegseth\] came\./);
    });
  });

  test('in a registry offers kinds, keys, values and ids', async () => {
    const document = await openSample('us-india-defense/registry.yaml');
    const editor = vscode.window.activeTextEditor;
    assert(editor);
    const at = async (text: string, ...expected: readonly string[]): Promise<void> => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      await replace(document, whole, text.replace(CURSOR, ''));
      const place = document.positionAt(text.indexOf(CURSOR));
      editor.selection = new vscode.Selection(place, place);
      await offersHere(...expected);
    };
    await at('pl‸', 'place (Place)', 'person (Person)');
    await at('place:\n  goa:\n    na‸', 'name', 'other_names', 'iso');
    await at('agreement:\n  pact:\n    status: ‸', 'signed', 'in-force');
    await at(
      'office:\n  envoy: { name: Envoy }\nperson:\n  x:\n    name: X\n    memberships: [{ office: ‸ }]\n',
      'Envoy (envoy)',
    );
  });

  test('offers nothing in prose', async () => {
    await offers('And :‸\n', 'person (Person)');
    for (const body of [
      'At 10:3‸\n',
      'At 10:‸\n',
      'Note:‸\n',
      'U.S.:I‸\n',
      'Plain wor‸\n',
      '`:per‸`\n',
    ]) {
      await openBrief(`:place[India]\n\n${body}`);
      for (const trigger of [undefined, ':'])
        assert.deepEqual((await offered(trigger)).map(labelOf), [], `${body} ${trigger}`);
    }
  });

  test('offers nothing in Markdown that is no brief, unless a tag is begun', async () => {
    await openBrief('And :‸\n', 'untagged/note.md');
    await offersHere('person (Person)');
    for (const body of ['At 10:3‸\n', 'Plain wor‸\n', '# Head‸\n', '[a](b‸)\n']) {
      await openBrief(body, 'untagged/note.md');
      const own = (await offered()).filter(({ kind }) => kind !== CompletionItemKind.File);
      assert.deepEqual(own.map(labelOf), [], body);
    }
  });
});
