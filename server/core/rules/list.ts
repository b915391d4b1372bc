import { ambiguousName } from './ambiguous-name.js';
import { assessmentBeforeCommitment } from './assessment-before-commitment.js';
import { assessmentWithoutSource } from './assessment-without-source.js';
import { attributesOnNextLine } from './attributes-on-next-line.js';
import { bareWord } from './bare-word.js';
import { brokenFootnote } from './broken-footnote.js';
import { brokenLink } from './broken-link.js';
import { commitmentCycle } from './commitment-cycle.js';
import { commitmentOutsideAgreement } from './commitment-outside-agreement.js';
import { commitmentWithoutDeadline } from './commitment-without-deadline.js';
import { commitmentWithoutParty } from './commitment-without-party.js';
import { commitmentWithoutSource } from './commitment-without-source.js';
import { curlyQuotes } from './curly-quotes.js';
import { disagreeingAssessments } from './disagreeing-assessments.js';
import { duplicateAttribute } from './duplicate-attribute.js';
import { duplicateId } from './duplicate-id.js';
import { duplicateKey } from './duplicate-key.js';
import { emptyLabel } from './empty-label.js';
import { equalNestedBlocks } from './equal-nested-blocks.js';
import { fullWidthSign } from './full-width-sign.js';
import { gluedTag } from './glued-tag.js';
import { impossibleStatusChange } from './impossible-status-change.js';
import { impreciseBriefDate } from './imprecise-brief-date.js';
import { invalidEncoding } from './invalid-encoding.js';
import { invalidFrontMatter } from './invalid-front-matter.js';
import { invalidValue } from './invalid-value.js';
import { invalidYaml } from './invalid-yaml.js';
import { malformedAttribute } from './malformed-attribute.js';
import { malformedFence } from './malformed-fence.js';
import { mismatchedDate } from './mismatched-date.js';
import { mismatchedPeriod } from './mismatched-period.js';
import { missingBriefDate } from './missing-brief-date.js';
import { missingColon } from './missing-colon.js';
import { missingKind } from './missing-kind.js';
import { officeNotHeld } from './office-not-held.js';
import { overdueCommitment } from './overdue-commitment.js';
import { overstatedStrength } from './overstated-strength.js';
import { refWithId } from './ref-with-id.js';
import type { Rule } from './rule.js';
import { spaceInList } from './space-in-list.js';
import { spaceInTag } from './space-in-tag.js';
import { statusWithoutSource } from './status-without-source.js';
import { tagInHtml } from './tag-in-html.js';
import { textBesideRecord } from './text-beside-record.js';
import { unclosedAttributes } from './unclosed-attributes.js';
import { unclosedBlock } from './unclosed-block.js';
import { unclosedLabel } from './unclosed-label.js';
import { unclosedQuote } from './unclosed-quote.js';
import { unknownAttribute } from './unknown-attribute.js';
import { unknownKind } from './unknown-kind.js';
import { unknownStep } from './unknown-step.js';
import { unknownSuppression } from './unknown-suppression.js';
import { unreadableDate } from './unreadable-date.js';
import { unregisteredSource } from './unregistered-source.js';
import { unresolvedName } from './unresolved-name.js';
import { unresolvedReference } from './unresolved-reference.js';
import { untaggedCommitment } from './untagged-commitment.js';
import { untaggedMention } from './untagged-mention.js';
import { unusedEntity } from './unused-entity.js';
import { unusedSuppression } from './unused-suppression.js';
import { updateBeforeCommitment } from './update-before-commitment.js';
import { vagueDeadline } from './vague-deadline.js';
import { wrongBrackets } from './wrong-brackets.js';
import { wrongForm } from './wrong-form.js';
import { wrongKind } from './wrong-kind.js';

/** Every rule, by name: one line each. */
export const RULES: readonly Rule[] = [
  ambiguousName,
  assessmentBeforeCommitment,
  assessmentWithoutSource,
  attributesOnNextLine,
  bareWord,
  brokenFootnote,
  brokenLink,
  commitmentCycle,
  commitmentOutsideAgreement,
  commitmentWithoutDeadline,
  commitmentWithoutParty,
  commitmentWithoutSource,
  curlyQuotes,
  disagreeingAssessments,
  duplicateAttribute,
  duplicateId,
  duplicateKey,
  emptyLabel,
  equalNestedBlocks,
  fullWidthSign,
  gluedTag,
  impossibleStatusChange,
  impreciseBriefDate,
  invalidEncoding,
  invalidFrontMatter,
  invalidValue,
  invalidYaml,
  malformedAttribute,
  malformedFence,
  mismatchedDate,
  mismatchedPeriod,
  missingBriefDate,
  missingColon,
  missingKind,
  officeNotHeld,
  overdueCommitment,
  overstatedStrength,
  refWithId,
  spaceInList,
  spaceInTag,
  statusWithoutSource,
  tagInHtml,
  textBesideRecord,
  unclosedAttributes,
  unclosedBlock,
  unclosedLabel,
  unclosedQuote,
  unknownAttribute,
  unknownKind,
  unknownStep,
  unknownSuppression,
  unreadableDate,
  unregisteredSource,
  unresolvedName,
  unresolvedReference,
  untaggedCommitment,
  untaggedMention,
  unusedEntity,
  unusedSuppression,
  updateBeforeCommitment,
  vagueDeadline,
  wrongBrackets,
  wrongForm,
  wrongKind,
];
