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
];
