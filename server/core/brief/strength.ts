/** How firmly a commitment is worded, from the firmest to the softest. */
export const STRENGTHS = ['binding', 'pledged', 'planned', 'intended', 'aspired'] as const;

export type Strength = (typeof STRENGTHS)[number];
