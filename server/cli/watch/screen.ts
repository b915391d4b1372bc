import { counted } from '../../core/index.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import type { Io } from '../terminal/io.js';

/** What a check wrote. */
export interface CapturedOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/** Where the reports of a check that goes on are shown. */
export interface Screen {
  /** @param changed the files (absolute) because of which it was checked again */
  show(shown: CapturedOutput, changed: ReadonlySet<string>): void;
  /** Says that it is being watched, once for each report. */
  watching(files: number): void;
}

/** Goes to the top left and clears what is below; what was scrolled away stays. */
const CLEAR = '\u001b[H\u001b[2J';

/** On a terminal the newest report takes the place of the last; the same one is not written again. */
export function screenOn(io: Io): Screen {
  let last: CapturedOutput | undefined;
  let waits = false;
  return {
    show(shown, changed) {
      if (last?.stdout === shown.stdout && last.stderr === shown.stderr) return;
      if (io.stdout.isTTY) io.stdout.write(CLEAR);
      else if (last !== undefined) io.stderr.write(`\n${timeOf(io)} ${inWords(changed, io.cwd)}\n`);
      last = shown;
      waits = true;
      io.stderr.write(shown.stderr);
      io.stdout.write(shown.stdout);
    },
    watching(files) {
      if (!waits) return;
      waits = false;
      const words = counted(files, 'file');
      io.stderr.write(`\nWatching ${words}. Press Ctrl+C to stop.\n`);
    },
  };
}

function inWords(changed: ReadonlySet<string>, cwd: string): string {
  const [first, ...others] = changed;
  if (first === undefined) return 'checked again';
  if (others.length > 0) return `${changed.size} files changed`;
  return `${escapePath(shownPath(first, cwd))} changed`;
}

function timeOf(io: Io): string {
  const now = io.now();
  return [now.getHours(), now.getMinutes(), now.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
