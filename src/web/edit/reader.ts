import { type Document, isMap, isScalar, isSeq } from "yaml";
import type { Names } from "../../analysis/findings.ts";
import type { Path } from "../../model/yaml-text.ts";

/** What a text says at a path, as far as it says anything; nothing where it cannot be read. */
export type Reader = {
  readonly kind: (path: Path) => "map" | "list" | "value" | undefined;
  /** One value as it is written, without quotes; empty when there is none. */
  readonly text: (path: Path) => string;
  /** The keys of the map at a path. */
  readonly keys: (path: Path) => string[];
  /** How long the list at a path is. */
  readonly length: (path: Path) => number;
};

export function readerOf(document: Document.Parsed | undefined): Reader {
  const node = (path: Path): unknown =>
    path.length === 0 ? document?.contents : document?.hasIn(path) ? document.getIn(path, true) : undefined;
  return {
    kind: (path) => {
      const there = node(path);
      if (isMap(there)) return "map";
      if (isSeq(there)) return "list";
      return isScalar(there) && there.value !== null ? "value" : undefined;
    },
    text: (path) => scalarText(node(path)),
    keys: (path) => {
      const there = node(path);
      return isMap(there) ? there.items.map(({ key }) => (isScalar(key) ? String(key.value) : "")) : [];
    },
    length: (path) => {
      const there = node(path);
      return isSeq(there) ? there.items.length : 0;
    },
  };
}

function scalarText(node: unknown): string {
  if (!isScalar(node) || node.value === null) return "";
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

/** Titles of parties, options, outcomes and claims, as far as the text has them. */
export function namesIn(reader: Reader): Names {
  const titled = (path: Path) =>
    reader.keys(path).map((id) => ({
      id,
      title:
        reader.text([...path, id, "title"]) ||
        (reader.kind([...path, id]) === "value" ? reader.text([...path, id]) : "") ||
        id,
    }));
  const option = (id: string) => {
    const base = ["options", id];
    const levels = levelsOf(reader, id);
    return {
      id,
      title: reader.text([...base, "title"]) || id,
      owner: reader.text([...base, "owner"]),
      yesNo: levels.length === 0,
      levels: levels.length === 0 ? ["no", "yes"].map((each) => ({ id: each, title: each })) : levels,
    };
  };
  const decided = reader.keys(["bodies"]).flatMap((body) => titled(["bodies", body, "decides"]));
  const outcomes = reader
    .keys(["outcomes"])
    .map((id) => ({ id, title: reader.text(["outcomes", id, "title"]) || id }));
  return {
    title: reader.text(["title"]),
    asOf: reader.text(["as of"]) || undefined,
    parties: titled(["parties"]),
    options: reader.keys(["options"]).map(option),
    outcomes: [...decided, ...outcomes],
    claims: reader.keys(["claims"]).map((id) => ({
      id,
      says: reader.text(["claims", id, "says"]),
      source: reader.text(["claims", id, "source"]) || undefined,
      via: [],
      sounds: undefined,
    })),
  };
}

/** Every id of the file: a new one that is none of them reads unmistakably. */
export function idsIn(reader: Reader): string[] {
  const sections = ["parties", "options", "states", "outcomes", "sources", "claims", "bodies"];
  const decided = reader.keys(["bodies"]).flatMap((body) => reader.keys(["bodies", body, "decides"]));
  return [...sections.flatMap((section) => reader.keys([section])), ...decided];
}

/** The levels of an option as they are listed; none for a yes/no option. */
export function levelsOf(reader: Reader, option: string): { id: string; title: string }[] {
  const path = ["options", option, "levels"];
  return Array.from({ length: reader.length(path) }, (_, index) => {
    const [id] = reader.keys([...path, index]);
    if (id === undefined) return { id: reader.text([...path, index]), title: reader.text([...path, index]) };
    return { id, title: reader.text([...path, index, id]) };
  });
}
