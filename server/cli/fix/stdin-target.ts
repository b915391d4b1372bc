import type { Plan } from '../plan/plan.js';
import type { Target } from '../workspace/targets.js';

/** What came by the standard input. */
export type StdinTarget = Target & { readonly content: Uint8Array };

/** It stands alone, so it is one at most. */
export function stdinTargetOf({ job }: Plan): StdinTarget | undefined {
  const [target] = job.request.targets;
  return target?.content === undefined ? undefined : { ...target, content: target.content };
}

/** With another content: it is no file that an overlay could stand in for. */
export function withStdinContent(plan: Plan, contents: ReadonlyMap<string, Uint8Array>): Plan {
  const input = stdinTargetOf(plan);
  const content = input && contents.get(input.path);
  if (input === undefined || content === undefined) return plan;
  const request = { ...plan.job.request, targets: [{ ...input, content }] };
  return { ...plan, job: { ...plan.job, request } };
}
