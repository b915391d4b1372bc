import type { Settings, Workspace } from '../../core/index.js';

/** What facts follow from besides their texts, and the workspace from its pages: all but the levels of rules. */
export function meaningOfFacts({
  levels: _levels,
  overrides: _overrides,
  ...others
}: Settings): string {
  return written(others);
}

/** What findings follow from besides the pages. */
export function meaningOfFindings({ settings, today }: Workspace): string {
  return written({ settings, today });
}

/** Plain data as text, maps included. */
function written(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner instanceof Map ? { map: [...inner] } : inner instanceof Set ? { set: [...inner] } : inner,
  );
}
