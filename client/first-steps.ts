import { commands } from 'vscode';

/** The steps of the walkthrough, by the names that the manifest knows them by. */
export type FirstStep = 'sample' | 'annotate' | 'tag' | 'define' | 'commit' | 'follow';

/** Says that somebody has done it: not that a command was called, which may have been left again. */
export function didStep(step: FirstStep): void {
  void commands.executeCommand('setContext', `rapporteur.did.${step}`, true);
}
