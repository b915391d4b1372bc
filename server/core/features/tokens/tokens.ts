import type { Tag } from '../../brief/index.js';
import type { Span } from '../../text/index.js';
import {
  commitmentOf,
  commitmentOfTag,
  isOverdue,
  kindsOfId,
  type Page,
  partIn,
  resolve,
  type Workspace,
  yamlOf,
} from '../../workspace/index.js';
import type { Token, TokenModifier } from './token.js';
import { flattened, type Mark } from './token-marks.js';

/**
 * What can be coloured in a page: the words of mentions and dates, ids, the words after the colons. The
 * words of a commitment or an update are prose and stay so. In reading order; no two overlap, none
 * crosses a line's end; of nested tags the innermost counts.
 * @param within only what touches this stretch
 */
export function semanticTokens(workspace: Workspace, page: Page, within?: Span): readonly Token[] {
  if (page.facts.role === 'document') return [];
  const part = within === undefined ? page : partIn(page, within);
  const marks = [
    ...(page.facts.role === 'registry' ? kindKeys(workspace, page) : []),
    ...marksOfTags(workspace, part, within),
    ...marksOfDefinitions(workspace, part, within),
    ...marksOfUses(workspace, part, within),
  ];
  return flattened(page.text, marks, within);
}

function isWanted(span: Span, within: Span | undefined): boolean {
  return within === undefined || (span.start <= within.end && span.end >= within.start);
}

function* marksOfTags(workspace: Workspace, page: Page, within: Span | undefined): Iterable<Mark> {
  for (const tag of page.facts.tags) {
    if (!isWanted(tag.span, within)) continue;
    const commitment = commitmentOfTag(workspace, page, tag);
    const late = commitment !== undefined && isOverdue(commitment, workspace.today);
    const modifiers = late ? OVERDUE : EMPTY_MODIFIERS;
    yield { span: tag.head, kind: tag.kind, modifiers };
    if (tag.form === 'text' && tag.parent !== undefined) yield { span: tag.span, kind: undefined };
    const said = tag.label === undefined ? undefined : modifiersOfWords(workspace, page, tag);
    if (tag.label !== undefined && said !== undefined) {
      yield { span: tag.label, kind: tag.kind, modifiers: said };
    }
  }
}

/** `undefined`: the words are prose. */
function modifiersOfWords(
  workspace: Workspace,
  page: Page,
  tag: Tag,
): readonly TokenModifier[] | undefined {
  if (tag.role === 'definition') return DEFINITION;
  if (tag.role === 'date') return tag.edtf === undefined ? UNRESOLVED : EMPTY_MODIFIERS;
  if (tag.role !== 'mention' || tag.kind === 'commitment') return undefined;
  return resolve(workspace, page, tag).type === 'resolved' ? EMPTY_MODIFIERS : UNRESOLVED;
}

function* marksOfDefinitions(
  workspace: Workspace,
  page: Page,
  within: Span | undefined,
): Iterable<Mark> {
  for (const { id, kind, tag } of page.facts.definitions) {
    if (!isWanted(id.span, within)) continue;
    const late = tag !== undefined && isLate(workspace, kind, id.text);
    yield { span: id.span, kind, modifiers: late ? LATE_DEFINITION : DEFINITION };
  }
}

function* marksOfUses(workspace: Workspace, page: Page, within: Span | undefined): Iterable<Mark> {
  for (const { id, kinds } of page.facts.uses) {
    if (!isWanted(id.span, within)) continue;
    const known = kindsOfId(workspace, id.text);
    const [fitting] = kinds === 'any' ? known : [...known].filter((kind) => kinds.includes(kind));
    const kind = fitting ?? (kinds === 'any' ? undefined : kinds[0]);
    if (kind === undefined) continue;
    const late = isLate(workspace, kind, id.text);
    const modifiers = fitting === undefined ? UNRESOLVED : late ? OVERDUE : EMPTY_MODIFIERS;
    yield { span: id.span, kind, modifiers };
  }
}

function isLate(workspace: Workspace, kind: string, id: string): boolean {
  const commitment = kind === 'commitment' ? commitmentOf(workspace, id) : undefined;
  return commitment !== undefined && isOverdue(commitment, workspace.today);
}

const EMPTY_MODIFIERS: readonly TokenModifier[] = [];
const DEFINITION: readonly TokenModifier[] = ['definition'];
const LATE_DEFINITION: readonly TokenModifier[] = ['definition', 'overdue'];
const UNRESOLVED: readonly TokenModifier[] = ['unresolved'];
const OVERDUE: readonly TokenModifier[] = ['overdue'];

/** The keys of kinds at the top of a registry. */
function* kindKeys({ vocabulary }: Workspace, page: Page): Iterable<Mark> {
  const { value } = yamlOf(page);
  if (value?.type !== 'mapping') return;
  for (const { key } of value.entries) {
    const kind = vocabulary.kinds.get(key.text);
    if (kind?.role === 'entity') yield { span: key.span, kind: kind.tag, modifiers: [] };
  }
}
