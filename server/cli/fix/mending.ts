import { resolve } from 'node:path';
import { decode, letSignalsThrough, type Reading, readPath } from '../../host/index.js';
import { judge } from '../check/judge.js';
import type { Plan } from '../check/plan.js';
import type { Io } from '../io.js';
import { fixFor, type Reach } from './fix-for.js';
import { inputOf, withInput } from './input.js';
import type { Mending } from './mend.js';

/** What fixing needs of a check: a look at other texts, what is wanted, and what stands in files. */
export function mendingFor(io: Io, plan: Plan, reach: Reach): Mending {
  const keeping: Plan = { ...plan, job: { ...plan.job, keeps: 'texts' } };
  const { quiet } = plan.outputs;
  return {
    look: async (texts) => {
      // A cache may have been written a moment ago, and a look does not pause.
      await letSignalsThrough();
      const entries = [...texts].map(
        ([file, text]) => [resolve(io.cwd, file), Buffer.from(text)] as const,
      );
      const overlay = new Map(entries);
      return judge(io, withInput(keeping, overlay), overlay);
    },
    wanted: (found) => (quiet && found.severity !== 'error' ? undefined : fixFor(found, reach)),
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
  const input = inputOf(plan);
  return input?.path === path ? decode(input.content) : readPath(path);
}

/** Why a text cannot be written back. */
export function refusalOf(reading: Reading): string | undefined {
  if (reading.type === 'fault') return reading.fault.reason;
  if (reading.encoding === undefined) return undefined;
  return `it is not in UTF-8 (${reading.encoding.found}). Save it as UTF-8 first`;
}
