import type { Io } from '../io.js';

/** A platform that runs checks and shows what they find beside the code. */
export type Platform = 'github' | 'gitlab' | 'azure';

const VARIABLES: readonly (readonly [string, Platform])[] = [
  ['GITHUB_ACTIONS', 'github'],
  ['GITLAB_CI', 'gitlab'],
  ['TF_BUILD', 'azure'],
];

/** Where this runs, as the platform itself says. */
export function platformOf(env: Io['env']): Platform | undefined {
  return VARIABLES.find(([name]) => /^(?:true|1)$/i.test(env[name] ?? ''))?.[1];
}
