import { type Day, dayOf, parseDay } from '../../core/index.js';
import { Failure } from '../terminal/failure.js';
import {
  COLOR_CHOICES,
  type ColorChoice,
  type DisplayOptions,
  styleFor,
} from '../terminal/style.js';
import type { Invocation, Option } from './command.js';

export const todayOption: Option = {
  syntax: '--today <day>',
  summary: 'check deadlines and statuses as of this day, YYYY-MM-DD (default: today)',
};

export const configOption: Option = {
  syntax: '--config <file>',
  summary: 'read this configuration instead of the nearest rapporteur.yaml',
};

export const colorOption: Option = {
  syntax: '--color <when>',
  summary: 'color the report',
  choices: COLOR_CHOICES,
  initial: 'auto',
};

export const stdinOption: Option = {
  syntax: '--stdin-filename <file>',
  summary: "the name of the text that '-' reads from the standard input",
};

/** @throws Failure when `--today` names no day. */
export function todayOf({ io, options }: Invocation): Day {
  const written = options.today;
  if (typeof written !== 'string') {
    const now = io.now();
    return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }
  const day = parseDay(written);
  if (day === undefined) {
    throw new Failure(`--today: '${written}' is not a date. Write it as 2025-11-01.`);
  }
  return day;
}

export function textOf({ options }: Invocation, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be given several times. */
export function listOf({ options }: Invocation, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

/** What a report may look like here. Without a terminal it is as wide as `COLUMNS`, else 100. */
export function displayOptionsOf(invocation: Invocation): DisplayOptions {
  const { io, options } = invocation;
  const { columns } = io.stdout;
  const requested = Number(io.env.COLUMNS);
  const width = columns ?? (Number.isInteger(requested) && requested > 0 ? requested : 100);
  const choice = options.color === false ? 'never' : ((options.color ?? 'auto') as ColorChoice);
  return { width: Math.min(Math.max(40, width), 160), style: styleFor(choice, io, io.stdout) };
}
