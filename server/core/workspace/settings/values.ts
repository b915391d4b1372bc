import type { Entry, Mapping, Value } from '../../parse/index.js';
import { slipsBetween, type Written } from '../../text/index.js';
import { globFault } from './globs.js';
import type { Report, SettingsFault } from './setting.js';

/** A report that appends to `faults`. */
export function reportInto(faults: SettingsFault[]): Report {
  return (span, message) => {
    faults.push({ span, message, severity: 'error' });
  };
}

/** The entries of a mapping; a value of another shape is reported. An empty value is an empty mapping. */
export function entriesOf(value: Value, wanted: string, report: Report): readonly Entry[] {
  if (value.type === 'mapping') return firstOfEach(value);
  if (!isEmpty(value)) report(value.span, wanted);
  return [];
}

/** A key given twice is a fault of the YAML; here the first counts. */
function firstOfEach(mapping: Mapping): readonly Entry[] {
  const first = new Map<string, Entry>();
  for (const entry of mapping.entries) {
    if (!first.has(entry.key.text)) first.set(entry.key.text, entry);
  }
  return [...first.values()];
}

/** One word or several; anything nested is reported. */
export function wordsOf(value: Value, wanted: string, report: Report): readonly Written[] {
  if (value.type === 'scalar') return isEmpty(value) ? [] : [value];
  if (value.type === 'mapping') {
    report(value.span, wanted);
    return [];
  }
  return value.items.flatMap((item) => {
    if (item.type === 'scalar') return [item];
    report(item.span, wanted);
    return [];
  });
}

/** One word; anything else is reported. */
export function wordOf(value: Value, wanted: string, report: Report): Written | undefined {
  if (value.type === 'scalar' && !isEmpty(value)) return value;
  report(value.span, wanted);
  return undefined;
}

/** One glob or several; what cannot be used is reported and left out. */
export function globsOf(value: Value, report: Report): readonly string[] {
  const globs = wordsOf(value, 'Write a list of paths, such as [briefs/**/*.md].', report);
  return globs.flatMap(({ text, span }) => {
    const fault = globFault(text);
    if (fault === undefined) return [text];
    report(span, fault);
    return [];
  });
}

/** The path of one file below the folder of the configuration. */
export function pathOf(value: Value, example: string, report: Report): string | undefined {
  const wanted = `Write the path of a file, such as ${example}.`;
  const word = wordOf(value, wanted, report);
  if (word === undefined) return undefined;
  const fault = pathFault(word.text, wanted);
  if (fault === undefined) return word.text.replace(/^(?:\.\/+)+/, '');
  report(word.span, fault);
  return undefined;
}

function pathFault(path: string, wanted: string): string | undefined {
  if (path.includes('\\')) {
    return `'${path}' has a backslash. Write paths with '/' on every system: ${path.replaceAll('\\', '/')}`;
  }
  if (/^(?:\/|~|[a-z]:)/i.test(path)) {
    return `'${path}' is a path on one machine only. Write the path from the folder of this file.`;
  }
  if (path.split('/').includes('..')) {
    return `'${path}' leads out of the folder of this file. Only files below that folder can be named.`;
  }
  return /(?:^|\/)\.?$/.test(path) ? `'${path}' is a folder. ${wanted}` : undefined;
}

/**
 * One of a few words; another is reported, with the nearest of them.
 * @param synonyms what other tools call them, in small letters
 */
export function choiceOf<T extends string>(
  value: Value,
  choices: readonly T[],
  what: string,
  report: Report,
  synonyms: ReadonlyMap<string, T> = new Map(),
): T | undefined {
  const wanted = `${what} is one of ${listed(choices)}.`;
  const word = wordOf(value, wanted, report);
  if (word === undefined) return undefined;
  const choice = choices.find((each) => each === word.text);
  if (choice === undefined) {
    const meant = synonyms.get(word.text.toLowerCase());
    const near = meant === undefined ? didYouMean(word.text, choices) : `Did you mean '${meant}'?`;
    report(word.span, `'${word.text}' is not known here. ${near ?? wanted}`);
  }
  return choice;
}

/** `Did you mean 'briefs'?`, when one word is near enough to be meant. */
export function didYouMean(word: string, words: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  // A word of any length is compared with every candidate, so an absurd one is not.
  if (lower.length > 100) return undefined;
  const most = lower.length < 4 ? 1 : Math.max(2, Math.floor(lower.length / 3));
  let [nearest, best] = ['', most + 1];
  for (const candidate of words) {
    const apart = apartness(lower, candidate.toLowerCase(), most);
    if (apart < best) [nearest, best] = [candidate, apart];
  }
  return nearest === '' ? undefined : `Did you mean '${nearest}'?`;
}

/** In letters; a word cut short (`warn`) is as near as one wrong letter. */
function apartness(word: string, candidate: string, most: number): number {
  const cut = word.length >= 3 && candidate.startsWith(word) && candidate !== word;
  return cut ? 1 : slipsBetween(word, candidate, most);
}

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function isEmpty(value: Value): boolean {
  return (
    value.type === 'scalar' && (value.text === '' || value.text === '~' || value.text === 'null')
  );
}
