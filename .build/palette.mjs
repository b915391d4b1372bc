// The colours of kinds, by the name of a kind's tint: of the words in the editor, which keep near the
// colour of prose, and of the thin line below them in the preview, which is stronger.

const BLUE = { light: '#3b7dbd', dark: '#6fa8dc', contrast: '#8ec5ff' };
const VIOLET = { light: '#8563c4', dark: '#ab92e0', contrast: '#cbb6ff' };
const GREEN = { light: '#418f53', dark: '#7fb88c', contrast: '#9be3ab' };
const AMBER = { light: '#b0701a', dark: '#d9a55a', contrast: '#ffcb80' };
const TEAL = { light: '#23868c', dark: '#6fbcc2', contrast: '#8be4ea' };
const SLATE = { light: '#66758a', dark: '#9aa8b8', contrast: '#c8d4e2' };

export const TINTS = {
  blue: { words: { dark: '#a9c7e8', light: '#1f4e79' }, line: BLUE },
  violet: { words: { dark: '#c6b6e6', light: '#553a86' }, line: VIOLET },
  indigo: { words: { dark: '#b9b4dc', light: '#4a4a80' }, line: VIOLET },
  green: { words: { dark: '#a8cfae', light: '#2a6136' }, line: GREEN },
  amber: { words: { dark: '#e3c193', light: '#7a4a0d' }, line: AMBER },
  gold: { words: { dark: '#e8c07d', light: '#8a5200' }, line: AMBER },
  teal: { words: { dark: '#9cced3', light: '#1d6168' }, line: TEAL },
  slate: { words: { dark: '#b7c1cc', light: '#46525e' }, line: SLATE },
  grey: { words: { dark: '#c3c8cc', light: '#4a5158' } },
  sand: { words: { dark: '#d3c9a4', light: '#5f561c' } },
  mauve: { words: { dark: '#c9c0cf', light: '#5c4a68' } },
};

/** The rules of the preview's style sheet that follow from the kinds. */
export function kindStyles({ KINDS, CUSTOM_LOOK }) {
  const lines = Object.entries(TINTS).filter(([, { line }]) => line);
  const block = (selector, declarations) =>
    declarations.length === 0 ? '' : `${selector} {\n${declarations.join('')}}\n`;
  const colours = (look) =>
    lines.map(([tint, { line }]) => `  --rapporteur-${tint}: ${line[look]};\n`);
  const ofKind = (name, { tint, underline }) =>
    block(`.rapporteur-${name}`, [
      ...(TINTS[tint].line ? [`  --rapporteur-mark: var(--rapporteur-${tint});\n`] : []),
      ...(underline ? [`  --rapporteur-line: ${underline};\n`] : []),
    ]);
  return [
    block('body', colours('light')),
    block('body.vscode-dark', colours('dark')),
    block('body.vscode-high-contrast:not(.vscode-high-contrast-light)', colours('contrast')),
    ...KINDS.map(({ tag, look }) => ofKind(tag, look)),
    ofKind('own-kind', CUSTOM_LOOK),
  ].join('');
}
