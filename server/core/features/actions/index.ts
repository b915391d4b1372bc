export { type ActionRequest, isBelow, type Offer, type SuggestionsAsked } from './code-action.js';
export { ACTIONS, offersFor } from './list.js';
export { suggested } from './suggested.js';
export { occurrences } from './tag-all.js';
