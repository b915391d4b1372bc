// What the extension tells VS Code of the language: grammars, snippets, kinds as semantic tokens and their
// colours, the preview. `languageContributes` is a part of the manifest's `contributes`.
import { TINTS } from './palette.mjs';

/** @param core the kinds, and the legend that the server encodes tokens with */
export function languageContributes(core) {
  const { KINDS, tokenLegend } = core;
  const { types, modifiers } = tokenLegend(KINDS);
  return {
    grammars: ['rapporteur.paragraphs', 'rapporteur.tags'].map((name) => ({
      scopeName: `${name}.injection`,
      path: `./syntaxes/${name}.tmLanguage.json`,
      injectTo: ['text.html.markdown'],
    })),
    snippets: [
      { language: 'markdown', path: './syntaxes/briefs.snippets.json' },
      { language: 'yaml', path: './syntaxes/registries.snippets.json' },
    ],
    semanticTokenTypes: types.map((id) => ({ id, description: describeType(id, KINDS) })),
    semanticTokenModifiers: modifiers
      .filter((id) => id in MODIFIERS)
      .map((id) => ({ id, description: MODIFIERS[id] })),
    semanticTokenScopes: ['markdown', 'yaml'].map((language) => ({
      language,
      scopes: Object.fromEntries(types.map((id) => [id, [`meta.entity.${id}.rapporteur`]])),
    })),
    configurationDefaults: {
      'editor.tokenColorCustomizations': punctuationColours(),
      'editor.semanticTokenColorCustomizations': kindColours(types, core),
      // Off in VS Code, and who writes briefs would never learn of them. In Markdown nothing else answers.
      '[markdown]': { 'editor.formatOnType': true, 'editor.linkedEditing': true },
    },
    'markdown.markdownItPlugins': true,
    'markdown.previewStyles': ['./client/preview/preview.css'],
  };
}

function describeType(id, kinds) {
  const kind = kinds.find(({ tag }) => tag === id);
  return kind === undefined
    ? 'A thing of a kind that the workspace added.'
    : `${kind.title} in a brief or a registry.`;
}

/** `definition` is one of VS Code's own. */
const MODIFIERS = {
  unresolved: 'Nothing is known under this name or id.',
  overdue: 'A commitment whose deadline has passed.',
};

/**
 * The theme decides on everything else; what stands around the words should step back in each. A name
 * of a theme says whether it is light or dark; of the others most are dark.
 */
const THEMES = {
  '': { quiet: '#8b8f96', word: '#9aa3ad' },
  '[*Light*]': { quiet: '#6c727a', word: '#5b636d' },
  '[*High Contrast*]': { quiet: '#bdbdbd', word: '#d4d4d4' },
  '[*High Contrast Light*]': { quiet: '#4b4f54', word: '#33373c' },
};

const QUIET = [
  'punctuation.definition.tag-of-brief.rapporteur',
  'punctuation.definition.label.begin.rapporteur',
  'punctuation.definition.label.end.rapporteur',
  'punctuation.definition.fence.end.rapporteur',
  'meta.attributes.rapporteur',
  'meta.attributes.rapporteur punctuation.definition.attributes.begin.rapporteur',
  'meta.attributes.rapporteur punctuation.definition.attributes.end.rapporteur',
  'meta.attributes.rapporteur punctuation.separator.key-value.rapporteur',
  'meta.attributes.rapporteur punctuation.definition.id.rapporteur',
  'meta.attributes.rapporteur punctuation.definition.value.begin.rapporteur',
  'meta.attributes.rapporteur punctuation.definition.value.end.rapporteur',
  'meta.attributes.rapporteur entity.other.attribute-name.rapporteur',
];
const WORDS = [
  'entity.name.type.kind.rapporteur',
  'entity.other.attribute-value.id.rapporteur',
  'meta.attribute-value.unquoted.rapporteur',
  'meta.attribute-value.quoted.rapporteur',
];

/** No style of letters either: some themes underline types. */
function punctuationColours() {
  const rules = ({ quiet, word }) => [
    { scope: QUIET, settings: { foreground: quiet, fontStyle: '' } },
    { scope: WORDS, settings: { foreground: word, fontStyle: '' } },
  ];
  return byTheme(THEMES, (colours) => ({ textMateRules: rules(colours) }));
}

/** A tint of the colour of prose, by kind; in a theme whose name says nothing, none. */
const LOOKS = {
  '[*Dark*]': { words: 'dark', overdue: '#f0988f' },
  '[*Light*]': { words: 'light', overdue: '#a8281c' },
  // Here words keep the colour of prose.
  '[*High Contrast*]': { prose: '#ffffff', overdue: '#ff9b94' },
  '[*High Contrast Light*]': { prose: '#292929', overdue: '#a8281c' },
};

/** Types of VS Code's own: a theme paints these as what they are in programs, unless a colour is given. */
const STANDARD_TYPES = new Set(
  'namespace class enum interface struct typeParameter type parameter variable property enumMember event function method macro label comment string keyword number regexp operator decorator'.split(
    ' ',
  ),
);

function kindColours(types, { KINDS, CUSTOM_LOOK }) {
  const kindOf = (type) => KINDS.find(({ tag }) => tag === type);
  const colourOf = (type, { words, prose }) =>
    words === undefined
      ? STANDARD_TYPES.has(type) && prose
      : TINTS[(kindOf(type)?.look ?? CUSTOM_LOOK).tint].words[words];
  const rules = (look) =>
    Object.fromEntries([
      ...types.flatMap((type) => {
        const foreground = colourOf(type, look);
        const tint = foreground ? { foreground } : {};
        const plain = foreground ? [[type, tint]] : [];
        const defined = [`${type}.definition`, { ...tint, bold: true }];
        return [...plain, defined, [`${type}.unresolved`, { ...tint, italic: true }]];
      }),
      ...types
        .filter((type) => kindOf(type)?.role === 'commitment')
        .map((type) => [`${type}.overdue`, { foreground: look.overdue }]),
    ]);
  return byTheme(LOOKS, (look) => ({ rules: rules(look) }));
}

/** What belongs to every theme stands at the top, what to some below their names. */
function byTheme(themes, rulesOf) {
  const entries = Object.entries(themes).map(([theme, colours]) => [theme, rulesOf(colours)]);
  const { '': general = {}, ...named } = Object.fromEntries(entries);
  return { ...general, ...named };
}
