import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { isThere, VERSION } from '../host/index.js';
import { clientPlatform, eitherPlatform } from './platform-client.js';
import { nodePlatform } from './platform-node.js';
import { serve } from './server.js';

declare const __dirname: string;

// The pages lie beside the bundle in the package and in the extension alike.
const pages = join(__dirname, '..', 'docs', 'rules');
const own = nodePlatform(isThere(pages) ? pages : undefined);
const connection = createConnection(ProposedFeatures.all);
// A client may refuse anything that it is asked; that is no reason to leave it alone with its briefs.
process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
serve(
  connection,
  (_, client) =>
    client.options.files === true ? eitherPlatform(own, clientPlatform(connection)) : own,
  VERSION,
);
