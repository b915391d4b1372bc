import { LEVELS, RULES } from '../../core/index.js';
import { FORMAT_NAMES } from '../formats/check-formats.js';

/** What a shell may offer where a word is wanted. */
export type ValueChoices =
  | { readonly type: 'words'; readonly words: readonly Word[] }
  /** A word, then perhaps `=` and more. */
  | { readonly type: 'pairs'; readonly words: readonly Word[]; readonly after: ValueChoices }
  | { readonly type: 'files' }
  | { readonly type: 'folders' }
  | { readonly type: 'nothing' };

export interface Word {
  readonly word: string;
  readonly summary?: string;
}

const FILES: ValueChoices = { type: 'files' };
const FOLDERS: ValueChoices = { type: 'folders' };

const NAME_AND_FILE = 'name[=file]';

/** By what stands in the angle or square brackets of the syntax. */
const BY_NAME: ReadonlyMap<string, () => ValueChoices> = new Map<string, () => ValueChoices>([
  ['file', () => FILES],
  ['paths', () => FILES],
  ['reports', () => FILES],
  ['dir', () => FOLDERS],
  ['folder', () => FOLDERS],
  ['rule', () => ({ type: 'words', words: ruleWords() })],
  ['name=level', () => ({ type: 'pairs', words: ruleWords(), after: wordsOf(LEVELS) })],
  [NAME_AND_FILE, () => ({ type: 'pairs', words: formatWords(), after: FILES })],
]);

/** What may stand where an argument or the value of an option is written: `[paths...]`, `<file>`. */
export function valueChoicesOf(
  syntax: string,
  choices: readonly string[] | undefined,
): ValueChoices {
  const name = /[<[](.*?)(?:\.\.\.)?[\]>]$/.exec(syntax)?.[1]?.toLowerCase() ?? '';
  if (choices !== undefined && name !== NAME_AND_FILE) return wordsOf(choices);
  return BY_NAME.get(name)?.() ?? { type: 'nothing' };
}

function wordsOf(words: readonly string[]): ValueChoices {
  return { type: 'words', words: words.map((word) => ({ word })) };
}

function ruleWords(): readonly Word[] {
  return RULES.map(({ name, summary }) => ({ word: name, summary }));
}

function formatWords(): readonly Word[] {
  return FORMAT_NAMES.map((word) => ({ word }));
}
