/** One platform that can run the check on every change. */
export interface CiSystem {
  readonly name: string;
  readonly summary: string;
  /** Its page of the guide: `docs/ci/PAGE.md`. */
  readonly page: string;
  /** From the top of the repository. */
  readonly path: string;
  /** The whole file, for a repository that has none at `path`. */
  text(setup: Setup): string;
  /** Where the text goes if there is one already, and what to do then. */
  readonly beside?: { readonly path: string; readonly next: string };
  /** What the person has to do once, besides the commit. */
  readonly once?: string;
}

/** What the files for a platform depend on. */
export interface Setup {
  /** Of the npm package. */
  readonly version: string;
  /** The workspace, from the top of the repository, with `/`; empty: it is the top. */
  readonly folder: string;
  /** The branch whose pushes are checked. */
  readonly branch: string;
}

/** The check as a line of a shell. */
export function checkLine(setup: Pick<Setup, 'version'>, options: readonly string[]): string {
  return ['npx', '--yes', `rapporteur@${setup.version}`, 'check', ...options].join(' ');
}

/** A text as one word of a shell, and of what splits lines as a shell does. */
export function shellWord(text: string): string {
  return /^[\w./@+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
