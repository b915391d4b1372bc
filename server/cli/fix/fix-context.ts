import { resolve } from 'node:path';
import { decode, letSignalsThrough, type Reading, readPath } from '../../host/index.js';
import { collect } from '../collect/collect.js';
import { chooseFix, type Reach } from '../formats/choose-fix.js';
import type { Plan } from '../plan/plan.js';
import type { Io } from '../terminal/io.js';
import type { FixContext } from './fix-loop.js';
import { stdinTargetOf, withStdinContent } from './stdin-target.js';

/** What fixing needs of a check: what is found in other texts, which fix is wanted, and what files hold. */
export function fixContextFor(io: Io, plan: Plan, reach: Reach): FixContext {
  const keeping: Plan = { ...plan, job: { ...plan.job, keeps: 'texts' } };
  const { quiet } = plan.outputs;
  return {
    collectWith: async (texts) => {
      // A cache may have been written a moment ago, and collecting does not pause.
      await letSignalsThrough();
      const entries = [...texts].map(
        ([file, text]) => [resolve(io.cwd, file), Buffer.from(text)] as const,
      );
      const overlay = new Map(entries);
      return collect(io, withStdinContent(keeping, overlay), overlay);
    },
    chooseFix: (found) =>
      quiet && found.severity !== 'error' ? undefined : chooseFix(found, reach),
    textOf: (file) => {
      const reading = readingOf(io, plan, file);
      const refusal = refusalOf(reading);
      if (reading.type === 'text' && refusal === undefined) return { text: reading.text };
      return { refusal: refusal ?? '' };
    },
  };
}

/** What stands in a file, or came by the standard input under its name. */
export function readingOf(io: Io, plan: Plan, file: string): Reading {
  const path = resolve(io.cwd, file);
  const input = stdinTargetOf(plan);
  return input?.path === path ? decode(input.content) : readPath(path);
}

/** Why a text cannot be written back. */
export function refusalOf(reading: Reading): string | undefined {
  if (reading.type === 'fault') return reading.fault.reason;
  if (reading.encoding === undefined) return undefined;
  return `it is not in UTF-8 (${reading.encoding.found}). Save it as UTF-8 first`;
}
