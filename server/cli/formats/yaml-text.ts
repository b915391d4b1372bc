/** A text of one line as a value in YAML: bare where that means the text itself, else in double quotes. */
export function yamlText(text: string): string {
  const isPlain = PLAIN.test(text) && !NO_TEXT.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** No sign of YAML's, and no digit first: that may be a number or a day. */
const PLAIN = /^[a-z/_](?:[\w./* -]*[\w./*])?$/i;

/** What YAML takes for something else. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
