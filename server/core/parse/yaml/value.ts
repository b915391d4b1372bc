import type { Span, Written } from '../../text/index.js';

/** A value with the place of every part: of YAML, or of a tag's attribute. Scalars stay as written. */
export type Value = Scalar | List | Mapping;

export interface Scalar extends Written {
  readonly type: 'scalar';
}
export interface List {
  readonly type: 'list';
  readonly span: Span;
  readonly items: readonly Value[];
}
export interface Mapping {
  readonly type: 'mapping';
  readonly span: Span;
  readonly entries: readonly Entry[];
}
export interface Entry {
  readonly key: Written;
  readonly value: Value;
}

export interface YamlSyntax {
  /** `undefined` when the text holds no value, or none could be read. */
  readonly value: Value | undefined;
  readonly faults: readonly YamlFault[];
  /** Each comment from its `#` to the end of its line. */
  readonly comments: readonly Written[];
}

export interface YamlFault {
  readonly code: 'invalid-yaml' | 'duplicate-key';
  readonly span: Span;
  /** A sentence for a person, without a line number. */
  readonly message: string;
}
