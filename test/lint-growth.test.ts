// The work of a whole check, rules and fixes included, grows with the length of the text: counted, not timed.
import assert from 'node:assert/strict';
import { lint } from '../server/core/index.js';
import { CHECKED, CONSTRUCTS, repeated } from './support/constructs.js';
import { workspaceWith } from './support/linting.js';
import { slow } from './support/needs.js';
import { stepsOf } from './support/steps.js';

/** The few fill what is looked at around a finding. */
const COUNTS = [400, 1600] as const;
/** Four times the text takes four times the steps, and a little more where places are sorted. */
const GROWTH = 5.5;

function check(text: string): void {
  const workspace = workspaceWith({ 'brief.md': `${text}\n\n:date[2025]\n` });
  lint(workspace, 'brief.md');
}

function growth(construct: (typeof CHECKED)[string]): number {
  const [few = '', many = ''] = COUNTS.map((count) => repeated(construct, count));
  check(few);
  const steps = stepsOf(() => check(few));
  return stepsOf(() => check(many)) / steps;
}

for (const [group, constructs] of [
  ['rules', CHECKED],
  ['tags', CONSTRUCTS.TAGS ?? {}],
  ['html', CONSTRUCTS.HTML ?? {}],
] as const)
  slow(`${group}: four times as many take four times the work of a check`, () => {
    for (const [name, construct] of Object.entries(constructs)) {
      const times = growth(construct);
      assert.ok(times < GROWTH, `${name}: ${times.toFixed(1)} times`);
    }
  });
