import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  complete,
  countMentions,
  documentsBehind,
  documentsLinkedFrom,
  findDefinitions,
  findReferences,
  folds,
  highlights,
  hover,
  inlays,
  type KeptOutline,
  type KeptTokens,
  keptOutline,
  keptTokens,
  lenses,
  lensText,
  linkedIds,
  localLinks,
  outline,
  type Page,
  placedTokens,
  selections,
  semanticTokens,
  shift,
  targetAt,
  type Workspace,
  webLinks,
} from '../server/core/index.js';
import { applyChanges } from '../server/core/workspace/index.js';
import { offersAt } from './support/actions.js';
import { afterEach, type Edit, manyEdits, workspaceTexts } from './support/edits.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const ALL = { names: true, holders: true, dates: true };

/** All that an editor is told of a page, and of some places in it. */
function told(
  workspace: Workspace,
  id: string,
  places: readonly number[],
  kept: Kept = {},
): unknown {
  const page = workspace.pages.get(id);
  if (page === undefined) return undefined;
  const { length } = page.text;
  const at = places.map((place) => Math.floor(place * length));
  const range = { start: Math.min(...at), end: Math.max(...at) };
  const shown = lenses(workspace, page);
  return {
    shown,
    lensTexts: shown.map((lens) => {
      const text = lensText(workspace, lens.id, lens.aspect);
      return [text?.title, text?.places()];
    }),
    mentions: shown.map((lens) => countMentions(workspace, lens.id)),
    outline: outline(workspace, page),
    outlineByBlock: outline(workspace, page, 'listed', keepOutline(kept, workspace, page)),
    folds: folds(page),
    tokens: semanticTokens(workspace, page),
    tokensByBlock: tokensByBlock(kept, workspace, page),
    tokensInRange: semanticTokens(workspace, page, range),
    inlays: inlays(workspace, page, { start: 0, end: length }, ALL),
    inlaysInRange: inlays(workspace, page, range, ALL),
    webLinks: webLinks(page),
    localLinks: localLinks(workspace, page),
    linkedFrom: documentsLinkedFrom(page),
    at: at.map((offset) => ({
      target: targetAt(workspace, page, offset),
      hover: hover(workspace, page, offset),
      highlights: highlights(workspace, page, offset),
      linked: linkedIds(workspace, page, offset),
      selections: selections(workspace, page, offset),
      definitions: findDefinitions(workspace, page, offset),
      references: findReferences(workspace, page, offset, 'with'),
      behind: documentsBehind(page, offset),
      completions: complete(workspace, page, offset, { trigger: undefined }),
    })),
    offers: offersAt({ workspace, page, selection: range }).map(({ title, made }) => [title, made]),
  };
}

/** What the server keeps of a page from one answer to the next. */
interface Kept {
  tokens?: KeptTokens | undefined;
  outline?: KeptOutline | undefined;
}

function keepOutline(kept: Kept, workspace: Workspace, page: Page): KeptOutline | undefined {
  kept.outline = keptOutline(kept.outline, workspace, page);
  return kept.outline;
}

function tokensByBlock(kept: Kept, workspace: Workspace, page: Page): unknown {
  kept.tokens = keptTokens(kept.tokens, workspace, page);
  if (kept.tokens === undefined) return semanticTokens(workspace, page);
  return placedTokens(kept.tokens).flatMap(({ at, tokens }) =>
    tokens.map((token) => ({ ...token, span: shift(token.span, at) })),
  );
}

property('after any edits, an editor is told what it is told of the final texts', () => {
  const check = (
    texts: Readonly<Record<string, string>>,
    all: readonly (readonly [string, readonly Edit[]])[],
    places: readonly number[],
  ): void => {
    let workspace = workspaceOf(texts);
    const kept = new Map<string, Kept>(Object.keys(texts).map((id) => [id, {}]));
    for (const [id, edits] of all) {
      for (const text of afterEach(workspace.pages.get(id)?.text ?? '', edits)) {
        workspace = applyChanges(workspace, [{ type: 'text', id, text }]);
        const finals = [...workspace.pages.values()].map((page) => [page.id, page.text]);
        const scratch = workspaceOf(Object.fromEntries(finals));
        const now = told(workspace, id, places, kept.get(id));
        assert.deepEqual(now, told(scratch, id, places));
        // What is kept of the pages that were not edited must be right too.
        for (const [other, held] of kept) {
          const page = workspace.pages.get(other);
          if (page === undefined) continue;
          assert.deepEqual(tokensByBlock(held, workspace, page), semanticTokens(workspace, page));
          const listed = outline(workspace, page, 'listed', keepOutline(held, workspace, page));
          assert.deepEqual(listed, outline(workspace, page));
        }
      }
    }
  };
  const editing = fc.tuple(fc.constantFrom('a.md', 'a.md', 'b.md', 'registry.yaml'), manyEdits);
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      workspaceTexts,
      fc.array(editing, { maxLength: 3 }),
      fc.array(place, { minLength: 2, maxLength: 3 }),
      check,
    ),
    runs('workspace'),
  );
});
