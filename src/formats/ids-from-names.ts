import { ID, WORDS } from "../model/words.ts";

const LONGEST_ID = 40;

/**
 * An id for each name, all different: the name in small letters with dashes. A name that stands more than once gets its qualifier in front,
 * and a number behind if that is not enough; a name without letters gets the kind of thing and its number.
 */
export function idsFromNames(
  names: readonly { readonly name: string; readonly qualifier: string }[],
  kind: string,
): string[] {
  const plain = names.map(({ name }, index) => idFromName(name) ?? `${kind}-${index + 1}`);
  const often = new Set(plain.filter((id, index) => plain.indexOf(id) !== index));
  const taken = new Set(plain.filter((id) => !often.has(id)));
  return plain.map((id, index) => {
    if (!often.has(id)) return id;
    const { qualifier } = names[index];
    const qualified = qualifier === "" ? id : `${qualifier}-${id}`;
    let unique = qualified;
    for (let number = 2; taken.has(unique); number++) unique = `${qualified}-${number}`;
    taken.add(unique);
    return unique;
  });
}

function idFromName(name: string): string | undefined {
  const id = name
    .normalize("NFC")
    .slice(0, 4 * LONGEST_ID)
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^[^\p{L}]+/u, "");
  const short = [...id].slice(0, LONGEST_ID).join("").replace(/-+$/, "");
  if (!ID.test(short)) return undefined;
  return WORDS.has(short) ? `do-${short}` : short;
}
