import { FAMILY_NAME_FIRST } from "./offices.ts";

/** The name by which he is called alone: the last, or the first where family names stand first. */
export function familyName(names: readonly string[]): string {
  const plain = names.filter((name) => !/^(Jr|Sr|II|III|IV)\.?$/.test(name) && !/^\p{Lu}\.?$/u.test(name));
  const [first] = plain;
  if (plain.length > 1 && FAMILY_NAME_FIRST.has(first)) {
    const given = plain.slice(1);
    if (given.length === 2 || /[-‐‑]/.test(given[0]) || plain.length === 2) return first;
  }
  return plain[plain.length - 1] ?? names[names.length - 1];
}

/** Whether two words differ by one letter put in, left out or exchanged. */
export function oneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
