import { escapeLines } from './escape-controls.js';

/**
 * The job could not be done: said on the standard error, exit status 2. Thrown, because it ends the
 * run from wherever it is found out; never for what stands in a text.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  /** @param form `drawn`: it holds colours of our own, and words of others in it are harmless already */
  constructor(message: string, form: 'plain' | 'drawn' = 'plain') {
    super(form === 'drawn' ? message : escapeLines(message));
  }
}
