import type { Span } from '../text/index.js';
import type { Page, Workspace } from '../workspace/index.js';
import { thingAt } from './thing.js';

/** What is shown of the thing under the cursor. */
export interface HoverText {
  readonly span: Span;
  /** CommonMark; what comes from the texts is escaped. */
  readonly markdown: string;
}

/** @param offset UTF-16 */
export function hover(workspace: Workspace, page: Page, offset: number): HoverText | undefined {
  const thing = thingAt(workspace, page, offset);
  return thing && { span: thing.span, markdown: thing.type };
}
