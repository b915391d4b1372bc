/**
 * Parts of the editor's server that nobody needs before somebody asks for them, one a line: `import()` of `entry` in
 * the server reads `file` of dist/shared at that moment, and not before.
 */
export const LATER_PARTS = [
  { name: 'suggestions', entry: 'server/core/suggest/suggestions/index.ts', file: 'suggest.js' },
  { name: 'import', entry: 'server/import/index.ts', file: 'import.js' },
  {
    name: 'report',
    entry: 'server/report/index.ts',
    file: 'report.js',
    // A library in it has a file for Node, which reads files, and one for all others.
    conditions: ['worker', 'browser'],
  },
];
