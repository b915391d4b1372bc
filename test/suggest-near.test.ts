// What is suggested at a place of a long brief: as in the whole of it, though little of it is read.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { contains, overlaps, type Page, type Span, type Workspace } from '../server/core/index.js';
import { partsNear, suggestionsPart } from '../server/core/suggest/index.js';
import { syntaxOf } from '../server/core/workspace/index.js';
import { createSuggestions } from '../server/lsp/suggestions.js';
import type { DocumentView } from '../server/lsp/workspace-view.js';
import { afterEdits, offersAt } from './support/actions.js';
import { workspaceWith } from './support/linting.js';

const REGISTRY = 'person:\n  ann: { name: Ann Lee }\n';
const OPENING = `---
date: 2025-10-31
---

# Norway and Sweden

Foreign Minister Ada Moreau of Norway met Jan Berg, the head of the Port Authority (PA).
`;
const FILLING = 'Both sides looked at the roads of the north, and at what they cost each year.\n\n';
const AGAIN =
  'Moreau said that Norway will build a port by 2027. The PA and Ann Lee agreed with her.\n\n';
const LAST = 'Jan Berg of the Port Authority thanked Ann Lee. He hopes for more.\n';

/** Of so many characters, with people who are named at the beginning, in the middle and at the end. */
function longBrief(size: number): string {
  const filling = FILLING.repeat(Math.ceil(size / 2 / FILLING.length));
  return [OPENING, filling, AGAIN, filling, LAST].join('\n');
}

function read(text: string): { readonly workspace: Workspace; readonly page: Page } {
  const workspace = workspaceWith({ 'a.md': text, 'registry.yaml': REGISTRY });
  const page = workspace.pages.get('a.md');
  assert.ok(page);
  return { workspace, page };
}

function placeOf(text: string, words: string, from: number): Span {
  const start = text.indexOf(words, from) + 1;
  return { start, end: start };
}

/** In the middle and at the end. */
function placesIn(text: string): readonly Span[] {
  const middle = text.indexOf(AGAIN);
  const last = text.indexOf(LAST);
  return [
    ...['Moreau', 'Norway', '2027', 'PA', 'Ann Lee', 'will build'].map((words) =>
      placeOf(text, words, middle),
    ),
    ...['Jan Berg', 'Port Authority', 'He hopes'].map((words) => placeOf(text, words, last)),
  ];
}

before(async () => {
  await suggestionsPart.load();
});

test('at each place of a long brief the same is suggested as in all of it', () => {
  const text = longBrief(80_000);
  const view = read(text) as DocumentView;
  const whole = createSuggestions().in(view, { level: 'possible' }).suggestions;
  for (const place of placesIn(text)) {
    const words = text.slice(place.start - 1, place.start + 12);
    const here = createSuggestions()
      .at(view, place, [])
      .suggestions.map((one) => ({ ...one, commitment: undefined, needs: [], edits: [] }));
    const there = whole
      .filter(({ span, level }) => contains(span, place) && level !== 'possible')
      .map((one) => ({ ...one, commitment: undefined, needs: [], edits: [] }));
    assert.deepEqual(here, there, words);
    assert.ok(here.length > 0, `nothing is suggested at ${words}`);
  }
});

test('what is read for a place is a few paragraphs, however long the brief is, and none is cut through', () => {
  for (const size of [100_000, 1_000_000]) {
    const { page } = read(longBrief(size));
    for (const place of placesIn(page.text)) {
      const parts = partsNear(page, place) ?? [];
      const length = parts.reduce((sum, { start, end }) => sum + end - start, 0);
      assert.ok(length < 30_000, `${length} characters of ${page.text.length}`);
      assert.ok(parts.some((part) => contains(part, place)));
      for (const { at, block } of syntaxOf(page).blocks) {
        const span = { start: at, end: at + block.length };
        const touched = parts.filter((part) => overlaps(part, span));
        const [prose] = block.prose;
        if (prose === undefined || touched.length === 0) continue;
        const words = { start: at + prose.span.start, end: at + prose.span.end };
        assert.ok(touched.every((part) => !overlaps(part, words) || contains(part, words)));
      }
    }
  }
});

test('a brief that is not long is read as a whole', () => {
  const { page } = read(longBrief(20_000));
  assert.equal(partsNear(page, { start: 9000, end: 9000 }), undefined);
});

test('all that mean the same are found in all of a long brief when somebody wants them', () => {
  const text = longBrief(80_000);
  const view = read(text) as DocumentView;
  const suggestions = createSuggestions();
  const place = placeOf(text, 'Jan Berg', text.indexOf(LAST));
  const offers = offersAt(
    { ...view, selection: place },
    {
      suggestions: {
        here: (corrections) => suggestions.at(view, place, corrections),
        inPage: (corrections) => suggestions.in(view, { level: undefined, corrections }),
        isAll: false,
      },
    },
  );
  const all = offers.find(({ title }) => title === 'Tag all of Jan Berg');
  assert.ok(all, offers.map(({ title }) => title).join('; '));
  const after = afterEdits(view.workspace, 'a.md', all.made);
  assert.equal(after.split(':person[Jan Berg]').length, text.split('Jan Berg').length);
  assert.match(afterEdits(view.workspace, 'registry.yaml', all.made), /Jan Berg/);
});
