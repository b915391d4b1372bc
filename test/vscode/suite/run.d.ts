// Written by .build/suite.mjs for each run.
declare module 'rapporteur:run' {
  /** `node`: the server's extension host; `web`: the browser's; `electron`: the desktop's. */
  export const host: 'node' | 'web' | 'electron';
  /** Whether the extension is the packaged and installed one. */
  export const installed: boolean;
  /** Only tests with this in their titles; absent: all. */
  export const grep: string | undefined;
  /** Runs the chosen files, which describe their tests. */
  export function load(): void;
}
