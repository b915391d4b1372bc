import { ACTORS, type Spoken } from '../discourse/model.js';
import { endingAt, type PromiseScene } from './promise-scene.js';

/** The token of a preposition that leads a phrase in, articles and adjectives between. */
export function prepositionBefore(scene: PromiseScene, at: number): number | undefined {
  const { tokens, know } = scene.paragraph.scene;
  for (let back = at - 1; back >= Math.max(scene.sentence.first, at - 5); back -= 1) {
    const token = tokens[back];
    if (token === undefined || /[,;:()]/.test(tokens[back + 1]?.gap ?? '')) return undefined;
    if (
      know.has('prepositions', token.lower) &&
      !(back === scene.sentence.first && tokens[at]?.gap === ',')
    ) {
      // `as`, `like`: nobody is led in.
      return isClauseStart(scene, back) ? undefined : back;
    }
    const covered = endingAt(scene, back);
    if (
      covered !== undefined &&
      (covered.kind === 'office' || covered.kind === 'place' || covered.kind === 'org')
    ) {
      if (tokens[back]?.possessive || covered.kind === 'office') {
        back = covered.first;
        continue;
      }
      return undefined;
    }
    if (
      !know.has('determiners', token.lower) &&
      !/^[a]/.test(know.partsOf(token.lower) ?? '') &&
      !/^(?:mr|mrs|ms|dr|shri|h\.e|other|early)\.?$/.test(token.lower) &&
      know.demonymAt(tokens, back) === undefined
    )
      return undefined;
  }
  return undefined;
}

/** `As India …`, `While the Council …`: no preposition but a conjunction. */
function isClauseStart(scene: PromiseScene, at: number): boolean {
  const token = scene.paragraph.scene.tokens[at];
  return (
    /^(?:as|like|since|until|till|before|after|than)$/.test(token?.lower ?? '') &&
    (at === scene.sentence.first || (token?.gap ?? '') !== '')
  );
}

export function phraseStart(scene: PromiseScene, at: number): number {
  const { tokens, know } = scene.paragraph.scene;
  let first = at;
  while (
    first - 1 >= scene.sentence.first &&
    tokens[first]?.gap === '' &&
    (know.has('determiners', tokens[first - 1]?.lower ?? '') ||
      /^[an]/.test(know.partsOf(tokens[first - 1]?.lower ?? '') ?? '')) &&
    first > at - 4
  ) {
    first -= 1;
    if (know.has('determiners', tokens[first]?.lower ?? '')) break;
  }
  return first;
}

/** All that act together with one: `A, B and C`; of an office and its holder the holder. */
export function coordinated(scene: PromiseScene, one: Spoken, goesOn = false): readonly Spoken[] {
  const members = together(scene, one, goesOn);
  const [first] = members;
  // `talks between A and B will`: those under a preposition are not who acts.
  const isLed = members.length > 1 && first !== undefined;
  return isLed && prepositionBefore(scene, first.first) !== undefined ? [] : members;
}

/** All that are named together with one, whoever acts. */
export function together(scene: PromiseScene, one: Spoken, goesOn = false): readonly Spoken[] {
  const { tokens, know } = scene.paragraph.scene;
  const members = [one];
  const earlier = scene.paragraph.spoken
    .filter(
      ({ nested, first, kind }) =>
        !nested && first >= scene.sentence.first && first < one.first && ACTORS.has(kind),
    )
    .reverse();
  let next = one;
  let hasAnd = goesOn;
  for (const other of earlier) {
    const between = tokens.slice(other.last + 1, next.first);
    const gaps = tokens.slice(other.last + 1, next.first + 1).map(({ gap }) => gap);
    if (
      other.kind === 'office' &&
      next.kind === 'person' &&
      between.every(({ lower }) =>
        /^(?:mr|mrs|ms|dr|shri|h\.e|his|her|excellency)\.?$/.test(lower),
      ) &&
      gaps.every((gap) => /^[.,]?$/.test(gap))
    ) {
      next = other;
      continue;
    }
    // `Republic of Korea (ROK) Foreign Minister`: whose office it is.
    const isTitled = next.kind === 'office' || next.kind === 'place';
    if (next !== one && isTitled && other.kind === 'place' && between.length === 0) {
      next = other;
      continue;
    }
    const isAnd = between.some(({ lower }) => know.has('and', lower));
    const small = between.every(
      ({ lower }) =>
        know.has('and', lower) ||
        know.has('determiners', lower) ||
        /^(?:and|the|his|her|its|both|as|well|mr|mrs|ms|dr|shri|with|together|counterpart|foreign|prime|president|minister)\.?$/.test(
          lower,
        ),
    );
    const isComma = gaps.every((gap) => /^[,'’]?$/.test(gap)) && gaps.includes(',');
    if (!small || !gaps.every((gap) => /^[,.'’]?$/.test(gap)) || !(isAnd || (hasAnd && isComma)))
      break;
    hasAnd = true;
    members.unshift(other);
    next = other;
  }
  return members;
}
