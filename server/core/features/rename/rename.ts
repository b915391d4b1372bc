import type { Page, Workspace } from '../../workspace/index.js';
import { withAnchors } from './rename-anchors.js';
import { renameFootnote } from './rename-footnote.js';
import { headingWords, renameHeading } from './rename-heading.js';
import { renameId } from './rename-id.js';
import { isRefused, type RenameRefused, type RenameStart, type Renaming } from './rename-model.js';
import { renameName } from './rename-name.js';
import { type RenameSubject, subjectOfRename } from './rename-subject.js';

/**
 * What would be renamed at an offset (UTF-16), or why it cannot be; `undefined` for what has no name.
 * On an id it is the id, on words the name they are.
 */
export function prepareRename(
  workspace: Workspace,
  page: Page,
  offset: number,
): RenameStart | RenameRefused | undefined {
  const subject = subjectOfRename(workspace, page, offset);
  if (subject === undefined || isRefused(subject)) return subject;
  if (subject.type === 'heading') return headingWords(page, subject.heading);
  return { span: subject.span, placeholder: placeholderOf(subject) };
}

function placeholderOf(subject: Exclude<RenameSubject, { type: 'heading' }>): string {
  if (subject.type === 'id') return subject.id;
  return subject.type === 'name' ? subject.name : subject.footnote.label.text;
}

/**
 * The edits that give the thing at an offset another name everywhere: what meant it means it still, and
 * nothing else comes to mean anything else.
 */
export function rename(
  workspace: Workspace,
  page: Page,
  offset: number,
  to: string,
): Renaming | RenameRefused | undefined {
  const subject = subjectOfRename(workspace, page, offset);
  if (subject === undefined || isRefused(subject)) return subject;
  switch (subject.type) {
    case 'id':
      return withAnchors(workspace, renameId(workspace, subject.id, to.trim()));
    case 'name':
      return withAnchors(workspace, renameName(workspace, subject.id, subject.name, to.trim()));
    case 'heading':
      return renameHeading(workspace, page, subject.heading, to.trim());
    case 'footnote':
      return renameFootnote(page, subject.footnote, to.trim());
  }
}
