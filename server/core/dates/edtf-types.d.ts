/** The parts of the `edtf` package that are used, here or in tests; it brings no types of its own. */
declare module 'edtf' {
  export interface Parsed {
    readonly type: string;
    readonly level: number;
    /** Numbers (months from 0); of an interval its ends, `null` for one that is open or unknown. */
    readonly values: readonly (number | Parsed | null)[];
    readonly approximate?: unknown;
    readonly uncertain?: unknown;
    readonly unspecified?: unknown;
  }

  /** @throws Error when the text is no EDTF. */
  export function parse(
    text: string,
    constraints?: {
      readonly level?: 0 | 1 | 2 | 3;
      readonly seasonIntervals?: boolean;
      readonly seasonUncertainty?: boolean;
    },
  ): Parsed;

  interface Bounds {
    /** Both in milliseconds since 1970. */
    readonly min: number;
    readonly max: number;
  }

  /** Reads any expression. @throws Error when the text is no EDTF. */
  export default function edtf(text: string): Bounds;
}
