import bidi from 'bidi-js';

const algorithm = bidi();

/**
 * The runs of a line of a right-to-left paragraph as they stand from left to right (Unicode bidirectional algorithm).
 * The letters of a run stay in the order in which they are read: whoever sets them turns those of Arabic script.
 */
export function visualRuns(line: string): string[] {
  const { levels } = algorithm.getEmbeddingLevels(line, 'rtl');
  const runs: { text: string; level: number }[] = [];
  for (let index = 0; index < line.length; index++) {
    const level = levels[index]!;
    if (runs.at(-1)?.level === level) runs.at(-1)!.text += line[index];
    else runs.push({ text: line[index]!, level });
  }
  return runs.map(({ text }) => text).reverse();
}
