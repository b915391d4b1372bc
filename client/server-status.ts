import type { StatusParams } from '../server/lsp/protocol.js';

/** How the server is: `off` until something needs it, `stopped` when it broke down. */
export type ServerStatus =
  | { readonly state: 'off' }
  | { readonly state: 'starting' }
  | { readonly state: 'stopped' }
  | StatusParams;
