import type { CheckFormat, FileByFile } from './lint-run.js';

/** A format whose report is what it writes of each file, one after the other, between a beginning and an end. */
export function fileByFile(
  name: string,
  summary: string,
  parts: FileByFile,
): CheckFormat & { readonly parts: FileByFile } {
  return {
    name,
    summary,
    parts,
    *write(run, display) {
      yield* parts.begin();
      for (const file of run.files) yield* parts.file(file, run, display);
      yield* parts.end(run, display);
    },
  };
}

export function* nothing(): Iterable<string> {}
