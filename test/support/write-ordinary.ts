import fs from 'node:fs';
import path from 'node:path';

/**
 * Fills a folder with Markdown files without a tag, as documentation is: headings, lists, code, tables, links
 * and what looks like tags and is none. How many bytes they have. The same every time.
 */
export function writeOrdinary(folder: string, count: number, size: number): number {
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const below = path.join(folder, `part-${index % 50}`);
    if (index < 50) fs.mkdirSync(below, { recursive: true });
    const text = ordinaryText(index, size);
    fs.writeFileSync(path.join(below, `page-${index}.md`), text);
    bytes += text.length;
  }
  return bytes;
}

function ordinaryText(index: number, size: number): string {
  const parts = [`# Page ${index}\n\nSee [the next page](page-${index + 50}.md#part-1).\n`];
  let length = 0;
  for (let part = 0; length < size; part += 1) {
    const next = SECTIONS[(index + part) % SECTIONS.length] ?? '';
    parts.push(`\n## Part ${part}\n\n${next}`);
    length += next.length + 12;
  }
  return parts.join('');
}

const SENTENCES =
  'The service reads its settings when it starts, and again when the file changes. Each setting has a name and a value: see the *reference* for all of them. It was written for teams that keep their notes in one place, at 10:30 every day, with std::string and a::b in the text.\n';

const SECTIONS = [
  `${SENTENCES}${SENTENCES}\n${SENTENCES}`,
  `- one item: with a colon\n- another, with \`code: [x]\`\n  - and one below it\n\n1. first\n2. second\n\n${SENTENCES}`,
  `\`\`\`yaml\nname: value\nlist: [a, b]\nplace: { x: 1 }\n\`\`\`\n\n${SENTENCES}`,
  `| name | meaning |\n|---|---|\n| one | the first: [link](https://example.org/a?b=c) |\n| two | the second |\n\n${SENTENCES}`,
  `> A quote of two lines,\n> with **strong** words.\n\n:::note\nRead this first.\n:::\n\n${SENTENCES}`,
  `<div align="center">\n  <img src="a.png" alt="x:y">\n</div>\n\n${SENTENCES}[^1]\n\n[^1]: A note.\n`,
];
