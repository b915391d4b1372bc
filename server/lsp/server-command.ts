import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Session } from './session.js';

/** What a client sends may be anything. */
export type CommandParams = Readonly<Record<string, unknown>>;

/** Something that any editor can have done by `workspace/executeCommand`. */
export interface ServerCommand {
  readonly name: string;
  run(
    connection: Connection,
    session: Session,
    params: CommandParams,
    token: CancellationToken,
  ): Promise<unknown>;
}
