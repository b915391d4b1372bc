/** How firmly a commitment is worded, from the firmest to the softest. */
export const STRENGTHS = ['binding', 'pledged', 'planned', 'intended', 'aspired'] as const;

/** How firmly a promise is made, from `binding` to `aspired`. */
export type Strength = (typeof STRENGTHS)[number];

/** The strength that words speak of, and where in them its marker stands. */
export interface ReadStrength {
  readonly strength: Strength;
  readonly start: number;
  readonly end: number;
}
