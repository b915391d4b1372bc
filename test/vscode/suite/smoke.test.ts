// The two things without which nothing else can be right.
import assert from 'node:assert/strict';
import { host, installed } from 'rapporteur:run';
import * as vscode from 'vscode';
import { EXTENSION, eventually, hoverWords, openSample, position } from './support.js';

const BRIEF = 'us-india-defense/briefs/2025-10-31-framework.md';

suite('the extension', () => {
  test('is the one to be tested, and wakes up where a brief is opened', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert(extension, `no ${EXTENSION}`);
    const underDevelopment = extension.extensionUri.path.includes('/extensions/') === false;
    assert.equal(underDevelopment, !installed, extension.extensionUri.toString());
    await openSample(BRIEF);
    await eventually(() => assert(extension.isActive, 'still asleep'));
  });

  test('runs where it is meant to run', () => {
    const { uiKind } = vscode.env;
    assert.equal(uiKind, host === 'electron' ? vscode.UIKind.Desktop : vscode.UIKind.Web);
    assert.equal(typeof process === 'object' && 'pid' in process, host !== 'web');
  });

  test('tells who a mention is', async () => {
    const document = await openSample(BRIEF);
    const place = position(document, ':person[Pete‸ Hegseth]');
    await eventually(async () => assert.match(await hoverWords(document, place), /Hegseth/));
  });
});
