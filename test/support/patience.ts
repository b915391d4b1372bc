/**
 * In milliseconds: nothing that a test waits for takes so long on a machine however busy, so it hangs. At rest no
 * test takes a tenth of it.
 */
export const HANGS = 15 * 60_000;
