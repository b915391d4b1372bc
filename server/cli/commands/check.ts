import { checkOnce } from '../check/check-once.js';
import { configAsked, configOptions, printConfig } from '../check/print-config.js';
import type { Command, ExitStatus, Invocation, Option } from '../invocation/command.js';
import { todayOption } from '../invocation/shared-options.js';
import { baselineOptions } from '../plan/baseline-options.js';
import { cacheOptions } from '../plan/cache-options.js';
import { failOptions } from '../plan/fail-options.js';
import { fixOptions } from '../plan/fix-options.js';
import { levelOptions } from '../plan/level-options.js';
import { outputOptions } from '../plan/output-options.js';
import { planOf } from '../plan/plan.js';
import { selectionOptions } from '../plan/selection-options.js';
import { sinceOptions } from '../plan/since-options.js';
import { statsOptions } from '../plan/stats-options.js';
import { threadOptions } from '../plan/thread-options.js';
import { watchChoiceOf, watchOptions } from '../plan/watch-options.js';
import { watch } from '../watch/watch.js';

export const check: Command = {
  name: 'check',
  arguments: [
    {
      syntax: '[paths...]',
      summary: "briefs, registries, folders or patterns of paths; '-' reads standard input",
    },
  ],
  summary: 'say what does not hold together',
  description:
    'Reads the briefs and registries of the workspace and reports what is unknown, ambiguous, overdue, unsourced or contradictory. The paths choose whose findings are reported; without any it is the whole workspace. A brief is Markdown with tagged names and promises; a registry says who and what they are.\n\nExits with 0 where nothing fails, 1 where something does, 2 where the check could not be done.',
  options: [
    ...under('The report', outputOptions),
    ...under('What is checked', [...selectionOptions, todayOption]),
    ...under('How strictly', [...failOptions, ...levelOptions, ...configOptions]),
    ...under('Fixing, and checking again', [...fixOptions, ...watchOptions]),
    ...under('Old findings, and only what changed', [...baselineOptions, ...sinceOptions]),
    ...under('Many briefs', [...cacheOptions, ...threadOptions, ...statsOptions]),
  ],
  examples: [
    { line: 'rapporteur check', summary: 'the whole workspace' },
    { line: 'rapporteur check briefs/2025-10-31.md', summary: 'one brief, with all it refers to' },
    {
      line: "rapporteur check 'briefs/2025-*.md'",
      summary: 'those of a year; quoted for every shell',
    },
    { line: 'rapporteur check --today 2026-01-15', summary: 'what is overdue on that day' },
    { line: 'rapporteur check --fix', summary: 'mend what is certain' },
    { line: 'rapporteur check --format json', summary: 'for programs' },
    { line: 'rapporteur check --update-baseline', summary: 'fail from the next finding on only' },
    { line: 'rapporteur check --since main', summary: 'what your branch changed' },
  ],
  run: runCheck,
};

/** So many options are found by what they are about. */
function under(group: string, options: readonly Option[]): readonly Option[] {
  return options.map((option) => ({ ...option, group }));
}

async function runCheck(invocation: Invocation): Promise<ExitStatus> {
  const requested = configAsked(invocation);
  if (requested !== undefined) return printConfig(invocation, requested);
  const watching = watchChoiceOf(invocation);
  const plan = await planOf(invocation);
  return watching === 'again' ? watch(invocation, plan) : checkOnce(invocation, plan);
}
