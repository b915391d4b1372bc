// Tags that are suggested are read as such where they are put in, whatever stands elsewhere in the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, readPage, strip } from '../server/core/index.js';
import { annotationEdits } from '../server/core/suggest/index.js';
import { createSuggestions } from '../server/core/suggest/suggestions/index.js';
import { workspaceWith } from './support/linting.js';

const TEXTS = {
  'a link whose target is defined below':
    'Norway met Sweden. See [Norway today][n].\n\n[n]: https://example.org\n',
  'a link that is named by its words':
    'Kenya and [Norway] agreed to meet.\n\n[Norway]: https://example.org\n',
  'words and simple signs alone':
    '“Norway” (in Oslo) will meet Sweden-Finland; Kenya, too, will come by 2030.\n',
  'a list, a table and a quotation':
    '- Norway will pay.\n\n| Sweden | 2030 |\n|---|---|\n| Oslo | Kenya |\n\n> Norway will go.\n',
};

for (const [name, text] of Object.entries(TEXTS))
  test(`all that is suggested beside ${name} is tagged`, () => {
    const workspace = workspaceWith({ 'a.md': text });
    const page = workspace.pages.get('a.md');
    assert.ok(page !== undefined);
    const { suggestions } = createSuggestions().suggestionsOf(workspace, page);
    assert.ok(suggestions.length > 1, `${suggestions.length} suggestions`);
    const { settings, vocabulary } = workspace;
    const after = readPage(
      'a.md',
      applyEdits(text, annotationEdits(suggestions)),
      settings,
      vocabulary,
    );
    assert.equal(after.facts.tags.length, suggestions.length);
    assert.equal(after.facts.links.length, page.facts.links.length);
    assert.equal(strip(after.text, after.facts), text);
  });
