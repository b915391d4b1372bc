// Briefs in other scripts: what is found, where it stands, and that no column slips.
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import {
  eventually,
  execute,
  finding,
  findings,
  hoverWords,
  openSample,
  placesOf,
  position,
  range,
  replace,
} from './support.js';

/** Waits until the thing at `‸` is told of like this, and resolves to the words that a hover marks. */
async function told(
  document: vscode.TextDocument,
  words: string,
  expected: RegExp,
): Promise<string> {
  const place = position(document, words);
  await eventually(async () => assert.match(await hoverWords(document, place), expected));
  const [hover] = await execute<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
  assert(hover?.range);
  return document.getText(hover.range);
}

async function definitionOf(
  document: vscode.TextDocument,
  words: string,
): Promise<readonly string[]> {
  const place = position(document, words);
  return placesOf(await execute('vscode.executeDefinitionProvider', document.uri, place));
}

suite('many scripts', () => {
  test('Arabic, from right to left and with a tag behind a letter', async () => {
    const document = await openSample('world/briefs/arabic.md');
    assert.equal(
      await told(document, ':org[الأ‸طراف]', /\*\*أطراف الاتفاقية الإطارية\*\*/),
      'الأطراف',
    );
    assert.equal(
      await told(document, ' و:person[سلطان ‸الجابر]', /Sultan Al Jaber/),
      'سلطان الجابر',
    );
    assert.deepEqual(await definitionOf(document, ':place[دب‸ي]'), ['registry.yaml: dubai']);
  });

  test('Chinese, where tags touch the words around them', async () => {
    const document = await openSample('world/briefs/chinese.md');
    assert.equal(await told(document, '会见了:person[拜‸登]', /Joe Biden/), '拜登');
    assert.equal(await told(document, '和:place[美‸方]', /\*\*अमेरिका\*\*/), '美方');
    const words = position(document, ':commitment[同意‸恢复');
    await eventually(async () => assert.match(await hoverWords(document, words), /pledged/));
  });

  test('Hindi, with names of several words', async () => {
    const document = await openSample('world/briefs/hindi.md');
    assert.equal(
      await told(document, ':person[रक्षा मंत्री ‸सिंह]', /\*\*राजनाथ सिंह\*\*/),
      'रक्षा मंत्री सिंह',
    );
    const found = await execute<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      position(document, ':place[भा‸रत]'),
    );
    const places = await placesOf(found);
    for (const each of [
      'hindi.md: भारत',
      'hindi.md: india',
      'emoji.md: 🇮🇳',
      'registry.yaml: india',
    ])
      assert(places.includes(each), `${each} of ${places.join(', ')}`);
  });

  test('French, whose curly apostrophes are those of the registry', async () => {
    const document = await openSample('world/briefs/french.md');
    assert.equal(await told(document, ':place[l’Allem‸agne]', /\*\*Allemagne\*\*/), 'l’Allemagne');
    assert.deepEqual(await definitionOf(document, 'agreement[traité ‸d’Aix'), [
      'registry.yaml: aachen-treaty',
    ]);
  });

  test('emoji, which take two places each in VS Code', async () => {
    const document = await openSample('world/briefs/emoji.md');
    assert.equal(await told(document, ' :place[‸🇺🇸] ', /United States/), '🇺🇸');
    const name = range(document, '🎉 :person[‸Pete Hegseth‸]');
    await eventually(() => assert.deepEqual(findings(document), []));
    await replace(document, name, 'Pete Hegset 👩🏽‍💼');
    await finding(document, 'unresolved-name', 'Pete Hegset 👩🏽‍💼');
    await eventually(async () => {
      const [action] = await execute<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range(document, 'Hegset 👩🏽‍💼'),
        'quickfix',
        5,
      );
      assert(action);
    });
    await execute('undo');
    await eventually(() => assert.deepEqual(findings(document), []));
  });
});
