// From words to what they mean and back: definitions, references, links, who owes whom, what is part of what.
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { eventually, execute, openBrief, openSample, placesOf, position } from './support.js';

const BRIEF = 'us-india-defense/briefs/2025-10-31-framework.md';
const LATER = 'us-india-defense/briefs/2025-11-03-signing.md';
const REGISTRY = 'us-india-defense/registry.yaml';

type Leading = 'Definition' | 'Declaration' | 'TypeDefinition' | 'Implementation' | 'Reference';

/** Where `words` lead, with the cursor at `‸`. */
async function led(
  leading: Leading,
  document: vscode.TextDocument,
  words: string,
): Promise<readonly string[]> {
  const found = await execute<(vscode.Location | vscode.LocationLink)[]>(
    `vscode.execute${leading}Provider`,
    document.uri,
    position(document, words),
  );
  return placesOf(found);
}

async function leads(
  leading: Leading,
  document: vscode.TextDocument,
  words: string,
  expected: readonly string[],
): Promise<void> {
  await eventually(async () => assert.deepEqual(await led(leading, document, words), expected));
}

suite('definitions', () => {
  test('are found from a mention, an id in any attribute, and within the registry', async () => {
    const document = await openSample(BRIEF);
    await leads('Definition', document, ':person[Pete‸ Hegseth]', ['registry.yaml: pete-hegseth']);
    await leads('Declaration', document, ':person[Pete‸ Hegseth]', ['registry.yaml: pete-hegseth']);
    await leads('Definition', document, 'under=us-in-major-def‸ense', [
      'registry.yaml: us-in-major-defense-partnership',
    ]);
    await leads('Definition', document, 'said-by=united-st‸ates', ['registry.yaml: united-states']);
    await leads('Definition', await openSample(REGISTRY), 'office: in-defense-min‸ister', [
      'registry.yaml: in-defense-minister',
    ]);
  });

  test('of a commitment are its words in the brief that made it', async () => {
    await leads('Definition', await openSample(LATER), ':commitment[within‸ the year]', [
      '2025-10-31-framework.md: the next :event[2+2 Ministerial Dialogue]',
    ]);
  });

  test('of a mention of several are all of them', async () => {
    await leads('Definition', await openSample(BRIEF), ':person[the two ‸leaders]', [
      'registry.yaml: rajnath-singh',
      'registry.yaml: pete-hegseth',
    ]);
  });

  test('of a footnote and of links to a file and a heading', async () => {
    const { document } = await openBrief(
      '# Top\n\n:place[India][^n], see [the brief](2025-10-31-framework.md#what-it-covers) and [above](#top).\n\n[^n]: A note.\n',
    );
    await leads('Definition', document, '[^‸n],', ['note.md: n']);
    await leads('Definition', document, '.md#what-‸it', [
      '2025-10-31-framework.md: ## What it covers',
    ]);
    await leads('Definition', document, '(#t‸op)', ['note.md: # Top']);
  });

  test('are none in prose', async () => {
    const document = await openSample(BRIEF);
    await leads('Definition', document, ':person[Pete‸ Hegseth]', ['registry.yaml: pete-hegseth']);
    assert.deepEqual(await led('Definition', document, 'The negotiators ‸are done'), []);
  });
});

suite('from one thing to the next', () => {
  test('a commitment leads to its agreement, an office to its holder', async () => {
    const document = await openSample(BRIEF);
    await leads('TypeDefinition', document, 'the commitment ‸to the', [
      'registry.yaml: us-in-major-defense-partnership',
    ]);
    await leads('TypeDefinition', document, ' Secretary‸ of Defense] :', [
      'registry.yaml: pete-hegseth',
    ]);
  });

  test('a commitment leads to what became of it', async () => {
    const document = await openSample(BRIEF);
    await leads('Implementation', document, 'are set ‸to sign', [
      '2025-11-03-signing.md: Signed at Kuala Lumpur',
    ]);
    assert.deepEqual(await led('Implementation', document, 'looked ‸forward'), []);
  });

  test('references are mentions by any name and by id, in briefs and registries', async () => {
    const document = await openSample(LATER);
    const all = await eventually(async () => {
      const found = await led('Reference', document, ':person[Hegs‸eth]');
      assert.equal(found.length, 23);
      return found;
    });
    const wanted = [
      '2025-10-31-framework.md: Pete Hegseth',
      '2025-10-31-framework.md: Secretary Hegseth',
      '2025-10-31-framework.md: He',
      '2025-10-31-framework.md: the two leaders',
      '2025-10-31-framework.md: pete-hegseth',
      '2025-11-03-signing.md: Hegseth',
      'registry.yaml: pete-hegseth',
    ];
    assert.deepEqual(
      wanted.filter((each) => !all.includes(each)),
      [],
    );
    const own = await led('Reference', await openSample(REGISTRY), '  pete-hegs‸eth:\n');
    assert.deepEqual(own, all);
  });

  test('the same thing is marked wherever it stands in the brief', async () => {
    const document = await openSample(LATER);
    await eventually(async () => {
      const found = await execute<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        position(document, ':commitment[what they were ‸set to do]'),
      );
      assert.deepEqual(
        found.map((each) => document.getText(each.range)),
        ['what they were set to do', 'c-sign-framework', 'c-sign-framework'],
      );
    });
  });

  test('links lead to the web and to other briefs', async () => {
    const { document } = await openBrief(
      [
        'See [the brief](2025-10-31-framework.md#what-it-covers), said :source[A paper].\n',
        '::source[A paper]{#a-paper url=https://example.org/paper}\n',
      ].join('\n'),
    );
    await eventually(async () => {
      const found = await execute<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
        20,
      );
      const all = found.map(
        (each) => `${document.getText(each.range)} -> ${each.target?.toString(true)}`,
      );
      const paper = 'https://example.org/paper -> https://example.org/paper';
      assert(all.includes(paper), all.join('; '));
      assert.equal(all.filter((each) => each === paper).length, 1);
      assert(
        all.some((each) => /#what-it-covers -> .*2025-10-31-framework\.md#/.test(each)),
        all.join('; '),
      );
    });
  });
});

/** `name`, or `name (detail)`, of what leads to and from the thing at `‸`. */
async function calls(
  document: vscode.TextDocument,
  words: string,
): Promise<{ readonly to: readonly string[]; readonly from: readonly string[]; name: string }> {
  const [item] = await execute<vscode.CallHierarchyItem[]>(
    'vscode.prepareCallHierarchy',
    document.uri,
    position(document, words),
  );
  assert(item, `nothing at ${words}`);
  const to = await execute<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
  const from = await execute<vscode.CallHierarchyOutgoingCall[]>(
    'vscode.provideOutgoingCalls',
    item,
  );
  const told = ({ name, detail }: vscode.CallHierarchyItem): string => `${name} (${detail})`;
  return {
    name: item.name,
    to: to.map((each) => told(each.from)),
    from: from.map((each) => told(each.to)),
  };
}

suite('who owes whom', () => {
  test('a party leads to what it owes, and to what it is owed', async () => {
    const document = await openSample(BRIEF);
    await eventually(async () => {
      const { name, to, from } = await calls(document, ':person[Pete‸ Hegseth]');
      assert.equal(name, 'Pete Hegseth');
      assert(
        from.includes(
          'hold the next 2+2 dialogue (owes · by Pete Hegseth, for United States, to India · due 2025, overdue by 15 days · active)',
        ),
        from.join('\n'),
      );
      assert(
        to.includes(
          'meet Hegseth (is owed · by Rajnath Singh, to Pete Hegseth · due “soon” · active)',
        ),
        to.join('\n'),
      );
      assert(!to.some((each) => each.startsWith('hold the next')));
    });
  });

  test('a commitment leads to its parties, and to what depends on it', async () => {
    const document = await openSample('every-finding/briefs/05-commitments.md');
    await eventually(async () => {
      const { name, to, from } = await calls(document, ':commitment[will ‸sail first]');
      assert.equal(name, 'will sail first');
      assert.deepEqual(to, [
        'Norland (must act · place)',
        'will follow (depends on it · by Sudland · due 2035, in 9 years · active)',
      ]);
      assert.deepEqual(from, [
        'will follow (depends on · by Sudland · due 2035, in 9 years · active)',
      ]);
    });
  });
});

suite('what is part of what', () => {
  test('a topic lies between the broader and the narrower', async () => {
    const document = await openSample(BRIEF);
    const item = await eventually(async () => {
      const [found] = await execute<vscode.TypeHierarchyItem[]>(
        'vscode.prepareTypeHierarchy',
        document.uri,
        position(document, ':topic[operational‸ cooperation]'),
      );
      assert.equal(found?.name, 'operational cooperation');
      return found;
    });
    const names = async (command: string): Promise<readonly string[]> => {
      const found = await execute<vscode.TypeHierarchyItem[]>(command, item);
      return found.map(({ name }) => name);
    };
    assert.deepEqual(await names('vscode.provideSupertypes'), ['defense cooperation']);
    assert.deepEqual(await names('vscode.provideSubtypes'), [
      'interoperability',
      'logistics and information sharing',
      'joint military exercises',
    ]);
  });

  test('an organization lies between its parent and its parts', async () => {
    const { document } = await openBrief(
      [
        ':org[Ministry] of :org[Union], with its :org[Office].\n',
        '::org[Union]{#the-union}\n',
        '::org[Ministry]{#the-ministry parent=the-union}\n',
        '::org[Office]{#the-office parent=the-ministry}\n',
      ].join('\n'),
    );
    await eventually(async () => {
      const [item] = await execute<vscode.TypeHierarchyItem[]>(
        'vscode.prepareTypeHierarchy',
        document.uri,
        position(document, ':org[Min‸istry] of'),
      );
      assert.equal(item?.name, 'Ministry');
      const [above] = await execute<vscode.TypeHierarchyItem[]>('vscode.provideSupertypes', item);
      const [below] = await execute<vscode.TypeHierarchyItem[]>('vscode.provideSubtypes', item);
      assert.deepEqual([above?.name, below?.name], ['Union', 'Office']);
    });
  });
});
