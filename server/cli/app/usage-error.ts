import { nearestWord } from '../../core/index.js';
import { escapeLines } from '../terminal/escape-controls.js';

/** What Commander says of a command line, in the words that all of our messages have. */
export function usageErrorInWords(said: string): string {
  const words = escapeLines(said.replace(/^error: /, ''));
  for (const [form, inOurs] of FORMS) {
    const found = form.exec(words);
    if (found !== null)
      return `rapporteur: ${inOurs(found.slice(1))}${words.slice(found[0].length)}`;
  }
  return `rapporteur: ${words}`;
}

type InOurs = (parts: readonly string[]) => string;

const FORMS: readonly (readonly [form: RegExp, inOurs: InOurs])[] = [
  [
    /^option '(\S+) ([^']+)' argument missing/,
    ([name, value]) => `${name} needs a value. Write ${name} ${value}.`,
  ],
  [
    /^option '(?:-\w, )?(\S+)[^']*' argument '([\s\S]*)' is invalid\. Allowed choices are ([^\n]*)\.(?=\n|$)/,
    ([name, word = '', choices = '']) => `${name}: ${unknown(word, choices)}`,
  ],
  [
    /^command-argument value '([\s\S]*)' is invalid for argument '[^']*'\. Allowed choices are ([^\n]*)\.(?=\n|$)/,
    ([word = '', choices = '']) => unknown(word, choices),
  ],
  [/^missing required argument '([^']+)'/, ([name]) => `<${name}> is missing.`],
];

function unknown(word: string, choices: string): string {
  const near = nearestWord(word, choices.split(', '));
  const next = near === undefined ? `Write one of ${choices}.` : `Did you mean '${near}'?`;
  return `'${word}' is not known here. ${next}`;
}
