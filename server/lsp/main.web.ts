import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { VERSION } from '../host/portable.js';
import { gateOf } from './message-gate.js';
import { clientPlatform } from './platform-client.js';
import { serve } from './server.js';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const reader = new BrowserMessageReader(self);
const writer = new BrowserMessageWriter(self);
const yieldTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const gate = gateOf(reader, writer, { yieldTurn });
serve(
  createConnection(ProposedFeatures.all, gate.reader, gate.writer),
  (connection) => ({
    ...clientPlatform(connection),
    yieldTurn,
    rulePage: () => undefined,
  }),
  VERSION,
);
