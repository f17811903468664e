/** Another program's file, and in words what it could not hold. No text: a limit was reached, and `losses` names it. */
export type Written = { readonly text: string | undefined; readonly losses: string[] };

/** The answer when a limit is reached. */
export function tooLarge(limit: string): Written {
  return { text: undefined, losses: [limit] };
}

/** A number as people read it. */
export function count(number: number): string {
  return number.toLocaleString("en-US");
}

/** Line ends, tabs and control characters as spaces: names in other programs' files stand on one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
