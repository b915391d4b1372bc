import type { Connection } from 'vscode-languageserver';
import type { Exclusion, FolderVisit, Host } from '../host/portable.js';
import type { Client } from './client.js';
import type { KeptFiles } from './kept/kept-workspace.js';

/** Where a workspace begins. Uris without a slash at the end. */
export interface RootPlace {
  readonly uri: string;
  /** The uri of its configuration, if it has one. */
  readonly config: string | undefined;
}

/** What the server needs of the machine it runs on. */
export interface Platform {
  /** The workspace that a folder belongs to, found as a check in that folder finds it. */
  rootOf(folder: string): Promise<RootPlace>;
  /** As {@link rootOf}, of a file that was opened alone; `undefined`: it lies where everything lies. */
  rootOfFile(uri: string): Promise<RootPlace | undefined>;
  /**
   * The files of a workspace.
   * @param skips whether a folder (a path below the root) that holds those names is left out
   */
  hostOf(root: RootPlace, skips: SkipsFolder): WorkspaceHost;
  /** Lets everything that waits go first: what the client has said since, above all. */
  yieldTurn(): Promise<void>;
  /** The address of the page about a rule, if there is one. */
  rulePage(rule: string): string | undefined;
}

/** Whether a folder is left out, see {@link FolderVisit}. */
export type SkipsFolder = FolderVisit['skips'];

export interface WorkspaceHost extends Host {
  /** What a listing would find there; `undefined`: nothing, or something that it leaves out. */
  typeOf(id: string): Promise<'file' | 'folder' | undefined>;
  /** How what lies there looks: another answer after each change. `undefined`: nothing, or nobody knows. */
  stampOf(id: string): Promise<string | undefined>;
  /** As {@link stampOf}, where it is certain that what lies there has not changed since; else `undefined`. */
  settledStampOf(id: string): Promise<string | undefined>;
  /** Where the workspace is kept from one session to the next; `undefined`: nowhere. */
  readonly kept?: KeptFiles;
  /** Why a listing would leave out what lies there; `undefined`: it would not. */
  exclusionOf(id: string): Exclusion | undefined;
}

/** Makes the platform once there is a client to ask for files. */
export type PlatformFor = (connection: Connection, client: Client) => Platform;
