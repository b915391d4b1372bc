import type { LocatedFinding } from './located-finding.js';

/** A finding as `json` and `jsonl` write it; its shape is an interface, see docs/formats.md. */
export function findingJson(found: LocatedFinding): object {
  const { rule, severity, message, file, range, related, fixes } = found;
  return { rule, severity, message, file, range, related, fixes };
}
