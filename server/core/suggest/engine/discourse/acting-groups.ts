import { ACTORS, actsNext, isLedIn, type Spoken, type SpokenParagraph } from './model.js';

export function isActingGroup({ scene }: SpokenParagraph, members: readonly Spoken[]): boolean {
  const [first, last] = [members[0], members.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    !isLedIn(scene, first.first) &&
    actsNext(scene, last.last + 1)
  );
}

/** Those of one kind that are joined by commas and `and`. */
export function groupsIn(
  { scene }: SpokenParagraph,
  spoken: readonly Spoken[],
): readonly (readonly Spoken[])[] {
  const groups: Spoken[][] = [];
  for (const one of spoken) {
    if (one.nested || !ACTORS.has(one.kind) || one.keys.length !== 1) continue;
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last !== undefined && previous !== undefined && isJoined(scene, previous, one)) {
      // Of an office and its holder it is the holder who counts.
      if (previous.kind === 'office' && one.kind === 'person') last.pop();
      last.push(one);
    } else groups.push([one]);
  }
  return groups.map((members) =>
    members.some(({ kind }) => kind === 'person')
      ? members.filter(({ kind }) => kind === 'person')
      : members,
  );
}

function isJoined({ tokens, know }: SpokenParagraph['scene'], one: Spoken, other: Spoken): boolean {
  if (other.first - one.last > 6) return false;
  for (let at = one.last + 1; at <= other.first; at += 1) {
    const token = tokens[at];
    if (token === undefined || /[.;:()]/.test(token.gap.replace(/^\.$/, ''))) return false;
    if (
      at < other.first &&
      !know.has('and', token.lower) &&
      !/^(?:le|la|les|the|his|her|its|mr|mrs|ms|dr|shri|both|as|well|counterpart|along|together|with|h\.e\.?)$/.test(
        token.lower,
      )
    )
      return false;
  }
  return !(
    other.first === one.last + 1 &&
    tokens[other.first]?.gap === '' &&
    !(one.kind === 'office' && other.kind === 'person')
  );
}
