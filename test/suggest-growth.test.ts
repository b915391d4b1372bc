// The work of suggesting grows with the length of the text, whatever is written: counted, not timed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationsFor, applyChanges, type Workspace } from '../server/core/index.js';
import { createSuggestions } from '../server/core/suggest/suggestions/index.js';
import { workspaceWith } from './support/linting.js';
import { slow } from './support/needs.js';
import { stepsOf } from './support/steps.js';
import { candidatesIn } from './support/suggesting.js';

/** By the stage of which they are the worst. */
const REPEATED = {
  names: ['Ada Moreau met Jan Berg, ', 'NATO (UN) ', 'Norway–', 'Mr. ', 'President ', 'Under-'],
  structures: [
    'Ministry of Trade and ',
    'of the Council ',
    'Ministry ',
    'resolution 1325 (2000), ',
  ],
  dates: ['1 May 2025, ', '2025 ', '31 ', 'May ', 'in '],
  descriptions: ['He said ', 'they and ', 'both countries ', 'the Agreement ', 'We ', 'it '],
  promises: [
    'will ',
    'shall and ',
    'agreed to ',
    'its commitment to ',
    'Norway will build ports and ',
  ],
  lists: ['- Build ports.\n', 'building; ', '; and (a) support ', 'Norway will:\n\n'],
  signs: ['"', '(', ')', ': ', ', ', '“Norway” said ', "l'"],
  sentences: ['Norway will build ports. ', 'Norway will build ports.\n\n'],
} as const;

const COUNTS = [1000, 4000] as const;
/** Four times the text takes four times the steps, and a little more where places are sorted. */
const GROWTH = 5.5;

function suggestFor(repeated: string, count: number): void {
  const text = `---\ndate: 2025-01-01\n---\n\nNorway and Sweden met.\n\n${repeated.repeat(count)}`;
  const workspace = workspaceWith({ 'a.md': text });
  const page = workspace.pages.get('a.md');
  assert.ok(page !== undefined);
  candidatesIn(workspace, page);
}

for (const [stage, all] of Object.entries(REPEATED))
  slow(`${stage}: four times as many take four times the work`, () => {
    for (const repeated of all) {
      suggestFor(repeated, 20);
      const [few, many] = COUNTS.map((count) => stepsOf(() => suggestFor(repeated, count)));
      const times = (many ?? 0) / (few ?? 1);
      assert.ok(times < GROWTH, `${JSON.stringify(repeated)}: ${times.toFixed(1)} times`);
    }
  });

/** What people say again and again, each time of somebody else. */
const PARAGRAPHS = Array.from(
  { length: 60 },
  (_, at) =>
    `Minister Ada Moreau${at % 7} of Norway met officials of the Bank of Norway in Oslo on ${(at % 28) + 1} May 2025. ` +
    'She said both countries will build ports and fund schools by 2030. The Bank agreed to lend ' +
    `${at} million euros to the two countries.`,
);

slow('a key costs a small part of what the brief costs', () => {
  const textWith = (key: string): string =>
    `---\ndate: 2025-01-01\n---\n\nNorway and Sweden met.\n\n${PARAGRAPHS.map((words, at) =>
      at === 30 ? words.replace('schools', `schools${key}`) : words,
    ).join('\n\n')}\n`;
  const kept = createSuggestions();
  const read = (workspace: Workspace): void => {
    const page = workspace.pages.get('a.md');
    assert.ok(page !== undefined);
    const candidates = kept.candidatesIn(workspace, page);
    annotationsFor(workspace, [{ page, candidates }]);
  };
  let workspace = workspaceWith({ 'a.md': textWith('') });
  const first = stepsOf(() => read(workspace));
  for (const key of ['a', 'ab', 'a']) {
    workspace = applyChanges(workspace, [{ type: 'text', id: 'a.md', text: textWith(key) }]);
    const next = stepsOf(() => read(workspace));
    assert.ok(next < first / 3, `${next} steps after ${first}`);
  }
});

test('nothing that is repeated a little stops it', () => {
  for (const repeated of Object.values(REPEATED).flat()) suggestFor(repeated, 40);
});
