import { slug } from 'github-slugger';

/** Gives each heading of one text the anchor that GitHub gives it; they must be asked in order. */
export function headingAnchors(): (words: string) => string {
  // How often an anchor has been given with a number, as `GithubSlugger` counts.
  const given = new Map<string, number>();
  return (words) => {
    const first = slugOf(words);
    let anchor = first;
    while (given.has(anchor)) {
      const count = (given.get(first) ?? 0) + 1;
      given.set(first, count);
      anchor = `${first}-${count}`;
    }
    given.set(anchor, 0);
    return anchor;
  };
}

/** The library knows which signs of all Unicode to take out; of ASCII they are few. */
function slugOf(words: string): string {
  if (!/^[ -~]*$/.test(words)) return slug(words);
  return words
    .toLowerCase()
    .replace(/[^\w -]+/g, '')
    .replaceAll(' ', '-');
}
