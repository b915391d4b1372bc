import { type Definition, type Tag, tagOf } from '../../brief/index.js';
import type { Span } from '../../text/index.js';
import { commitmentOfTag, type Page, type Workspace } from '../../workspace/index.js';
import { type CursorTarget, targetAt } from '../target-at.js';
import { commitmentState } from './card.js';
import { describeAssessment } from './describe-assessment.js';
import { describeCommitment } from './describe-commitment.js';
import { describeWhen } from './describe-date.js';
import { type DescribeContext, describeId, describeMissing } from './describe-id.js';
import { describeFootnote, describeHeading, describeLink } from './describe-links.js';
import { describeMention } from './describe-mention.js';
import { describeUpdate } from './describe-update.js';
import {
  describeAttribute,
  describeChoice,
  describeKind,
  describeRule,
  writtenIn,
} from './describe-vocabulary.js';
import type { RichText } from './rich-text.js';

/** What is shown of the thing under the cursor. */
export interface HoverText {
  readonly span: Span;
  /** To be written by `markdownOf` or `plainTextOf`; never empty. */
  readonly telling: RichText;
}

/**
 * @param offset UTF-16
 * @param known `reading`: some files of the workspace have not been read yet
 */
export function hover(
  workspace: Workspace,
  page: Page,
  offset: number,
  known: 'all' | 'reading' = 'all',
): HoverText | undefined {
  const thing = targetAt(workspace, page, offset);
  if (thing === undefined) return undefined;
  const telling = describeTarget({ workspace, page, complete: known === 'all' }, thing);
  return telling === undefined || telling.length === 0 ? undefined : { span: thing.span, telling };
}

/** What there is to say of a thing; `undefined` when there is nothing beyond what stands there. */
function describeTarget(asking: DescribeContext, thing: CursorTarget): RichText | undefined {
  const { workspace, page } = asking;
  switch (thing.type) {
    case 'mention':
      return describeMention(asking, thing.tag);
    case 'definition':
      return describeDefinition(asking, thing.definition);
    case 'use':
      return (
        describeId(asking, thing.use.id.text) ??
        describeMissing(asking, thing.use.id.text, thing.use.kinds)
      );
    case 'commitment':
      return commitmentIn(asking, thing.tag);
    case 'update':
      return describeUpdate(asking, thing.tag);
    case 'assessment':
      return describeAssessment(asking, thing.tag);
    case 'date':
      return describeWhen(workspace.today, thing.edtf, thing.spec);
    case 'kind':
      return [...(promiseOf(asking, thing.tag) ?? []), ...describeKind(thing.kind)];
    case 'attribute':
      return describeAttribute(thing.kind, thing.spec, writtenIn(page));
    case 'choice':
      return describeChoice(thing.spec, thing.choice, writtenIn(page));
    case 'heading':
      return describeHeading(workspace, page, thing.heading);
    case 'link':
      return describeLink(workspace, page, thing.link);
    case 'footnote':
      return describeFootnote(page, thing.footnote);
    case 'rule':
      return describeRule(thing.name);
    default:
      return undefined;
  }
}

/** A finding about a promise is often marked at the word `commitment` or `update`: it tells of both. */
function promiseOf(asking: DescribeContext, tag: Tag | undefined): RichText | undefined {
  if (tag?.role === 'update') return describeUpdate(asking, tag);
  if (tag?.role === 'assessment') return describeAssessment(asking, tag);
  if (tag?.role !== 'commitment' && tag?.kind !== 'commitment') return undefined;
  return tag.refs === undefined ? commitmentIn(asking, tag) : describeMention(asking, tag);
}

/** Of two commitments with one id, that which stands here. */
function describeDefinition(asking: DescribeContext, definition: Definition): RichText | undefined {
  const tag = tagOf(asking.page.facts, definition.tag);
  if (tag?.role === 'commitment') return commitmentIn(asking, tag);
  return describeId(asking, definition.id.text);
}

function commitmentIn({ workspace, page }: DescribeContext, tag: Tag): RichText | undefined {
  const found = commitmentOfTag(workspace, page, tag);
  return found && describeCommitment(workspace, commitmentState(workspace, found));
}
