import { commands, type Memento } from 'vscode';

/** The steps of the walkthrough, by the names that the manifest knows them by. */
export type FirstStep = 'sample' | 'annotate' | 'tag' | 'define' | 'commit' | 'follow';

const DONE = 'steps.done';

let memory: Memento | undefined;

/**
 * Ticks the steps that were done in any window: VS Code forgets one where the window that it was done in did not show the
 * walkthrough yet.
 * @param all what is remembered in all windows
 */
export async function rememberSteps(all: Memento): Promise<void> {
  memory = all;
  for (const step of doneSteps()) await tick(step);
}

/** Says that somebody has done it: not that a command was called, which may have been left again. */
export async function didStep(step: FirstStep): Promise<void> {
  await tick(step);
  const done = doneSteps();
  if (!done.includes(step)) await memory?.update(DONE, [...done, step]);
}

function doneSteps(): readonly string[] {
  return memory?.get<readonly string[]>(DONE) ?? [];
}

async function tick(step: string): Promise<void> {
  await commands.executeCommand('setContext', `rapporteur.did.${step}`, true);
}
