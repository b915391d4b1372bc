import { stableKey } from './stable-key.js';

/** A name of a file for each path, of ASCII letters, digits and `-`: none twice, in small letters neither. */
export function fileNames(paths: readonly string[], extension: string): readonly string[] {
  const used = new Set<string>();
  return paths.map((path) => {
    let free = nameOf(path);
    for (let more = path; used.has(free.toLowerCase()); more += path)
      free = `${nameOf(path)}-${stableKey(more).slice(0, 8)}`;
    used.add(free.toLowerCase());
    return `${free}.${extension}`;
  });
}

/** Windows keeps some names for devices. */
function nameOf(path: string): string {
  const words = path
    .replace(/\.[^./]*$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const isTaken = /^(?:|con|prn|aux|nul|com\d|lpt\d)$/i.test(words);
  if (isTaken || words.length > MAX_NAME)
    return `${words.slice(0, MAX_NAME)}-${stableKey(path).slice(0, 8)}`.replace(/^-/, '');
  return words;
}

const MAX_NAME = 100;
