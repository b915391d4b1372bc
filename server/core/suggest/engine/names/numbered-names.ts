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
  if (!scene.know.has('numbered', word.lower) || paragraph.begins[at + 1]) return NO_NAMES;
  if (word.lower.endsWith('s')) return numberedOnes(scene, at);
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

/** `resolutions 1325 (2000), 2242 (2015) and 2331 (2016)`: each is one, the first with the noun. */
function numberedOnes(scene: Scene, at: number): readonly FoundName[] {
  const { tokens, paragraph } = scene;
  const found: FoundName[] = [];
  for (let next = at + 1; next < at + 40; ) {
    const number = tokens[next];
    if (number === undefined || !/^\d{2,}$/.test(number.text) || paragraph.begins[next]) break;
    const tail =
      /^(?:[/-][\p{L}\p{N}]+)*(?:\s?\((?:19|20)\d\d\))?/u.exec(
        paragraph.text.slice(number.end),
      )?.[0] ?? '';
    const end = number.end + tail.length;
    let last = next;
    while ((tokens[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= end) last += 1;
    const first = next === at + 1 ? at : next;
    found.push({
      ...foundName(
        scene,
        'agreement',
        first,
        last,
        SURE,
        'Resolutions and the like are called by their numbers.',
      ),
      end,
    });
    next = last + 1;
    const joint = tokens[next];
    if (joint?.lower === 'and' && /^\)?,?$/.test(joint.gap)) next += 1;
    else if (!/^\)?,$/.test(joint?.gap ?? '')) break;
  }
  return found;
}

/** `Security Council` resolution 1739 (2007) is one name, and the Council another. */
export function withResolution(scene: Scene, known: FoundName): readonly FoundName[] {
  const [resolution, ...others] = numberedInstrument(scene, known.last + 1);
  if (resolution === undefined || known.kind !== 'org' || !isNext(scene, known.last + 1))
    return [known];
  return [{ ...resolution, first: known.first, start: known.start }, known, ...others];
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
