import { globText } from '../glob-text.js';

/**
 * Globs for the folders that hold these briefs (paths with `/`), so that a brief counts as one before
 * it has its first tag. None where a brief lies at the top: beside it lie other files, such as a README,
 * and the tags tell them apart.
 */
export function briefGlobs(briefs: readonly string[]): readonly string[] {
  const folders = new Set(briefs.map((brief) => brief.split('/').slice(0, -1)[0]));
  if (folders.has(undefined)) return [];
  return [...folders].sort().map((folder) => `${globText(folder ?? '')}/**/*.md`);
}
