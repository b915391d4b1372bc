import type { Platform } from '../report/report-outputs.js';
import type { Io } from '../terminal/io.js';

/** The platforms that are notified of findings without an option, by what their environment sets. */
const PLATFORMS: Readonly<Record<string, () => Promise<Platform>>> = {
  GITHUB_ACTIONS: async () => (await import('./github.js')).github,
  GITLAB_CI: async () => (await import('./gitlab.js')).gitlab,
  TF_BUILD: async () => (await import('./azure.js')).azure,
};

export const PLATFORM_VARIABLES: readonly string[] = Object.keys(PLATFORMS);

/** Where this runs, as the platform itself says. */
export async function platformOf(env: Io['env']): Promise<Platform | undefined> {
  const variable = PLATFORM_VARIABLES.find((name) => /^(?:true|1)$/i.test(env[name] ?? ''));
  return variable === undefined ? undefined : PLATFORMS[variable]?.();
}
