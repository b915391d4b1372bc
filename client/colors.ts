/** A colour of the theme that themes and people may change. The manifest is made from these. */
export interface Color {
  readonly id: string;
  readonly words: string;
  readonly defaults: {
    readonly light: string;
    readonly dark: string;
    readonly highContrast: string;
    readonly highContrastLight: string;
  };
}

export const COLORS: readonly Color[] = [
  {
    id: 'rapporteur.suggestion',
    words: 'The line under words that could be tagged.',
    defaults: {
      light: '#6f7f96',
      dark: '#8fa3bf',
      highContrast: '#ffffff',
      highContrastLight: '#292929',
    },
  },
  {
    id: 'rapporteur.suggestionBackground',
    words: 'The background of the words that are looked at in a review of suggestions.',
    defaults: {
      light: '#fff3c4',
      dark: '#4d4424',
      highContrast: '#00000000',
      highContrastLight: '#00000000',
    },
  },
  {
    id: 'rapporteur.suggestionBorder',
    words: 'The border around the words that are looked at in a review of suggestions.',
    defaults: {
      light: '#c9a227',
      dark: '#8a7a3c',
      highContrast: '#f38518',
      highContrastLight: '#0f4a85',
    },
  },
  ...promiseColors('open', {
    words: 'that are open',
    light: '#c9a227',
    dark: '#d9b84a',
    highContrast: '#f3d36b',
    highContrastLight: '#6b5200',
  }),
  ...promiseColors('overdue', {
    words: 'that are overdue',
    light: '#c8372b',
    dark: '#f0988f',
    highContrast: '#ff9b94',
    highContrastLight: '#a8281c',
  }),
  ...promiseColors('over', {
    words: 'that are closed',
    light: '#418f53',
    dark: '#7fb88c',
    highContrast: '#9be3ab',
    highContrastLight: '#1f5c30',
  }),
  {
    id: 'rapporteur.overdue',
    words: 'What is overdue: the ids of commitments, and the words behind a line.',
    defaults: {
      light: '#a8281c',
      dark: '#f0988f',
      highContrast: '#ff9b94',
      highContrastLight: '#a8281c',
    },
  },
  {
    id: 'rapporteur.chip',
    words: 'The words behind a line that say what is due or closed, in reading mode.',
    defaults: {
      light: '#5b636d',
      dark: '#9aa3ad',
      highContrast: '#ffffff',
      highContrastLight: '#292929',
    },
  },
  {
    id: 'rapporteur.syntax',
    words: 'What is written around the words of a tag.',
    defaults: {
      light: '#6c727a',
      dark: '#8b8f96',
      highContrast: '#bdbdbd',
      highContrastLight: '#4b4f54',
    },
  },
  {
    id: 'rapporteur.dimmedSyntax',
    words:
      'What is written around the words of a tag in reading mode, where the cursor is elsewhere.',
    defaults: {
      light: '#6c727a4d',
      dark: '#8b8f964d',
      highContrast: '#8f8f8f',
      highContrastLight: '#767676',
    },
  },
];

/** The ground of promises, and the line below them; in high contrast the line alone. */
function promiseColors(
  standing: string,
  { words, ...line }: Color['defaults'] & { readonly words: string },
): readonly Color[] {
  return [
    {
      id: `rapporteur.promise.${standing}`,
      words: `The background of promises ${words}, in reading mode.`,
      defaults: {
        light: `${line.light}1f`,
        dark: `${line.dark}1f`,
        highContrast: '#00000000',
        highContrastLight: '#00000000',
      },
    },
    {
      id: `rapporteur.promiseLine.${standing}`,
      words: `The line below promises ${words}, in reading mode.`,
      defaults: line,
    },
  ];
}
