import { attributeSpec } from '../../brief/index.js';
import type { DescribeContext } from '../describe/describe-id.js';
import { describeId } from '../describe/describe-id.js';
import {
  describeAttribute,
  describeKind,
  describeRule,
  writtenIn,
} from '../describe/describe-vocabulary.js';
import type { RichText } from '../describe/rich-text.js';
import type { DocumentationKey } from './completion.js';

/** What is known of something that is offered, for whoever looks closer; as a hover says it. */
export function completionDocumentation(
  asking: DescribeContext,
  what: DocumentationKey,
): RichText | undefined {
  const { kinds } = asking.workspace.vocabulary;
  if (what.type === 'thing') return describeId(asking, what.id);
  if (what.type === 'rule') return describeRule(what.rule);
  const kind = kinds.get(what.kind);
  if (kind === undefined) return undefined;
  if (what.type === 'kind') return describeKind(kind);
  const spec = attributeSpec(kind, what.attribute);
  return spec && describeAttribute(kind, spec, writtenIn(asking.page));
}
