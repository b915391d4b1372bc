import { ACTORS } from '../discourse/model.js';
import { actorBefore } from './actor-before.js';
import type { Marker } from './markers.js';
import { coordinated } from './phrases.js';
import { endingAt, type PromiseScene, type Subject, subjectOfAll } from './promise-scene.js';
import { implied, sentenceSubject, sides } from './sentence-subject.js';

/** The subject of a marker; `undefined` where nobody who can promise stands there. */
export function subjectOf(scene: PromiseScene, marker: Marker): Subject | undefined {
  return marker.isNoun ? ownerOf(scene, marker) : actorBefore(scene, marker.first);
}

/** `the European Union's commitment`, `its commitment`, `the commitment of both countries to`, `mutual commitment`. */
function ownerOf(scene: PromiseScene, marker: Marker): Subject | undefined {
  const { tokens } = scene.paragraph.scene;
  if (isToldAgain(scene, marker)) return undefined;
  const inside = scene.paragraph.spoken.find(
    ({ first, last, kind, nested }) =>
      first > marker.first && last <= marker.last && ACTORS.has(kind) && !nested,
  );
  if (inside !== undefined) return subjectOfAll([inside], 'whose commitment it is');
  for (let at = marker.first - 1; at >= Math.max(scene.sentence.first, marker.first - 6); at -= 1) {
    const token = tokens[at];
    if (token === undefined || /[;:.]/.test(tokens[at + 1]?.gap ?? '')) break;
    if (token.possessive) {
      const owner = endingAt(scene, at);
      return owner === undefined ? undefined : subjectOfAll([owner], 'whose commitment it is');
    }
    if (/^(?:its|their|his|her|our)$/.test(token.lower)) return ownerByPronoun(scene, at);
    if (/^(?:mutual|shared|joint|common|collective)$/.test(token.lower))
      return sides(scene, marker.first);
    if (/^(?:the|a|an)$/.test(token.lower) && at < marker.first - 2) break;
  }
  // `reaffirmed the commitment to`
  const verb = verbBefore(scene, marker.first);
  return verb === undefined ? undefined : sentenceSubject(scene, verb);
}

function ownerByPronoun(scene: PromiseScene, at: number): Subject | undefined {
  const { tokens } = scene.paragraph.scene;
  const verb = verbBefore(scene, at);
  if (verb !== undefined) return sentenceSubject(scene, verb);
  const before = scene.paragraph.spoken.filter(
    ({ first, kind, nested }) =>
      first >= scene.sentence.first && first < at && ACTORS.has(kind) && !nested,
  );
  const several = tokens[at]?.lower === 'their';
  const fits = before.filter(({ keys }) => several || keys.length === 1);
  const last = fits.at(0);
  return last === undefined
    ? implied(scene, at)
    : subjectOfAll(coordinated(scene, last), 'who is named');
}

const TELLING_AGAIN =
  /^(?:implement|fulfil|fulfill|deliver|meet|met|keep|kept|violat|breach|break|broke|abandon|withdr|renounc|recall|assess|review|discuss|question|monitor|track|reject|condemn|fail|miss|honou?red|despite|since|given)\w*$/;

/** `as soon as it has implemented its commitment to`, `recalls its decision to`: nothing new is taken on. */
function isToldAgain({ paragraph, sentence }: PromiseScene, { first }: Marker): boolean {
  const { tokens, know } = paragraph.scene;
  for (let at = first - 1; at >= Math.max(sentence.first, first - 5); at -= 1) {
    const token = tokens[at];
    if (token === undefined || /[,;:]/.test(tokens[at + 1]?.gap ?? '')) return false;
    if (TELLING_AGAIN.test(token.lower)) return !/^(?:given|since)$/.test(token.lower);
    if (
      !know.has('determiners', token.lower) &&
      !/^[ar]/.test(know.partsOf(token.lower) ?? '') &&
      !token.possessive
    )
      return false;
  }
  return false;
}

const TAKING_ON =
  /^(?:reaffirm|affirm|express|reiterat|underlin|underscor|confirm|restat|renew|emphasi[sz]|stress|declar|announc|shar|convey|signal|stat|highlight|demonstrat|indicat|voic|make|made|making|recommit|uphold|maintain|honou?r|repeat|acknowledg|welcom|not|record|set|pledg|reconfirm|reassert|outlin|discuss|assur|present)\w*$/;

/** The verb of which a noun marker is the object: `reaffirmed its`, `expressing the`. */
function verbBefore(scene: PromiseScene, at: number): number | undefined {
  const { tokens, know } = scene.paragraph.scene;
  for (let back = at - 1; back >= Math.max(scene.sentence.first, at - 4); back -= 1) {
    const token = tokens[back];
    if (token === undefined) return undefined;
    if (TAKING_ON.test(token.lower) && (back === scene.sentence.first || !token.capital))
      return back;
    if (
      !know.has('determiners', token.lower) &&
      !/^(?:again|once|strongly|also|jointly|their|its|full|strong|firm|continued|on|of|both)$/.test(
        token.lower,
      ) &&
      !/^[ar]/.test(know.partsOf(token.lower) ?? '')
    )
      return undefined;
  }
  return undefined;
}
