// The TextMate grammars for tags in Markdown, made from the kinds. They follow what is said of the
// language in docs/language.md; what needs other files (a workspace's own kinds, who is meant) comes as
// semantic tokens. Words keep the colour of prose: no scope that themes paint is put on them.

const MARKDOWN = 'text.html.markdown';

/** Where Markdown reads prose. A tag outside of these would find no end when its label is left open. */
const PROSE = ['meta.paragraph', 'markup.heading', 'markup.table'];

/** Where it does not, even there. */
const NO_PROSE = [
  'comment',
  'markup.fenced_code',
  'markup.raw',
  'markup.inline.raw',
  'markup.math',
  'markup.underline.link',
  'meta.embedded',
  'meta.tag',
  'meta.attributes.rapporteur',
  'constant.other.reference.link',
  'string.other.link.description',
  // No one nests so deep; a line that does would take the editor minutes.
  Array(8).fill('meta.label.rapporteur').join(' '),
];

const anyOf = (scopes) => `(${scopes.join(' | ')})`;
const scoped = (name) => ({ name: `${name}.rapporteur` });

/** A letter of a script with spaces between words, a digit, a colon or a backslash: then it is no tag. */
const BEFORE = String.raw`(?<![\p{Latin}\p{Greek}\p{Cyrillic}\p{Devanagari}\p{Nd}\x{300}-\x{36f}:])(?:(?<!\\)|(?<=[^\\]\\\\)|(?<=^\\\\))`;
const LINE = String.raw`(?:^|\G)[ ]{0,3}`;

/** What begins another block and so ends a paragraph. */
const BLOCK_START = String.raw`[ ]{0,3}(?:#{1,6}(?:\s|$)|>|[-*+](?:\s|$)|[0-9]{1,9}[.)](?:\s|$)|\x60{3}|~{3}|<|\|)`;

const wordsOf = (kinds, form) =>
  kinds
    .filter((kind) => kind.forms.includes(form))
    .map(({ tag }) => tag)
    .join('|');

/** A comment to the tool: a comment in every theme, its parts named for those who want more. */
const suppression = {
  suppression: {
    name: 'comment.block.html.rapporteur',
    match: String.raw`(<!--)\s*(rapporteur-(?:disable-next-line|disable-file|disable|enable))(?=[\s,])(.*?)(-->)`,
    captures: {
      1: { name: 'punctuation.definition.comment.html' },
      2: scoped('meta.suppression.instruction'),
      3: { patterns: [{ include: '#suppressed' }] },
      4: { name: 'punctuation.definition.comment.html' },
    },
  },
  suppressed: {
    patterns: [
      { match: String.raw`(?<=[\s,])--(?=\s).*`, name: 'meta.suppression.reason.rapporteur' },
      { match: '[a-z][a-z-]*', name: 'meta.suppression.rule.rapporteur' },
    ],
  },
};

/** Tags wherever Markdown reads prose. */
export function tagGrammar(kinds) {
  return {
    ...head('rapporteur.tags.injection', 'Tags of briefs in Markdown'),
    injectionSelector: `L:${MARKDOWN} ${anyOf(PROSE)} - ${anyOf(NO_PROSE)}`,
    patterns: [
      { include: '#suppression' },
      { include: '#record' },
      { include: '#fence' },
      { include: '#tag' },
    ],
    repository: {
      tag: {
        comment:
          'The label and the braces are rules inside this one, so that they may break over lines.',
        name: 'meta.tag-of-brief.rapporteur',
        begin: `${BEFORE}(:)(${wordsOf(kinds, 'text')})(?=\\[)`,
        beginCaptures: headCaptures(1, 2),
        end: String.raw`(?<=\])(?!\{)|(?<=\})`,
        patterns: [{ include: '#label' }, { include: '#attributes' }],
      },
      record: {
        name: 'meta.record.rapporteur',
        begin: `${LINE}(::)(${wordsOf(kinds, 'record')})(?=\\[|[ \\t]*(?:\\{|$))`,
        beginCaptures: headCaptures(1, 2),
        end: String.raw`(?<=\])(?!\{)|(?<=\})|$`,
        patterns: [{ include: '#label' }, { include: '#attributes' }],
      },
      fence: {
        patterns: [
          {
            name: 'meta.fence.rapporteur',
            begin: `${LINE}(:{3,})(${wordsOf(kinds, 'block')})(?=[ \\t]*(?:\\{|$))`,
            beginCaptures: headCaptures(1, 2),
            end: String.raw`(?<=\})|$`,
            patterns: [{ include: '#attributes' }],
          },
          {
            match: `${LINE}(:{3,})[ \\t]*$`,
            captures: { 1: scoped('punctuation.definition.fence.end') },
          },
        ],
      },
      label: {
        begin: String.raw`\G(\[)`,
        beginCaptures: { 1: scoped('punctuation.definition.label.begin') },
        end: String.raw`(\])`,
        endCaptures: { 1: scoped('punctuation.definition.label.end') },
        contentName: 'meta.label.rapporteur',
        patterns: [{ include: '#words' }],
      },
      words: {
        patterns: [
          { match: String.raw`\\[!-/:-@\[-\x60{-~]`, name: 'constant.character.escape.markdown' },
          { include: `${MARKDOWN}#inline` },
          { include: '#brackets' },
          { include: 'text.html.derivative' },
        ],
      },
      brackets: { begin: String.raw`\[`, end: String.raw`\]`, patterns: [{ include: '#words' }] },
      attributes: {
        name: 'meta.attributes.rapporteur',
        begin: String.raw`(\{)`,
        beginCaptures: { 1: scoped('punctuation.definition.attributes.begin') },
        end: String.raw`(\})`,
        endCaptures: { 1: scoped('punctuation.definition.attributes.end') },
        patterns: [{ include: '#id' }, { include: '#quoted' }, { include: '#unquoted' }],
      },
      id: {
        match: '(#)([a-z0-9][a-z0-9-]*)',
        captures: {
          1: scoped('punctuation.definition.id'),
          2: scoped('entity.other.attribute-value.id'),
        },
      },
      quoted: {
        patterns: ['"', "'"].map((mark) => ({
          begin: `([\\w-]+)(=)(${mark})`,
          beginCaptures: {
            ...pairCaptures,
            3: scoped('punctuation.definition.value.begin'),
          },
          end: `(${mark})`,
          endCaptures: { 1: scoped('punctuation.definition.value.end') },
          contentName: 'meta.attribute-value.quoted.rapporteur',
        })),
      },
      unquoted: {
        match: String.raw`([\w-]+)(=)([^\s"'=<>{}\x60]*)`,
        captures: { ...pairCaptures, 3: scoped('meta.attribute-value.unquoted') },
      },
      ...suppression,
    },
  };
}

/**
 * Paragraphs that hold tags. Markdown's own grammar ends a paragraph with its line; a label or braces
 * go on, up to the end of the paragraph and no further.
 */
export function paragraphGrammar(kinds) {
  const tag = `:(?:${wordsOf(kinds, 'text')})\\[`;
  const record = '[ ]{0,3}::';
  return {
    ...head('rapporteur.paragraphs.injection', 'Paragraphs with tags of briefs in Markdown'),
    injectionSelector: `L:${MARKDOWN} - ${anyOf([...PROSE, ...NO_PROSE])}`,
    repository: suppression,
    patterns: [
      { include: '#suppression' },
      {
        name: 'meta.paragraph.markdown',
        begin: `(?:^|\\G)(?=[ ]{0,3}\\S)(?!${BLOCK_START})(?=${record}|.*?${tag})`,
        while: `(?:^|\\G)(?!\\s*$|${BLOCK_START}|${record})`,
        patterns: [
          { include: `${MARKDOWN}#inline` },
          { include: 'text.html.derivative' },
          { include: `${MARKDOWN}#heading-setext` },
        ],
      },
    ],
  };
}

function head(scopeName, name) {
  return { comment: 'Written by `npm run generate` from server/core/kinds.', name, scopeName };
}

function headCaptures(colons, word) {
  return {
    [colons]: scoped('punctuation.definition.tag-of-brief'),
    [word]: scoped('entity.name.type.kind'),
  };
}

const pairCaptures = {
  1: scoped('entity.other.attribute-name'),
  2: scoped('punctuation.separator.key-value'),
};
