import { english } from './english/english.js';
import { french } from './french/french.js';
import type { Language, Languages } from './language.js';

/** The languages that briefs are read in. The first is read where a brief names no other. */
export const LANGUAGES: Languages = [english, french];

/**
 * The language that a tag of BCP 47 names, by its primary subtag, in any case: `fr`, `fr-CA`, `FR`. For
 * any other words, and for none, it is the first.
 */
export function languageOf(languages: Languages, tag: string | undefined): Language {
  const primary = /^([a-z]{2,8})(?:[-_][a-z0-9]{1,8})*$/i
    .exec(tag?.trim() ?? '')?.[1]
    ?.toLowerCase();
  return languages.find((language) => language.tag === primary) ?? languages[0];
}
