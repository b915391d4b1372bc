// Nothing that looks like a tag is lost in silence: it is read, or a finding stands at its place.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KINDS, type Kind, lint, vocabularyOf } from '../server/core/index.js';
import { workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';

const VOCABULARY = vocabularyOf([]);
const LONG = KINDS.filter(({ tag }) => tag.length >= 4);

/** A word for the kind: itself, one letter less, more, other, two swapped, in capitals, or an alias. */
function spellings({ tag }: Kind): fc.Arbitrary<string> {
  const aliases = [...VOCABULARY.aliases].filter(([, kind]) => kind.tag === tag);
  return fc.oneof(
    fc.constant(tag),
    fc.nat(tag.length - 1).map((at) => tag.slice(0, at) + tag.slice(at + 1)),
    fc.nat(tag.length - 1).map((at) => `${tag.slice(0, at)}x${tag.slice(at)}`),
    fc
      .nat(tag.length - 2)
      .map((at) => tag.slice(0, at) + tag[at + 1] + tag[at] + tag.slice(at + 2)),
    fc.constant(tag.toUpperCase()),
    fc.constantFrom(...aliases.map(([word]) => word)),
  );
}

/** Each way to write a tag of a word wrongly in one sign, and rightly. */
const FORMS: readonly ((word: string) => string)[] = [
  (word) => `:${word}[Zed]`,
  (word) => `：${word}[Zed]`,
  (word) => `:${word}［Zed］`,
  (word) => `：${word}【Zed】｛ref=zed｝`,
  (word) => `:${word}[Zed]{ref=zed}`,
];

/** On a line of its own. */
const RECORDS: readonly ((word: string) => string)[] = [
  (word) => `::${word}[Zed]{#zed}`,
  (word) => `：：${word}[Zed]{#zed}`,
  (word) => `- ::${word}[Zed]{#zed}`,
  (word) => `> ：：${word}［Zed］｛#zed｝`,
  (word) => `<div>\n::${word}[Zed]{#zed}\n</div>`,
];

/** Only a kind itself is looked for behind these: a word that is misspelt as well is two slips. */
const SLIPS: readonly ((word: string) => string)[] = [
  (word) => `${word}:[Zed]`,
  (word) => `:${word} [Zed]`,
  (word) => `see:${word}[Zed]`,
  (word) => `a ::${word}[Zed] b`,
];

const AROUND: readonly ((tag: string) => string)[] = [
  (tag) => `Here ${tag} there.`,
  (tag) => `- item ${tag}`,
  (tag) => `> quote ${tag}`,
  (tag) => `| a |\n|---|\n| ${tag} |`,
  (tag) => `<p>${tag}</p>`,
  (tag) => `- <!-- x --> ${tag}`,
  (tag) => `<pre>\nx\n</pre> ${tag}`,
  (tag) => `## Head ${tag} {#own}`,
];

const inSentence = (tag: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...AROUND), tag).map(([around, words]) => around(words));

const tagLike = fc.constantFrom(...LONG).chain((kind) =>
  fc.oneof(
    inSentence(
      fc.tuple(fc.constantFrom(...FORMS), spellings(kind)).map(([form, word]) => form(word)),
    ),
    inSentence(fc.constantFrom(...SLIPS).map((slip) => slip(kind.tag))),
    fc.tuple(fc.constantFrom(...RECORDS), spellings(kind)).map(([form, word]) => form(word)),
  ),
);

property('what looks like a tag of a kind is read, or spoken of at its place', () => {
  fc.assert(
    fc.property(tagLike, (tag) => {
      const text = `:date[2025]\n\n${tag}\n`;
      const workspace = workspaceWith({ 'brief.md': text });
      const from = text.indexOf('\n');
      const spoken = lint(workspace, 'brief.md').filter(({ span }) => span.end > from);
      const read = workspace.pages
        .get('brief.md')
        ?.facts.tags.filter(({ span }) => span.end > from);
      assert.ok(spoken.length > 0 || (read?.length ?? 0) > 0, text);
    }),
    runs('text'),
  );
});
