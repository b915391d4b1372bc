import type { NameKind } from '../reading/knowledge.js';
import { isCommon, isSmallWord, runEnd, type Scene } from './scene.js';

interface Head {
  readonly at: number;
  readonly kind: NameKind;
}

/** The last noun of the run that says a kind; over `and`, where the words before it only describe. */
export function headIn(scene: Scene, at: number): Head | undefined {
  const { tokens } = scene;
  let end = runEnd(scene, at);
  if (tokens[at]?.number)
    end = Math.max(end, tokens[at + 1]?.number ? runEnd(scene, at + 2) : runEnd(scene, at + 1));
  const own = lastHead(scene, at, end);
  if (own !== undefined) return own;
  const middle = smallMiddle(scene, end);
  if (middle !== undefined) return middle;
  // `Trade and Economic Partnership Agreement`
  let from = end;
  let hasAnd = false;
  const known = scene.know.knownAt(tokens, at);
  const led = known?.kind === 'place' && !tokens[at + known.words.length - 1]?.possessive;
  // `Seychelles Conservation and Climate Trust`: a place first, then words that only describe.
  const plain = led && at + known.words.length <= end ? at + known.words.length : at;
  for (let joins = 0; joins < 3; joins += 1) {
    if (!describesOnly(scene, plain, from)) return undefined;
    const comma = tokens[from + 1]?.gap === ',';
    // `Peace and Security, Ambassador`: what is listed ends behind `and`.
    if (comma && hasAnd) return undefined;
    const and = tokens[from + 1];
    const next = comma && and?.lower !== 'and' ? from + 1 : from + 2;
    if (
      !comma &&
      !(and !== undefined && and.gap === '' && /^(?:and|&)$/.test(and.lower)) &&
      tokens[from + 1]?.gap !== '&'
    )
      return undefined;
    const start = tokens[from + 1]?.gap === '&' ? from + 1 : next;
    if (!tokens[start]?.capital) return undefined;
    if (scene.know.knownAt(tokens, start) && !isPlainWords(scene, at, start)) return undefined;
    // `Minister of State, Department for …`: what begins with its noun is another name.
    if (comma && beginsWithNoun(scene, start)) return undefined;
    const last = runEnd(scene, start);
    const found = lastHead(scene, start, last);
    hasAnd ||= !comma || and?.lower === 'and';
    if (found !== undefined)
      return hasAnd && (found.at > start || joins > 0 || found.kind === 'office')
        ? found
        : undefined;
    from = last;
  }
  return undefined;
}

/** `Peace and Security Council`: all that is known in it are common words, and a word for its kind follows. */
function isPlainWords(scene: Scene, first: number, known: number): boolean {
  const { tokens, know } = scene;
  const name = know.knownAt(tokens, known);
  if (name === undefined || name.kind !== 'org' || first !== known - 2) return false;
  const before = tokens[first];
  if (before === undefined || know.headOf(before.lower) !== undefined) return false;
  return name.words.every((_, index) => {
    const token = tokens[known + index];
    return token !== undefined && !token.acronym && isCommon(scene, token);
  });
}

function beginsWithNoun(scene: Scene, at: number): boolean {
  return (
    scene.know.headOf(scene.tokens[at]?.lower ?? '')?.has('org') === true &&
    /^(?:of|for)$/.test(scene.tokens[at + 1]?.lower ?? '')
  );
}

/** `Ouagadougou political Agreement`: one small word between a name and its noun. */
function smallMiddle(scene: Scene, end: number): Head | undefined {
  const { tokens } = scene;
  const [small, noun] = [tokens[end + 1], tokens[end + 2]];
  if (small === undefined || noun === undefined || small.capital || !noun.capital) return undefined;
  if (small.gap !== '' || noun.gap !== '' || scene.paragraph.begins[end + 2]) return undefined;
  if (isSmallWord(scene, small) || !/^[an]/.test(scene.know.partsOf(small.lower) ?? ''))
    return undefined;
  const kinds = scene.know.headOf(noun.lower);
  return kinds?.has('agreement') ? { at: end + 2, kind: 'agreement' } : undefined;
}

export function lastHead(scene: Scene, from: number, to: number): Head | undefined {
  const { tokens, know } = scene;
  for (let at = to; at >= from; at -= 1) {
    const token = tokens[at];
    if (token === undefined || !token.capital) continue;
    // `Secretary-General` is one word of two.
    const glued = tokens[at - 1];
    const whole =
      glued && token.gap === '-' && at > from ? `${glued.lower}-${token.lower}` : token.lower;
    const kinds = know.headOf(whole) ?? know.headOf(token.lower);
    if (isChiefExecutive(scene, at, from)) return { at, kind: 'office' };
    if (kinds === undefined) continue;
    if (at < to && (isPlainOffice(scene, at, to) || isGivenName(scene, at))) continue;
    if (at > from && isHolder(scene, at, kinds)) continue;
    return { at, kind: kindOf(scene, at, from, kinds) };
  }
  return undefined;
}

/** `CIA Director Bill Burns`: a noun that is somebody's first name. */
function isGivenName(scene: Scene, at: number): boolean {
  const [token, next] = [scene.tokens[at], scene.tokens[at + 1]];
  return (
    token !== undefined &&
    next !== undefined &&
    scene.know.has('firstNames', token.lower) &&
    scene.know.headOf(next.lower) === undefined &&
    (!isCommon(scene, next) ||
      scene.know.headOf(scene.tokens[at - 1]?.lower ?? '')?.has('office') === true)
  );
}

/** `Foreign Minister Park Jin`: a noun for places behind an office is who holds it. */
function isHolder({ tokens, know }: Scene, at: number, kinds: ReadonlySet<NameKind>): boolean {
  const before = tokens[at - 1];
  return (
    kinds.size === 1 &&
    kinds.has('place') &&
    before !== undefined &&
    !before.possessive &&
    tokens[at]?.gap === '' &&
    know.headOf(before.lower)?.has('office') === true
  );
}

function isChiefExecutive({ tokens }: Scene, at: number, from: number): boolean {
  return (
    at > from &&
    /^(?:executive|officer|whip|scientist|economist|negotiator)$/.test(tokens[at]?.lower ?? '') &&
    /^(?:chief|executive)$/.test(tokens[at - 1]?.lower ?? '')
  );
}

/** `General Electric`: a word for an office that only describes what follows. */
function isPlainOffice(scene: Scene, at: number, to: number): boolean {
  const { tokens, know } = scene;
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    at + 1 <= to &&
    know.has('officeModifiers', tokens[at]?.lower ?? '') &&
    isCommon(scene, next)
  );
}

function kindOf(scene: Scene, at: number, from: number, kinds: ReadonlySet<NameKind>): NameKind {
  const next = scene.tokens[at + 1]?.lower ?? '';
  const lower = scene.tokens[at]?.lower ?? '';
  if (lower === 'convention' && kinds.has('event'))
    return at > from &&
      next !== 'on' &&
      next !== 'for' &&
      next !== 'against' &&
      /national|party/.test(scene.tokens[at - 1]?.lower ?? '')
      ? 'event'
      : 'agreement';
  for (const kind of ['office', 'agreement', 'org', 'event', 'place'] as const)
    if (kinds.has(kind)) return kind;
  return 'org';
}

/** Whether a run only describes: common words, no name. */
export function describesOnly(scene: Scene, from: number, to: number): boolean {
  if (scene.know.knownAt(scene.tokens, from)) return false;
  for (let at = from; at <= to; at += 1) {
    const token = scene.tokens[at];
    if (token === undefined) return false;
    if (
      token.acronym
        ? !scene.know.has('notNames', token.lower) && !scene.know.has('notNames', token.text)
        : !isCommon(scene, token)
    )
      return false;
  }
  return true;
}
