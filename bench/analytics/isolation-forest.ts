type Node =
  | { readonly size: number }
  | { readonly feature: number; readonly at: number; readonly below: Node; readonly above: Node };

const trees = 100;
const sampleSize = 256;

/**
 * The peer that people would take from a shelf: an isolation forest (Liu, Ting and Zhou 2008) with its usual settings. Scores of the rows
 * it was grown on, higher is odder.
 */
export function isolationScores(rows: readonly (readonly number[])[], random: () => number) {
  const deepest = Math.ceil(Math.log2(sampleSize));
  const forest = Array.from({ length: trees }, () => {
    const sample = Array.from(
      { length: sampleSize },
      () => rows[Math.floor(random() * rows.length)] ?? [],
    );
    return grow(sample, deepest, random);
  });
  const usual = pathOf(sampleSize);
  return rows.map((row) => {
    const depth = forest.reduce((sum, tree) => sum + depthOf(row, tree, 0), 0) / trees;
    return 2 ** (-depth / usual);
  });
}

function grow(rows: readonly (readonly number[])[], left: number, random: () => number): Node {
  const feature = Math.floor(random() * (rows[0]?.length ?? 1));
  const values = rows.map((row) => row[feature] ?? 0);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (left === 0 || rows.length <= 1 || least === most) return { size: rows.length };
  const at = least + random() * (most - least);
  const isBelow = (row: readonly number[]) => (row[feature] ?? 0) < at;
  const below = grow(rows.filter(isBelow), left - 1, random);
  return {
    feature,
    at,
    below,
    above: grow(
      rows.filter((row) => !isBelow(row)),
      left - 1,
      random,
    ),
  };
}

function depthOf(row: readonly number[], node: Node, depth: number): number {
  if ('size' in node) return depth + pathOf(node.size);
  return depthOf(row, (row[node.feature] ?? 0) < node.at ? node.below : node.above, depth + 1);
}

/** The mean path of an unsuccessful search among so many (the paper's c(n)). */
const pathOf = (size: number): number =>
  size <= 1 ? 0 : 2 * (Math.log(size - 1) + 0.577_215_664_9) - (2 * (size - 1)) / size;
