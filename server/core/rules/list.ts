import { attributesOnNextLine } from './attributes-on-next-line.js';
import { bareWord } from './bare-word.js';
import { brokenFootnote } from './broken-footnote.js';
import { brokenLink } from './broken-link.js';
import { curlyQuotes } from './curly-quotes.js';
import { duplicateAttribute } from './duplicate-attribute.js';
import { duplicateKey } from './duplicate-key.js';
import { emptyLabel } from './empty-label.js';
import { equalNestedBlocks } from './equal-nested-blocks.js';
import { gluedTag } from './glued-tag.js';
import { impreciseBriefDate } from './imprecise-brief-date.js';
import { invalidEncoding } from './invalid-encoding.js';
import { invalidFrontMatter } from './invalid-front-matter.js';
import { invalidValue } from './invalid-value.js';
import { invalidYaml } from './invalid-yaml.js';
import { malformedAttribute } from './malformed-attribute.js';
import { malformedFence } from './malformed-fence.js';
import { missingBriefDate } from './missing-brief-date.js';
import { missingColon } from './missing-colon.js';
import { refWithId } from './ref-with-id.js';
import type { Rule } from './rule.js';
import { spaceInList } from './space-in-list.js';
import { spaceInTag } from './space-in-tag.js';
import { tagInHtml } from './tag-in-html.js';
import { textBesideRecord } from './text-beside-record.js';
import { unclosedAttributes } from './unclosed-attributes.js';
import { unclosedBlock } from './unclosed-block.js';
import { unclosedLabel } from './unclosed-label.js';
import { unclosedQuote } from './unclosed-quote.js';
import { unknownAttribute } from './unknown-attribute.js';
import { unknownKind } from './unknown-kind.js';
import { unknownSuppression } from './unknown-suppression.js';
import { unreadableDate } from './unreadable-date.js';
import { unusedSuppression } from './unused-suppression.js';
import { wrongForm } from './wrong-form.js';

/** Every rule, by name: one line each. */
export const RULES: readonly Rule[] = [
  attributesOnNextLine,
  bareWord,
  brokenFootnote,
  brokenLink,
  curlyQuotes,
  duplicateAttribute,
  duplicateKey,
  emptyLabel,
  equalNestedBlocks,
  gluedTag,
  impreciseBriefDate,
  invalidEncoding,
  invalidFrontMatter,
  invalidValue,
  invalidYaml,
  malformedAttribute,
  malformedFence,
  missingBriefDate,
  missingColon,
  refWithId,
  spaceInList,
  spaceInTag,
  tagInHtml,
  textBesideRecord,
  unclosedAttributes,
  unclosedBlock,
  unclosedLabel,
  unclosedQuote,
  unknownAttribute,
  unknownKind,
  unknownSuppression,
  unreadableDate,
  unusedSuppression,
  wrongForm,
];
