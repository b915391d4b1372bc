import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { VERSION } from '../host/portable.js';
import { clientPlatform } from './platform-client.js';
import { serve } from './server.js';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const reader = new BrowserMessageReader(self);
const writer = new BrowserMessageWriter(self);
serve(
  createConnection(ProposedFeatures.all, reader, writer),
  (connection) => ({
    ...clientPlatform(connection),
    yieldTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
    rulePage: () => undefined,
  }),
  VERSION,
);
