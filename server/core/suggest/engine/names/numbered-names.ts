import { type FoundName, NO_NAMES, SURE } from './found.js';
import { foundName } from './make-name.js';
import { isNext, type Scene } from './scene.js';

/** `resolution 1739 (2007)` with a small letter; `Security Council resolution 2231`. */
export function numberedInstrument(scene: Scene, at: number): readonly FoundName[] {
  const { tokens, paragraph } = scene;
  const word = tokens[at];
  const number = tokens[at + 1];
  if (word === undefined || number === undefined || !number.number || number.gap !== '')
    return NO_NAMES;
  if (
    !/^(?:resolution|directive|regulation|decree|protocol|decision)$/.test(word.lower) ||
    paragraph.begins[at + 1]
  )
    return NO_NAMES;
  if (!/^\d{2,}/.test(number.text) && !/^[/]/.test(paragraph.text.slice(number.end)))
    return NO_NAMES;
  const tail =
    /^(?:[/-][\p{L}\p{N}]+)*(?:\s?\((?:19|20)\d\d\))?/u.exec(
      paragraph.text.slice(number.end),
    )?.[0] ?? '';
  const end = number.end + tail.length;
  let last = at + 1;
  while ((tokens[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= end) last += 1;
  return [
    {
      ...foundName(scene, 'agreement', at, last, SURE, `A ${word.lower} is called by its number.`),
      end,
    },
  ];
}

/** `Security Council` resolution 1739 (2007) is one name, and the Council another. */
export function withResolution(scene: Scene, known: FoundName): readonly FoundName[] {
  const [resolution] = numberedInstrument(scene, known.last + 1);
  if (resolution === undefined || known.kind !== 'org' || !isNext(scene, known.last + 1))
    return [known];
  return [{ ...resolution, first: known.first, start: known.start }, known];
}

/** `COP26`, `COP 26`. */
export function numberedEvent(scene: Scene, at: number): FoundName | undefined {
  const { tokens } = scene;
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (/^(?:COP|CMP|CMA|MC|CP)\d{1,2}$/.test(token.text))
    return foundName(
      scene,
      'event',
      at,
      at,
      SURE,
      'Conferences of parties are called by their numbers.',
    );
  const next = tokens[at + 1];
  if (
    !/^(?:COP|CMP|CMA|MC)$/.test(token.text) ||
    next === undefined ||
    !/^\d{1,2}$/.test(next.text)
  )
    return undefined;
  if (next.gap !== '' && next.gap !== '-') return undefined;
  return foundName(
    scene,
    'event',
    at,
    at + 1,
    SURE,
    'Conferences of parties are called by their numbers.',
  );
}
