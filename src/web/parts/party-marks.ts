import type { Names } from "../../analysis/findings.ts";

/** How a party is told apart: letters, one of eight shapes, one of eight colors (`--party-0` to `--party-7`). Never by color alone. */
export type PartyMark = { readonly letters: string; readonly shape: number; readonly color: number };

const SHAPES = 4;
const COLORS = 8;

/** Marks for all parties: initials, or where these are shared, letters of the ids until they differ. */
export function partyMarks(parties: Names["parties"]): ReadonlyMap<string, PartyMark> {
  const used = new Set<string>();
  return new Map(
    parties.map(({ id, title }, index) => {
      const letters = candidates(id, title, index).find((each) => !used.has(each))!;
      used.add(letters);
      return [id, { letters, shape: index % SHAPES, color: index % COLORS }];
    }),
  );
}

function candidates(id: string, title: string, index: number): string[] {
  const words: readonly string[] = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word));
  const initials = (capitals.length > 1 ? capitals : words).map((word) => [...word][0].toUpperCase());
  const plain = [...id.replaceAll("_", "").toUpperCase()];
  return [
    initials.slice(0, 2).join(""),
    words.length > 0 ? [...words[0]].slice(0, 2).join("").toUpperCase() : "",
    plain.slice(0, 2).join(""),
    plain.slice(0, 3).join(""),
    `${index + 1}`,
    `#${index + 1}`,
  ].filter((each) => each !== "");
}
