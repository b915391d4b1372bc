import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  Disposable,
  type Message,
} from 'vscode-languageserver/node';

/** No client needs so many bytes for the lines before a message, nor for a message. */
const MAX_HEADER_BYTES = 8 * 1024;
const MAX_BODY_BYTES = 256 * 1024 * 1024;

/**
 * Messages of a stream: the lines of a header, of which one says how many bytes follow, an empty line, JSON. One that
 * is no JSON is left out. A header that does not say where its message ends makes all that follows unreadable: then
 * `onLost` is told, once, instead of waiting for ever.
 */
export class FrameReader extends AbstractMessageReader {
  readonly #input: Readable;
  readonly #onLost: (reason: string) => void;
  #chunks: Buffer[] = [];
  #bytes = 0;
  /** Bytes of the message whose header has been read. */
  #awaited: number | undefined;

  constructor(input: Readable, onLost: (reason: string) => void) {
    super();
    this.#input = input;
    this.#onLost = onLost;
  }

  listen(callback: DataCallback): Disposable {
    const onData = (chunk: Buffer): void => this.#accept(chunk, callback);
    this.#input.on('data', onData);
    this.#input.on('error', (error) => this.fireError(error));
    this.#input.on('close', () => this.fireClose());
    return Disposable.create(() => this.#input.off('data', onData));
  }

  #accept(chunk: Buffer, callback: DataCallback): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    for (let body = this.#nextBody(); body !== undefined; body = this.#nextBody()) {
      const message = this.#parsed(body);
      if (message !== undefined) callback(message);
    }
  }

  #nextBody(): Buffer | undefined {
    this.#awaited ??= this.#nextLength();
    if (this.#awaited === undefined || this.#bytes < this.#awaited) return undefined;
    const body = this.#take(this.#awaited);
    this.#awaited = undefined;
    return body;
  }

  #nextLength(): number | undefined {
    const start = this.#peek(MAX_HEADER_BYTES).toString('latin1');
    const end = start.indexOf('\r\n\r\n');
    const header = end < 0 ? start : start.slice(0, end);
    const fault = faultOfHeader(header, end >= 0);
    if (fault !== undefined) {
      this.#input.removeAllListeners('data');
      this.#chunks = [];
      this.#bytes = 0;
      this.#onLost(fault);
      return undefined;
    }
    if (end < 0) return undefined;
    this.#take(end + 4);
    return lengthIn(header);
  }

  /** The first bytes that have come, not more than so many. */
  #peek(most: number): Buffer {
    const [first = Buffer.alloc(0)] = this.#chunks;
    if (first.length >= Math.min(most, this.#bytes)) return first.subarray(0, most);
    this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#peek(most);
  }

  #take(bytes: number): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    const rest = all?.subarray(bytes) ?? Buffer.alloc(0);
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#bytes = rest.length;
    return all?.subarray(0, bytes) ?? rest;
  }

  #parsed(body: Buffer): Message | undefined {
    try {
      return JSON.parse(body.toString('utf8')) as Message;
    } catch (error) {
      this.fireError(error);
      return undefined;
    }
  }
}

function lengthIn(header: string): number | undefined {
  const digits = /^content-length:[ \t]*(\d+)[ \t]*$/im.exec(header.replaceAll('\r\n', '\n'))?.[1];
  const length = digits === undefined ? undefined : Number(digits);
  return length !== undefined && length <= MAX_BODY_BYTES ? length : undefined;
}

/** Why the end of a message cannot be known; asked of half a header too, as the rest may never come. */
function faultOfHeader(header: string, isWhole: boolean): string | undefined {
  if (isWhole) {
    return lengthIn(header) === undefined
      ? 'its Content-Length is missing or no number'
      : undefined;
  }
  const lines = header.replaceAll('\r\n', '');
  const isHeader = header === '' || /^[A-Za-z]/.test(header);
  if (!isHeader || lines.includes('\n') || header.length >= MAX_HEADER_BYTES) {
    return 'it does not begin with a header';
  }
  return undefined;
}
