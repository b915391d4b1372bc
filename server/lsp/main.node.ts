import { connect } from 'node:net';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import {
  type ContentTypeEncoder,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { isThere, VERSION } from '../host/index.js';
import { FrameReader } from './frame-reader.js';
import { gateOf } from './message-gate.js';
import { messageJson } from './message-json.js';
import { clientPlatform, eitherPlatform } from './platform-client.js';
import { nodePlatform } from './platform-node.js';
import { serve } from './server.js';

declare const __dirname: string;

// The pages lie beside the bundle in the package and in the extension alike.
const pages = join(__dirname, '..', 'docs', 'rules');
const own = nodePlatform(isThere(pages) ? pages : undefined);
const yieldTurn = (): Promise<void> => setImmediate();
const { reader, writer, input } = transport(process.argv);
const gate = gateOf(reader, writer, { yieldTurn, input });
const connection = createConnection(ProposedFeatures.all, gate.reader, gate.writer);
// A client may refuse anything that it is asked; that is no reason to leave it alone with its briefs.
process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
serve(
  connection,
  (_, client) =>
    client.options.files === true ? eitherPlatform(own, clientPlatform(connection)) : own,
  VERSION,
);

interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** What can be told to stop for a while. */
  readonly input?: Readable;
}

/** How the client talks: as the arguments say that all language servers know. */
function transport(words: readonly string[]): Transport {
  if (words.includes('--node-ipc')) {
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  }
  const pipe = optionIn('--pipe', words);
  const port = Number(optionIn('--socket', words));
  if (pipe === undefined && !(port > 0)) return streamed(process.stdin, process.stdout);
  const socket = pipe === undefined ? connect(port, '127.0.0.1') : connect(pipe);
  return streamed(socket, socket);
}

/** The process ends with what it reads from. */
function streamed(input: Readable, output: Writable): Transport {
  const end = (): never => process.exit(gate.isShutDown() ? 0 : 1);
  input.on('end', end).on('close', end);
  const reader = new FrameReader(input, (reason) => {
    process.stderr.write(`rapporteur: what the editor sent cannot be read: ${reason}.\n`);
    process.exit(1);
  });
  const writer = new StreamMessageWriter(output, { contentTypeEncoder: ENCODER });
  return { reader, writer, input };
}

const ENCODER: ContentTypeEncoder = {
  name: 'application/json',
  encode: async (message) => Buffer.from(messageJson(message), 'utf8'),
};

/** `--pipe NAME`, `--pipe=NAME`. */
function optionIn(option: string, words: readonly string[]): string | undefined {
  const at = words.indexOf(option);
  const joined = words.find((word) => word.startsWith(`${option}=`));
  return at < 0 ? joined?.slice(option.length + 1) : words[at + 1];
}
