import type { Attribute } from '../../brief/index.js';
import { joined, type Line, linked } from './rich-text.js';

/** A public register: what a number in it looks like, and where its entry can be read. */
interface Register {
  readonly title: string;
  readonly pattern: RegExp;
  url(value: string): string;
}

/** By the short name under `identifiers`. Addresses are made, never asked for. */
const REGISTERS: ReadonlyMap<string, Register> = new Map([
  ['wikidata', at('Wikidata', /^[QPL]\d+$/, 'https://www.wikidata.org/wiki/')],
  [
    'iso',
    {
      title: 'ISO',
      pattern: /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/,
      // The register lists the parts of a country on the page of the country.
      url: (value) => `https://www.iso.org/obp/ui/#iso:code:3166:${value.slice(0, 2)}`,
    },
  ],
  ['lei', at('LEI', /^[A-Z0-9]{18}\d{2}$/, 'https://search.gleif.org/#/record/')],
  ['orcid', at('ORCID', /^(?:\d{4}-){3}\d{3}[\dX]$/, 'https://orcid.org/')],
  ['isni', at('ISNI', /^(?:\d{4} ?){3}\d{3}[\dX]$/, 'https://isni.org/isni/')],
  ['viaf', at('VIAF', /^\d+$/, 'https://viaf.org/viaf/')],
  ['gnd', at('GND', /^[\dX-]+$/, 'https://d-nb.info/gnd/')],
  ['lccn', at('LCCN', /^[a-z]*\d+$/, 'https://id.loc.gov/authorities/')],
  ['ror', at('ROR', /^0[a-z0-9]{8}$/, 'https://ror.org/')],
  ['geonames', at('GeoNames', /^\d+$/, 'https://www.geonames.org/')],
  ['doi', at('DOI', /^10\.\d+\/\S+$/, 'https://doi.org/')],
  ['cik', at('SEC CIK', /^\d{1,10}$/, 'https://www.sec.gov/edgar/browse/?CIK=')],
  [
    'opencorporates',
    at('OpenCorporates', /^[a-z_]+\/\w+$/, 'https://opencorporates.com/companies/'),
  ],
]);

function at(title: string, pattern: RegExp, address: string): Register {
  return { title, pattern, url: (value) => `${address}${value.replaceAll(' ', '')}` };
}

/** `Wikidata Q668 · ISO IN`, each a link where its register is known and the number looks like one. */
export function identifierLine(attributes: readonly Attribute[]): Line {
  return joined(
    numbersOf(attributes)
      .slice(0, MAX_IDENTIFIERS)
      .map(([name, value]) => identifier(name, value)),
  );
}

const MAX_IDENTIFIERS = 6;

function identifier(name: string, value: string): ReturnType<typeof linked> {
  const register = REGISTERS.get(name);
  if (register === undefined) return `${name} ${value}`;
  const url = register.pattern.test(value) ? register.url(value) : undefined;
  return linked(`${register.title} ${value}`, url);
}

/** Of `identifiers`, and a place's own `iso`; each once. */
function numbersOf(attributes: readonly Attribute[]): readonly (readonly [string, string])[] {
  const numbers = new Map<string, string>();
  for (const { name, value } of attributes) {
    if (name === 'iso' && value.type === 'scalar') numbers.set('iso', value.text.trim());
    if (name !== 'identifiers' || value.type !== 'mapping') continue;
    for (const { key, value: held } of value.entries) {
      if (held.type === 'scalar') numbers.set(key.text.toLowerCase(), held.text.trim());
    }
  }
  return [...numbers].filter(([, value]) => value !== '');
}
