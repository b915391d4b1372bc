// Circles in a graph of files: those that reach themselves by their imports, types included.

/**
 * One circle for each knot of files that import each other, the shortest there is in it: its files in the
 * order of the imports, the first by name again at the end.
 * @param {ReadonlyMap<string, readonly string[]>} graph file -> files it imports
 * @returns {string[][]}
 */
export function circlesIn(graph) {
  return knotsIn(graph).map((knot) => shortestIn(knot, graph));
}

/** Tarjan's strongly connected components, those of one file left out unless it imports itself. */
function knotsIn(graph) {
  const order = new Map();
  const lowest = new Map();
  const stack = [];
  const knots = [];
  const visit = (file) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file));
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file), lowest.get(next)));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const knot = stack.splice(stack.indexOf(file));
    if (knot.length > 1 || graph.get(file)?.includes(file)) knots.push(knot.sort());
  };
  for (const file of [...graph.keys()].sort()) if (!order.has(file)) visit(file);
  return knots;
}

function shortestIn(knot, graph) {
  const all = knot.map((file) => wayBack(file, new Set(knot), graph));
  return all.sort((a, b) => a.length - b.length)[0];
}

/** The shortest way from a file over others of its knot back to itself. */
function wayBack(start, knot, graph) {
  const cameFrom = new Map();
  const waiting = [start];
  for (const file of waiting) {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return [...pathTo(file, cameFrom), start];
      if (!knot.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      waiting.push(next);
    }
  }
  throw new Error(`${start} is in no circle.`);
}

function pathTo(file, cameFrom) {
  const way = [file];
  while (cameFrom.has(way[0])) way.unshift(cameFrom.get(way[0]));
  return way;
}
