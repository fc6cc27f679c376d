/** Turns scores into probabilities that add up to 1, in place. @param temperature above 1 makes them less sure */
export function softmax(scores: Float64Array, temperature = 1): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let total = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const part = Math.exp(((scores[i] ?? 0) - highest) / temperature);
    scores[i] = part;
    total += part;
  }
  for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] ?? 0) / total;
  return scores;
}

/** Makes probabilities less sure by a temperature above 1, surer by one below, in place. */
export function sharpen(probabilities: Float64Array, temperature: number): Float64Array {
  if (temperature === 1) return probabilities;
  for (let i = 0; i < probabilities.length; i += 1) {
    probabilities[i] = Math.log(Math.max(probabilities[i] ?? 0, smallest));
  }
  return softmax(probabilities, temperature);
}

const smallest = 1e-12;
