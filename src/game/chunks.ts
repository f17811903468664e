import { CHUNK, type Chunk, type Evaluate, type Threshold } from "./evaluate.ts";
import type { Digit } from "./space.ts";

/**
 * Walks over combinations chunk by chunk: fills the chunk's thresholds and calls `visit` with the position of the first
 * one and how many there are. `codes` undefined: all codes from 0 to `count` − 1. O(count · thresholds).
 */
export function forEachChunk(
  chunk: Chunk,
  codes: Uint32Array | Float64Array | undefined,
  count: number,
  visit: (from: number, size: number) => void,
): void {
  for (let from = 0; from < count; from += CHUNK) {
    const size = Math.min(CHUNK, count - from);
    chunk.serial++;
    for (const threshold of chunk.thresholds) {
      threshold.bits.fill(0);
      if (codes === undefined) setRun(threshold.bits, threshold.digit, threshold.level, from, size);
      else threshold.bits.set(listBits(threshold, codes).subarray(from >>> 5, (from + size + 31) >>> 5));
    }
    visit(from, size);
  }
}

/** Calls `visit` with the position of every combination for which the evaluator holds. */
export function forEachHolding(
  bits: Uint32Array,
  from: number,
  size: number,
  visit: (position: number) => void,
): void {
  for (let word = 0; word << 5 < size; word++) {
    let rest = bits[word];
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest & -rest);
      rest &= rest - 1;
      const at = (word << 5) + bit;
      if (at < size) visit(from + at);
    }
  }
}

/** The truth of an evaluator for all combinations, a byte each. */
export function truths(
  chunk: Chunk,
  evaluate: Evaluate,
  codes: Uint32Array | Float64Array | undefined,
  count: number,
): Uint8Array {
  const truth = new Uint8Array(count);
  forEachChunk(chunk, codes, count, (from, size) => {
    const bits = evaluate();
    for (let at = 0; at < size; at++) truth[from + at] = (bits[at >>> 5] >>> (at & 31)) & 1;
  });
  return truth;
}

/** Sets the bits of the consecutive codes from `from` whose digit is at `level` or higher: runs, a period apart. */
export function setRun(bits: Uint32Array, digit: Digit, level: number, from: number, size: number): void {
  const period = digit.place * digit.radix;
  const end = from + size;
  for (let base = Math.floor(from / period) * period; base < end; base += period) {
    const first = Math.max(from, base + level * digit.place);
    const last = Math.min(end, base + period);
    if (first < last) setBits(bits, first - from, last - from);
  }
}

function setBits(bits: Uint32Array, first: number, last: number): void {
  const firstWord = first >>> 5;
  const lastWord = (last - 1) >>> 5;
  const head = 0xffffffff << (first & 31);
  const tail = 0xffffffff >>> (31 - ((last - 1) & 31));
  if (firstWord === lastWord) {
    bits[firstWord] |= head & tail;
    return;
  }
  bits[firstWord] |= head;
  bits.fill(0xffffffff, firstWord + 1, lastWord);
  bits[lastWord] |= tail;
}

/** The threshold's bits for a whole list of codes, computed once for the list at hand. */
function listBits(threshold: Threshold, codes: Uint32Array | Float64Array): Uint32Array {
  if (threshold.list?.codes === codes) return threshold.list.bits;
  const { place, radix } = threshold.digit;
  const bits = new Uint32Array((codes.length + 31) >>> 5);
  for (let at = 0; at < codes.length; at++) {
    if (Math.floor(codes[at] / place) % radix >= threshold.level) bits[at >>> 5] |= 1 << (at & 31);
  }
  threshold.list = { codes, bits };
  return bits;
}
