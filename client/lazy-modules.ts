import type { Launch } from './launch.js';

/** What takes long to read, so that it is read when it is first asked for. */
export interface LazyModules {
  /** The client library and the way to the server. */
  launch(): Launch;
  /** The plugin for the Markdown preview, which brings the engine along. */
  preview(): typeof import('./preview/index.js');
}
