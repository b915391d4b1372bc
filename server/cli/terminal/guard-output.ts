import { breakLogCommands } from './escape-controls.js';
import type { Output } from './io.js';

/**
 * The standard error, where words of users stand in between ours: logs of CI systems read it as well, so
 * no line begins with `::`, and nothing else in it is obeyed.
 */
export function guardOutput(output: Output): Output {
  return {
    ...output,
    write: (text) => output.write(breakLogCommands(text).replace(COMMAND, '| ')),
  };
}

const COMMAND = /^(?=[^\S\n]*::)/gm;
