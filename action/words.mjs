/**
 * Splits a line at blanks; quotes keep what is in them together, and nothing else is special: there
 * is no shell here that would expand anything.
 */
export function words(line) {
  const parts = line.match(/(?:"[^"]*"|'[^']*'|[^\s"']|["'])+/g) ?? [];
  return parts.map((part) =>
    part.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single),
  );
}
