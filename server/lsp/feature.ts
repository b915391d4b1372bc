import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Client } from './client.js';
import type { Session } from './session.js';

/**
 * One thing an editor can ask for: what the server says it can do, and how it answers. One object in
 * one file of `features/`; what is said comes from `core/features`.
 */
export interface Feature {
  readonly name: string;
  /** What `initialize` answers for it, given what the client can take. */
  capability(client: Client): ServerCapabilities;
  connect(connection: Connection, session: Session): void;
}
