import type { Feature } from '../feature.js';
import type { ServerCommand } from '../server-command.js';
import { fieldsOf } from '../suggestion-params.js';
import { annotate } from './annotate.js';
import { mention } from './mentions.js';
import { merge } from './merge.js';
import { changeWrittenTerms } from './terms.js';

const COMMANDS: readonly ServerCommand[] = [annotate, mention, changeWrittenTerms, merge];

/** What any editor can have done by a command. */
export const executeCommand: Feature = {
  name: 'execute-command',
  capability: () => ({ executeCommandProvider: { commands: COMMANDS.map(({ name }) => name) } }),
  connect(connection, session) {
    connection.onExecuteCommand(({ command, arguments: [params] = [] }, token) => {
      const found = COMMANDS.find(({ name }) => name === command);
      return found?.run(connection, session, fieldsOf(params), token) ?? null;
    });
  },
};
