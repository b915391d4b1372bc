import type { Fault } from '../brief/index.js';
import type { Span } from '../text/index.js';
import type { Page } from '../workspace/index.js';
import type { Finding, Fix, Rule } from './rule.js';

/** What a reader found wrong: the words of {@link Fault.detail}, and the characters themselves. */
export interface Found {
  readonly detail: Readonly<Record<string, string | undefined>>;
  /** The characters of the fault's span, as they stand. */
  readonly written: string;
  /** Of the page, for a rule that must look around. */
  readonly text: string;
  readonly span: Span;
}

export interface FaultRule extends Omit<Rule, 'check'> {
  message(found: Found): string;
  /** What its fix is called when the reader that made it has no better name. In the imperative. */
  readonly fix?: string;
}

/**
 * A rule about a slip that the reading itself met: the reader left a fault of the rule's name in the
 * page's facts, and all there is to do is to say it in plain words.
 */
export function faultRule({ message, fix, ...rule }: FaultRule): Rule {
  return {
    ...rule,
    *check(page) {
      for (const fault of page.facts.faults) {
        if (fault.rule === rule.name) yield finding(page, fault, message, fix);
      }
    },
  };
}

function finding(
  page: Page,
  fault: Fault,
  message: FaultRule['message'],
  title: string | undefined,
): Finding {
  const { text } = page;
  const { detail, span } = fault;
  const written = text.slice(span.start, span.end);
  const fixes = fixesOf(page, fault, written, title);
  const worded = { span, message: message({ detail, written, text, span }) };
  return fixes.length > 0 ? { ...worded, fixes } : worded;
}

/** A reader gives edits only where they are certain; a mere suggestion is offered beside. */
function fixesOf(page: Page, fault: Fault, written: string, title: string | undefined): Fix[] {
  if (fault.edits !== undefined) {
    const edits = fault.edits.map((edit) => ({ ...edit, page: page.id }));
    return [{ title: fault.fix ?? title ?? 'Mend it', edits, certain: true }];
  }
  const { wanted, found } = fault.detail;
  if (wanted === undefined || found !== written) return [];
  const edit = { page: page.id, span: fault.span, text: wanted };
  return [{ title: `Change to '${wanted}'`, edits: [edit], certain: false }];
}
