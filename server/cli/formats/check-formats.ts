import type { CheckFormat } from './lint-run.js';

/** The ways to write a check's report, by name, each read when it is asked for; the first is what is written unasked. */
const FORMATS: Readonly<Record<string, () => Promise<CheckFormat>>> = {
  text: async () => (await import('./check-text.js')).checkText,
  compact: async () => (await import('./check-compact.js')).checkCompact,
  json: async () => (await import('./check-json.js')).checkJson,
  jsonl: async () => (await import('./check-jsonl.js')).checkJsonl,
  sarif: async () => (await import('./check-sarif.js')).checkSarif,
  github: async () => (await import('./check-github.js')).checkGithub,
  gitlab: async () => (await import('./check-gitlab.js')).checkGitlab,
  azure: async () => (await import('./check-azure.js')).checkAzure,
  junit: async () => (await import('./check-junit.js')).checkJunit,
  checkstyle: async () => (await import('./check-checkstyle.js')).checkCheckstyle,
  rdjson: async () => (await import('./check-rdjson.js')).checkRdjson,
  tap: async () => (await import('./check-tap.js')).checkTap,
  markdown: async () => (await import('./check-markdown.js')).checkMarkdown,
};

/** In the order of the help. */
export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS);

/** What is written to the standard output unless something else is asked for. */
export const DEFAULT_FORMAT = 'text';

/** The format of a name; `undefined`: there is none. */
export async function loadFormat(name: string): Promise<CheckFormat | undefined> {
  return Object.hasOwn(FORMATS, name) ? FORMATS[name]?.() : undefined;
}

/** All of them: for tables and tests, which need more than their names. */
export async function loadFormats(): Promise<readonly CheckFormat[]> {
  return Promise.all(Object.values(FORMATS).map((load) => load()));
}
