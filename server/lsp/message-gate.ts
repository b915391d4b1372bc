import {
  type DataCallback,
  type Disposable,
  Emitter,
  type Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
} from 'vscode-languageserver';
import { faultOfParams } from './request-params.js';

/** The two ends of a conversation, as the connection gets them. */
export interface Gate {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Whether the client has asked for the end. */
  isShutDown(): boolean;
}

export interface GateOptions {
  /** Lets everything that waits go first. */
  yieldTurn(): Promise<void>;
  /** Stops and goes on reading what the client sends, where that can be done. */
  readonly input?: { pause(): void; resume(): void } | undefined;
}

/** So many messages may wait for a client that does not read them, before no more of its questions are looked at. */
const MAX_UNREAD = 16;

/** While more questions than this are being answered, the next come one by one. */
const MAX_AT_ONCE = 64;

/** So many messages are kept for later; then the client has to wait with more. */
const MAX_KEPT = 20_000;

const INVALID_REQUEST = -32600;
const INVALID_PARAMS = -32602;
const NOT_INITIALIZED = -32002;

/**
 * Stands between a client and the connection. It holds to the life of a server as the protocol has it (before
 * `initialize` and after `shutdown` nothing is answered), refuses requests without what they need, and lets a client
 * that asks and does not read wait, as its answers would take all the memory.
 */
export function gateOf(inner: MessageReader, out: MessageWriter, options: GateOptions): Gate {
  let life: 'new' | 'running' | 'shut-down' = 'new';
  const flow = createFlow(options);
  const faults = new Emitter<Error>();
  inner.onError((error) => faults.fire(error));
  const writer: MessageWriter = {
    onError: out.onError,
    onClose: out.onClose,
    end: () => out.end(),
    dispose: () => out.dispose(),
    write: (message) => flow.writing(message, () => out.write(message)),
  };
  const refuse = ({ id }: RequestMessage, code: number, message: string): void => {
    const answer = { jsonrpc: '2.0', id, error: { code, message } } as Message;
    void writer.write(answer).catch(() => undefined);
  };
  /** The message as the connection is to get it; `undefined`: it is none of its business. */
  const admitted = (message: Message): Message | undefined => {
    if (!hasMethod(message)) return message;
    const { method } = message;
    if (!isRequest(message)) return life === 'running' || method === 'exit' ? message : undefined;
    const fault = faultOfRequest(message, life);
    if (fault !== undefined) {
      refuse(message, ...fault);
      return undefined;
    }
    if (method === 'shutdown') life = 'shut-down';
    if (method !== 'initialize') return message;
    life = 'running';
    return { ...message, params: initializeParams(message.params) } as Message;
  };
  const listen = (callback: DataCallback): Disposable =>
    inner.listen((message) =>
      flow.deliver(() => {
        // Each is answered, here or by the connection.
        if (hasMethod(message) && isRequest(message)) flow.asked();
        const passed = admitted(message);
        if (passed === undefined) return;
        try {
          callback(passed);
        } catch (error) {
          // It says so of some messages that are none; the next may be one.
          faults.fire(error as Error);
        }
      }),
    );
  return {
    reader: {
      onError: faults.event,
      onClose: inner.onClose,
      onPartialMessage: inner.onPartialMessage,
      dispose: () => inner.dispose(),
      listen,
    },
    writer,
    isShutDown: () => life === 'shut-down',
  };
}

function faultOfRequest(
  { method, params }: RequestMessage,
  life: 'new' | 'running' | 'shut-down',
): [code: number, message: string] | undefined {
  if (life === 'shut-down') return [INVALID_REQUEST, 'The server has been shut down.'];
  if (method === 'initialize') {
    return life === 'new' ? undefined : [INVALID_REQUEST, 'The server is initialized already.'];
  }
  if (life === 'new') return [NOT_INITIALIZED, "The first request must be 'initialize'."];
  const fault = faultOfParams(method, params);
  return fault === undefined ? undefined : [INVALID_PARAMS, fault];
}

interface Named extends Message {
  readonly method: string;
}

function hasMethod(message: Message): message is Named {
  const { method } = (message ?? {}) as { method?: unknown };
  return typeof method === 'string';
}

function isRequest(message: Named): message is Named & RequestMessage {
  const { id } = message as { id?: unknown };
  return typeof id === 'number' || typeof id === 'string';
}

/** A client that says nothing of itself gets the plainest answers; `null` says nothing. */
function initializeParams(params: unknown): object {
  const said = isObject(params) ? params : {};
  const { capabilities } = said as { capabilities?: unknown };
  return {
    processId: null,
    rootUri: null,
    ...said,
    capabilities: isObject(capabilities) ? withoutNull(capabilities) : {},
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How deep capabilities nest at most. */
const MAX_DEPTH = 20;

function withoutNull(value: object, depth = 0): object {
  const entries = Object.entries(value).filter(([, held]) => held !== null && held !== undefined);
  if (depth >= MAX_DEPTH) return {};
  return Object.fromEntries(
    entries.map(([key, held]) => [key, isObject(held) ? withoutNull(held, depth + 1) : held]),
  );
}

interface Flow {
  /** Hands a message on now, or in its turn. */
  deliver(hand: () => void): void;
  /** Told of each request, before it is refused or handed on. */
  asked(): void;
  writing(message: Message, write: () => Promise<void>): Promise<void>;
}

function createFlow({ yieldTurn, input }: GateOptions): Flow {
  /** In the order in which they came. */
  const kept = new Set<() => void>();
  let isPumping = false;
  let isPaused = false;
  let openRequests = 0;
  let unread = 0;
  let onRead: () => void = () => undefined;
  const pauseIfFull = (): void => {
    const isFull = kept.size > MAX_KEPT;
    if (isFull === isPaused) return;
    isPaused = isFull;
    if (isFull) input?.pause();
    else input?.resume();
  };
  const someRead = (): Promise<void> =>
    new Promise((resolve) => {
      onRead = resolve;
    });
  const pump = async (): Promise<void> => {
    isPumping = true;
    // Those that come meanwhile come last.
    for (const hand of kept) {
      while (unread > MAX_UNREAD) await someRead();
      kept.delete(hand);
      pauseIfFull();
      hand();
      if (openRequests > MAX_AT_ONCE || unread > MAX_UNREAD) await yieldTurn();
    }
    isPumping = false;
  };
  return {
    deliver(hand) {
      if (!isPumping && unread <= MAX_UNREAD && openRequests <= MAX_AT_ONCE) return hand();
      kept.add(hand);
      pauseIfFull();
      if (!isPumping) void pump();
    },
    asked() {
      openRequests += 1;
    },
    async writing(message, write) {
      unread += 1;
      if (isAnswer(message)) openRequests -= 1;
      try {
        await write();
      } finally {
        unread -= 1;
        if (unread <= MAX_UNREAD) onRead();
      }
    },
  };
}

function isAnswer(message: Message): boolean {
  return !hasMethod(message);
}
