import { commands, Uri, workspace } from 'vscode';
import { didStep } from '../first-steps.js';
import type { Command } from './command.js';
import { isThere } from './start-brief.js';

export const openSample: Command = {
  id: 'openSample',
  title: 'Open the Sample',
  summary:
    'Opens two briefs with their registry in a new window: your own copy, in which you can try everything.',
  async run({ folders }) {
    const copy = Uri.joinPath(folders.storage, 'sample');
    if (!(await isThere(copy)))
      await workspace.fs.copy(Uri.joinPath(folders.extension, 'samples/us-india-defense'), copy);
    await didStep('sample');
    await commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: true });
  },
};
