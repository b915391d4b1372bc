// The page that the panel with the timeline saves for printing, read back by a reader that is not ours.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import type { Element, Nodes, Root } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { type Overview, type OverviewRow, REQUESTS } from '../server/lsp/protocol.js';
import { loadClientModule } from './support/client-module.js';
import { ABLE, withEditor } from './support/editor.js';

const l10n = {
  t: (words: string, ...values: readonly unknown[]) =>
    words.replace(/\{(\d+)\}/g, (_, n: string) => String(values[Number(n)])),
};
const { printPage } = await loadClientModule<typeof import('../client/panel/page.js')>(
  'client/panel/page.ts',
  { vscode: { l10n } },
);
const STYLE = fs.readFileSync('client/panel/page.css', 'utf8');
const FILES = {
  'rapporteur.yaml': '',
  'registry.yaml': 'place:\n  arcadia: { name: Arcadia }\n  bord: { name: Borduria }\n',
  'a.md': `---
title: "On <script>alert(1)</script> & the eve"
date: 2025-10-01
---

:place[Arcadia] :commitment[will pay]{#c-pay by=arcadia to=bord due=2020}. It :commitment[will go]{#c-go by=arcadia}.
:place[Borduria] :commitment[will "sing" & \\<img src=x onerror=alert(1)> dance]{#c-sing by=bord to=arcadia due=2025-12}.
`,
};

async function overview(): Promise<Overview> {
  let found: Overview | undefined;
  const options = { capabilities: ABLE, configuration: { today: '2025-11-01' } };
  await withEditor(FILES, options, async ({ connection }) => {
    await connection.sendRequest(REQUESTS.check);
    found = await connection.sendRequest<Overview>(REQUESTS.overview, {});
  });
  assert.ok(found);
  return found;
}

function elements(node: Nodes): readonly Element[] {
  if (!('children' in node)) return [];
  const below = node.children.flatMap((child) => elements(child as Nodes));
  return node.type === 'element' ? [node, ...below] : below;
}

const named = (node: Nodes, name: string): readonly Element[] =>
  elements(node).filter(({ tagName }) => tagName === name);

function cellsOf(row: OverviewRow): readonly string[] {
  const when = [row.deadline, row.due, row.extended].filter((part) => part !== '').join(', ');
  const status = row.status.replaceAll('-', ' ');
  const parties = [row.by.join(', '), row.to.join(', ')];
  return [row.words, ...parties, when, status, row.scores, row.brief];
}

const shown = await overview();
const page = printPage(shown, STYLE);
const tree: Root = unified().use(rehypeParse, { emitParseErrors: true }).parse(page);

test('a page for printing is a whole page, and nothing in it runs or is loaded', () => {
  assert.match(page, /^<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">/);
  assert.match(page, /<\/body><\/html>$/);
  const [head] = named(tree, 'head');
  assert.ok(head);
  for (const found of [named(head, 'title'), named(tree, 'h1')])
    assert.deepEqual(
      found.map((each) => wordsOf(each)),
      ['Commitments as of 2025-11-01'],
    );
  const tags = new Set(elements(tree).map(({ tagName }) => tagName));
  for (const name of ['script', 'link', 'img', 'iframe', 'object', 'base', 'a'])
    assert.ok(!tags.has(name), name);
  const attributes = elements(tree).flatMap(({ properties }) => Object.keys(properties));
  assert.deepEqual(
    attributes.filter((name) => /^on|^(?:src|href|xLinkHref|action|srcDoc|style)$/i.test(name)),
    [],
  );
  const policy = named(tree, 'meta').find(({ properties }) => 'httpEquiv' in properties);
  assert.equal(policy?.properties.content, "default-src 'none'; style-src 'unsafe-inline'");
  // It has its style in it, which asks for nothing either.
  assert.deepEqual(
    named(tree, 'style').map((each) => wordsOf(each)),
    [STYLE],
  );
  assert.doesNotMatch(STYLE, /url\(|@import/);
});

test('it has the timeline, who owes whom and every row of the table, with all that a row says', () => {
  const rows = [...shown.lanes.flatMap((lane) => lane.rows), ...shown.undated];
  assert.equal(rows.length, 3);
  const [matrix, table, ...more] = named(tree, 'table');
  assert.ok(matrix && table && more.length === 0);
  assert.deepEqual(
    named(table, 'tr').map((row) =>
      elements(row)
        .filter(isCell)
        .map((cell) => wordsOf(cell)),
    ),
    [['Commitment', 'By', 'To', 'Deadline', 'Status', 'Score', 'Brief'], ...rows.map(cellsOf)],
  );
  assert.match(rows.map(({ words }) => words).join('; '), /will "sing" & <img src=x onerror=/);
  assert.match(wordsOf(table), /<script>alert\(1\)<\/script> & the eve/);
  assert.deepEqual(
    named(matrix, 'th').map((cell) => wordsOf(cell)),
    [...shown.matrix.to, ...shown.matrix.by].map((name) => name || 'nobody named'),
  );
  const [timeline] = named(tree, 'svg');
  assert.ok(timeline);
  assert.equal(
    elements(timeline).filter(({ properties }) => 'dataKey' in properties).length,
    rows.length - shown.undated.length,
  );
});

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}
