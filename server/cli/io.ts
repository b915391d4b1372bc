/** What a run of the command line touches besides files, so that tests can stand in for it. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of the standard input. */
  stdin(): Promise<Uint8Array>;
  now(): Date;
}

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Of the terminal, if it is one. */
  readonly columns: number | undefined;
}

export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    stdin: readStdin,
    now: () => new Date(),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  // Whoever reads us may stop early (`| head`): that is no fault of theirs or ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
