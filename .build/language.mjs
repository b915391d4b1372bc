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
      'editor.tokenColorCustomizations': plainPunctuation(),
      'editor.semanticTokenColorCustomizations': stylesOfKinds(types),
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

/** Their colours are those of the theme that `kindColors` names; no style of letters either, which some themes have. */
function plainPunctuation() {
  return { textMateRules: [{ scope: [...QUIET, ...WORDS], settings: { fontStyle: '' } }] };
}

/** What is defined and what is unknown shows in every theme by its letters. */
function stylesOfKinds(types) {
  const styles = types.flatMap((type) => [
    [`${type}.definition`, { bold: true }],
    [`${type}.unresolved`, { italic: true }],
  ]);
  return { rules: Object.fromEntries(styles) };
}

/**
 * A colour of the theme for the words of each kind, near the colour of prose; in high contrast they have it. The client draws
 * them, so that they are right in every theme, whatever it is called.
 */
export function kindColors({ KINDS, CUSTOM_LOOK }) {
  const color = (id, words, { tint }) => {
    const { light, dark } = TINTS[tint].words;
    const defaults = { light, dark, highContrast: '#ffffff', highContrastLight: '#292929' };
    return { id: `rapporteur.kind.${id}`, words, defaults };
  };
  return [
    ...KINDS.map(({ tag, title, look }) => color(tag, `${title} in a brief or a registry.`, look)),
    color(
      'entity',
      'What has a kind that the workspace added, in a brief or a registry.',
      CUSTOM_LOOK,
    ),
  ];
}
