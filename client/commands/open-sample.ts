import { commands, Uri, workspace } from 'vscode';
import type { Command } from './command.js';
import { isThere } from './start-brief.js';

export const openSample: Command = {
  id: 'openSample',
  title: 'Open the Sample',
  summary:
    'Opens two briefs with their registry, to try things out, in a new window. It is your own copy, which is kept.',
  async run({ folders }) {
    const copy = Uri.joinPath(folders.storage, 'sample');
    if (!(await isThere(copy)))
      await workspace.fs.copy(Uri.joinPath(folders.extension, 'samples/us-india-defense'), copy);
    await commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: true });
  },
};
