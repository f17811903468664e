/** An exact fraction in lowest terms, the denominator positive. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** Throws nothing; a denominator of 0 gives 0, since nothing is shared out then. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n || numerator === 0n) return { numerator: 0n, denominator: 1n };
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}

/** The nearest decimal number that has about 15 digits, also where both parts are too large to be numbers themselves. */
export function toNumber({ numerator, denominator }: Fraction): number {
  const digits = denominator.toString().length - numerator.toString().length + 17;
  const scale = 10n ** BigInt(Math.max(0, digits));
  return Number((numerator * scale) / denominator) / Number(scale);
}
