import { type Around, type Before, type Described, described } from './before.js';
import { countedAt, groupAt, sideAt } from './groups.js';
import { headAt } from './heads.js';
import type { Spoken, SpokenParagraph } from './model.js';
import { leaderAt, ownCountryAt } from './of-a-country.js';
import type { PageFacts } from './page-facts.js';
import { latterAt, pronounAt } from './pronouns.js';

/** Of how many that were spoken of before in a paragraph a description may mean one. */
const MEMORY = 200;

/** The descriptions in a paragraph: `he`, `both countries`, `the Agreement`; in order. */
export function describedIn(
  paragraph: SpokenParagraph,
  around: Around,
  facts: PageFacts,
): readonly Described[] {
  if (paragraph.scene.paragraph.form === 'heading') return [];
  const { tokens, know } = paragraph.scene;
  const found: Described[] = [];
  const named = [...paragraph.spoken].sort((a, b) => a.first - b.first);
  const covered = new Uint8Array(tokens.length);
  for (const { first, last } of named) covered.fill(1, first, last + 1);
  /** What stands before a word, in order. */
  const here: Spoken[] = [];
  let passed = 0;
  for (let word = 0; word < tokens.length; word += 1) {
    if (!know.has('pointing', tokens[word]?.lower ?? '')) continue;
    if (covered[word] === 1) continue;
    for (let one = named[passed]; one !== undefined && one.first < word; one = named[passed]) {
      here.push(one);
      passed += 1;
    }
    const recent = here.length > MEMORY ? here.slice(-MEMORY) : here;
    const one = describedAt(paragraph, word, { around, facts, here: recent });
    if (one === undefined) continue;
    const isInWay = ({ first, last }: Spoken): boolean =>
      first <= one.last && one.first <= last && !(first > one.first && last < one.last);
    if (named.slice(Math.max(0, passed - 4), passed + 8).some(isInWay)) continue;
    found.push(one);
    here.push(one);
    word = one.last;
  }
  return found;
}

function describedAt(
  paragraph: SpokenParagraph,
  word: number,
  before: Before,
): Described | undefined {
  const { tokens, know } = paragraph.scene;
  if (know.has('actingPronouns', tokens[word]?.lower ?? ''))
    return pronounAt(paragraph, word, before);
  return (
    byRegistry(paragraph, word, before) ??
    latterAt(paragraph, word, before) ??
    groupAt(paragraph, word, before) ??
    sideAt(paragraph, word, before) ??
    ownCountryAt(paragraph, word, before) ??
    countedAt(paragraph, word, before) ??
    leaderAt(paragraph, word, before) ??
    headAt(paragraph, word, before)
  );
}

/** `the provisional agreement`, of what is registered as `provisional agreement on a cease-fire`. */
function byRegistry(
  paragraph: SpokenParagraph,
  at: number,
  { facts }: Before,
): Described | undefined {
  const { tokens, know } = paragraph.scene;
  if (tokens[at + 1]?.gap !== '' || !know.has('definite', tokens[at]?.lower ?? ''))
    return undefined;
  const meant = facts.describedAt(tokens, at + 1);
  if (meant === undefined) return undefined;
  return described(
    paragraph,
    meant.kind,
    [at, at + meant.words],
    [meant.id],
    0.75,
    `“${facts.infoOf(meant.id)?.name}” is registered, and begins with these words.`,
  );
}
