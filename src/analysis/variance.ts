/** How much of the variance of an answer is due to each doubt. Shares of the variance, 0 to 1. */
export type VarianceShares = {
  /** Due to the doubt alone: by how much knowing it would narrow the answer on average (first-order index, Sobol 1993). */
  readonly alone: number;
  /** Due to the doubt alone and together with others (total index, Homma & Saltelli 1996). */
  readonly total: number;
  /** Its fair part of what it does together with others: the Shapley value of variance (Owen 2014). */
  readonly shapley: number;
};

/**
 * The exact shares of variance of an answer (1 or 0 for each possibility) for independent doubts. `answer` lists the possibilities with
 * the readings of the last doubt changing fastest; `chances` are those of each doubt's readings, none of them 0. Undefined when the answer never
 * varies. The answer is written in a basis orthonormal under the chances, a constant and contrasts for each doubt; the squares of the coefficients
 * are then the parts of the variance that the doubts in them make together (the analysis of variance of Hoeffding 1948 and Efron &
 * Stein 1981), and each part is shared equally by its doubts (Owen 2014). O(possibilities · doubts).
 */
export function varianceShares(
  answer: Float64Array,
  chances: readonly (readonly number[])[],
): { readonly variance: number; readonly shares: readonly VarianceShares[] } | undefined {
  const coefficients = answer.slice();
  let stride = 1;
  for (let doubt = chances.length - 1; doubt >= 0; doubt--) {
    intoContrasts(coefficients, chances[doubt], stride);
    stride *= chances[doubt].length;
  }
  const alone = new Float64Array(chances.length);
  const total = new Float64Array(chances.length);
  const shapley = new Float64Array(chances.length);
  const there = new Int32Array(chances.length);
  let variance = 0;
  for (let index = 1; index < coefficients.length; index++) {
    const part = coefficients[index] ** 2;
    if (part === 0) continue;
    variance += part;
    let doubts = 0;
    for (let doubt = chances.length - 1, rest = index; rest > 0; doubt--) {
      if (rest % chances[doubt].length > 0) there[doubts++] = doubt;
      rest = Math.floor(rest / chances[doubt].length);
    }
    for (let at = 0; at < doubts; at++) {
      total[there[at]] += part;
      shapley[there[at]] += part / doubts;
      if (doubts === 1) alone[there[at]] += part;
    }
  }
  if (variance < 1e-12) return undefined;
  return {
    variance,
    shares: chances.map((_, doubt) => ({
      alone: alone[doubt] / variance,
      total: total[doubt] / variance,
      shapley: shapley[doubt] / variance,
    })),
  };
}

/** Turns every line of values along one doubt into its mean and, for each further reading, how it departs from those before it. */
function intoContrasts(values: Float64Array, chances: readonly number[], stride: number): void {
  const width = chances.length;
  for (let start = 0; start < values.length; start += stride * width) {
    for (let offset = start; offset < start + stride; offset++) {
      let mass = chances[0];
      let mean = values[offset];
      for (let reading = 1; reading < width; reading++) {
        const at = offset + reading * stride;
        const apart = values[at] - mean;
        const both = mass + chances[reading];
        values[at] = apart * Math.sqrt((mass * chances[reading]) / both);
        mean += (apart * chances[reading]) / both;
        mass = both;
      }
      values[offset] = mean;
    }
  }
}
