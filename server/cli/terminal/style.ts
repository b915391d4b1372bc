import colors from 'picocolors';
import type { Io, Output } from './io.js';

/** How words are set off; without colours every one of these is the identity. */
export interface Style {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly hint: Paint;
  readonly strong: Paint;
  readonly quiet: Paint;
  readonly good: Paint;
  readonly path: Paint;
}

export type Paint = (text: string) => string;

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

export function styleFor(choice: ColorChoice, io: Io, output: Output): Style {
  const paint = colors.createColors(isColored(choice, io, output));
  return {
    error: (text) => paint.bold(paint.red(text)),
    warning: paint.yellow,
    info: paint.blue,
    hint: paint.cyan,
    strong: paint.bold,
    quiet: paint.dim,
    good: paint.green,
    path: (text) => paint.bold(paint.underline(text)),
  };
}

/** The option first, then what the environment asks for, then whether a person is looking. */
function isColored(choice: ColorChoice, { env }: Io, output: Output): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return output.isTTY && env.TERM !== 'dumb';
}

/** How wide a line may be, and how words are set off. */
export interface DisplayOptions {
  readonly width: number;
  readonly style: Style;
}
