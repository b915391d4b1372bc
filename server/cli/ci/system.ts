/** One platform that can run the check on every change. */
export interface CiSystem {
  readonly name: string;
  readonly summary: string;
  /** From the top of the repository. */
  readonly path: string;
  /** The whole file, for a repository that has none at `path`. */
  text(setup: Setup): string;
  /** What to do where there is one already, in words; `other` is where the text was written then. */
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

/** As a value in YAML, which takes any text of one line in double quotes. */
export function yamlText(text: string): string {
  const isPlain = /^[a-z/][\w./-]*$/i.test(text) && !NO_TEXT.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** What YAML takes for something else. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
