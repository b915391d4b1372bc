import type { Language } from '../../../language/index.js';
import { COUNTRY_NAMES } from '../../../language/lexicon/index.js';
import { addCountries, NameTable } from '../reading/knowledge.js';
import type { Token } from '../reading/tokens.js';
import { type FoundName, SURE } from './found.js';

/** Finds the names of countries in a language, by its tag; the table of each language is made once. */
export function countryFinder(): ({
  tag,
  names,
}: Language) => (tokens: readonly Token[]) => readonly FoundName[] {
  const tables = new Map<string, NameTable>();
  return ({ tag, names }) => {
    const table = tables.get(tag) ?? new NameTable(new Set(names.elisions));
    if (!tables.has(tag)) {
      addCountries(table, COUNTRY_NAMES.find(([language]) => language === tag)?.[1]);
      tables.set(tag, table);
    }
    return (tokens) => countriesIn(table, tokens);
  };
}

function countriesIn(table: NameTable, tokens: readonly Token[]): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const known = table.longestAt(tokens, at);
    const first = tokens[at];
    if (known === undefined || first === undefined) continue;
    const last = at + known.words.length - 1;
    found.push({
      kind: 'place',
      first: at,
      last,
      start: first.start,
      end: tokens[last]?.end ?? first.end,
      confidence: SURE + 0.1,
      reason: `“${known.full}” is known as a country.`,
      full: known.full,
      ...(known.iso === undefined ? {} : { iso: known.iso }),
    });
    at = last;
  }
  return found;
}
