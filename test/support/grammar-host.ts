// Markdown as an editor's grammar sees it, in small: where no real VS Code is installed, tags are
// coloured inside of this. Its rules end where those of VS Code's own grammar do.

const LINE = String.raw`(^|\G)[ ]{0,3}`;

export const MARKDOWN_HOST = {
  scopeName: 'text.html.markdown',
  patterns: [{ include: '#frontMatter' }, { include: '#block' }],
  repository: {
    frontMatter: {
      begin: String.raw`\A---\s*$`,
      end: String.raw`^---\s*$`,
      contentName: 'meta.embedded.block.frontmatter',
      patterns: [],
    },
    block: {
      patterns: [
        { match: `${LINE}(#{1,6}\\s.*)$`, captures: { 2: { patterns: [{ include: '#title' }] } } },
        {
          begin: `${LINE}(>) ?`,
          while: String.raw`(^|\G)\s*(>) ?`,
          name: 'markup.quote.markdown',
          patterns: [{ include: '#block' }],
        },
        {
          begin: `${LINE}([*+-]|[0-9]+[.)])[ \\t]`,
          while: String.raw`((^|\G)([ ]{2,4}|\t))|(^[ \t]*$)`,
          name: 'markup.list.unnumbered.markdown',
          patterns: [{ include: '#block' }],
        },
        {
          begin: `${LINE}(\\x60{3,}).*$`,
          end: String.raw`(^|\G)[ ]{0,3}\2\s*$`,
          name: 'markup.fenced_code.block.markdown',
        },
        {
          begin: String.raw`(^|\G)([ ]{4}|\t)`,
          while: String.raw`(^|\G)([ ]{4}|\t)`,
          name: 'markup.raw.block.markdown',
        },
        { begin: String.raw`(^|\G)\s*<!--`, end: '-->', name: 'comment.block.html' },
        {
          begin: String.raw`(^|\G)(\|)(?=[^|].+\|\s*$)`,
          while: String.raw`(^|\G)(?=\|)`,
          name: 'markup.table.markdown',
          patterns: [
            {
              match: String.raw`(?<=\|)\s*((\\\||[^|])+)\s*(?=\|)`,
              captures: { 1: { patterns: [{ include: '#inline' }] } },
            },
          ],
        },
        {
          begin: `${LINE}(?=[^ \\t\\n])`,
          while: String.raw`(^|\G)((?=\s*[-=]{3,}\s*$)|[ ]{4,}(?=[^ \t\n]))`,
          name: 'meta.paragraph.markdown',
          patterns: [{ include: '#inline' }],
        },
      ],
    },
    title: {
      match: '.+',
      name: 'markup.heading.markdown',
      captures: { 0: { patterns: [{ include: '#inline' }] } },
    },
    inline: {
      patterns: [
        {
          match: String.raw`(\x60+)((?:[^\x60]|(?!(?<!\x60)\1(?!\x60))\x60)*+)(\1)`,
          name: 'markup.inline.raw.string.markdown',
        },
        { match: String.raw`\\[-*_#+.!(){}\[\]\\>:]`, name: 'constant.character.escape.markdown' },
        {
          begin: String.raw`\*\*(?=\S)(?=.*?\S\*\*)`,
          end: String.raw`\*\*`,
          name: 'markup.bold.markdown',
          patterns: [{ include: '#inline' }],
        },
        {
          begin: String.raw`\*(?=\S)(?=.*?\S\*)`,
          end: String.raw`\*`,
          name: 'markup.italic.markdown',
          patterns: [{ include: '#inline' }],
        },
        {
          match: String.raw`(\[)((?<square>[^\[\]\\]|\\.|\[\g<square>*+\])*+)(\])(\()([^()\s]*)(\))`,
          captures: {
            2: { patterns: [{ include: '#inline' }] },
            6: { name: 'markup.underline.link.markdown' },
          },
        },
      ],
    },
    'heading-setext': { patterns: [] },
  },
};
