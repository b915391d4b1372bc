import { type FoundName, LIKELY, NO_NAMES, SURE } from './found.js';
import { describesOnly } from './heads.js';
import { knownAt } from './known-names.js';
import { foundName } from './make-name.js';
import { numberedInstrument } from './numbered-names.js';
import { plainName } from './plain-names.js';
import { isCommon, LONGEST_NAME, type Scene } from './scene.js';
import { nestedIn, type Structure, structureAt } from './structure.js';
import { officeHead, personBehind, rankedPerson, titledPerson } from './titles.js';

/**
 * The names in a paragraph as far as it tells them by itself: by what is known, by titles and offices, by nouns
 * that say what a name is of, as acronyms. In reading order, the outer before the inner.
 */
export function readNames(scene: Scene): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < scene.tokens.length; ) {
    const names = namesAt(scene, at);
    for (const name of names) found.push(name);
    at = Math.max(at + 1, ...names.map(({ last }) => last + 1));
  }
  return found;
}

function namesAt(scene: Scene, at: number, until = at + LONGEST_NAME): readonly FoundName[] {
  const token = scene.tokens[at];
  if (token === undefined) return NO_NAMES;
  if (!token.capital && !token.number) {
    const known = knownAt(scene, at);
    return known === undefined
      ? (smallGovernment(scene, at, until) ?? numberedInstrument(scene, at))
      : [known];
  }
  return (
    titledPerson(scene, at) ??
    rankedPerson(scene, at) ??
    ledByPlace(scene, at, until) ??
    structured(scene, at, until) ??
    pluralInstruments(scene, at) ??
    plainName(scene, at) ??
    NO_NAMES
  );
}

/** `Syrian government`, `India's Defence Minister`, `Turkey's U.N. ambassador`. */
function ledByPlace(scene: Scene, at: number, until: number): readonly FoundName[] | undefined {
  const { tokens, know } = scene;
  const place = know.knownAt(tokens, at);
  const demonym = know.demonymAt(tokens, at);
  const isPlace = place?.kind === 'place';
  if (!isPlace && demonym === undefined) return undefined;
  const count = Math.max(isPlace ? (place?.words.length ?? 0) : 0, demonym?.count ?? 0);
  const after = at + count;
  const next = tokens[after];
  if (next === undefined || next.gap !== '' || scene.paragraph.begins[after]) return undefined;
  const owner = tokens[after - 1];
  if (!owner?.possessive && know.has('governments', next.lower))
    return withNested(
      scene,
      foundName(scene, 'org', at, after, SURE, 'A government is called by its country.'),
      until,
    );
  const war = tokens[after + (next.lower === 'civil' ? 1 : 0)];
  if (!owner?.possessive && war?.lower === 'war' && war.gap === '')
    return withNested(
      scene,
      foundName(
        scene,
        'event',
        at,
        after + (next.lower === 'civil' ? 1 : 0),
        LIKELY,
        'A war is called by its country.',
      ),
      until,
    );
  const head = officeHead(scene, after);
  if (head === undefined) return undefined;
  // `Jordan's King Abdullah`: the rank belongs to the name.
  if (owner?.possessive && head === after && rankedPerson(scene, head)?.[0]?.first === head)
    return undefined;
  if (!owner?.possessive && tokens[head]?.capital) return undefined;
  // `the Norwegian minister` describes somebody.
  if (head === after && !owner?.possessive && personBehind(scene, head).length === 0)
    return undefined;
  const office = foundName(scene, 'office', at, head, SURE, 'An office is called by its country.');
  return [...withNested(scene, office, until), ...personBehind(scene, head)];
}

/** `Resolutions 242 and 338` */
function pluralInstruments(scene: Scene, at: number): readonly FoundName[] | undefined {
  const found = scene.tokens[at]?.lower.endsWith('s') ? numberedInstrument(scene, at) : NO_NAMES;
  return found.length > 0 ? found : undefined;
}

/** `the government of Israel` */
function smallGovernment(
  scene: Scene,
  at: number,
  until: number,
): readonly FoundName[] | undefined {
  const { tokens, know } = scene;
  if (tokens[at + 1]?.lower !== 'of' || !know.has('smallGovernments', tokens[at]?.lower ?? ''))
    return undefined;
  const place = at + (tokens[at + 2]?.lower === 'the' ? 3 : 2);
  const known = know.knownAt(tokens, place);
  if (known?.iso === undefined || tokens[at + 1]?.gap !== '' || tokens[place]?.gap !== '')
    return undefined;
  const last = place + known.words.length - 1;
  const outer = foundName(scene, 'org', at, last, SURE, 'A government is called by its country.');
  const inner = knownAt(scene, place);
  return last > until || inner === undefined ? undefined : [outer, inner];
}

function structured(scene: Scene, at: number, until: number): readonly FoundName[] | undefined {
  const structure = structureAt(scene, at, until);
  if (structure === undefined) return undefined;
  const known = knownAt(scene, at);
  if (known !== undefined && known.last >= structure.last) return undefined;
  if (structure.kind === 'office') return officeAndHolder(scene, structure, until);
  const kind =
    structure.kind === 'place' && !isPlaceName(scene, structure) ? undefined : structure.kind;
  if (kind === undefined) return undefined;
  return withNested(scene, ofStructure(scene, structure), until, structure);
}

/** A noun for places makes one with a name, or in a country's own: `Republic of Korea`, `Aral Sea`. */
function isPlaceName(scene: Scene, { first, head, last }: Structure): boolean {
  if (last > head) return true;
  for (let at = first; at < head; at += 1) {
    const token = scene.tokens[at];
    if (token !== undefined && !isCommon(scene, token)) return true;
  }
  return false;
}

function ofStructure(
  scene: Scene,
  { kind, first, last, end, confidence, reason }: Structure,
): FoundName {
  return { ...foundName(scene, kind, first, last, confidence, reason), end };
}

/** `Federal Councillor` Guy Parmelin; a rank belongs to a surname alone: `Minister Goyal`. */
function officeAndHolder(scene: Scene, structure: Structure, until: number): readonly FoundName[] {
  const { tokens, know } = scene;
  const { first, head, last } = structure;
  const holder = personBehind(scene, last);
  const person = holder[0];
  const isRank =
    last === head &&
    (first === head || /^(?:prime|vice|deputy)$/.test(tokens[first]?.lower ?? '')) &&
    head - first <= 1 &&
    know.has('ranks', tokens[first]?.lower ?? '');
  if (person !== undefined && isRank) {
    const capitals = tokens
      .slice(person.first, person.last + 1)
      .filter(({ capital }) => capital).length;
    if (capitals === 1 || know.has('crowned', tokens[first]?.lower ?? ''))
      return [
        {
          ...foundName(
            scene,
            'person',
            first,
            person.last,
            SURE + 0.1,
            `“${tokens[head]?.text}” comes before a name.`,
          ),
        },
      ];
  }
  const office = ofStructure(
    scene,
    person === undefined ? structure : { ...structure, confidence: SURE },
  );
  return [...withNested(scene, office, until, structure), ...holder];
}

/** What stands in a name and names another thing. */
function withNested(
  scene: Scene,
  outer: FoundName,
  until: number,
  structure?: Structure,
): readonly FoundName[] {
  const parts: Structure = structure ?? {
    kind: outer.kind,
    first: outer.first,
    head: outer.last,
    last: outer.last,
    end: outer.end,
    confidence: 0,
    reason: '',
    parts: [outer.first, outer.first + 1, outer.first + 2],
  };
  const inner = nestedIn(parts, (at, isPart) => {
    const known = knownAt(scene, at);
    if (at === outer.first)
      return known !== undefined && namesAnother(known, outer) ? [known] : NO_NAMES;
    if (isPart)
      return structure === undefined
        ? namesAt(scene, at, until).filter(({ kind }) => kind !== outer.kind)
        : namesAt(scene, at, until);
    const isBeside = known?.kind === 'org' && scene.tokens[at]?.gap === '-';
    return known !== undefined && (known.kind === 'place' || isBeside) ? [known] : NO_NAMES;
  });
  const others = inner.filter(({ start, end }) => start >= outer.start && end <= outer.end);
  // `Kingdom of Cambodia` is Cambodia.
  const same = outer.kind === 'place' && isState(scene, structure) ? others[0] : undefined;
  if (same?.iso !== undefined && same.last === outer.last)
    return [{ ...outer, full: same.full ?? '', iso: same.iso }];
  return [outer, ...others.filter((one) => !isPlainPart(scene, outer, one))];
}

function isState({ tokens, know }: Scene, structure: Structure | undefined): boolean {
  return structure !== undefined && know.has('states', tokens[structure.head]?.lower ?? '');
}

/** `Convention on the` Law of the Sea: an instrument inside one whose words only describe. */
function isPlainPart(scene: Scene, outer: FoundName, one: FoundName): boolean {
  return (
    outer.kind === 'agreement' &&
    one.kind === 'agreement' &&
    describesOnly(scene, one.first, one.last)
  );
}

/** `UN` in `UN General Assembly` and `Volvo` in `Volvo Group` are no mentions of their own. */
function namesAnother({ first, last, kind }: FoundName, outer: FoundName): boolean {
  return kind === 'place' || (kind === 'org' && (first < last || outer.kind !== 'org'));
}
