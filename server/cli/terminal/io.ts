import { isSamePlace } from '../../host/index.js';
import { breakLogCommands } from './escape-controls.js';
import { Failure } from './failure.js';
import { type Keys, openKeys } from './keys.js';

/** What a run of the command line touches besides files, so that tests can stand in for it. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of the standard input. */
  stdin(): Promise<Uint8Array>;
  /** Somebody's keys, one by one; `undefined`, or without it: nobody sits at a terminal. */
  keys?(): Keys | undefined;
  now(): Date;
}

export interface Output {
  write(text: string): void;
  /** Bytes as they are, for what is no text. */
  writeBytes?(bytes: Uint8Array): void;
  /**
   * Waits until all that was written has been taken, or the reader has gone. Without it, it is taken at
   * once.
   * @throws Failure when it cannot be written.
   */
  drained?(): Promise<'taken' | 'gone'>;
  readonly isTTY: boolean;
  /** Of the terminal, if it is one. */
  readonly columns: number | undefined;
}

/** @throws Failure when there is no folder to work in. */
export function processIo(): Io {
  return {
    cwd: cwdNow(),
    env: process.env,
    stdout: outputOf(process.stdout, 'standard output'),
    stderr: outputOf(process.stderr, 'standard error'),
    stdin: readStdin,
    keys: () => openKeys(process.stdin),
    now: () => new Date(),
  };
}

function cwdNow(): string {
  let cwd: string;
  try {
    cwd = process.cwd();
  } catch {
    throw new Failure('the current folder no longer exists. Change to another one.');
  }
  // Files would be looked for, and written, in another folder than this one.
  if (cwd.includes('\ufffd') && !isSamePlace('.', cwd))
    throw new Failure(`the name of the current folder is not in UTF-8 (${cwd}). Rename it.`);
  return cwd;
}

/** Exported for tests: any stream will do. */
export function outputOf(
  stream: NodeJS.WritableStream & { isTTY?: boolean; columns?: number },
  name: string,
): Output {
  let fault: NodeJS.ErrnoException | undefined;
  let last: Promise<void> = Promise.resolve();
  // Without a listener a fault would end the process with a stack trace.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    fault ??= error;
  });
  const write = (content: string | Uint8Array): void => {
    if (fault !== undefined) return;
    last = new Promise((done) => {
      stream.write(content, (error) => {
        fault ??= error ?? undefined;
        done();
      });
    });
  };
  return {
    write,
    writeBytes: write,
    async drained() {
      await last;
      if (fault === undefined) return 'taken';
      // Whoever reads us may stop early (`| head`): that is no fault of theirs or ours.
      if (GONE.has(fault.code ?? '')) return 'gone';
      throw new Failure(`the ${name} could not be written: ${reasonOf(fault)}.`);
    },
    isTTY: stream.isTTY === true,
    // A terminal that does not say how wide it is says 0.
    columns: stream.columns || undefined,
  };
}

const GONE: ReadonlySet<string> = new Set(['EPIPE', 'EOF', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return code === 'ENOSPC' ? 'the disk is full' : message;
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

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
