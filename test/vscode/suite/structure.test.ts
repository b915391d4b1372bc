// How a brief is built: the outline, symbols of all briefs, what folds, what is selected, what is coloured.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  execute,
  openBrief,
  openSample,
  position,
  range,
  replace,
  withSettings,
} from './support.js';

const BRIEF = 'us-india-defense/briefs/2025-10-31-framework.md';
const REGISTRY = 'us-india-defense/registry.yaml';

/** The outline, two spaces in for each level. VS Code's own of Markdown begins its names with `#`. */
async function outlineOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const found = await execute<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const own = found.filter(({ name }) => !name.startsWith('#'));
  const lines = (symbols: readonly vscode.DocumentSymbol[], indent: string): readonly string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${indent}${name}${detail ? ` (${detail})` : ''}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(own, '');
}

suite('the outline', () => {
  test('lists headings, their commitments, and whom these speak of', async () => {
    const document = await openSample(BRIEF);
    await eventually(async () =>
      assert.deepEqual((await outlineOf(document)).slice(0, 9), [
        'On the eve of a ten-year defense framework',
        '  are set to sign a ten-year defense framework (fulfilled)',
        '    Ten-year framework for the U.S.-India defense partnership (“ten-year defense framework”)',
        '  What it covers',
        '    the commitment to the U.S.-India Major Defense Partnership (active)',
        '      U.S.-India Major Defense Partnership',
        '  How it came about',
        '    agreed to pursue an ambitious agenda (active)',
        '    agreed to give more support to collaboration in defense innovation (active)',
      ]),
    );
    assert(
      (await outlineOf(document)).includes(
        '    hold the next 2+2 dialogue (due 2025 · overdue by 15 days)',
      ),
    );
  });

  test('leaves the headings to the list of VS Code where the setting says so', async () => {
    const document = await openSample(BRIEF);
    await eventually(async () =>
      assert((await outlineOf(document)).includes('On the eve of a ten-year defense framework')),
    );
    await withSettings({ 'rapporteur.outline.headings': false }, () =>
      eventually(async () => {
        // VS Code asks again only of a text that has changed.
        await replace(document, new vscode.Position(document.lineCount, 0), '\n');
        const [first] = await outlineOf(document);
        assert.equal(first, 'are set to sign a ten-year defense framework (fulfilled)');
      }),
    );
  });

  test('lists records under their headings', async () => {
    const later = await openSample('us-india-defense/briefs/2025-11-03-signing.md');
    await eventually(async () =>
      assert.deepEqual(await outlineOf(later), [
        'The ten-year defense framework is signed',
        '  Signed at Kuala Lumpur (fulfilled, 31 October 2025)',
        '  The text is final and signed (fulfilled, 31 October 2025)',
      ]),
    );
  });

  test('lists a registry by kinds and names', async () => {
    const registry = await openSample(REGISTRY);
    await eventually(async () =>
      assert.deepEqual((await outlineOf(registry)).slice(0, 6), [
        'People (3 entries)',
        '  Rajnath Singh (Minister Singh, Singh)',
        '  Pete Hegseth (Secretary Hegseth, Hegseth)',
        '  S. Jaishankar (Jaishankar)',
        'Offices (3 entries)',
        "  Defence Minister of India (India's Defence Minister, Indian Defence Minister)",
      ]),
    );
  });

  test('follows what is typed', async () => {
    const { document } = await openBrief('# First\n\n:commitment[will help]{by=india due=2027}\n');
    await eventually(async () =>
      assert.deepEqual(await outlineOf(document), ['First', '  will help (due 2027 · active)']),
    );
    await replace(document, range(document, '# First'), '# Another');
    await eventually(async () => assert.equal((await outlineOf(document))[0], 'Another'));
  });
});

/** What is found in all briefs. */
async function symbolsFor(query: string): Promise<readonly string[]> {
  const found = await execute<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return found
    .filter(({ name }) => !name.startsWith('#'))
    .map(({ name, containerName, location }) => {
      return `${name} (${containerName}) in ${location.uri.path.split('/samples/')[1]}`;
    });
}

suite('symbols of the workspace', () => {
  test('find an entity by any of its names, in any script, and half right', async () => {
    await openSample(BRIEF);
    const hegseth = 'Pete Hegseth (Secretary Hegseth) (Person) in us-india-defense/registry.yaml';
    await eventually(async () => assert.deepEqual(await symbolsFor('Secretary Heg'), [hegseth]));
    assert.deepEqual(await symbolsFor('पीट'), [
      'Pete Hegseth (पीट हेगसेथ) (Person) in world/registry.yaml',
    ]);
    assert.deepEqual(await symbolsFor('习近平'), ['习近平 (Person) in world/registry.yaml']);
    assert.deepEqual(await symbolsFor('sutan jaber'), [
      'سلطان الجابر (Sultan Al Jaber) (Person) in world/registry.yaml',
    ]);
  });

  test('find commitments and headings', async () => {
    await openSample(BRIEF);
    const title = 'India and the United States on the eve of a ten-year defense framework';
    await eventually(async () =>
      assert.deepEqual(await symbolsFor('pending sales'), [
        `finalize pending sales (${title}) in ${BRIEF}`,
      ]),
    );
    assert.deepEqual(await symbolsFor('What is still open'), [
      `What is still open (${title}) in ${BRIEF}`,
    ]);
  });

  test('find in each workspace of the folder what is there', async () => {
    await openSample(BRIEF);
    await eventually(async () => {
      const found = await symbolsFor('Pete Hegseth');
      const people = found.filter((each) => each.startsWith('Pete Hegseth (Person)'));
      assert.deepEqual([...people].sort(), [
        'Pete Hegseth (Person) in us-india-defense/registry.yaml',
        'Pete Hegseth (Person) in world/registry.yaml',
      ]);
    });
  });
});

suite('folding', () => {
  test('folds front matter, sections and blocks', async () => {
    const { document } = await openBrief(
      '# One\n\n:::commitment{#c-x by=india due=2027}\n\nWill help.\n\n:::\n\n## Two\n\nWords.\n',
    );
    const line = (words: string): number => range(document, words).start.line;
    await eventually(async () => {
      const found = await execute<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      const all = found.map(({ start, end }) => `${start} ${end}`);
      const wanted = [
        [0, line('---\n\n# One')],
        [line('# One'), line('Words.')],
        [line(':::commitment'), line('\n:::\n\n## Two') + 1],
        [line('## Two'), line('Words.')],
      ];
      for (const [start, end] of wanted)
        assert(all.includes(`${start} ${end}`), `${start} ${end} of ${all}`);
    });
  });
});

suite('selection', () => {
  test('grows from a word to its label, tag, commitment, sentence, paragraph and section', async () => {
    const { document } = await openBrief(
      '# One\n\nFirst words. Here :place[India] :commitment[will back :topic[defense innovation]]{by=india due=2027}. Last words.\n',
    );
    const place = position(document, ':topic[defense ‸innovation]');
    const wanted = [
      'innovation',
      'defense innovation',
      ':topic[defense innovation]',
      'will back :topic[defense innovation]',
      ':commitment[will back :topic[defense innovation]]{by=india due=2027}',
      'Here :place[India] :commitment[will back :topic[defense innovation]]{by=india due=2027}.',
      'First words. Here :place[India] :commitment[will back :topic[defense innovation]]{by=india due=2027}. Last words.',
    ];
    await eventually(async () => {
      const [first] = await execute<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [place],
      );
      const grown: string[] = [];
      for (let at = first; at !== undefined; at = at.parent as vscode.SelectionRange)
        grown.push(document.getText(at.range));
      const steps = wanted.map((words) => grown.indexOf(words));
      assert.deepEqual(
        steps,
        [...steps].sort((a, b) => a - b),
        grown.join('\n~ '),
      );
      assert(!steps.includes(-1), `${steps} of\n~ ${grown.join('\n~ ')}`);
      assert(
        grown.some((words) => words.startsWith('# One') && words.trimEnd().endsWith('Last words.')),
      );
    });
  });
});

/** `words: type modifiers` of what is coloured in a document, or in a part of it. */
async function coloured(
  document: vscode.TextDocument,
  part?: vscode.Range,
): Promise<readonly string[]> {
  const command = part ? 'DocumentRangeSemanticTokens' : 'DocumentSemanticTokens';
  const given = [document.uri, ...(part ? [part] : [])];
  const tokens = await execute<vscode.SemanticTokens>(`vscode.provide${command}`, ...given);
  const legend = await execute<vscode.SemanticTokensLegend>(
    `vscode.provide${command}Legend`,
    ...given,
  );
  let line = 0;
  let character = 0;
  const all: string[] = [];
  for (let index = 0; index < tokens.data.length; index += 5) {
    const [down = 0, along = 0, length = 0, type = 0, bits = 0] = tokens.data.slice(
      index,
      index + 5,
    );
    character = down > 0 ? along : character + along;
    line += down;
    const words = document.getText(new vscode.Range(line, character, line, character + length));
    const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    all.push([`${words}:`, legend.tokenTypes[type], ...modifiers].join(' '));
  }
  return all;
}

suite('colours', () => {
  test('tell kinds, definitions, the unknown and the overdue apart', async () => {
    const { document } = await openBrief(
      [
        ':person[Pete Hegseth] met :person[Nobody Known] on :date[31 October 2025].',
        ':commitment[will help]{#c-late by=india due=2025-12-01}',
        ':commitment[will help]{#c-later by=india due=2035}\n',
      ].join('\n'),
    );
    await eventually(async () => {
      const all = await coloured(document);
      const wanted = [
        'Pete Hegseth: person',
        'Nobody Known: person unresolved',
        '31 October 2025: date',
        'c-late: commitment definition overdue',
        'c-later: commitment definition',
        'india: place',
      ];
      for (const each of wanted) assert(all.includes(each), `${each} of ${all.join(', ')}`);
    });
  });

  test('of a part are those of the whole', async () => {
    const document = await openSample(BRIEF);
    const part = range(document, '## What it covers');
    const lines = part.with(undefined, part.end.translate(4, 0));
    await eventually(async () => {
      const some = await coloured(document, lines);
      assert(
        some.includes('This framework: agreement') && some.includes('defense cooperation: topic'),
      );
      const all = await coloured(document);
      const from = all.indexOf('This framework: agreement') - 1;
      assert.deepEqual(some, all.slice(from, from + some.length));
      assert(some.length < all.length / 2);
    });
  });

  test('are there in a registry', async () => {
    const registry = await openSample(REGISTRY);
    await eventually(async () => {
      const all = await coloured(registry);
      assert(all.includes('pete-hegseth: person definition'), all.slice(0, 9).join(', '));
    });
  });
});
