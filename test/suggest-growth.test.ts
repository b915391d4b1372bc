// The work of suggesting grows with the length of the text, whatever is written: counted, not timed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
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

test('nothing that is repeated a little stops it', () => {
  for (const repeated of Object.values(REPEATED).flat()) suggestFor(repeated, 40);
});
