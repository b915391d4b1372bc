export type { ActionRequest, Offer } from './code-action.js';
export { ACTIONS, offersFor } from './list.js';
