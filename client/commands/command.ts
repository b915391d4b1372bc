import type { LogOutputChannel, Uri } from 'vscode';
import type { Lists } from '../lists/lists.js';
import type { Reading } from '../marks/reading.js';
import type { Panel } from '../panel/panel.js';
import type { Server } from '../server.js';
import type { Review } from '../suggestions/review.js';

/** Something a person can ask for by name. The manifest and the guide are made from these. */
export interface Command {
  /** After `rapporteur.`. */
  readonly id: string;
  /** In the Command Palette, after `Rapporteur: `. */
  readonly title: string;
  /** For the guide: what it does, in a sentence or two. */
  readonly summary: string;
  /** When it can be used; else it is not offered. A `when` clause of VS Code. */
  readonly enablement?: string;
  readonly key?: { readonly key: string; readonly mac: string; readonly when: string };
  /** Of a command whose keys differ by where the focus is. */
  readonly moreKeys?: readonly NonNullable<Command['key']>[];
  /** One of VS Code's product icons, by its id, where a menu shows it as a button. */
  readonly icon?: string;
  /**
   * Also in the menu of a right click, under Rapporteur: in the editor, or on a file; as a button above the editor or a
   * view, or on a row of a view.
   */
  readonly menus?: readonly {
    readonly on: 'editor' | 'file' | 'editorTitle' | 'viewTitle' | 'viewMenu' | 'row' | 'rowMenu';
    readonly when: string;
  }[];
  /** Done to a row of a view, which is its argument: it is not in the Command Palette. */
  readonly ofRow?: true;
  run(context: CommandContext, argument?: unknown): Promise<void>;
}

/** What commands work with. */
export interface CommandContext {
  readonly log: LogOutputChannel;
  readonly server: Server;
  /** What is suggested for a brief, as somebody goes through it. */
  readonly review: Review;
  /** What the side bar lists of the workspace. */
  readonly lists: Lists;
  readonly reading: Reading;
  readonly panel: Panel;
  /** Where the extension is, and where it may keep something. */
  readonly folders: { readonly extension: Uri; readonly storage: Uri };
}

/**
 * Whether it was chosen on a row that VS Code can no longer name, since the rows are made anew: then it is done to none, and never
 * to the one that was selected before. A row sends two arguments, a key at most one.
 */
export function isOfLostRow({ menus = [] }: Command, sent: readonly unknown[]): boolean {
  const isOnRows = menus.some(({ on }) => on === 'row' || on === 'rowMenu');
  return isOnRows && sent.length > 1 && (sent[0] ?? undefined) === undefined;
}
