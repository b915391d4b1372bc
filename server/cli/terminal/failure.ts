/**
 * The job could not be done: said on the standard error, exit status 2. Thrown, because it ends the
 * run from wherever it is found out; never for what stands in a text.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
}
