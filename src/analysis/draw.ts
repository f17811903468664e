import type { Doubts } from "./doubts.ts";

/**
 * A generator of numbers from 0 to 1 for the draw of one number of a sweep: "small fast counter" (Chris Doty-Humphrey, PractRand),
 * with the seed and the number for its start, so that every draw is the same whoever makes it and in whatever order.
 */
export function drawsOf(seed: number, number: number): () => number {
  let a = seed | 0;
  let b = (number >>> 0) | 0;
  let c = Math.floor(number / 2 ** 32) | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}

/** One reading for each doubt, drawn by their chances, into `choice`. */
export function drawChoice({ list }: Doubts, random: () => number, choice: Uint8Array): void {
  for (let doubt = 0; doubt < list.length; doubt++) {
    const { readings } = list[doubt];
    let rest = random();
    let reading = 0;
    while (reading < readings.length - 1 && rest >= readings[reading].chance)
      rest -= readings[reading++].chance;
    // Rounding may leave the last reading one that cannot be.
    while (reading > 0 && readings[reading].chance === 0) reading--;
    choice[doubt] = reading;
  }
}

/** The Wilson score interval of 95 % for a share seen `count` times in `of` draws (Wilson 1927). */
export function wilson(count: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.959963984540054;
  const share = count / of;
  const spread = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  return [count === 0 ? 0 : Math.max(0, middle - spread), count === of ? 1 : Math.min(1, middle + spread)];
}
