import { SUGGESTION_LEVELS, type SuggestionLevel } from '../../core/index.js';
import type { Invocation, Option } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

const PARTS = ['names', 'dates', 'commitments', 'descriptions'] as const;
type Part = (typeof PARTS)[number];

/** Which suggestions are wanted, and what is done with them. */
export interface AnnotateRequest {
  readonly format: 'text' | 'json' | 'diff';
  readonly write: boolean;
  readonly interactive: boolean;
  /** The least certain that is wanted; `undefined`: what the settings say. */
  readonly level: SuggestionLevel | undefined;
  /** `undefined`: what the settings say. */
  readonly kinds: ReadonlySet<string> | undefined;
  readonly only: Part | undefined;
  readonly registry: string | undefined;
  /** Whether ordinary documents in folders are read, too. */
  readonly all: boolean;
}

export const annotateOptions: readonly Option[] = [
  {
    syntax: '--format <format>',
    summary: 'how to show what would be tagged: for people, for programs, or as a diff',
    choices: ['text', 'json', 'diff'],
    initial: 'text',
  },
  {
    syntax: '--interactive',
    summary: 'ask about each suggestion, key by key, and put in what you agree to',
  },
  { syntax: '--write', summary: 'put the tags in: those that are certain, or from --level on' },
  {
    syntax: '--level <level>',
    summary:
      'the least certain suggestions to use (default: from the settings, or likely; with --write: certain)',
    choices: SUGGESTION_LEVELS,
  },
  { syntax: '--kinds <kinds>', summary: 'only these kinds, with commas: person,org' },
  { syntax: '--only <part>', summary: 'only this part of the suggestions', choices: PARTS },
  { syntax: '--registry <file>', summary: 'the registry for new entries (default: the nearest)' },
  { syntax: '--all', summary: 'also Markdown in folders that has no tags yet' },
];

/** @throws Failure when the options contradict each other. */
export function annotateRequestOf(invocation: Invocation): AnnotateRequest {
  const { options } = invocation;
  const write = options.write === true;
  const format = (textOf(invocation, 'format') ?? 'text') as AnnotateRequest['format'];
  if (write && format === 'diff')
    throw new Failure('--format diff shows what would change. Remove --write.');
  const interactive = options.interactive === true;
  if (interactive && (write || format !== 'text'))
    throw new Failure(`--interactive asks and writes. Remove ${write ? '--write' : '--format'}.`);
  const kinds = textOf(invocation, 'kinds')
    ?.split(',')
    .map((kind) => kind.trim())
    .filter((kind) => kind !== '');
  return {
    format,
    write,
    interactive,
    level: (textOf(invocation, 'level') ??
      (write ? 'certain' : undefined)) as AnnotateRequest['level'],
    kinds: kinds && new Set(kinds),
    only: textOf(invocation, 'only') as Part | undefined,
    registry: textOf(invocation, 'registry'),
    all: options.all === true,
  };
}
