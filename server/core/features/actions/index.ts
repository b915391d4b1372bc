export {
  type ActionRequest,
  COMMITMENT_KIND,
  type CodeAction,
  DEFINE_KIND,
  FIX_ALL_KIND,
  type Offer,
  SUPPRESS_KIND,
  TAG_KIND,
  UPDATE_KIND,
} from './code-action.js';
export { ACTIONS, offersFor } from './list.js';
