export {
  type Action,
  type Ask,
  COMMITMENT_KIND,
  DEFINE_KIND,
  FIX_ALL_KIND,
  type Offer,
  SUPPRESS_KIND,
  TAG_KIND,
  UPDATE_KIND,
} from './action.js';
export { ACTIONS, offersFor } from './list.js';
