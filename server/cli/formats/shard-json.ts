import type { CheckedFile, LintRun } from './lint-run.js';

/** What of a run is said once, and what of each file: all that `rapporteur merge` needs. */
export type ShardJson = Omit<LintRun, 'quiet' | 'silenced'> & {
  readonly shard: NonNullable<LintRun['shard']>;
};

/** The property `shard` of a JSON report, a file at a time. */
export function* writeShard(run: LintRun): Iterable<string> {
  const { files, quiet: _, silenced: __, ...rest } = run;
  yield `,\n  "shard": ${ascii(rest).slice(0, -1)},"files":[`;
  for (const [index, file] of files.entries())
    yield `${index === 0 ? '' : ','}\n    ${asJson(file)}`;
  yield ']}';
}

function asJson({ text: _, ...file }: CheckedFile): string {
  return ascii(file);
}

/**
 * Every character as it is, halves of characters too: what is read back must be what was written. Only
 * ASCII, and nothing that a CI log would obey (see json-text.ts).
 */
function ascii(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[\u007f-\uffff]/g, numbered)
    .replaceAll('##', '#\\u0023');
}

function numbered(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
