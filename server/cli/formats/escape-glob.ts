/**
 * The name of a folder as a glob that means it alone. In brackets, as a configuration takes no
 * backslash; a name that has one is matched by the sign for any character.
 */
export function escapeGlob(name: string): string {
  return name.replace(/[*?[\]{}()!+@|]/g, '[$&]').replaceAll('\\', '?');
}
