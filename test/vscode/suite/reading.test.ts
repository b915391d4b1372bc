// What VS Code tells of a brief while it is read: hovers, hints between the words, lenses above them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  execute,
  hoverWords,
  openBrief,
  openSample,
  position,
  withSettings,
} from './support.js';

const BRIEF = 'us-india-defense/briefs/2025-10-31-framework.md';
const LATER = 'us-india-defense/briefs/2025-11-03-signing.md';
const REGISTRY = 'us-india-defense/registry.yaml';

/** Waits until a hover says all this. */
async function says(
  document: vscode.TextDocument,
  words: string,
  ...expected: readonly RegExp[]
): Promise<string> {
  return eventually(async () => {
    const told = await hoverWords(document, position(document, words));
    for (const each of expected) assert.match(told, each);
    return told;
  });
}

suite('hovers', () => {
  test('tell of a person what an analyst wants to know', async () => {
    const document = await openSample(BRIEF);
    const told = await says(
      document,
      ':person[Pete‸ Hegseth]',
      /\*\*Pete Hegseth\*\* · person/,
      /Also Secretary Hegseth, Hegseth/,
      /United States Secretary of Defense\]\(.*registry\.yaml#L21\), since January 2025/,
      /\*\*Owes\*\*: 4 open \(1 overdue\)/,
      /hold the next 2\+2 dialogue\]\(.*\) · to India · overdue by 15 days/,
      /\*\*Is owed\*\*: 1 open[\s\S]*meet Hegseth\]\(.*\) · by Rajnath Singh · due “soon”/,
      /9 mentions in 2 files · defined in \[registry\.yaml\]/,
    );
    assert.doesNotMatch(told, /undefined|null|NaN|:person|\{ref/);
  });

  test('tell the same at an id in an attribute, and at a key of the registry', async () => {
    const document = await openSample(BRIEF);
    const own = await says(document, ':person[Pete‸ Hegseth]', /9 mentions/);
    assert.equal(
      await says(document, '#c-sign-framework\nby=rajnath-singh,pete-‸hegseth', /./),
      own,
    );
    assert.equal(await says(document, 'said-by=pete-‸hegseth to=india}', /./), own);
    const registry = await openSample(REGISTRY);
    assert.equal(await says(registry, '  pete-‸hegseth:\n', /./), own);
    assert.equal(await says(registry, 'attendees: [s-jaishankar, pete-‸hegseth]', /./), own);
  });

  test('tell of a commitment who owes it to whom, when, how firmly, and what came of it', async () => {
    const document = await openSample(BRIEF);
    await says(
      document,
      ':commitment[the ‸next :event',
      /\*\*hold the next 2\+2 dialogue\*\* · commitment/,
      /by \[Pete Hegseth\]\(.*\), for \[United States\]\(.*\), to \[India\]\(/,
      /\*\*overdue by 15 days\*\* · active · due 2025/,
      /Strength: aspired, from the words “anticipation for”/,
      /Made 31 October 2025/,
    );
    await says(
      await openSample(LATER),
      '{of=c-sign‸-framework status',
      /are set to sign a ten-year defense framework/,
      /Strength: planned, from the words “are set to”/,
      /31 October 2025\]\(.*2025-11-03-signing\.md#L15\) · fulfilled: Signed at Kuala Lumpur \(\[Statement on the signing of the framework\]/,
    );
    const { document: note } = await openBrief(
      ':commitment[will ‸help]{#c-help by=india to=united-states due=2026-02-24 under=us-in-defense-framework}\n',
    );
    await says(note, '[will ‸help]', /due in 40 days|in 40 days/, /Under \[Ten-year framework/);
  });

  test('tell what a kind, an attribute, a value and a date mean', async () => {
    const document = await openSample(BRIEF);
    await says(document, ":off‸ice[:place[India]'s Def", /\*\*Office\*\*[\s\S]*one person holds/);
    await says(document, 'du‸e=2025 marker="anticipation for"} and', /\*\*due\*\* · commitment/);
    await says(document, ':date[the ‸year]', /\*\*2025\*\* · 1 January 2025 to 31 December 2025/);
    await says(
      await openSample(LATER),
      'c-sign-framework status=ful‸filled',
      /\*\*fulfilled\*\* · status[\s\S]*Done as promised/,
    );
    await says(await openSample(REGISTRY), 'class‸ification: city', /The type of place/);
  });

  test('tell of the innermost thing, also in a table', async () => {
    const document = await openSample(BRIEF);
    await says(document, "office[:place[Ind‸ia]'s Def", /^\*\*India\*\* · place/);
    await says(document, "]'s Defence ‸Minister] :person", /^\*\*Defence Minister of India\*\*/);
    const world = await openSample('world/briefs/emoji.md');
    await says(world, '| :person[Emmanuel ‸Macron]', /^\*\*Emmanuel Macron\*\* · person/);
    await says(world, ' and :place[‸🇩🇪] |', /^\*\*Allemagne\*\* · place/);
  });

  test('are silent in prose', async () => {
    const document = await openSample(BRIEF);
    await says(document, ':person[Pete‸ Hegseth]', /Hegseth/);
    assert.equal(await hoverWords(document, position(document, 'The negotiators ‸are done')), '');
  });
});

/** The hints of a document, each behind the words before it. */
async function hints(document: vscode.TextDocument): Promise<readonly string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await execute<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return found.map(({ position: at, label }) => {
    const before = document.lineAt(at.line).text.slice(0, at.character);
    const words = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
    return `${/[^\s[{=]+$/.exec(before)?.[0]} = ${words}`;
  });
}

const UNNAMED = `:person[He]{ref=pete-hegseth} and :office[Defence Minister of India] spoke in
:date[the spring]{edtf=2025-21}: :commitment[will help]{#c-help by=india to=united-states due=2026}.
:agreement[It]{ref=us-in-defense-framework} came next.
`;
const MEANT = 'It = Ten-year framework for the U.S.-India defense partnership';

suite('inlay hints', () => {
  test('say who an unnamed mention is where the id does not, and nothing else unless asked to', async () => {
    const { document } = await openBrief(UNNAMED);
    await eventually(async () => assert.deepEqual(await hints(document), [MEANT]));
  });

  test('say on request who holds an office, and what a date comes to', async () => {
    const { document } = await openBrief(UNNAMED);
    const asked = {
      'rapporteur.inlayHints.names': false,
      'rapporteur.inlayHints.holders': true,
      'rapporteur.inlayHints.dates': true,
    };
    await withSettings(asked, () =>
      eventually(async () =>
        assert.deepEqual(await hints(document), [
          'India = Rajnath Singh',
          'spring = spring 2025',
          '2026 = by 31 December 2026',
        ]),
      ),
    );
    await eventually(async () => assert.deepEqual(await hints(document), [MEANT]));
  });
});

/** The lenses of a document: `the words: what the lens says`. */
async function lensesOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const found = await lensesIn(document);
  return found.map(({ range, command }) => `${document.getText(range)}: ${command?.title}`);
}

function lensesIn(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  return execute<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
}

suite('code lenses', () => {
  test('say above an entry how often it is mentioned, and what is open', async () => {
    const registry = await openSample(REGISTRY);
    await eventually(async () => {
      const all = await lensesOf(registry);
      assert.deepEqual(
        all.filter((each) => /^(pete-hegseth|kuala-lumpur):/.test(each)),
        [
          'pete-hegseth: 9 mentions',
          'pete-hegseth: 6 open commitments, 1 overdue',
          'kuala-lumpur: 1 mention',
        ],
      );
    });
  });

  test('say above a commitment how it stands, and lead to its updates', () =>
    withSettings({ 'rapporteur.codeLens.briefs': true }, async () => {
      const document = await openSample(BRIEF);
      const all = await eventually(async () => {
        const found = await lensesOf(document);
        assert.deepEqual(
          found.filter((each) => /^c-(hold|finalize)/.test(each)),
          [
            'c-hold-2plus2: active, overdue by 15 days',
            'c-hold-2plus2: 1 mention',
            'c-finalize-framework: fulfilled',
            'c-finalize-framework: 1 update',
            'c-finalize-framework: 1 mention',
          ],
        );
        return lensesIn(document);
      });
      const leading = all.find(
        ({ range, command }) =>
          document.getText(range) === 'c-sign-framework' && command?.title === '1 update',
      );
      assert(leading?.command);
      const { command, arguments: values = [] } = leading.command;
      const [, , locations] = values as [unknown, unknown, readonly { uri: string }[]];
      assert.match(String(locations[0]?.uri), /2025-11-03-signing\.md$/);
      await execute(command, ...values);
    }));

  test('are above prose only for those who ask, and can be turned off', async () => {
    const brief = await openSample(BRIEF);
    const registry = await openSample(REGISTRY);
    await eventually(async () => assert.notEqual((await lensesOf(registry)).length, 0));
    assert.deepEqual(await lensesOf(brief), []);
    await withSettings({ 'rapporteur.codeLens.enabled': false }, () =>
      eventually(async () => assert.deepEqual(await lensesOf(registry), [])),
    );
  });

  test('of the reading mode there are none in the text', async () => {
    const document = await openSample(BRIEF);
    const text = document.getText();
    await execute('rapporteur.toggleReading');
    await execute('rapporteur.toggleReading');
    assert.deepEqual([document.getText(), document.isDirty], [text, false]);
  });

  test('follow what is typed elsewhere', async () => {
    const registry = await openSample(REGISTRY);
    await eventually(async () =>
      assert((await lensesOf(registry)).includes('kuala-lumpur: 1 mention')),
    );
    await openBrief(':place[Kuala Lumpur], again ‸.\n');
    await eventually(async () =>
      assert((await lensesOf(registry)).includes('kuala-lumpur: 2 mentions')),
    );
    await execute('type', { text: ':place[Kuala Lumpur]' });
    await eventually(async () =>
      assert((await lensesOf(registry)).includes('kuala-lumpur: 3 mentions')),
    );
  });
});
