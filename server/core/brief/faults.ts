import type { Span, TextEdit } from '../text/index.js';
import type { Fault } from './facts.js';

/**
 * What a fault's `detail` holds, rule by rule; the rule of that name words it. Every value is text;
 * a key that does not apply is absent. `found` is always as written.
 *
 * - of every tag's fault: `kind` (the kind's tag, `person`). Where it lies in one attribute:
 *   `attribute` (the name as written: `other-names`; `#` for the id shorthand).
 * - the parse's own codes (`unclosed-label` … `ref-with-id`, and the slips `space-in-tag`,
 *   `missing-colon`, `wrong-brackets`, `glued-tag`, `malformed-fence`, `tag-in-html`, `text-beside-record`): `kind`,
 *   `found` (the characters at the span, the first line of them, at most 60), `attribute` if in one; `reason` of
 *   `missing-colon` and `wrong-brackets` is a `SlipForm`.
 * - `missing-kind`: `found`, `reason` (the form: `text`, `record` or `block`).
 * - `duplicate-attribute`: `attribute`, `found` (the whole second one).
 * - `unclosed-block`, `equal-nested-blocks`: `kind`, `found` (the opening colons and word).
 * - `unknown-kind`: `found` (the word), `wanted` (the kind meant), absent where that has not the form of
 *   the tag, or in a registry, where every word that is no kind is a fault. `reason`: of a word that is no
 *   misspelling.
 * - `unknown-attribute`: `kind`, `attribute`, `wanted` (a name of that kind, in the style it was written
 *   in), or `reason` when the name is known but may not stand there (nested, in a tag; terms beside `ref`).
 * - `wrong-form`: `kind`, `found` (`text`, `record`, `block`; `registry`: commitment, update or date as a
 *   registry's key; `label`: a block with a label), `wanted` (the forms it has, in words), `reason`.
 * - `invalid-value`: `kind`, `attribute` (`id` for a definition's own id; in a nested registry record
 *   `memberships.office`), `found` (may be empty), `reason` (always), `wanted` if one is known. A registry's
 *   own shape (a list, a word where a mapping is wanted): `found`, `reason`, no `attribute`. In front
 *   matter `kind` is absent and `attribute` is `source`.
 *   `kinds` of an id that points: the kinds it may be of, with spaces between, or `any`.
 * - `unreadable-date`: `found` (the words), `reason` if there is more to say, `wanted` (EDTF) if known.
 *   `attribute` is `date` when it is the front matter's.
 * - `empty-label`: `kind`.
 * - `invalid-yaml`, `duplicate-key`: `reason` (a sentence), `found` (of a duplicate key: the key).
 * - `invalid-front-matter`: `reason` (a sentence); `attribute` if one key has the wrong shape, `repeated` if it is the
 *   second of two.
 * - `unknown-suppression`: a comment that begins with `rapporteur-` and is none of the four: `found`
 *   (`rapporteur-disabel`), `wanted` if near. Unknown rule names are not here: see `Facts.suppressions`.
 *
 * `reason` of a date that is no EDTF is what `edtfFault` says without its last full stop: a sentence or two,
 * which may quote the text and name `wanted`. `reason` of the parse's own codes is given where the code
 * alone does not say enough. Any other `reason` is a clause with a subject and no capital or full stop, to stand after a colon or in a
 * sentence of its own: "an id has small letters, digits and hyphens only". Of `invalid-yaml`,
 * `duplicate-key` and `invalid-front-matter` it is the YAML reader's whole sentence.
 */
export type Detail = Readonly<Record<string, string>>;

/** A correction: what to call it, in the imperative, and the edits. */
export interface Correction {
  readonly fix: string;
  readonly edits: readonly TextEdit[];
}

/** A fault for the rule `rule`; details that are `undefined` are left out. */
export function fault(
  rule: string,
  span: Span,
  detail: Partial<Detail>,
  correction?: Correction,
): Fault {
  const known: Record<string, string> = {};
  for (const [key, value] of Object.entries(detail)) if (value !== undefined) known[key] = value;
  return { rule, span, detail: known, ...correction };
}

/** The correction that writes `wanted` at `span`. */
export function changeTo(span: Span, wanted: string): Correction {
  return { fix: `Change to '${wanted}'`, edits: [{ span, text: wanted }] };
}

/** What stands at a place, for a message: its first line, at most 60 characters. */
export function excerpt(text: string, { start, end }: Span): string {
  const piece = text.slice(start, Math.min(end, start + 60));
  return piece.split(/[\r\n]/, 1)[0] ?? '';
}
