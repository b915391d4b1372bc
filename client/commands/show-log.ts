import type { Command } from './command.js';

export const showLog: Command = {
  id: 'showLog',
  title: 'Show Log',
  summary: 'Opens the log in the Output panel: what was read, and what went wrong.',
  async run({ log }) {
    log.show();
  },
};
