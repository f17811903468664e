import { expect, test } from "vitest";
import { readDocument } from "../../model/yaml-text.ts";
import { readerOf } from "../edit/reader.ts";
import { meaningOf } from "./meaning.ts";

const reader = readerOf(
  readDocument(`standoff: 1
parties: {n: The North, s: {title: The South}}
options:
  aid: {owner: s, title: give aid, levels: [none, {full: all of it}]}
outcomes: {deal: {title: A deal, when: aid = full}}
claims: {C1: {says: It was said.}}
sources: {n: A wire}
`),
);

test("an id is told what it stands for", () => {
  expect(meaningOf("s", reader)).toBe("Party: The South");
  expect(meaningOf("aid", reader)).toBe("Option of The South: give aid (none, all of it)");
  expect(meaningOf("full", reader)).toBe("Level of give aid: all of it");
  expect(meaningOf("deal", reader)).toBe("Outcome: A deal");
  expect(meaningOf("C1", reader)).toBe("Claim: It was said.");
  expect(meaningOf("n", reader)).toBe("Party: The North; Source: A wire");
  expect(meaningOf("nobody", reader)).toBeUndefined();
});
