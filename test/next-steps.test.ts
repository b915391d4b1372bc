// Whatever is found, an editor offers what an author would do next.
import assert from 'node:assert/strict';
import test from 'node:test';
import { levelsToSuggest, loadParts, RULES } from '../server/core/index.js';
import { loadClientModule } from './support/client-module.js';
import { offeredFor } from './support/next-steps.js';

test('for the findings of every rule there is a next step', async () => {
  await loadParts({ levels: levelsToSuggest, overrides: [] });
  const { askedStep } = await loadClientModule<typeof import('../client/asked-steps.js')>(
    'client/asked-steps.ts',
    { vscode: { l10n: { t: (words: string) => words } } },
  );
  const without = RULES.filter(
    (rule) => offeredFor(rule).length === 0 && askedStep(rule.name) === undefined,
  ).map(({ name }) => name);
  assert.deepEqual(without, []);
});
