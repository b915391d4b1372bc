import type { Disposable } from 'vscode';
import type { CommandContext } from '../commands/command.js';

/** A view in the side bar of Rapporteur. The manifest and the guide are made from these. */
export interface View {
  /** After `rapporteur.`. */
  readonly id: string;
  readonly name: string;
  /** Whether it is closed until somebody opens it; absent: it is open. */
  readonly visibility?: 'collapsed';
  /** What is there while the view is empty, in Markdown; the first one whose `when` is true. */
  readonly welcome: readonly { readonly words: string; readonly when: string }[];
  /** Keys of commands of VS Code in this view. */
  readonly keys?: readonly {
    readonly key: string;
    readonly command: string;
    readonly args?: object;
  }[];
  open(context: CommandContext): Disposable;
}
